from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from types import SimpleNamespace

import pytest

from negojournal.analysis.dimension import Rule, Signal
from negojournal.charts.ending import build_endings
from negojournal.charts.note import notes_of, reminders_of
from negojournal.charts.panel import build_panel
from negojournal.charts.profile import build_profile, is_shown
from negojournal.charts.registry import CHARTS, SMALL
from negojournal.charts.style import print_style
from negojournal.charts.table import Line
from negojournal.charts.words import caption_of, panel_text, remarks_of, signals_said
from negojournal.domain.outcome import DIMENSIONS, Outcome
from negojournal.domain.summary import Tally
from tests.charts.samples import report_of, sample_report
from tests.charts.test_drawing import THEME

EMPTY, ONE, SEVERAL, MANY = (sample_report(count) for count in (0, 1, 40, 100))
WEEKS = sample_report(3000, span=700)


def lines(key, report):
    return [line.cells for line in CHARTS[key].table(report).lines]


def test_every_chart_of_the_page_is_registered():
    assert list(CHARTS) == ["trends", *DIMENSIONS, "profile"]
    assert list(SMALL) == list(DIMENSIONS)


@pytest.mark.parametrize("key", CHARTS)
@pytest.mark.parametrize("report", [EMPTY, ONE, SEVERAL, MANY, WEEKS], ids=["0", "1", "40", "100", "3000"])
def test_every_chart_has_a_table_a_text_and_a_caption(key, report):
    table = CHARTS[key].table(report)
    assert all(len(line.cells) == len(table.headers) for line in table.lines)
    assert table.widest < len(table.headers)
    assert CHARTS[key].text(report)
    assert CHARTS[key].caption(report).endswith(".")


def test_registering_charts_loads_nothing_that_draws():
    heavy = "('matplotlib', 'numpy', 'scipy')"
    lists = "negojournal.charts.registry, negojournal.charts.insight.registry"
    code = f"import sys, {lists}; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_caption_says_what_is_drawn_and_what_is_left_out():
    report = sample_report(40, other=5)
    assert caption_of(report, *Outcome) == (
        "Reviews stand side by side in the order held. Each point is one review: 40 reviews, Full questionnaire, "
        "all reviews. Drawn hollow and left out of every number: 5 by another questionnaire. "
        "Shows how negotiations felt, not how well you negotiate. 3 negotiations are not rated."
    )


def test_the_caption_of_an_empty_chart_says_that_it_is_empty():
    assert caption_of(EMPTY, "self") == "No ratings yet (all reviews). 3 negotiations are not rated."
    assert caption_of(replace(EMPTY, tally=Tally(1, 0)), "self").endswith("1 negotiation is not rated.")


def test_the_caption_of_weeks_says_so_and_leaves_out_what_was_rated():
    said = caption_of(replace(WEEKS, tally=Tally(3000, 3000)), "self")
    assert said.startswith("Each mark is the median and the middle half of a week: 3,000 reviews")
    assert "not rated" not in said


def test_a_caption_without_a_questionnaire():
    assert "no questionnaire" in caption_of(replace(ONE, questionnaire=None), "self")


def test_the_text_of_a_large_chart_tells_it_all():
    said = CHARTS["process"].text(SEVERAL).splitlines()
    assert said[0].startswith("Process, last 40: median ")
    assert any(line.startswith("Leaning up") for line in said)
    assert said[-1] == "Milestone on 5 December 2024: Coaching with Dana begins"


def test_the_text_of_small_charts_is_one_line_each():
    said = CHARTS["trends"].text(SEVERAL).splitlines()
    assert said[:4] == [panel_text(SEVERAL, key) for key in Outcome]
    assert len(said) == 6


def test_nothing_is_remarked_where_nothing_is_rated():
    assert remarks_of(EMPTY, "process") == ()
    assert CHARTS["process"].text(EMPTY).splitlines()[0] == "Process: no ratings yet"


def test_the_overview_table_has_a_line_for_each_dimension():
    shown = lines("trends", MANY)
    assert [cells[0] for cells in shown] == ["Instrumental", "Process", "Relationship", "Self", "Overall"]
    assert shown[1][5:] == ("improving", "+0.2", "0.1 to 0.3")
    assert lines("trends", EMPTY)[0] == ("Instrumental", "0", "–", "–", "–", "–", "–", "–")


def test_ranges_beyond_the_scale_are_told_by_the_limit_that_lies_on_it():
    ranges = {cells[4].split()[0] for cells in lines("trends", MANY)}
    assert "from" in ranges
    assert all(not cells[4].endswith("7.9") for cells in lines("trends", MANY))


def test_the_table_of_a_dimension_has_reviews_and_milestones_in_order_of_time():
    report = sample_report(100, other=3)
    table = CHARTS["process"].table(report)
    assert len(table.lines) == 105
    assert sum(line.id is None for line in table.lines) == 2
    assert table.lines[0].cells[1] == "Budget with team 1"
    assert sum(line.cells[5] == "stands out from your usual range" for line in table.lines) == 3
    assert sum(line.cells[5] == "another questionnaire" for line in table.lines) == 3
    assert next(line.cells[1] for line in table.lines if line.id is None) == "Milestone: Negotiation course"


