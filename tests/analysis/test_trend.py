from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from negojournal.analysis.trend import Interval, Trend, Verdict, build_trend, verdict_from
from tests.strategies import quarters

MIRRORED = {
    Verdict.TOO_EARLY: Verdict.TOO_EARLY,
    Verdict.IMPROVING: Verdict.DECLINING,
    Verdict.DECLINING: Verdict.IMPROVING,
    Verdict.LEANING_UP: Verdict.LEANING_DOWN,
    Verdict.LEANING_DOWN: Verdict.LEANING_UP,
    Verdict.NO_CLEAR_CHANGE: Verdict.NO_CLEAR_CHANGE,
}

series = st.lists(quarters, min_size=3, max_size=60)


def expected_interval(scores, q):
    """Compute the interval another way: scipy's regression and its standard error, widened by hand."""
    n = len(scores)
    fit = stats.linregress(np.arange(1, n + 1), scores)
    e = np.asarray(scores) - fit.intercept - fit.slope * np.arange(1, n + 1)
    r = np.dot(e[1:], e[:-1]) / np.dot(e, e)
    r = np.clip(r + (1 + 4 * r) / n, 0, 0.9)
    f = (1 + r) / (1 - r)
    reach = stats.t.ppf(q, max(max(n / f, 4) - 2, 2)) * fit.stderr * sqrt(f)
    return fit.slope - reach, fit.slope + reach


@pytest.mark.parametrize("n", [3, 4, 9, 10, 31, 60, 500])
@pytest.mark.parametrize("carried", [0.0, 0.8])
def test_slope_and_intervals_are_those_of_scipy_widened(n, carried):
    rng = np.random.default_rng(n)
    z = rng.standard_normal(n)
    for i in range(1, n):
        z[i] += carried * z[i - 1]
    scores = np.clip(np.round(4.5 + z), 1, 7).tolist()
    trend = build_trend(scores)
    assert (trend.firm.low, trend.firm.high) == pytest.approx(expected_interval(scores, 0.9975))
    assert (trend.leaning.low, trend.leaning.high) == pytest.approx(expected_interval(scores, 0.975))


def test_worked_by_hand():
    # x̄ = 2.5, Σ(x − x̄)² = 5, slope = 4 ÷ 5; residuals 0.2 −0.6 0.6 −0.2, so r < 0 counts as 0; s² = 0.8 ÷ 2;
    # standard error = √(0.4 ÷ 5); 4 − 2 = 2 degrees of freedom, t(0.975) = 4.3027 (any printed table).
    trend = build_trend([1, 1, 3, 3])
    assert trend.line.slope == pytest.approx(0.8)
    assert trend.line.first == pytest.approx(0.8)
    assert trend.autocorrelation == 0
    assert trend.leaning.high - 0.8 == pytest.approx(4.3027 * sqrt(0.08), abs=1e-4)


def test_strong_autocorrelation_leaves_two_degrees_of_freedom():
    scores = [2] * 5 + [6] * 5 + [2] * 5
    trend = build_trend(scores)
    assert trend.autocorrelation == 0.9
    error = sqrt(19 * stats.linregress(range(15), scores).stderr ** 2)
    assert trend.firm.high == pytest.approx(stats.t.ppf(0.9975, 2) * error)


def test_too_few_scores_for_numbers():
    assert build_trend([]) == build_trend([5]) == Trend(Verdict.TOO_EARLY)
    two = build_trend([3, 5])
    assert (two.line.slope, two.autocorrelation, two.firm, two.leaning) == (2, 0, None, None)
    assert build_trend([3, 5, 4]).firm is not None


@pytest.mark.parametrize("scores", [[4.3] * 12, [7] * 500, [1] * 10])
def test_scores_that_are_all_equal_have_no_direction(scores):
    trend = build_trend(scores)
    assert trend.verdict is Verdict.NO_CLEAR_CHANGE
    assert trend.firm == trend.leaning == Interval(0, 0)
    assert trend.autocorrelation == 0


def test_a_perfect_rise_is_one_from_ten_scores():
    scores = [1 + 0.05 * i for i in range(10)]
    assert build_trend(scores[:9]).verdict is Verdict.TOO_EARLY
    assert build_trend(scores).verdict is Verdict.IMPROVING
    assert build_trend(scores[::-1]).verdict is Verdict.DECLINING
    assert build_trend(scores).autocorrelation == 0


@pytest.mark.parametrize(
    ("firm", "leaning", "verdict"),
    [
        ((0.01, 0.2), (0.05, 0.1), "improving"),
        ((-0.2, -0.01), (-0.1, -0.05), "declining"),
        ((0.0, 0.2), (0.05, 0.1), "leaning-up"),
        ((-0.2, 0.01), (-0.1, -0.05), "leaning-down"),
        ((-0.2, 0.2), (-0.1, 0.0), "no-clear-change"),
        ((-0.2, 0.2), (-0.1, 0.1), "no-clear-change"),
    ],
)
def test_the_intervals_decide_from_ten_scores_on(firm, leaning, verdict):
    assert verdict_from(10, Interval(*firm), Interval(*leaning)) == verdict
    assert verdict_from(9, Interval(*firm), Interval(*leaning)) == "too-early"


@given(series)
def test_the_firm_interval_holds_the_leaning_one_and_both_the_slope(scores):
    trend = build_trend(scores)
    firm, leaning = trend.firm, trend.leaning
    assert firm.low <= leaning.low <= trend.line.slope <= leaning.high <= firm.high


@given(series, st.integers(-3, 3))
def test_moving_all_scores_changes_no_slope(scores, by):
    trend, moved = build_trend(scores), build_trend([score + by for score in scores])
    assert moved.verdict is trend.verdict
    assert moved.line.slope == pytest.approx(trend.line.slope)
    assert moved.line.first == pytest.approx(trend.line.first + by)
    assert (moved.firm.low, moved.firm.high) == pytest.approx((trend.firm.low, trend.firm.high))


@given(series)
def test_turning_the_scale_round_turns_the_verdict_round(scores):
    trend, mirrored = build_trend(scores), build_trend([8 - score for score in scores])
    assert mirrored.verdict is MIRRORED[trend.verdict]
    assert (-mirrored.firm.high, -mirrored.firm.low) == pytest.approx((trend.firm.low, trend.firm.high))


@given(series)
def test_turning_time_round_turns_the_verdict_round(scores):
    assert build_trend(scores[::-1]).verdict is MIRRORED[build_trend(scores).verdict]
