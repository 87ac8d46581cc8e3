"""Every chart: page, command line and tests read this list.

Drawing loads matplotlib; tables, texts and captions do not.
"""

from __future__ import annotations

# ruff: noqa: PLC0415 - what draws is loaded when something is drawn
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from negojournal.analysis.report import TrendReport
from negojournal.charts.frame import Box, Spot
from negojournal.charts.label import LABELS, label_of
from negojournal.charts.note import notes_of, reminders_of
from negojournal.charts.profile import build_profile
from negojournal.charts.table import Table, dimension_table, overview_table, profile_table
from negojournal.charts.words import caption_of, latest_caption, overview_text, text_of
from negojournal.domain.outcome import Outcome

if TYPE_CHECKING:
    from negojournal.charts.pen import Pen

Draw = Callable[["Pen", Box, TrendReport], tuple[Spot, ...]]
"""Draw a report into a box and tell where its reviews stand."""

TRENDS, PROFILE = "trends", "profile"


@dataclass(frozen=True, slots=True)
class Chart:
    """Hold one chart of a report; `height` is that of a file, in points."""

    key: str
    title: str
    height: float
    draw: Draw
    table: Callable[[TrendReport], Table]
    text: Callable[[TrendReport], str]
    caption: Callable[[TrendReport], str]
    notes: Callable[[TrendReport], tuple[str, ...]]


def _draw_overview(pen: Pen, box: Box, report: TrendReport) -> tuple[Spot, ...]:
    from negojournal.charts.overview import draw_overview

    return draw_overview(pen, box, report)


def _draw_large(pen: Pen, box: Box, report: TrendReport, *, key: str) -> tuple[Spot, ...]:
    from negojournal.charts.overview import draw_large

    return draw_large(pen, box, report, key)


def _draw_small(pen: Pen, box: Box, report: TrendReport, *, key: str) -> tuple[Spot, ...]:
    from negojournal.charts.overview import draw_small

    return draw_small(pen, box, report, key)


def _draw_latest(pen: Pen, box: Box, report: TrendReport) -> tuple[Spot, ...]:
    from negojournal.charts.overview import draw_latest

    return draw_latest(pen, box, report)


def _profile_text(report: TrendReport) -> str:
    profile = build_profile(report)
    return "\n".join([profile.title, *(f"{row.label}: {row.said}" for row in profile.rows)])


def _dimension(key: str) -> Chart:
    return Chart(
        key,
        label_of(key),
        280,
        partial(_draw_large, key=key),
        lambda report: dimension_table(report, key),
        lambda report: text_of(report, key),
        lambda report: caption_of(report, key),
        lambda report: notes_of(report, key),
    )


_OVERVIEW = Chart(
    TRENDS,
    "All four",
    430,
    _draw_overview,
    overview_table,
    overview_text,
    lambda report: caption_of(report, *Outcome),
    lambda report: reminders_of(report, *Outcome),
)

_LATEST = Chart(
    PROFILE,
    "Latest review",
    150,
    _draw_latest,
    profile_table,
    _profile_text,
    latest_caption,
    lambda _report: (),
)

CHARTS: Mapping[str, Chart] = {chart.key: chart for chart in (_OVERVIEW, *map(_dimension, LABELS), _LATEST)}

SMALL: Mapping[str, Draw] = {key: partial(_draw_small, key=key) for key in LABELS}
"""How each dimension is drawn beside others."""
