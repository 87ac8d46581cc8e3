"""What is on the paper: axes, marks and words; not pixels."""

from __future__ import annotations

from dataclasses import replace

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.charts.frame import Box
from negojournal.charts.pen import Pen, families_of
from negojournal.charts.picture import Canvas, build_canvas, draw_picture
from negojournal.charts.registry import CHARTS, SMALL
from negojournal.charts.style import print_style, style_from
from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Milestone
from negojournal.paths import resource_folder
from tests.charts.paper import assert_words_keep_clear
from tests.charts.samples import FIRST, report_of, sample_report

COUNTS = (0, 1, 2, 3, 5, 8, 12, 40, 100, 900, 5000)
THEME = load_theme(resource_folder() / "theme")
STYLES = {
    "light": style_from(THEME, THEME.light, family="DejaVu Sans", size=13),
    "dark": style_from(THEME, THEME.dark, size=13),
    "white": print_style(THEME),
}


def drawn(draw, report, *, style="light", width=640.0, height=420.0):
    agg = build_canvas(Canvas(width, height))
    spots = draw(Pen(agg, STYLES[style]), Box(10, 10, width - 20, height - 20), report)
    return agg.figure, spots


@pytest.fixture(scope="module", params=COUNTS)
def report(request):
    return sample_report(request.param, other=request.param // 10 if request.param < 800 else 0)


@pytest.mark.parametrize("key", CHARTS)
def test_no_words_overlap_or_leave_the_paper(report, key):
    figure, _ = drawn(CHARTS[key].draw, report)
    assert_words_keep_clear(figure, 1.5)


@pytest.mark.parametrize("key", SMALL)
def test_panels_span_the_scale_without_a_frame(report, key):
    figure, _ = drawn(SMALL[key], report)
    (axes,) = figure.axes
    assert axes.get_ylim() == (0.75, 7.25)
    assert not axes.axison
    assert axes.get_gid() == key
    assert not any("majorTicks" in vars(axis) for axis in (axes.xaxis, axes.yaxis))


def test_the_overview_has_a_panel_for_each_outcome_and_the_latest_while_there_are_few():
    assert len(drawn(CHARTS["trends"].draw, sample_report(40))[0].axes) == 4
    assert len(drawn(CHARTS["trends"].draw, sample_report(2))[0].axes) == 5


def test_every_review_has_a_spot_on_its_mark():
    report = sample_report(40, other=5)
    figure, spots = drawn(SMALL["process"], report)
    (axes,) = figure.axes
    filled, hollow = [line for line in axes.lines if line.get_marker() == "s"]
    assert len(spots) == 45
    assert (len(filled.get_xdata()), len(hollow.get_xdata())) == (40, 5)
    x, y = axes.transData.transform((filled.get_xdata()[0], filled.get_ydata()[0]))
    first = next(spot for spot in spots if spot.id == report.dimensions["process"].series[0].id)
    assert (first.x, 420 - first.y) == pytest.approx((x, y), abs=0.01)
    assert hollow.get_markerfacecolor() == THEME.light.window


def test_each_dimension_has_its_shape_and_colour():
    for key, shape in {"instrumental": "o", "process": "s", "relationship": "D", "self": "^"}.items():
        (axes,) = drawn(SMALL[key], sample_report(12))[0].axes
        marks = [line for line in axes.lines if line.get_marker() == shape]
        assert THEME.outcomes[key].colour in {line.get_markerfacecolor() for line in marks}
    (axes,) = drawn(SMALL["overall"], sample_report(12))[0].axes
    assert THEME.light.text in {line.get_markerfacecolor() for line in axes.lines}


def test_signals_are_ringed_in_both_sizes_and_numbered_where_notes_stand():
    report = sample_report(100)
    small, large = (drawn(draw, report)[0] for draw in (SMALL["process"], CHARTS["process"].draw))
    notes = len(CHARTS["process"].notes(report)[0].split("; "))
    assert notes > 1
    for figure in (small, large):
        rings = [line for line in figure.axes[0].lines if line.get_markerfacecolor() == "none"]
        assert [len(line.get_xdata()) for line in rings] == [notes]
    bold = {text.get_text() for text in large.texts if text.get_fontweight() == 700}
    assert {str(number + 1) for number in range(notes)} <= bold
    assert "1" not in {text.get_text() for text in small.texts if text.get_fontweight() == 700}


def test_a_large_panel_says_what_its_lines_are():
    words = {text.get_text() for text in drawn(CHARTS["self"].draw, sample_report(40))[0].texts}
    assert "no upper limit" in words
    assert any(word.startswith("recent level ") for word in words)
    assert any(word.startswith("usual range from ") for word in words)


def test_milestones_are_labelled():
    words = {text.get_text() for text in drawn(CHARTS["self"].draw, sample_report(40))[0].texts}
    assert {"Negotiation course", "Coaching with Dana begins"} <= words


def test_dollars_are_no_mathematics():
    report = sample_report(1)
    named = dict.fromkeys(report.titles, "From $5 to $7 and _back_^")
    figure, _ = drawn(CHARTS["profile"].draw, replace(report, titles=named))
    figure.canvas.draw()
    assert any("$5 to $7" in text.get_text() for text in figure.texts)


def test_an_outcome_that_was_not_rated_has_no_mark():
    report = sample_report(1)
    partial = replace(report, dimensions={**report.dimensions, "self": sample_report(0).dimensions["self"]})
    figure, spots = drawn(CHARTS["profile"].draw, partial)
    assert len(spots) == 3
    assert "not rated" in {text.get_text() for text in figure.texts}


def test_a_new_level_too_short_for_limits_has_only_its_centre():
    figure, _ = drawn(SMALL["process"], report_of(*[3.0] * 10, *[6.0] * 5))
    bands = [one for one in figure.axes[0].collections if one.get_alpha() == 0.08]
    centres = [line for line in figure.axes[0].lines if line.get_alpha() == 0.7]
    assert (len(bands), len(centres)) == (1, 2)


@pytest.mark.parametrize("style", STYLES)
def test_a_picture_is_as_large_as_its_screen_wants_it(style):
    picture = draw_picture(SMALL["process"], sample_report(12), STYLES[style], Canvas(380, 230, 1.5))
    assert (picture.width, picture.height) == (570, 345)
    assert len(picture.pixels) == 570 * 345 * 4
    ground = STYLES[style].ground
    assert picture.pixels[:3] == bytes.fromhex(ground[1:])
    assert len(picture.spots) == 12
    assert all(0 < spot.x < 380 and 0 < spot.y < 230 for spot in picture.spots)


def test_a_font_that_is_not_there_gives_way_to_the_one_that_always_is():
    assert families_of(("No Such Font",)) == families_of(())
    assert families_of(("DejaVu Sans Mono",)) == ("DejaVu Sans Mono", *families_of(()))
    assert families_of(("DejaVu Sans",))[0] == "DejaVu Sans"
    assert families_of(())[-1] == "DejaVu Sans"


def test_letters_that_no_font_has_are_drawn_without_a_fuss():
    report = report_of(4, 5, milestones=(Milestone(MilestoneId("m"), FIRST, "会\n議 \U00012000"),))
    picture = draw_picture(SMALL["process"], report, STYLES["light"], Canvas(380, 230))
    assert len(picture.spots) == 2
