import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.analysis.recent import recent_level


def test_worked_by_hand():
    assert recent_level([4, 6, 6, 1, 5]) == pytest.approx([4, 4.4, 4.72, 3.976, 4.1808])


@pytest.mark.parametrize("n", range(5))
def test_none_below_five_scores(n):
    assert recent_level([4] * n) == ()


def test_the_weights_are_those_of_an_exponential():
    scores = [3, 7, 2, 5, 6, 6, 1]
    weights = [0.8**6, *(0.2 * 0.8 ** (6 - i) for i in range(1, 7))]
    assert sum(weights) == pytest.approx(1)
    assert recent_level(scores)[-1] == pytest.approx(sum(w * y for w, y in zip(weights, scores, strict=True)))


@given(st.lists(st.integers(1, 7), min_size=5, max_size=60))
def test_it_stays_among_the_scores(scores):
    levels = recent_level(scores)
    assert len(levels) == len(scores)
    assert all(min(scores) - 1e-9 <= level <= max(scores) + 1e-9 for level in levels)
