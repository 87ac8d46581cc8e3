"""A chart as a file for a report: on white, with its notes and its caption below."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib as mpl

from negojournal.charts.chart import Chart, R
from negojournal.charts.frame import Box
from negojournal.charts.pen import POINTS_PER_INCH, Pen, lenient
from negojournal.charts.picture import Canvas, build_canvas
from negojournal.charts.placing import wrapped
from negojournal.charts.style import LEADING, ChartStyle, print_style
from negojournal.domain.theme import Theme
from negojournal.errors import FormatError, UnreachableError

WIDTH = 504.0
"""Seven inches: the text of a page."""

MARGIN = 14.0
DOTS_PER_INCH = 200

FORMATS = {".png": "png", ".svg": "svg", ".pdf": "pdf"}

PLAIN = {
    "png": {"Software": None},
    "svg": {"Date": None, "Creator": None},
    "pdf": {"CreationDate": None, "Creator": None, "Producer": None},
}
"""What a file says of itself: nothing, so that the same chart is the same file."""

SETTINGS: dict[Any, Any] = {"svg.fonttype": "none", "svg.hashsalt": "negojournal", "pdf.fonttype": 42}
"""Text stays text."""


def render_file(chart: Chart[R], report: R, theme: Theme, path: Path, *, family: str = "") -> None:
    """Write a chart to a .png, .svg or .pdf file; raises FormatError or UnreachableError."""
    kind = FORMATS.get(path.suffix.lower())
    if kind is None:
        raise FormatError(f"A chart is written as {', '.join(FORMATS)}; “{path.name}” is none of these.")
    content = chart_bytes(chart, report, print_style(theme, family=family), kind)
    beside = path.with_name(f".{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        raise UnreachableError(path, f"The chart can’t be written to {path}: {error.strerror}.") from error


def chart_bytes(chart: Chart[R], report: R, style: ChartStyle, kind: str) -> bytes:
    """Return the content of a file of one kind: png, svg or pdf."""
    with mpl.rc_context(SETTINGS), lenient():
        lines = _lines(chart, report, style)
        below = MARGIN / 2 + len(lines) * style.small * LEADING
        agg = build_canvas(Canvas(WIDTH, chart.height(report) + 2 * MARGIN + below, DOTS_PER_INCH / POINTS_PER_INCH))
        _draw_sheet(Pen(agg, style), chart, report, lines)
        stream = BytesIO()
        agg.figure.savefig(stream, format=kind, dpi=DOTS_PER_INCH, metadata=PLAIN[kind])
    return stream.getvalue()


def _lines(chart: Chart[R], report: R, style: ChartStyle) -> tuple[str, ...]:
    """Return what stands under a chart, as wide as the chart."""
    below = (*chart.notes(report), chart.caption(report))
    measure = Pen(build_canvas(Canvas(WIDTH, 1, DOTS_PER_INCH / POINTS_PER_INCH)), style).measure(style.small)
    return tuple(line for text in below for line in wrapped(text, WIDTH - 2 * MARGIN, measure))


def _draw_sheet(pen: Pen, chart: Chart[R], report: R, lines: Sequence[str]) -> None:
    style = pen.style
    sheet = Box(0, 0, pen.width, pen.height).inset(left=MARGIN, top=MARGIN, right=MARGIN, bottom=MARGIN)
    high = len(lines) * style.small * LEADING
    for row, line in enumerate(lines):
        y = sheet.bottom - high + style.small * (1 + row * LEADING)
        pen.write(sheet.left, y, line, style.aside)
    chart.draw(pen, sheet.inset(bottom=high + MARGIN / 2), report)
