import numpy as np
import pytest
from scipy import stats

from negojournal.analysis.line import distances, fit_line, flat, settled, spread, squares


@pytest.mark.parametrize("seed", range(5))
def test_the_line_is_that_of_scipy(seed):
    scores = np.random.default_rng(seed).integers(1, 8, 7 + 20 * seed).tolist()
    expected = stats.linregress(range(len(scores)), scores)
    line = fit_line(scores)
    assert line.slope == pytest.approx(expected.slope)
    assert line.first == pytest.approx(expected.intercept)
    assert squares(distances(scores, line.values(len(scores)))) == pytest.approx(
        (1 - expected.rvalue**2) * np.var(scores) * len(scores)
    )


def test_the_spread_is_that_of_the_review_numbers():
    assert spread(7) == sum((x - 4) ** 2 for x in range(1, 8)) == 28


def test_rounding_is_not_a_difference():
    scores = [4.3] * 7
    assert fit_line(scores).slope == 0.0
    assert set(distances(scores, flat(scores))) == {0.0}
    assert settled(1e-12) == 0.0
    assert settled(-0.25) == -0.25


def test_a_straight_line_leaves_no_distances():
    scores = [1 + 0.1 * i for i in range(12)]
    assert distances(scores, fit_line(scores).values(12)) == pytest.approx([0] * 12)