def test_reviews_before_the_latest_500_are_listed_without_statistics():
    shown = CHARTS["self"].table(sample_report(700)).lines
    assert sum(line.cells[5] == "before the latest 500" for line in shown) == 200
    assert shown[0].cells[3:5] == ("–", "–")


def test_few_reviews_have_no_statistics_beside_them():
    assert lines("self", ONE)[0][3:] == ("–", "–", "")


def test_the_table_of_weeks_has_a_line_a_week():
    table = CHARTS["self"].table(WEEKS)
    assert table.headers[0] == "Week from"
    assert len(table.lines) == len(WEEKS.bands["self"]) + 2
    assert Line(("30 October 2024", "Milestone: Negotiation course", "", "", ""), None) not in table.lines
    assert any("Milestone: Negotiation course" in line.cells for line in table.lines)


def test_the_latest_review_is_shown_on_its_own_while_there_are_few():
    assert [is_shown(report) for report in (EMPTY, ONE, sample_report(2), SEVERAL)] == [False, True, True, False]
    profile = build_profile(ONE)
    assert profile.title == "Latest: Budget with team 1, 8 June 2024"
    assert [row.said for row in profile.rows] == ["5", "3.5", "5.3", "5.8"]
    assert CHARTS["profile"].text(ONE).splitlines()[1] == "Instrumental: 5"
    assert CHARTS["profile"].caption(ONE).startswith("The latest of 1 rated review, all reviews.")


def test_an_outcome_that_was_not_rated_is_said_to_be():
    partial = {**ONE.dimensions, "self": EMPTY.dimensions["self"]}
    report = replace(ONE, dimensions=partial, titles={})
    assert lines("profile", report)[3] == ("Self", "not rated")
    assert build_profile(report).title.startswith("Latest: Untitled")


def test_there_is_no_latest_review_of_none():
    assert build_profile(EMPTY).rows == ()
    assert CHARTS["profile"].table(EMPTY).lines == ()


def test_notes_name_the_numbered_reviews_and_remind_beside_a_fall():
    assert notes_of(MANY, "self")[0].startswith("1 Scope with team 3, 8 August 2024: 1, stands out")
    assert notes_of(MANY, "relationship")[-1].startswith("Raising one's standards")
    assert reminders_of(MANY, *Outcome) == notes_of(MANY, "relationship")[-1:]
    assert notes_of(EMPTY, "self") == ()
    assert CHARTS["profile"].notes(MANY) == ()
    assert CHARTS["trends"].notes(MANY) == reminders_of(MANY, *Outcome)


def said_beside(report, key, *, spelled):
    return [one.text for one in build_endings(build_panel(report, key), print_style(THEME), spelled=spelled)]


def test_words_beside_the_lines_grow_with_the_data():
    assert said_beside(EMPTY, "process", spelled=True) == []
    assert said_beside(ONE, "process", spelled=True) == ["3.5"]
    assert said_beside(sample_report(3), "process", spelled=True) == ["median 4.5"]
    assert said_beside(sample_report(3), "process", spelled=False) == ["4.5"]
    assert said_beside(sample_report(5), "process", spelled=True)[0].startswith("recent level ")
    assert said_beside(sample_report(8), "relationship", spelled=True)[1:] == [
        "provisional range to 5.9",
        "provisional range from 3.3",
    ]
    assert said_beside(SEVERAL, "process", spelled=True)[1:] == ["no upper limit", "usual range from 2.7"]
    assert said_beside(SEVERAL, "process", spelled=False) == ["5.8", "2.7"]


def test_numbers_beside_the_lines_have_one_decimal_also_where_they_are_whole():
    assert said_beside(report_of(5, 5, 5, 5, 5), "process", spelled=True) == ["recent level 5.0"]


def test_words_beside_weeks():
    assert said_beside(WEEKS, "process", spelled=True) == ["median 6.5", "middle half"]
    assert said_beside(WEEKS, "process", spelled=False) == ["6.5"]


def test_charts_for_files_stand_on_white():
    assert print_style(THEME).ground == "#FFFFFF"
    assert print_style(THEME, family="Serif").families == ("Serif",)


def test_titles_with_line_breaks_stand_on_one_line():
    report = replace(ONE, titles=dict.fromkeys(ONE.titles, "Budget\n2027"))
    assert build_profile(report).title.startswith("Latest: Budget 2027,")
    assert lines("self", report)[0][1] == "Budget 2027"
    assert build_panel(report, "self").points[0].words.startswith("Budget 2027,")


def test_a_review_with_two_signals_says_both():
    signals = (Signal("r1", Rule.SHIFT), Signal("r1", Rule.OUTSIDE), Signal("r4", Rule.OUTSIDE))
    said = signals_said(SimpleNamespace(signals=signals))
    assert said == {
        "r1": "a new level begins here, stands out from your usual range",
        "r4": "stands out from your usual range",
    }
