"""What insights put on paper: words that keep clear of each other, marks that lead to reviews."""

from __future__ import annotations

from dataclasses import replace

import pytest

from negojournal.analysis.insight.grouping import Grouping, GroupingKind
from negojournal.catalog.theme import load_theme
from negojournal.charts.file import render_file
from negojournal.charts.frame import Box
from negojournal.charts.insight.registry import INSIGHTS
from negojournal.charts.insight.scale import differences, parted
from negojournal.charts.insight.sheet import finding_of
from negojournal.charts.insight.territory import short_number
from negojournal.charts.pen import Pen
from negojournal.charts.picture import Canvas, build_canvas
from negojournal.charts.style import PRINT_SIZE, print_style, style_from
from negojournal.paths import resource_folder
from tests.charts.insight_samples import PARTS, contrast, sample_insights
from tests.charts.paper import assert_words_keep_clear

THEME = load_theme(resource_folder() / "theme")
SCREEN = style_from(THEME, THEME.light, family="DejaVu Sans", size=13)
WIDE, NARROW = 760.0, 480.0
POINTS = ("quarters", "captured", "calibration", "expectation", "hindsight", "power", "dodged")


def drawn(key, report, *, width=WIDE, most=1000, style=SCREEN):
    chart = INSIGHTS[key]
    height = min(chart.height(report) * style.body / PRINT_SIZE, most)
    agg = build_canvas(Canvas(width, height))
    spots = chart.draw(Pen(agg, style), Box(6, 6, width - 12, height - 12), report)
    return agg.figure, spots


def words(figure) -> list[str]:
    return [text.get_text() for text in figure.texts]


@pytest.fixture(scope="module", params=(0, 1, 2, 4, 5, 12, 40, 400))
def report(request):
    return sample_insights(request.param)


def test_every_part_has_its_chart():
    assert set(INSIGHTS) == set(PARTS)


@pytest.mark.parametrize("most", [340, 1000])
@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("key", INSIGHTS)
def test_no_words_overlap_or_leave_the_paper(report, key, width, most):
    figure, _ = drawn(key, report, width=width, most=most)
    assert_words_keep_clear(figure, 2.5)


@pytest.mark.parametrize("key", INSIGHTS)
def test_the_finding_stands_under_the_name_also_where_nothing_is_drawn(key):
    for count in (0, 40):
        report = sample_insights(count)
        said = words(drawn(key, report)[0])
        assert said[0] == INSIGHTS[key].title
        assert " ".join(said[1:3]).startswith(finding_of(report, key)[:40])


@pytest.mark.parametrize("key", INSIGHTS)
def test_nothing_is_invented_for_an_empty_journal(key):
    figure, spots = drawn(key, sample_insights(0))
    assert spots == ()
    assert figure.axes == []
    assert [artist for artist in figure.get_children() if type(artist).__name__ == "Line2D"] == []


@pytest.mark.parametrize("key", ["expectation", "habits"])
def test_milestones_stand_over_what_goes_along_time(key):
    said = words(drawn(key, sample_insights(12))[0])
    assert "Course 11, three days" in said
    assert sum(word.startswith("Course") for word in said) >= 2
    assert not any(word.startswith("Course") for word in words(drawn("dodged", sample_insights(12))[0]))


@pytest.mark.parametrize("key", POINTS)
def test_points_lead_to_their_reviews(key):
    report = sample_insights(12)
    figure, spots = drawn(key, report)
    assert {spot.id for spot in spots} <= {f"n{i}" for i in range(12)}
    assert len({spot.id for spot in spots}) == 12
    assert all(0 <= spot.x <= figure.bbox.width and 0 <= spot.y <= figure.bbox.height for spot in spots)
    assert all(
        f"{number}" in spot.words and ": " in spot.words for number, spot in ((spot.id[1:], spot) for spot in spots)
    )


def test_a_group_with_too_few_says_how_many_it_needs():
    said = words(drawn("comparison", sample_insights(40))[0])
    assert "needs 2 more not planned" in said
    assert said.count("5.5 from 40, 5 from 20") == 4


def test_a_group_that_is_its_row_is_named_once():
    row = contrast("jo", "planned", 2, 30)
    both = contrast("ana", "Ana", 2, 1)
    report = sample_insights(40)
    rows = (*report.comparison.rows, row, both)
    said = words(drawn("comparison", replace(report, comparison=replace(report.comparison, rows=rows)))[0])
    assert {"needs 3 more", "needs 3 and 4 more"} <= set(said)


