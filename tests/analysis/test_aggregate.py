import pytest

from negojournal.analysis.aggregate import Grain, grain_for


@pytest.mark.parametrize(
    ("count", "span_days", "grain"),
    [
        (0, 0, Grain.REVIEW),
        (1_000, 9_000, Grain.REVIEW),
        (1_001, 0, Grain.WEEK),
        (1_001, 5 * 365 + 1, Grain.WEEK),
        (1_001, 5 * 365 + 2, Grain.MONTH),
        (100_000, 4_000, Grain.MONTH),
    ],
)
def test_above_a_thousand_points_weeks_and_above_five_years_months(count, span_days, grain):
    assert grain_for(count, span_days) is grain
