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
from negojournal.charts.insight.sheet import Drawing, draw_sheet, table_of
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
        280,
        partial(draw_large, key=key),
        lambda report: dimension_table(report, key),
        lambda report: text_of(report, key),
        lambda report: caption_of(report, key),
        lambda report: notes_of(report, key),
    )


_OVERVIEW = Chart(
    TRENDS,
    "All four",
    430,
    draw_overview,
    overview_table,
    overview_text,
    lambda report: caption_of(report, *Outcome),
    lambda report: reminders_of(report, *Outcome),
)

_LATEST = Chart(
    PROFILE,
    "Latest review",
    150,
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


def _insight(key: str, title: str, height: float, drawing: Drawing[Any]) -> Chart[InsightReport]:
    return Chart(
        key,
        title,
        height,
        partial(draw_sheet, key=key, title=title, drawing=drawing),
        partial(table_of, key=key),
        lambda report: report.words[key].text,
        lambda report: report.words[key].caption,
        lambda report: report.words[key].remarks[1:],
    )


INSIGHTS: Mapping[str, Chart[InsightReport]] = {
    chart.key: chart
    for chart in (
        _insight("comparison", "Comparison", 250, COMPARISON),
        _insight("associations", "What goes together", 230, ASSOCIATIONS),
        _insight("traps", "Traps", 250, TRAPS),
        _insight("habits", "Practices over time", 330, HABITS),
        _insight("quarters", "Earned or lucky", 330, QUARTERS),
        _insight("captured", "Result and feeling", 330, CAPTURED),
        _insight("calibration", "Chance and outcome", 330, CALIBRATION),
        _insight("expectation", "Expected and felt", 330, EXPECTATION),
        _insight("hindsight", "Then and now", 300, HINDSIGHT),
        _insight("promises", "Promises", 300, PROMISES),
        _insight("power", "Power and what held", 280, POWER),
        _insight("dodged", "Dodged", 280, DODGED),
        _insight("territory", "Where you negotiate", 340, TERRITORY),
    )
}
"""What negotiations show when they are laid beside each other, in the order told."""
