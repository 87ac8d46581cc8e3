"""Ctrl+K: every action, counterpart and record by name."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QDialog, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from negojournal.ui.shell.finder import Offer, build_matches
from negojournal.ui.widgets.theme import colour, look, spaced

WIDTH, HEIGHT, FROM_TOP = 560, 380, 72

FindRecords = Callable[[str, Callable[[Sequence[Offer]], None]], None]
"""Look records up by words, and hand over what there is to open."""

TO_LIST = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class CommandPalette(QDialog):
    """Offer actions and, once something is typed, counterparts and records; Return does the chosen one."""

    def __init__(self, actions: Sequence[Offer], find_records: FindRecords, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAccessibleName(self.tr("Find anything"))
        self._actions = actions
        self._find_records = find_records
        self._typed = ""
        self._field = QLineEdit(placeholderText=self.tr("An action, a counterpart, or a word of a record"))
        self._field.setAccessibleName(self.tr("Find anything"))
        self._field.textEdited.connect(self._on_edited)
        self._field.installEventFilter(self)
        self._list = _empty_list()
        self._list.setAccessibleName(self.tr("Found"))
        self._list.itemActivated.connect(self._on_activated)
        self._list.itemClicked.connect(self._on_activated)
        layout = spaced(QVBoxLayout(self), margin=look().theme.spacing.inside)
        layout.addWidget(self._field)
        layout.addWidget(self._list, 1)
        self.resize(WIDTH, HEIGHT)
        corner = parent.mapToGlobal(parent.rect().topLeft())
        self.move(corner.x() + (parent.width() - WIDTH) // 2, corner.y() + FROM_TOP)
        self._show(build_matches(actions, ""))
        self._field.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the edge that parts the palette from the window."""
        painter = QPainter(self)
        painter.setPen(QPen(colour(look().palette.outline), look().theme.line.hairline))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move in the list and choose from it while one types."""
        if event.type() is not QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.key() in TO_LIST:
            self._list.event(event)
            return True
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_activated(self._list.currentItem())
            return True
        return super().eventFilter(watched, event)

    def done(self, result: int) -> None:
        """Close, and want no answer that is still on its way: it would come to what is no longer there."""
        self._typed = ""
        super().done(result)

    def _on_edited(self, typed: str) -> None:
        matches = build_matches(self._actions, typed)
        self._typed = typed
        self._show(matches)
        if typed.strip():
            self._find_records(typed, lambda records: self._on_found(typed, (*matches, *records)))

    def _on_found(self, typed: str, offers: Sequence[Offer]) -> None:
        if self._typed == typed:
            self._show(offers)

    def _show(self, offers: Sequence[Offer]) -> None:
        self._list.clear()
        for offer in offers:
            item = QTreeWidgetItem([offer.text, offer.detail])
            item.setData(0, Qt.ItemDataRole.UserRole, offer.run)
            item.setSizeHint(0, QSize(0, look().theme.target.least))
            item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            self._list.addTopLevelItem(item)
        if first := self._list.topLevelItem(0):
            self._list.setCurrentItem(first)

    def _on_activated(self, item: QTreeWidgetItem | None) -> None:
        if item is not None:
            run = item.data(0, Qt.ItemDataRole.UserRole)
            self.close()
            run()


def _empty_list() -> QTreeWidget:
    found = QTreeWidget()
    found.setColumnCount(2)
    found.setRootIsDecorated(False)
    found.setUniformRowHeights(True)
    found.setHeaderHidden(True)
    found.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    found.header().setStretchLastSection(False)
    found.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    found.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
    found.setTextElideMode(Qt.TextElideMode.ElideRight)
    return found
