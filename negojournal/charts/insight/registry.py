"""Every chart of insights: page, command line, report and tests read this list."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from negojournal.analysis.insight.report import InsightReport
from negojournal.charts.chart import Chart
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


def _insight(key: str, title: str, drawing: Drawing[Any]) -> Chart[InsightReport]:
    return Chart(
        key,
        title,
        partial(sheet_height, drawing=drawing),
        partial(draw_sheet, key=key, title=title, drawing=drawing),
        partial(table_of, key=key),
        lambda report: report.words[key].text,
        lambda report: report.words[key].caption,
        lambda report: tuple(f"{said}." for said in report.words[key].remarks[1:]),
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
