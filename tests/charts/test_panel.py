from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from negojournal.analysis.aggregate import Grain
from negojournal.charts.panel import build_panel
from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Milestone
from tests.charts.samples import FIRST, report_of, sample_report


def panel_of(*scores: float, **parts):
    return build_panel(report_of(*scores, **parts), "process")


def test_an_empty_panel_invents_nothing():
    panel = panel_of(milestones=(Milestone(MilestoneId("m"), FIRST, "Course"),))
    assert (panel.title, panel.subtitle) == ("Process: no ratings yet", "")
    assert (panel.points, panel.ranges, panel.flags, panel.stops, panel.recent, panel.last) == (
        (),
        (),
        (),
        (),
        None,
        None,
    )


@pytest.mark.parametrize(
    ("count", "median", "recent", "ranges"),
    [(1, False, False, 0), (2, False, False, 0), (3, True, False, 0), (5, False, True, 0), (6, False, True, 1)],
)
def test_what_is_shown_grows_with_the_data(count, median, recent, ranges):
    panel = panel_of(*([4.0, 5.0, 4.5] * 2)[:count])
    assert (panel.median is not None, panel.recent is not None, len(panel.ranges)) == (median, recent, ranges)


def test_the_title_is_the_verdict_and_the_line_below_says_what_is_missing():
    panel = panel_of(4, 5, 6, 5, 5)
    assert panel.title == "Process: too early to tell"
    assert panel.subtitle == "5 so far, median 5. Too early to tell a direction: 5 more reviews"


def test_a_trend_has_its_slope_below_the_verdict():
    panel = panel_of(*(2 + 0.1 * i + 0.1 * (i % 2) for i in range(30)))
    assert panel.title == "Process: improving"
    assert panel.subtitle.startswith("+1.0 per 10 reviews [")


def test_reviews_stand_side_by_side_with_those_of_the_other_questionnaire_between_them():
    panel = panel_of(4, 5, 6, other=((1, 3.0), (9, 2.0)))
    assert [(point.id, point.x, point.used) for point in panel.points] == [
        ("r0", 1, True),
        ("r1", 2, True),
        ("o0", 3, False),
        ("r2", 4, True),
        ("o1", 5, False),
    ]
    assert panel.last is not None
    assert panel.last.id == "r2"


def test_few_reviews_leave_room_for_those_to_come():
    assert (panel_of(4, 5).start, panel_of(4, 5).end) == (0.5, 10.5)
    assert panel_of(*[4.0] * 30).end == 30.5


def test_a_milestone_stands_between_the_reviews_before_and_after_it():
    on = [FIRST - timedelta(days=9), FIRST + timedelta(days=2), FIRST + timedelta(days=90)]
    marks = tuple(Milestone(MilestoneId(f"m{i}"), day, "Course") for i, day in enumerate(on))
    panel = panel_of(4, 5, 6, 5, milestones=marks)
    assert [flag.x for flag in panel.flags] == [0.5, 2.5, 4.5]


def test_a_review_that_stands_out_is_numbered_and_named():
    panel = panel_of(*[4.0, 4.5] * 6, 1.0, *[4.0, 4.5] * 3)
    (note,) = panel.notes
    assert (note.id, note.number) == ("r12", 1)
    assert note.words == "Talk r12, 16 March 2024: 1, stands out from your usual range"


def test_the_first_review_of_a_new_level_is_numbered_and_named():
    panel = panel_of(*[2.0, 2.5] * 8, *[6.0, 6.5] * 8)
    (note,) = panel.notes
    assert (note.id, note.number) == ("r16", 1)
    assert note.words.endswith(": 6, a new level begins here")


def test_a_review_without_a_title_is_called_untitled():
    panel = build_panel(replace(report_of(4), titles={}), "process")
    assert panel.points[0].words == "Untitled, 4 March 2024: 4"


def test_limits_are_clipped_to_the_scale_and_said_to_be_open():
    (one,) = panel_of(*[6.5, 5.5] * 6).ranges
    assert (one.open_above, one.open_below, one.provisional) == (True, False, True)
    assert max(one.upper) == 7
    (other,) = panel_of(*[1.5, 2.5] * 12).ranges
    assert (other.open_above, other.open_below, other.provisional) == (False, True, False)
    assert min(other.lower) == 1


def test_a_shift_parts_two_ranges_that_meet():
    panel = panel_of(*[3.0, 3.5, 3.25] * 7, *[6.0, 5.5, 5.75] * 7)
    before, after = panel.ranges
    assert before.xs[-1] == after.xs[0] == 21.5
    assert before.centre[-1] < after.centre[0]


def test_a_new_level_too_short_for_limits_is_shown_by_its_centre():
    panel = panel_of(*[3.0] * 10, *[6.0] * 5)
    assert len(panel.ranges) == 2
    assert panel.ranges[-1].lower == ()
    assert not panel.ranges[-1].open_above


def test_weeks_stand_on_a_line_of_days_with_the_milestones_among_them():
    report = sample_report(3000, span=700)
    assert report.grain is Grain.WEEK
    panel = build_panel(report, "process")
    assert panel.spread is not None
    assert len(panel.spread.xs) == len(report.bands["process"])
    assert panel.spread.xs[1] - panel.spread.xs[0] == 7
    assert [flag.x for flag in panel.flags] == [one.on.toordinal() for one in report.milestones]
    assert (panel.points, panel.ranges, panel.recent) == ((), (), None)


def test_milestones_beyond_the_weeks_are_left_out():
    report = sample_report(3000, span=700)
    late = Milestone(MilestoneId("late"), FIRST + timedelta(days=4000), "Course")
    assert build_panel(replace(report, milestones=(late,)), "process").flags == ()


def test_months_are_drawn_over_long_spans():
    report = sample_report(3000, span=3000)
    assert report.grain is Grain.MONTH
    panel = build_panel(report, "self")
    assert panel.spread is not None
    assert 28 <= panel.spread.xs[1] - panel.spread.xs[0] <= 31


def test_a_dimension_without_weeks_is_empty():
    report = replace(sample_report(3000, span=700), bands={})
    empty = replace(report, dimensions=sample_report(0).dimensions)
    assert build_panel(empty, "process").spread is None