def test_several_groups_are_neutral_and_name_no_side():
    report = sample_insights(40)
    rows = tuple(contrast(key, key, 12, 30) for key in ("Budgets", "Scope"))
    by_area = replace(report.comparison, grouping=Grouping(GroupingKind.AREA), rows=rows)
    figure, _ = drawn("comparison", replace(report, comparison=by_area))
    assert {"← lower", "higher →"} <= set(words(figure))
    colours = {line.get_markerfacecolor() for line in figure.get_children() if hasattr(line, "get_markerfacecolor")}
    assert not colours & {look.colour for look in THEME.outcomes.values()}


def test_an_interval_without_one_is_a_bare_mark():
    report = sample_insights(40)
    rows = tuple(replace(row, interval=None) for row in report.comparison.rows[:1])
    figure, _ = drawn("comparison", replace(report, comparison=replace(report.comparison, rows=rows)))
    assert "+0.5" in words(figure)


def test_outcomes_keep_their_colours_and_shapes():
    figure, _ = drawn("expectation", sample_insights(40))
    marks = {line.get_marker() for line in figure.get_children() if hasattr(line, "get_marker")}
    assert {"o", "s", "D", "^"} <= marks


def test_rows_without_room_are_counted():
    figure, _ = drawn("dodged", sample_insights(14), most=220)
    (said,) = [text for text in words(figure) if text.endswith("more in the table")]
    shown = sum(text.startswith("Ask ") for text in words(figure))
    assert said == f"{14 - shown} more in the table"


@pytest.mark.parametrize("key", INSIGHTS)
def test_a_table_has_a_line_for_each_row(key):
    report = sample_insights(12)
    table = INSIGHTS[key].table(report)
    assert len(table.lines) == len(report.words[key].rows)
    assert {line.id for line in table.lines} == {None}


def test_a_line_of_the_table_leads_to_its_review():
    report = sample_insights(2)
    named = replace(report.words["quarters"], ids=("n0", "n1"))
    table = INSIGHTS["quarters"].table(replace(report, words={**report.words, "quarters": named}))
    assert [line.id for line in table.lines] == ["n0", "n1"]


@pytest.mark.parametrize("key", INSIGHTS)
def test_a_file_carries_finding_caption_and_remarks(tmp_path, key):
    path = tmp_path / "chart.svg"
    render_file(INSIGHTS[key], sample_insights(12), THEME, path)
    text = path.read_text(encoding="utf-8")
    for said in (f"Caption of {key}", "A second remark", f"What {key} says"):
        assert said in text
    assert "fill: #ffffff" in text


def test_a_chart_of_few_rows_is_lower_than_one_of_many():
    few, many = (INSIGHTS["dodged"].height(sample_insights(n)) for n in (1, 14))
    assert few < many / 2


def test_numbers_have_room_in_their_marks():
    assert [short_number(n) for n in (7, 999, 1000, 12_345)] == ["7", "999", "1k", "12k"]


def test_what_is_too_early_is_said_under_then_and_now():
    assert words(drawn("hindsight", sample_insights(2))[0]).count("needs 3 more") == 4


def test_print_is_on_white():
    assert print_style(THEME).ground == "#FFFFFF"


def test_scales_of_differences_are_even_and_hold_0():
    for reach in (0.2, 1, 1.4, 3, 6):
        values = [mark.value for mark in differences(reach)]
        assert values[-1] >= reach
        assert values == sorted(-value for value in values)
        assert 3 <= len(values) <= 7
    assert [mark.words for mark in differences(1)] == ["−1", "−0.5", "0", "+0.5", "+1"]


def test_points_that_meet_stand_beside_each_other():
    assert parted([(10, 10), (50, 10)], 8) == ((10, 10), (50, 10))
    (left, _), (right, _) = parted([(10, 10), (10, 10)], 8)
    assert (left + right) / 2 == 10
    assert right - left == pytest.approx(6.8)
    assert parted([(10, 10)] * 3, 10, upright=3) == ((10, 1.5), (10, 10), (10, 18.5))
    assert parted([(10, 10)] * 3, 10, upright=2) == ((5.75, 5.75), (5.75, 14.25), (14.25, 10))
