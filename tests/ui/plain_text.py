"""Look in a window for text that is shown as more than text."""

from __future__ import annotations

import html
from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtGui import Qt as Html
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QMenu,
    QTextEdit,
    QWidget,
)

MARK = "qxz"
"""What every hostile string holds."""

SPOKEN = (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.WhatsThisRole, Qt.ItemDataRole.StatusTipRole)


def faults(roots: list[QWidget] | None = None) -> list[str]:
    """Return everything in these windows, or in all of them, that is shown as more than text."""
    tops = QApplication.topLevelWidgets() if roots is None else roots
    widgets = [one for top in tops for one in (top, *top.findChildren(QWidget))]
    return [f"{type(one).__name__}: {fault}" for one in widgets for fault in _faults(one)]


def _faults(widget: QWidget) -> Iterator[str]:
    for tip in (widget.toolTip(), widget.statusTip(), widget.whatsThis()):
        yield from _tip(tip)
    if MARK in widget.windowTitle():
        yield f"named in the window's title: {widget.windowTitle()[:80]!r}"
    if isinstance(widget, QLabel):
        yield from _label(widget)
    if isinstance(widget, QAbstractButton) and MARK in widget.text() and not widget.shortcut().isEmpty():
        yield f"takes {widget.shortcut().toString()} from {widget.text()[:80]!r}"
    if isinstance(widget, QTextEdit):
        yield from _document(widget.document())
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield from _model(widget.model(), widget.rootIndex())
    if isinstance(widget, QMenu):
        yield from _menu(widget)


def _label(label: QLabel) -> Iterator[str]:
    text = label.text()
    if MARK not in text:
        return
    if label.textFormat() is not Qt.TextFormat.PlainText:
        yield f"a label that guesses what text is: {text[:80]!r}"
    if label.buddy() is not None and "&" in text.replace("&&", ""):
        yield f"a letter for the keyboard out of {text[:80]!r}"


def _tip(tip: str) -> Iterator[str]:
    """Yield what is wrong with a tip, which Qt takes for HTML when it looks so."""
    if MARK in tip and Html.mightBeRichText(tip):
        document = QTextDocument()
        document.setHtml(tip)
        yield from _document(document)
        if html.unescape(tip) == tip:
            yield f"a tip that isn't escaped: {tip[:80]!r}"


def is_own(name: str) -> bool:
    """Tell whether a picture is one that the program has drawn: it stands whole in the document itself."""
    return name.startswith(("data:image/png;base64,iVBORw0KGgoAAAANS", "data:image/svg+xml;base64,PHN2ZyB4bWxucz"))


def _document(document: QTextDocument) -> Iterator[str]:
    for each in document.allFormats():
        if each.isImageFormat() and not is_own(each.toImageFormat().name()):
            yield f"a picture: {each.toImageFormat().name()[:80]!r}"
        if each.isCharFormat() and each.toCharFormat().isAnchor():
            yield f"a link: {each.toCharFormat().anchorHref()[:80]!r}"


def _model(model: QAbstractItemModel, root: QModelIndex) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(root)
    for row in range(model.rowCount(root)):
        for column in range(columns):
            for role in SPOKEN:
                said = model.data(model.index(row, column, root), role)
                yield from _tip(said) if isinstance(said, str) else ()


def _menu(menu: QMenu) -> Iterator[str]:
    for action in menu.actions():
        yield from _action(action)
        yield from _tip(action.toolTip()) if menu.toolTipsVisible() else ()


def _action(action: QAction) -> Iterator[str]:
    text = action.text()
    before, mark, _ = text.replace("&&", "").partition(MARK)
    if mark and text.replace("&&", "").count("&") > before.partition("“")[0].count("&"):
        yield f"a letter for the keyboard out of {text[:80]!r}"
