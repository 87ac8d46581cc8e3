import warnings

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap

from negojournal.analysis.insight.bootstrap import RESAMPLES, bootstrap_interval
from negojournal.analysis.insight.estimate import Estimate, build_estimate, estimate_words, widened
from negojournal.analysis.trend import Interval

QUARTERS = np.random.default_rng(7)

SIDES = {
    "odd and even": (QUARTERS.integers(8, 29, 11) / 4, QUARTERS.integers(4, 25, 14) / 4),
    "five each": (QUARTERS.normal(5, 1, 5), QUARTERS.normal(4, 1, 5)),
    "many": (QUARTERS.normal(5, 1, 60), QUARTERS.normal(4.8, 1, 35)),
    "few beside many": (QUARTERS.normal(5, 1, 6), QUARTERS.normal(4, 1, 80)),
}


def difference(one, other, axis=-1):
    return np.median(one, axis=axis) - np.median(other, axis=axis)


@pytest.mark.parametrize("sides", SIDES.values(), ids=SIDES)
@pytest.mark.parametrize("level", [0.95, 0.99])
def test_intervals_of_a_difference_agree_with_scipy(sides, level):
    """Both draw at random, so they agree to what 9,999 resamples leave open: a few steps of the sorted differences."""
    ours = bootstrap_interval(tuple(side.tolist() for side in sides), level)
    rng = np.random.default_rng(3)
    theirs = bootstrap(
        sides, difference, n_resamples=RESAMPLES, confidence_level=level, method="BCa", rng=rng
    ).confidence_interval
    assert ours.low == pytest.approx(theirs.low, abs=0.13)
    assert ours.high == pytest.approx(theirs.high, abs=0.13)


@pytest.mark.parametrize("n", [5, 8, 25])
def test_intervals_of_one_median_agree_with_scipy(n):
    values = np.random.default_rng(n).normal(0.3, 1, n)
    ours = bootstrap_interval((values.tolist(),), 0.95)
    rng = np.random.default_rng(4)
    theirs = bootstrap((values,), np.median, n_resamples=RESAMPLES, method="BCa", rng=rng).confidence_interval
    assert (ours.low, ours.high) == pytest.approx(tuple(theirs), abs=0.1)


def test_where_bca_is_not_defined_the_percentile_interval_stands():
    """Leaving out any one of these values leaves both medians where they are, so BCa would divide by 0."""
    sides = ([1.0, 4, 4, 4, 4, 7, 7], [2.0, 3, 3, 3, 3, 6])
    with warnings.catch_warnings(), np.errstate(invalid="ignore"):
        warnings.simplefilter("ignore")
        undefined = bootstrap(sides, difference, rng=np.random.default_rng(1)).confidence_interval
    assert np.isnan(undefined.low)
    plain = bootstrap(sides, difference, method="percentile", rng=np.random.default_rng(1)).confidence_interval
    assert bootstrap_interval(sides, 0.95) == Interval(plain.low, plain.high)


def test_where_nothing_differs_there_is_no_interval():
    assert bootstrap_interval(([4.0] * 5, [6.0] * 7), 0.95) is None


def test_an_interval_is_the_same_each_time():
    sides = ([1.0, 2, 3, 4, 5], [2.0, 2.5, 3, 5])
    assert bootstrap_interval(sides, 0.95) == bootstrap_interval(sides, 0.95)


def test_the_median_of_differences_from_five_on():
    assert build_estimate([1.0, 1, 1, 1]) == Estimate(4)
    assert build_estimate([1.0, 1, 1, 1]).needed == 1
    known = build_estimate([0.0, 1, 2, 3, 4])
    assert (known.n, known.value, known.needed) == (5, 2, 0)
    assert known.interval.low <= 1
    assert known.interval.high >= 3


@given(st.lists(st.integers(4, 28).map(lambda quarter: quarter / 4), min_size=5, max_size=40))
def test_an_interval_stays_within_the_values(values):
    known = build_estimate(values)
    if known.interval:
        assert min(values) <= known.interval.low <= known.interval.high <= max(values)
    else:
        assert len(set(values)) < 3


def test_widened_for_as_many_as_are_compared():
    """Bonferroni: 1 − 0.05 ÷ 19 = 0.9974; one alone keeps 0.95, and so does none."""
    assert widened(19) == pytest.approx(0.99737, abs=1e-5)
    assert widened(1) == widened(0) == 0.95


@pytest.mark.parametrize(
    ("value", "interval", "words"),
    [
        (0.72, Interval(0.11, 1.24), "+0.7 [0.1, 1.2]"),
        (-0.3, Interval(-0.62, -0.04), "−0.30 [−0.62, −0.04]"),
        (0.0, Interval(-0.5, 0.5), "0.0 [−0.5, 0.5]"),
        (1.0, None, "+1.0, without an interval as hardly any rating differs"),
    ],
)
def test_words(value, interval, words):
    assert estimate_words(value, interval) == words
