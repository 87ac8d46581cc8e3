"""Set a printout as pages: into a PDF, with or without a display, or onto a printer."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QBuffer, QEventLoop, QIODevice, QLocale, QMarginsF, QPointF, QRectF, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextTable,
    QTextTableCell,
)

from negojournal.exchange.page import LABEL
from negojournal.exchange.paper import Printout

MARGIN, FOOT_MARGIN = 18.0, 12.0
"""Around the text and below the foot, in millimetres."""

FOOT = 8.0
"""Below the text, in millimetres, for the number of the page."""

RESOLUTION, MILLIMETRES_PER_INCH = 600, 25.4

FOOT_POINTS, FOOT_COLOUR = 7.5, "#5A5E62"

INDENT = 14
"""Of lists, in pixels of 1/96 inch."""

ROUNDING = 1.0
"""Pixels of the device by which a line that begins a page may stand before it."""

LEAST_SCALE, SCALE_STEP = 0.3, 0.04
"""How small a page may be drawn, and by what steps it shrinks."""


class Leaflet(QTextDocument):
    """Hold the text of a printout; nothing that it names is ever loaded."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.setDocumentMargin(0)
        self.setIndentWidth(INDENT)
        self.setHtml(html)

    def loadResource(self, kind: int, name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load what stands in the text itself, and nothing else."""
        return super().loadResource(kind, name) if QUrl(name).scheme() == "data" else None


def print_pdf(printout: Printout) -> bytes:
    """Return a printout as the content of a PDF file; where there is no window yet, none is needed."""
    application = QGuiApplication.instance() or _invisible()
    QEventLoop()  # the timers of a text's layout need what comes with it, in whatever thread this is
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(RESOLUTION)
    writer.setTitle(printout.title)
    writer.setCreator(application.applicationName())
    writer.setPageLayout(page_layout())
    draw_pages(printout, writer)
    return bytes(buffer.data().data())


def page_layout() -> QPageLayout:
    """Return the paper that is usual here, upright, with our margins."""
    imperial = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize(QPageSize.PageSizeId.Letter if imperial else QPageSize.PageSizeId.A4)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, FOOT_MARGIN)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def draw_pages(printout: Printout, device: QPagedPaintDevice) -> None:
    """Paint a printout page by page; what is to be one page is drawn smaller if that is what it takes."""
    document = Leaflet(printout.html)
    document.documentLayout().setPaintDevice(device)
    whole = QRectF(0, 0, device.width(), device.height())
    foot = FOOT * device.logicalDpiY() / MILLIMETRES_PER_INCH
    text = whole.adjusted(0, 0, 0, -foot)
    scale = _fit(document, text.size()) if printout.one_page else 1.0
    document.setPageSize(text.size() / scale)
    _keep_headings(document)
    _keep_rows_whole(document, device.logicalDpiY() / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    count = document.pageCount()
    painter = QPainter(device)
    for number in range(count):
        if number:
            device.newPage()
        _draw_page(painter, document, number, scale)
        if count > 1:
            _draw_foot(painter, whole, printout.title, f"{number + 1} of {count}")
    painter.end()


def _fit(document: QTextDocument, size: QSizeF) -> float:
    """Return the largest scale at which a document takes one page of a size."""
    scale = 1.0
    while scale > LEAST_SCALE:
        document.setPageSize(size / scale)
        if document.pageCount() == 1:
            break
        scale -= SCALE_STEP
    return scale


def _keep_headings(document: QTextDocument) -> None:
    """Begin a page with a heading or label that would stand at the foot of the one before what it heads."""
    page, place = document.pageSize().height(), document.documentLayout().blockBoundingRect

    def number(block: QTextBlock) -> float:
        return (place(block).top() + block.layout().lineAt(0).y() + ROUNDING) // page

    document.pageCount()  # so that all has its lines: a change before that leaves the rest without any
    block = document.begin()
    while (after := block.next()).isValid():
        heads = block.blockFormat().headingLevel() or block.userState() == LABEL
        if heads and number(block) != number(after):
            cursor = QTextCursor(block)
            wanted = cursor.blockFormat()
            wanted.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
            cursor.setBlockFormat(wanted)
        block = after


def _keep_rows_whole(document: QTextDocument, ratio: float) -> None:
    """Push down a row of a table that two pages would share until all of it goes to the second.

    A row goes there as a whole once its first line doesn't fit any more; `ratio` is that of the device's pixels.
    """
    page = document.pageSize().height()
    for table in document.rootFrame().childFrames():
        if isinstance(table, QTextTable):
            for row in range(1, table.rows()):
                cells = [table.cellAt(row, column) for column in range(table.columns())]
                blocks = [cell.firstCursorPosition().block() for cell in cells]
                places = [document.documentLayout().blockBoundingRect(block) for block in blocks]
                top, bottom = min(place.top() for place in places), max(place.bottom() for place in places)
                if top // page != bottom // page and bottom - top < page / 2:
                    line = min(block.layout().lineAt(0).height() for block in blocks)
                    _push(cells, (page - top % page - line) / ratio + 1)


def _push(cells: list[QTextTableCell], pixels: float) -> None:
    step = cells[0].firstCursorPosition()
    step.beginEditBlock()  # so that all is laid out again once, not for each cell
    for cell in cells:
        wanted = cell.format().toTableCellFormat()
        wanted.setTopPadding(wanted.topPadding() + pixels)
        cell.setFormat(wanted)
    step.endEditBlock()


def _draw_page(painter: QPainter, document: QTextDocument, number: int, scale: float) -> None:
    shown = QRectF(QPointF(0, number * document.pageSize().height()), document.pageSize())
    painter.save()
    painter.scale(scale, scale)
    painter.translate(0, -shown.top())
    document.drawContents(painter, shown)
    painter.restore()


def _draw_foot(painter: QPainter, whole: QRectF, title: str, number: str) -> None:
    font = QFont(QGuiApplication.font())
    font.setPointSizeF(FOOT_POINTS)
    painter.setFont(font)
    painter.setPen(QColor(FOOT_COLOUR))
    space = painter.fontMetrics().horizontalAdvance(f"{number}    ")
    said = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(whole.width()) - space)
    for side, text in ((Qt.AlignmentFlag.AlignLeft, said), (Qt.AlignmentFlag.AlignRight, number)):
        painter.drawText(whole, int(side | Qt.AlignmentFlag.AlignBottom), text)


def _invisible() -> QGuiApplication:
    """Start what lays text out, without a display where the platform can do without."""
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return QGuiApplication([])
