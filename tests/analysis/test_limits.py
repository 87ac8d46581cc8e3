from itertools import pairwise
from statistics import fmean

import pytest
from hypothesis import given

from negojournal.analysis.limits import REACH, Level, build_level, build_levels, clipped, moving_range
from negojournal.analysis.line import distances, fit_line, flat
from tests.strategies import series, stepped

# NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.2, Individuals Control Charts: flow rate of ten batches.
# Its results: centre 50.81, mean moving range 1.8778, limits 55.8041 and 45.8159 (3 ÷ 1.128 where we use 2.66).
FLOW_RATE = (49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1)


def test_the_individuals_chart_of_the_nist_handbook():
    level = build_level(FLOW_RATE, 0, 10)
    assert level.centre == pytest.approx([50.81] * 10)
    assert level.moving_range == pytest.approx(1.8778, abs=5e-5)
    assert level.upper[-1] == pytest.approx(50.81 + 2.66 * 1.8778, abs=5e-4)
    assert level.upper[-1] == pytest.approx(55.8041, abs=1e-3)
    assert level.lower[-1] == pytest.approx(45.8159, abs=1e-3)
    assert level.outside == ()


def test_limits_lie_two_and_two_thirds_moving_ranges_away():
    assert pytest.approx(3 / 1.128, abs=5e-4) == REACH
    level = build_level([3, 5, 4, 6, 3, 5], 0, 6)
    assert level.moving_range == pytest.approx((2 + 1 + 2 + 3 + 2) / 5)
    assert level.reach == pytest.approx(2.66 * 2)
    assert level.upper == pytest.approx([26 / 6 + 5.32] * 6)
    assert level.lower == pytest.approx([26 / 6 - 5.32] * 6), "unclipped"


def test_one_point_is_the_least_reach_and_the_limit_itself_is_usual():
    assert build_level([4.2] * 12, 0, 12).reach == 1
    scores = [4.2] * 11 + [5.2]
    level = build_level(scores, 0, 12)
    assert level.reach == 1
    assert level.outside == ()
    level = build_level([4] * 40 + [6] + [4] * 40, 0, 81)
    assert level.outside == (40,)
    assert level.upper[40] == pytest.approx(4 + 2 / 81 + 1)


def test_a_score_at_the_limit_is_not_outside():
    # Three of four questions answered: in floating point the score one above the mean lies more than 1 above it.
    scores = [10 / 3] * 12
    scores[4] += 1
    scores[8] -= 1
    level = build_level(scores, 0, 12)
    assert level.reach == 1
    assert scores[4] - level.centre[4] > 1
    assert level.outside == ()


def test_a_level_with_a_trend_of_its_own_has_a_sloping_centre():
    scores = [1 + 0.25 * i + (0.25 if i % 3 else 0) for i in range(20)]
    level = build_level(scores, 0, 20)
    line = fit_line(scores)
    assert level.centre == line.values(20)
    assert level.moving_range == pytest.approx(moving_range(distances(scores, line.values(20))))
    assert level.moving_range < moving_range(distances(scores, flat(scores)))
    assert level.mean == pytest.approx(fmean(scores))
    assert build_level(scores[:9], 0, 9).centre == flat(scores[:9]), "nine carry no verdict"
    straight = [1 + 0.15 * i for i in range(20)]
    assert build_level(straight, 0, 20).centre == pytest.approx(straight)
    assert build_level(straight, 0, 20).moving_range == 0


@pytest.mark.parametrize(("n", "limited", "provisional"), [(1, False, True), (5, False, True), (6, True, True)])
def test_limits_from_six_scores(n, limited, provisional):
    level = build_level([4, 6] * 3, 0, n)
    assert bool(level.lower) == bool(level.upper) == limited
    assert (level.moving_range is not None) == (level.reach is not None) == limited
    assert level.provisional == provisional
    assert len(level.centre) == level.n == n


def test_limits_are_provisional_below_twenty():
    assert build_level([4] * 19, 0, 19).provisional
    assert not build_level([4] * 20, 0, 20).provisional


def test_limits_are_drawn_on_the_scale_only():
    assert [clipped(limit) for limit in (-2.0, 1.0, 3.3, 7.0, 9.1)] == [1.0, 1.0, 3.3, 7.0, 7.0]


def test_every_level_has_its_own_range():
    scores = [3, 2] * 8 + [6, 5] * 3
    assert build_levels(scores) == (
        Level(0, 16, (2.5,) * 16, 1.0, 2.66),
        Level(16, 22, (5.5,) * 6, 1.0, 2.66),
    )
    assert [level.provisional for level in build_levels(scores)] == [True, True]
    assert build_levels([]) == ()
    assert build_levels([5]) == (Level(0, 1, (5.0,)),)


@given(series | stepped)
def test_levels_cover_the_series_and_their_limits_hold_their_centre(scores):
    levels = build_levels(scores)
    assert [level.start for level in levels] == [0, *(level.end for level in levels[:-1])][: len(levels)]
    assert sum(level.n for level in levels) == len(scores)
    for level in levels:
        assert len(level.centre) == level.n
        assert bool(level.lower) == (level.n >= 6)
        assert all(
            low <= c - 1 <= c + 1 <= high for low, c, high in zip(level.lower, level.centre, level.upper, strict=False)
        )
        for position in range(level.start, level.end):
            if level.lower:
                i = position - level.start
                inside = level.lower[i] - 1e-8 <= scores[position] <= level.upper[i] + 1e-8
                assert inside != (position in level.outside)


@given(series | stepped)
def test_mirrored_scores_have_mirrored_limits(scores):
    levels, mirrored = build_levels(scores), build_levels([8 - score for score in scores])
    assert [level.outside for level in levels] == [level.outside for level in mirrored]
    for one, other in zip(levels, mirrored, strict=True):
        assert one.lower == pytest.approx([8 - high for high in other.upper])
    assert all(before.end == after.start for before, after in pairwise(levels))
