import json
from datetime import date, timedelta
from itertools import pairwise
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.analysis.dimension import Rule, Signal, build_dimension, figures_of
from negojournal.analysis.series import Scored
from tests.strategies import series, stepped

NAMES = [
    "questionnaire",
    "n",
    "n_other",
    "latest",
    "recent_level",
    "verdict",
    "slope_per_10",
    "slope_low",
    "slope_high",
    "autocorrelation",
    "level_since",
    "level_n",
    "centre",
    "moving_range",
    "lower_limit",
    "upper_limit",
    "signals",
]


def scored(scores, prefix="r"):
    return [Scored(f"{prefix}{i}", date(2024, 1, 1) + timedelta(weeks=i), score) for i, score in enumerate(scores)]


def dimension(scores, **given_too):
    return build_dimension(scored(scores), questionnaire="quick", **given_too)


def figures(scores):
    return figures_of(dimension(scores))


def test_the_names_that_other_programs_read():
    assert list(figures([4] * 12)) == NAMES
    assert list(figures([])) == NAMES


def test_an_empty_dimension_invents_nothing():
    empty = build_dimension([], questionnaire=None)
    assert {name: value for name, value in figures_of(empty).items() if value is not None} == {
        "n": 0,
        "n_other": 0,
        "verdict": "too-early",
        "level_n": 0,
        "signals": [],
    }
    assert (empty.series, empty.earlier, empty.levels, empty.recent, empty.median) == ((), (), (), (), None)


NUMBERS_FROM = {
    1: {"latest", "centre"},
    2: {"slope_per_10", "autocorrelation"},
    3: {"slope_low", "slope_high"},
    5: {"recent_level"},
    6: {"moving_range", "lower_limit", "upper_limit"},
}


@pytest.mark.parametrize("n", range(1, 13))
def test_what_is_known_grows_with_the_scores(n):
    known = figures([4, 5, 3, 6, 4, 5, 4, 3, 5, 4, 6, 4][:n])
    expected = {name for least, names in NUMBERS_FROM.items() if least <= n for name in names}
    numbers = {name for names in NUMBERS_FROM.values() for name in names}
    assert {name for name in numbers if known[name] is not None} == expected
    assert (known["n"], known["level_n"], known["level_since"]) == (n, n, None)
    assert (known["verdict"] == "too-early") == (n < 10)


@pytest.mark.parametrize("n", range(1, 7))
def test_the_median_is_known_from_three_scores(n):
    scores = [4, 7, 5, 6, 1, 2][:n]
    assert dimension(scores).median == (median(scores) if n >= 3 else None)


def test_slopes_are_per_ten_reviews():
    assert dimension([1, 1, 3, 3]).slope_per_10 == pytest.approx(8)
    rising = dimension([1 + 0.1 * i for i in range(12)])
    assert (rising.slope_low, rising.slope_per_10, rising.slope_high) == pytest.approx((1, 1, 1))
    assert rising.verdict == "improving"


def test_a_new_level_and_a_review_outside_it():
    scores = [3, 2] * 8 + [5, 6] * 8
    scores[4] = 7
    scores[28] = 1
    known = figures(scores)
    assert known["signals"] == [
        {"id": "r4", "rule": "outside"},
        {"id": "r16", "rule": "shift"},
        {"id": "r28", "rule": "outside"},
    ]
    assert (known["level_since"], known["level_n"]) == ("r16", 16)
    assert known["centre"] == pytest.approx(sum(scores[16:]) / 16)
    moving = sum(abs(b - a) for a, b in pairwise(scores[16:])) / 15
    assert known["moving_range"] == pytest.approx(moving)
    assert known["upper_limit"] == pytest.approx(known["centre"] + 2.66 * moving)
    assert known["lower_limit"] == pytest.approx(known["centre"] - 2.66 * moving)


def test_one_review_can_begin_a_level_and_stand_out_of_it():
    scores = [2, 1] * 10 + [7] + [4] * 19
    assert dimension(scores).signals[:2] == (Signal("r20", Rule.SHIFT), Signal("r20", Rule.OUTSIDE))


def test_limits_of_a_sloping_level_are_those_at_its_last_review():
    scores = [1 + 0.25 * i + (0.25 if i % 3 else 0) for i in range(20)]
    known = dimension(scores)
    assert len(known.levels) == 1
    assert known.centre == pytest.approx(scores[-1], abs=0.25)
    assert known.upper_limit == pytest.approx(known.centre + 1)


def test_statistics_rest_on_the_latest_500_and_counts_on_all():
    scores = [7] * 40 + [4, 5] * 250
    known = dimension(scores, n=90_000, n_other=12)
    assert figures_of(known) == figures_of(dimension(scores[-500:], n=90_000, n_other=12)) | {
        "signals": figures_of(known)["signals"]
    }
    assert (known.n, known.n_other, known.level_n) == (90_000, 12, 500)
    assert (len(known.earlier), len(known.series)) == (40, 500)
    assert known.earlier[-1].id == "r39"
    assert known.series[0].id == "r40"


def test_scores_by_another_questionnaire_are_counted_and_kept_apart():
    other = scored([1, 1, 1], "other")
    known, alone = dimension([4, 5, 4, 5], other=other), dimension([4, 5, 4, 5])
    assert known.other == tuple(other)
    assert figures_of(known) == figures_of(alone) | {"n_other": 3}


def test_answers_tell_how_well_the_questions_hang_together():
    answers = [[i % 7 + 1, (i + 1) % 7 + 1, i % 7 + 1, 4] for i in range(30)]
    assert dimension([4] * 30, answers=answers).reliability.n == 30
    assert dimension([4] * 30).reliability is None


@given(series | stepped)
def test_figures_are_plain_numbers_and_marks_belong_to_the_series(scores):
    known = dimension(scores)
    assert json.loads(json.dumps(figures_of(known), allow_nan=False))["n"] == len(scores)
    order = [one.id for one in known.series]
    marked = [order.index(signal.id) for signal in known.signals]
    assert marked == sorted(marked)
    shifts = [signal.id for signal in known.signals if signal.rule == "shift"]
    assert (shifts[-1:] or [None]) == [known.level_since]
    assert len(shifts) == max(len(known.levels) - 1, 0)


@given(series | stepped, st.integers(-3, 3))
def test_moving_all_scores_moves_levels_and_nothing_else(scores, by):
    known, moved = dimension(scores), dimension([score + by for score in scores])
    assert moved.signals == known.signals
    assert moved.verdict == known.verdict
    for name in ("latest", "recent_level", "centre", "lower_limit", "upper_limit", "median"):
        before, after = getattr(known, name), getattr(moved, name)
        assert after == (None if before is None else pytest.approx(before + by))
    for name in ("slope_per_10", "autocorrelation", "moving_range"):
        assert getattr(moved, name) == pytest.approx(getattr(known, name))
