"""Every chart of trends: page, command line and tests read this list; those of insights stand in insight/registry.py.

What draws is given a pen, and only the pen loads matplotlib.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from negojournal.analysis.report import TrendReport
from negojournal.charts.chart import Chart, Draw
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
