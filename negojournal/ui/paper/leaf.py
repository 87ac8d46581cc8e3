"""A page as it will be on paper, to be read and copied from."""

from __future__ import annotations

from base64 import b64decode

from PySide6.QtCore import QMimeData, QSizeF, Qt, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QTextBrowser, QWidget

from negojournal.exchange.page import WIDTH
from negojournal.exchange.paper import Printout
from negojournal.ui.paper.printing import INDENT

MARGIN, SCROLL_BAR = 28, 16
"""Around the text and beside it, in device-independent pixels."""


PICTURE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""What stands for a picture in plain text."""


class Leaf(QTextBrowser):
    """Show a page on white, whatever the window looks like; nothing in it is loaded from elsewhere or followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sizes: dict[str, QSizeF] = {}
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self.setLineWrapColumnOrWidth(WIDTH + 2 * MARGIN)
        self.setMaximumWidth(WIDTH + 2 * MARGIN + SCROLL_BAR)
        self.setAccessibleName(self.tr("The page"))
        self.document().setIndentWidth(INDENT)

    def show_printout(self, printout: Printout) -> None:
        """Show a page from its beginning."""
        self._sizes = {}
        self.setHtml(printout.html)
        formats = (each.toImageFormat() for each in self.document().allFormats() if each.isImageFormat())
        pictures = (each for each in formats if each.name().startswith("data:image/"))
        self._sizes = {
            QUrl(picture.name()).toString(): QSizeF(picture.width(), picture.height()) for picture in pictures
        }
        self.document().setDocumentMargin(MARGIN)
        self.verticalScrollBar().setValue(0)

    def content(self, printout: Printout) -> QMimeData:
        """Return the page as it is copied: with its looks, and as plain text."""
        copied = QMimeData()
        copied.setHtml(printout.html)
        copied.setText(self.toPlainText().replace(PICTURE, ""))
        return copied

    def loadResource(self, kind: int, name: QUrl | str) -> QImage | None:  # noqa: ARG002, N802 - Qt's name
        """Load what stands in the page itself, at the size it is shown, and nothing else."""
        text = QUrl(name).toString()
        size = self._sizes.get(text)
        if size is None:
            return None
        picture = QImage.fromData(b64decode(text.partition(",")[2]))
        ratio = self.devicePixelRatioF()
        whole, smoothly = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        shown = picture.scaled((size * ratio).toSize(), whole, smoothly)
        shown.setDevicePixelRatio(ratio)
        return shown
