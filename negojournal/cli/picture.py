"""A chart as a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from negojournal import paths

if TYPE_CHECKING:
    from negojournal.charts.chart import Chart, R


def write_picture(chart: Chart[R], report: R, path: Path) -> None:
    """Draw a chart in the shipped look; raises FormatError or UnreachableError."""
    from negojournal.charts.file import render_file  # noqa: PLC0415 - loads what draws
    from negojournal.service.look import shipped_theme  # noqa: PLC0415 - as above

    render_file(chart, report, shipped_theme(paths.resource_folder()), path)
