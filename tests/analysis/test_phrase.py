from datetime import date

import pytest

from negojournal.analysis.phrase import change, count, day_words, decimals_for, figure, score_words


@pytest.mark.parametrize(("score", "words"), [(5, "5"), (5.0, "5"), (4.75, "4.8"), (4.04, "4"), (10, "10")])
def test_a_score_has_one_decimal_at_most(score, words):
    assert score_words(score) == words


@pytest.mark.parametrize(
    ("value", "decimals", "plain", "signed"),
    [
        (0.62, 1, "0.6", "+0.6"),
        (-0.3, 1, "−0.3", "−0.3"),
        (-0.04, 1, "0.0", "0.0"),
        (0.04, 1, "0.0", "0.0"),
        (-0.04, 2, "−0.04", "−0.04"),
        (0, 1, "0.0", "0.0"),
        (0.25, 1, "0.3", "+0.3"),
        (-0.25, 1, "−0.3", "−0.3"),
    ],
)
def test_figures_have_a_true_minus_and_zero_no_sign(value, decimals, plain, signed):
    assert figure(value, decimals) == plain
    assert change(value, decimals) == signed


@pytest.mark.parametrize(
    ("low", "high", "decimals"),
    [
        (0.2, 0.9, 1),
        (-0.3, 0.5, 1),
        (0.04, 0.9, 2),
        (-0.04, 0.5, 2),
        (0.06, 0.14, 1),
        (0.06, 0.1, 2),
        (0.004, 0.2, 3),
        (0.0004, 0.2, 3),
        (0, 0, 1),
        (1, 1, 1),
    ],
)
def test_decimals_tell_bounds_from_zero_and_from_each_other(low, high, decimals):
    assert decimals_for(low, high) == decimals


def test_counts_agree_with_their_noun():
    assert count(1, "review", "reviews") == "1 review"
    assert count(0, "review", "reviews") == "0 reviews"
    assert count(1_200, "review", "reviews") == "1,200 reviews"


def test_days_are_english():
    assert day_words(date(2025, 10, 4), year=False) == "4 October"
    assert day_words(date(2025, 3, 31), year=True) == "31 March 2025"
