"""The report of a period: its figures, its charts at the quality of print, and its negotiations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import TypeVar

import matplotlib as mpl

from negojournal.analysis.dimension import Dimension
from negojournal.analysis.insight.report import without_milestones
from negojournal.analysis.limits import clipped
from negojournal.analysis.period import Period
from negojournal.analysis.phrase import count
from negojournal.analysis.wording import verdict_sentence
from negojournal.charts.chart import Chart
from negojournal.charts.file import DOTS_PER_INCH, PLAIN, SETTINGS, WIDTH
from negojournal.charts.frame import Box
from negojournal.charts.insight.registry import INSIGHTS
from negojournal.charts.label import label_of
from negojournal.charts.pen import POINTS_PER_INCH, Pen, lenient
from negojournal.charts.picture import Canvas, build_canvas
from negojournal.charts.registry import CHARTS, TRENDS
from negojournal.charts.style import ChartStyle, print_style
from negojournal.domain.scoring import score_text
from negojournal.domain.theme import Theme
from negojournal.exchange.paper import Block, Cell, Column, Figure, Heading, Note, Paper, Picture, Table
from negojournal.exchange.report import summary_blocks

R = TypeVar("R")

TELLING = frozenset({"promises", "dodged", "territory"})
"""Charts in which people are named or amounts are written: no copy for a coach has them."""

FIGURE_WIDTH = 584
"""Of a chart on paper, in pixels of 1/96 inch, so that two of most fit on a page."""

EDGE = 4.0
"""Around a chart, in points."""


def period_paper(period: Period, theme: Theme, *, for_coach: bool = False) -> Paper:
    """Return the report of a period; where it is for a coach, without the charts that name people or amounts."""
    tally = period.trends.tally
    return Paper(
        "Report",
        period.day,
        "Negotiations",
        (period.trends.scope, f"{count(tally.negotiations, 'negotiation', 'negotiations')}, {tally.rated:,} rated"),
        tuple(_blocks(period, theme, for_coach=for_coach)),
        names=period.names,
    )


def _blocks(period: Period, theme: Theme, *, for_coach: bool) -> Iterator[Block]:
    style = print_style(theme)
    yield from _trend_blocks(period, style, for_coach=for_coach)
    insights = without_milestones(period.insights) if for_coach else period.insights
    told = [chart for chart in INSIGHTS.values() if insights.cases and insights.words[chart.key].rows]
    shown = [chart for chart in told if not (for_coach and chart.key in TELLING)]
    if shown:
        yield Heading("Side by side", new_page=True)
    yield from (_figure(chart, insights, style) for chart in shown)
    if left_out := [chart.title for chart in told if chart not in shown]:
        yield Note(f"Left out of this copy, since they name people or amounts: {', '.join(left_out)}.")
    yield from summary_blocks(period.lines, period.trends.tally.negotiations, period.catalog)


def _trend_blocks(period: Period, style: ChartStyle, *, for_coach: bool) -> Iterator[Block]:
    report = period.trends
    if not report.reviews:
        yield Note("None of these negotiations is rated yet, so nothing can be drawn.")
        return
    columns = (
        Column("Outcome", 14, own=True),
        Column("Reviews", 9, right=True, own=True),
        Column("Latest", 8, right=True, own=True),
        Column("Recent", 8, right=True, own=True),
        Column("Usual range", 14, right=True, own=True),
        Column("", 2, own=True),
        Column("What can be said", 45, own=True),
    )
    yield Heading("How it felt")
    yield Table(columns, tuple(_dimension_row(name, one) for name, one in report.dimensions.items()))
    yield _figure(CHARTS[TRENDS], replace(report, milestones=()) if for_coach else report, style)


def _dimension_row(name: str, dimension: Dimension) -> tuple[Cell, ...]:
    return (
        label_of(name),
        str(dimension.n),
        score_text(dimension.latest),
        score_text(dimension.recent_level),
        _range(dimension),
        "",
        verdict_sentence(label_of(name), dimension),
    )


def _range(dimension: Dimension) -> str:
    low, high = dimension.lower_limit, dimension.upper_limit
    if low is None or high is None:
        return score_text(None)
    return f"{score_text(clipped(low))} to {score_text(clipped(high))}"


def _figure(chart: Chart[R], report: R, style: ChartStyle) -> Figure:
    height = chart.height(report) + 2 * EDGE
    content = _png(chart, report, style, height)
    picture = Picture(content, "image/png", FIGURE_WIDTH, round(FIGURE_WIDTH * height / WIDTH), chart.text(report))
    said = (*chart.notes(report), chart.caption(report))
    return Figure(picture, " ".join(f"{sentence.rstrip('.')}." for sentence in said))


def _png(chart: Chart[R], report: R, style: ChartStyle, height: float) -> bytes:
    """Draw a chart alone; what is said of it stands beside it as text."""
    with mpl.rc_context(SETTINGS), lenient():
        agg = build_canvas(Canvas(WIDTH, height, DOTS_PER_INCH / POINTS_PER_INCH))
        box = Box(0, 0, WIDTH, height).inset(left=EDGE, top=EDGE, right=EDGE, bottom=EDGE)
        chart.draw(Pen(agg, style), box, report)
        stream = BytesIO()
        agg.figure.savefig(stream, format="png", dpi=DOTS_PER_INCH, metadata=PLAIN["png"])
    return stream.getvalue()
