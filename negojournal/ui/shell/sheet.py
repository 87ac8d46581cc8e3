"""A page of text beside the window: help, keyboard shortcuts, about."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextLength, QTextTable
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

from negojournal.ui.widgets.theme import look, spaced

WIDTH, HEIGHT = 560, 600
COLUMNS = (40, 60)
"""The shares of a table's two columns, in per cent."""


class TextPane(QTextBrowser):
    """Show a text and nothing that it points to."""

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:  # noqa: N802 - Qt's name
        """Load nothing."""
        return None

    def doSetSource(self, _name: QUrl | str, _kind: object = None) -> None:  # noqa: N802 - Qt's name
        """Go nowhere."""


class Sheet(QDialog):
    """Show one text in Markdown; Escape closes it."""

    def __init__(self, title: str, markdown: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.pane = TextPane()
        self.pane.setAccessibleName(title)
        self.pane.setMarkdown(markdown)
        self.pane.document().setDocumentMargin(look().theme.spacing.between)
        for frame in self.pane.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                _lay_out(frame)
        layout = spaced(QVBoxLayout(self), margin=look().theme.spacing.inside)
        layout.addWidget(self.pane)
        self.resize(WIDTH, HEIGHT)


def _lay_out(table: QTextTable) -> None:
    """Draw a table of two columns without lines."""
    shape = table.format()
    shape.setBorder(0)
    shape.setCellPadding(look().theme.spacing.step)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, share) for share in COLUMNS])
    table.setFormat(shape)


def show_sheet(title: str, markdown: str, parent: QWidget) -> Sheet:
    """Open a text beside the window, which stays usable."""
    sheet = Sheet(title, markdown, parent)
    sheet.show()
    return sheet
