"""Every chart: page, command line and tests read this list.

What draws is given a pen, and only the pen loads matplotlib.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from negojournal.analysis.insight.report import InsightReport
from negojournal.analysis.report import TrendReport
from negojournal.charts.chart import Chart, Draw
from negojournal.charts.insight.association import ASSOCIATIONS
from negojournal.charts.insight.calibration import CALIBRATION
from negojournal.charts.insight.captured import CAPTURED
from negojournal.charts.insight.comparison import COMPARISON
from negojournal.charts.insight.dodged import DODGED
from negojournal.charts.insight.expectation import EXPECTATION
from negojournal.charts.insight.habit import HABITS
from negojournal.charts.insight.hindsight import HINDSIGHT
from negojournal.charts.insight.power import POWER
from negojournal.charts.insight.promise import PROMISES
from negojournal.charts.insight.quarter import QUARTERS
from negojournal.charts.insight.sheet import Drawing, draw_sheet, sheet_height, table_of
from negojournal.charts.insight.territory import TERRITORY
from negojournal.charts.insight.trap import TRAPS
from negojournal.charts.label import LABELS, label_of
from negojournal.charts.note import notes_of, reminders_of
from negojournal.charts.overview import draw_large, draw_latest, draw_overview, draw_small
from negojournal.charts.profile import build_profile
from negojournal.charts.trend_table import dimension_table, overview_table, profile_table
from negojournal.charts.words import caption_of, latest_caption, overview_text, text_of
from negojournal.domain.outcome import Outcome

TRENDS, PROFILE = "trends", "profile"


def _profile_text(report: TrendReport) -> str:
    profile = build_profile(report)
    return "\n".join([profile.title, *(f"{row.label}: {row.said}" for row in profile.rows)])


def _dimension(key: str) -> Chart[TrendReport]:
    return Chart(
        key,
        label_of(key),
        lambda _report: 230,
        partial(draw_large, key=key),
        lambda report: dimension_table(report, key),
        lambda report: text_of(report, key),
        lambda report: caption_of(report, key),
        lambda report: notes_of(report, key),
    )


_OVERVIEW = Chart(
    TRENDS,
    "All four",
    lambda _report: 370,
    draw_overview,
    overview_table,
    overview_text,
    lambda report: caption_of(report, *Outcome),
    lambda report: reminders_of(report, *Outcome),
)

_LATEST = Chart(
    PROFILE,
    "Latest review",
    lambda _report: 115,
    draw_latest,
    profile_table,
    _profile_text,
    latest_caption,
    lambda _report: (),
)

CHARTS: Mapping[str, Chart[TrendReport]] = {
    chart.key: chart for chart in (_OVERVIEW, *map(_dimension, LABELS), _LATEST)
}

SMALL: Mapping[str, Draw[TrendReport]] = {key: partial(draw_small, key=key) for key in LABELS}
"""How each dimension is drawn beside others."""


def _insight(key: str, title: str, drawing: Drawing[Any]) -> Chart[InsightReport]:
    return Chart(
        key,
        title,
        partial(sheet_height, drawing=drawing),
        partial(draw_sheet, key=key, title=title, drawing=drawing),
        partial(table_of, key=key),
        lambda report: report.words[key].text,
        lambda report: report.words[key].caption,
        lambda report: report.words[key].remarks[1:],
    )


INSIGHTS: Mapping[str, Chart[InsightReport]] = {
    chart.key: chart
    for chart in (
        _insight("comparison", "Comparison", COMPARISON),
        _insight("associations", "What goes together", ASSOCIATIONS),
        _insight("traps", "Traps", TRAPS),
        _insight("habits", "Practices over time", HABITS),
        _insight("quarters", "Earned or lucky", QUARTERS),
        _insight("captured", "Result and feeling", CAPTURED),
        _insight("calibration", "Chance and outcome", CALIBRATION),
        _insight("expectation", "Expected and felt", EXPECTATION),
        _insight("hindsight", "Then and now", HINDSIGHT),
        _insight("promises", "Promises", PROMISES),
        _insight("power", "Power and what held", POWER),
        _insight("dodged", "Dodged", DODGED),
        _insight("territory", "Where you negotiate", TERRITORY),
    )
}
"""What negotiations show when they are laid beside each other, in the order told."""
