"""The insights as a list: what each is about, and what it found, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QResizeEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from negojournal.ui.widgets.theme import FontSize, colour, font, look

KEY = Qt.ItemDataRole.UserRole
FINDING = Qt.ItemDataRole.UserRole + 1

WIDE = 272
"""Width of the list, in device-independent pixels."""

MOST_LINES = 4
"""The most lines that a finding takes."""

WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)

AnyIndex = QModelIndex | QPersistentModelIndex


class FindingDelegate(QStyledItemDelegate):
    """Paint a title, and under it a sentence on a few lines."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Return the width of the list and the height of what stands in it."""
        inside, wide = look().theme.spacing.inside, self._view.viewport().width()
        title = QFontMetrics(font(bold=True)).height()
        return QSize(wide, title + self._finding_rect(index, wide - 2 * inside).height() + 2 * inside)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Paint one insight over the ground that the style paints."""
        self.initStyleOption(option, index)
        title, option.text = option.text, ""
        self._view.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, self._view)
        inside, palette = look().theme.spacing.inside, look().palette
        room = option.rect.adjusted(inside, inside, -inside, -inside)
        painter.save()
        painter.setFont(font(bold=True))
        painter.setPen(colour(palette.text))
        painter.drawText(room, WRAPPED, title)
        below = self._finding_rect(index, room.width())
        below.moveTopLeft(room.topLeft())
        below.translate(0, QFontMetrics(font(bold=True)).height())
        painter.setFont(font(FontSize.SMALL))
        painter.setPen(colour(palette.muted))
        painter.setClipRect(below)
        painter.drawText(below, WRAPPED, index.data(FINDING))
        painter.restore()

    def _finding_rect(self, index: AnyIndex, wide: int) -> QRect:
        metrics = QFontMetrics(font(FontSize.SMALL))
        most = QRect(0, 0, wide, metrics.lineSpacing() * MOST_LINES + metrics.descent())
        wanted = metrics.boundingRect(most, WRAPPED, index.data(FINDING))
        return QRect(0, 0, wide, min(wanted.height(), most.height()))


class FindingList(QListView):
    """Choose one of the insights; `picked` carries its key."""

    picked = Signal(str)

    def __init__(self, titles: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._items = {key: _item(key, title) for key, title in titles.items()}
        model = QStandardItemModel(self)
        for item in self._items.values():
            model.appendRow(item)
        self.setModel(model)
        self.setItemDelegate(FindingDelegate(self))
        self.setAccessibleName(self.tr("Insights"))
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(WIDE)
        self._shown = ""
        self.selectionModel().currentChanged.connect(self._on_current)

    def show_findings(self, findings: Mapping[str, str]) -> None:
        """Show what each insight found."""
        for key, said in findings.items():
            item = self._items[key]
            item.setData(said, FINDING)
            item.setData(f"{item.text()}: {said}", Qt.ItemDataRole.AccessibleTextRole)

    def show_chosen(self, key: str) -> None:
        """Mark the insight that is seen."""
        self._shown = key
        self.setCurrentIndex(self._items[key].index())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the sentences anew."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _on_current(self, current: QModelIndex) -> None:
        key = current.data(KEY)
        if key is not None and key != self._shown:
            self.picked.emit(key)


def _item(key: str, title: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setData(key, KEY)
    item.setData("", FINDING)
    return item
