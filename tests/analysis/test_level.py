from itertools import pairwise
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from negojournal.analysis.level import (
    average_ranks,
    best_split,
    chance,
    level_starts,
    shift_after,
    tie_factor,
)
from tests.strategies import series, stepped

# A. N. Pettitt, A non-parametric approach to the change-point problem, Applied Statistics 28, 1979, Table 1.
# His results: K = 232 after observation 17, p = 0.0146.
# fmt: off
PETTITT = (
    -1.05, 0.96, 1.22, 0.58, -0.98, -0.03, -1.54, -0.71, -0.35, 0.66, 0.44, 0.91, -0.02, -1.42, 1.26, -1.02, -0.81,
    1.66, 1.05, 0.97, 2.14, 1.22, -0.24, 1.60, 0.72, -0.12, 0.44, 0.03, 0.66, 0.56, 1.37, 1.66, 0.10, 0.80, 1.29,
    0.49, -0.07, 1.18, 3.29, 1.84,
)

# Annual flow of the Nile at Aswan, 1871–1970: G. W. Cobb, The problem of the Nile, Biometrika 65, 1978, 243–251,
# who places the change after 1898, the 28th year.
NILE = (
    1120, 1160, 963, 1210, 1160, 1160, 813, 1230, 1370, 1140, 995, 935, 1110, 994, 1020, 960, 1180, 799, 958, 1140,
    1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774, 840, 874, 694, 940, 833, 701, 916, 692, 1020, 1050, 969,
    831, 726, 456, 824, 702, 1120, 1100, 832, 764, 821, 768, 845, 864, 862, 698, 845, 744, 796, 1040, 759, 781, 865,
    845, 944, 984, 897, 822, 1010, 771, 676, 649, 846, 812, 742, 801, 1040, 860, 874, 848, 890, 744, 749, 838, 1050,
    918, 986, 797, 923, 975, 815, 1020, 906, 901, 1170, 912, 746, 919, 718, 714, 740,
)
# fmt: on


def pettitt_by_signs(scores):
    """Compute |U_t| as Pettitt defines it: by comparing each score up to t with each after it."""
    x = np.asarray(scores)
    return [abs(np.sign(x[:t, None] - x[None, t:]).sum()) for t in range(1, len(x))]


def test_pettitts_own_example():
    split = best_split(average_ranks(PETTITT))
    assert (split.after, split.k) == (17, 232)
    assert chance(split.k, len(PETTITT)) == pytest.approx(0.0146, abs=5e-5)


def test_the_nile_fell_after_1898():
    assert sum(NILE) / 100 == pytest.approx(919.35)
    assert level_starts(NILE) == (0, 28)


@pytest.mark.parametrize("scores", [PETTITT, NILE, NILE[28:], (1, 1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1)])
def test_ranks_say_what_comparing_every_pair_says(scores):
    assert average_ranks(scores) == pytest.approx(stats.rankdata(scores))
    split, sizes = best_split(average_ranks(scores)), pettitt_by_signs(scores)
    assert split.k == max(sizes[3 : len(scores) - 4])
    assert split.after == 4 + sizes[3 : len(scores) - 4].index(split.k)


def test_the_first_of_several_equal_splits_is_taken():
    assert best_split(average_ranks([1, 1, 1, 1, 2, 2, 2, 2, 1, 1, 1, 1])).after == 4


def test_a_split_leaves_four_scores_on_either_side():
    assert best_split(average_ranks([1, 2, 3, 4, 5, 6, 7, 5, 6, 7, 5, 6])).after >= 4
    assert best_split(average_ranks([7] * 11 + [1])).after == 8


def test_ties_narrow_what_chance_can_do():
    assert tie_factor(average_ranks(range(20))) == pytest.approx(1)
    ranks = average_ranks([1, 2] * 10)
    assert tie_factor(ranks) == pytest.approx(np.var(stats.rankdata([1, 2] * 10)) / ((20**2 - 1) / 12))
    assert chance(50, 20, tie_factor(ranks)) < chance(50, 20)


def test_chance_is_never_above_one():
    assert chance(0, 20) == 1
    assert chance(100, 20, 2.0) == pytest.approx(2 * exp(-60_000 / (2 * 8_400)))


def test_a_plain_step_stands_after_its_last_low_score():
    assert shift_after([3, 4] * 6 + [6, 7] * 6) == 12
    assert level_starts([3, 4] * 6 + [6, 7] * 6) == (0, 12)


def test_worked_by_hand():
    # Six 3s then six 5s: ranks 3.5 and 9.5, U_6 = 42 − 78 = −36; their variance is 9 of 143 ÷ 12; nothing is left
    # around the two means, so f = 1: p = 2·exp(−6·1296 ÷ (0.75524·1872)).
    scores = [3] * 6 + [5] * 6
    split = best_split(average_ranks(scores))
    assert (split.after, split.k) == (6, 36)
    assert tie_factor(average_ranks(scores)) == pytest.approx(108 / 143)
    assert chance(36, 12, 108 / 143) == pytest.approx(0.00817, abs=1e-5)
    assert shift_after(scores) == 6
    assert shift_after(scores[1:]) is None, "eleven scores are too few"


def test_shifts_are_sought_in_what_follows_a_shift():
    assert level_starts([2, 3] * 8 + [6, 7] * 8 + [4, 5] * 8) == (0, 16, 32)


def test_a_rise_is_no_shift():
    assert shift_after([1 + i / 10 for i in range(40)]) is None
    rough = [2 + i / 10 + (0.9 if i % 2 else -0.9) for i in range(36)]
    split = best_split(average_ranks(rough))
    assert chance(split.k, 36) < 0.01, "it is the line that fits better"
    assert shift_after(rough) is None


def test_chance_must_be_below_one_in_a_hundred():
    few, more = [3] * 4 + [5] * 8, [3] * 5 + [5] * 8
    assert chance(32, 12, tie_factor(average_ranks(few))) == pytest.approx(0.0151, abs=5e-5)
    assert shift_after(few) is None
    assert shift_after(more) == 5


def test_autocorrelation_makes_a_shift_harder_to_show():
    slow, quick = [3, 3, 3, 4, 4, 4] * 2 + [5, 5, 5, 6, 6, 6] * 2, [3, 4] * 6 + [6, 5] * 6
    assert best_split(average_ranks(slow)) == best_split(average_ranks(quick))
    assert shift_after(slow) is None
    assert shift_after(quick) == 12


@pytest.mark.parametrize("scores", [[], [5], [5] * 11, [5] * 40, [4.3] * 40])
def test_no_shift_where_there_is_nothing_to_part(scores):
    assert level_starts(scores) == ((0,) if scores else ())


@given(series | stepped)
def test_levels_have_four_scores_or_more_and_shifts_twelve(scores):
    starts = level_starts(scores)
    bounds = (*starts, len(scores))
    assert all(after - before >= 4 for before, after in pairwise(bounds)) or len(starts) <= 1
    assert all(len(scores) - start >= 12 for start in starts[:-1])


@given(series | stepped, st.integers(-3, 3))
def test_neither_moving_nor_mirroring_the_scores_moves_a_shift(scores, by):
    assert level_starts([score + by for score in scores]) == level_starts(scores)
    assert level_starts([8 - score for score in scores]) == level_starts(scores)
