import numpy as np
import pytest

from negojournal.analysis.reliability import (
    Reliability,
    alpha_interval,
    build_reliability,
    cronbach_alpha,
)


def answers(seed, n=40, k=4):
    """Make n assessments of k questions that have something in common."""
    rng = np.random.default_rng(seed)
    shared = rng.standard_normal((n, 1))
    return np.clip(np.round(4.5 + shared + 0.8 * rng.standard_normal((n, k))), 1, 7).astype(int).tolist()


@pytest.mark.parametrize("seed", range(4))
def test_alpha_is_what_the_covariances_say(seed):
    rows = answers(seed)
    covariances = np.cov(np.asarray(rows), rowvar=False)
    expected = 4 / 3 * (1 - np.trace(covariances) / covariances.sum())
    assert cronbach_alpha(rows) == pytest.approx(expected)


def test_worked_by_hand():
    # Sums 3, 6, 9 scatter by 18; the columns 1, 2, 4 and 2, 4, 5 by 14 ÷ 3 each: 2·(1 − 28 ÷ 54).
    assert cronbach_alpha([(1, 2), (2, 4), (4, 5)]) == pytest.approx(2 * (1 - 28 / 54))


def test_published_intervals():
    # C. Evans, in the statistics wiki of the MRC Cognition and Brain Sciences Unit: 0.913, 20 questions, 873 people.
    assert alpha_interval(0.913, 873, 20) == pytest.approx((0.9044024, 0.9211588), abs=5e-8)
    # R. Vallat, documentation of pingouin's cronbach_alpha: 0.591719, 10 questions, 15 people.
    assert alpha_interval(0.591719, 15, 10) == pytest.approx((0.195, 0.84), abs=5e-4)


def test_it_is_known_from_thirty_complete_assessments():
    rows = answers(1)
    known = build_reliability(rows[:30])
    assert (known.n, known.questions) == (30, 4)
    assert known.low < known.alpha < known.high < 1
    assert build_reliability(rows[:29]) is None
    assert build_reliability([*rows[:29], [5, 5, None, 5]]) is None
    assert build_reliability([[5, None, 4, 5], *rows[:30]]) == known
    assert build_reliability([]) is None


def test_questions_that_agree_wholly_have_alpha_one():
    assert build_reliability([[i % 7 + 1] * 4 for i in range(30)]) == Reliability(30, 4, pytest.approx(1), 1, 1)


def test_no_alpha_where_sums_do_not_differ_or_there_is_one_question():
    assert build_reliability([[4, 4, 4, 4]] * 30) is None
    assert build_reliability([[3, 5], [5, 3]] * 15) is None
    assert build_reliability([[i % 7 + 1] for i in range(30)]) is None


def test_the_latest_500_are_used():
    rows = answers(2, n=510)
    assert build_reliability(rows) == build_reliability(rows[10:])
