import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.analysis.autocorrelation import autocorrelation, inflation


@pytest.mark.parametrize(
    ("residuals", "r"),
    [
        ([1, 1, -1, -1], 1 / 4 + (1 + 1) / 4),
        ([2, 1, -1, -2, 0], 3 / 10 + (1 + 12 / 10) / 5),
        ([3, 3, 3, -3, -3, -3], 0.9),
        ([1, -1, 1, -1], 0.0),
        ([0, 0, 0, 0, 0], 0.0),
    ],
    ids=["four", "five", "kept at 0.9", "kept at 0", "nothing left"],
)
def test_worked_numbers(residuals, r):
    assert autocorrelation(residuals) == pytest.approx(r)


def test_the_factor_grows_with_autocorrelation():
    assert inflation(0) == 1
    assert inflation(0.5) == pytest.approx(3)
    assert inflation(0.9) == pytest.approx(19)


@given(st.lists(st.integers(-6, 6), min_size=1, max_size=60))
def test_it_stays_within_bounds_and_knows_no_direction(residuals):
    r = autocorrelation(residuals)
    assert 0 <= r <= 0.9
    assert autocorrelation(residuals[::-1]) == pytest.approx(r)
    assert autocorrelation([-3 * e for e in residuals]) == pytest.approx(r)
