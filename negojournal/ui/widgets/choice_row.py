"""A few mutually exclusive choices in a row, all in sight."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QWidget

from negojournal.ui.widgets.focus_ring import OWN_RING
from negojournal.ui.widgets.target_row import TargetRow
from negojournal.ui.widgets.theme import colour, font, look

CLEARING = {Qt.Key.Key_0, Qt.Key.Key_Delete, Qt.Key.Key_Backspace}
STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class ChoiceRow(TargetRow):
    """Choose one of a few keys or none: by click, arrow or digit; 0 or a click on the chosen one takes it back.

    `moved_on` comes after a digit, for rows that are answered one after the other.
    """

    picked = Signal(object)
    moved_on = Signal()

    def __init__(
        self, choices: Mapping[str, str], *, name: str = "", required: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keys = tuple(choices)
        self._labels = tuple(choices.values())
        self._required = required
        self._chosen: str | None = None
        self.setProperty(OWN_RING, "true")
        self.setAccessibleName(name)
        self._describe()

    def chosen(self) -> str | None:
        """Return the key that is chosen."""
        return self._chosen

    def show_chosen(self, key: str | None) -> None:
        """Show a choice; a key that isn't one of the choices shows none."""
        self._chosen = key if key in self._keys else None
        self._describe()
        self.update()

    def target_rects(self) -> tuple[QRect, ...]:
        """Return where the choices are."""
        return self._places(self.width())

    def on_target(self, index: int) -> None:
        """Choose what was clicked; the chosen one is taken back."""
        self._pick(None if self._keys[index] == self._chosen else self._keys[index])

    def on_key(self, key: int) -> bool:
        """Step by arrow, choose by digit, take back by 0, Delete or Backspace."""
        if key in STEPS:
            self._pick(self._beside(STEPS[key]))
        elif key in CLEARING:
            self._pick(None)
        elif Qt.Key.Key_1 <= key < Qt.Key.Key_1 + min(9, len(self._keys)):
            self._pick(self._keys[key - Qt.Key.Key_1])
            self.moved_on.emit()
        else:
            return False
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of all lines at a width."""
        return self._places(width)[-1].bottom() + 1

    def sizeHint(self) -> QSize:
        """Return the size with all choices in one line."""
        return self._size(1 << 16)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest choice; the height is left to `heightForWidth`."""
        return QSize(self._size(0).width(), self.heightForWidth(max(self.width(), self._size(0).width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Have the layout ask again for the least height, which goes by the width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the choices."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index, rect in enumerate(self.target_rects()):
            self._paint_choice(painter, rect, index)
        if self.hasFocus():
            focused = 0 if self._chosen is None else self._keys.index(self._chosen)
            look().draw_ring(painter, QRectF(self.target_rects()[focused]))

    def _paint_choice(self, painter: QPainter, rect: QRect, index: int) -> None:
        palette, line = look().palette, look().theme.line
        chosen = self._keys[index] == self._chosen
        fill = palette.selection if chosen else palette.raised if index == self.hovered() else palette.window
        ink = palette.text if chosen else palette.muted
        painter.setPen(QPen(colour(palette.outline if chosen else palette.hairline), line.hairline))
        painter.setBrush(colour(fill))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), line.radius, line.radius)
        painter.setPen(colour(ink if self.isEnabled() else palette.disabled))
        painter.setFont(font(bold=chosen))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._labels[index])

    def _places(self, width: int) -> tuple[QRect, ...]:
        return build_places(width, self._labels)

    def _size(self, width: int) -> QSize:
        placed = self._places(width)
        return QSize(max(rect.right() for rect in placed) + 1, placed[-1].bottom() + 1)

    def _beside(self, step: int) -> str:
        """Return the choice beside the present one; from none, the nearest end."""
        if self._chosen is None:
            return self._keys[0 if step > 0 else -1]
        at = self._keys.index(self._chosen) + step
        return self._keys[min(max(at, 0), len(self._keys) - 1)]

    def _pick(self, key: str | None) -> None:
        if key == self._chosen or (key is None and self._required):
            return
        self.show_chosen(key)
        self.picked.emit(key)

    def _describe(self) -> None:
        nothing = self.tr("nothing chosen")
        self.describe(nothing if self._chosen is None else self._labels[self._keys.index(self._chosen)])


@lru_cache(maxsize=256)
def build_places(width: int, labels: tuple[str, ...]) -> tuple[QRect, ...]:
    """Set choices out line by line; each has room for its label in bold. Layouts ask a dozen times for each key."""
    spacing = look().theme.spacing
    metrics = QFontMetrics(font(bold=True))
    height = max(look().theme.target.control, metrics.height() + spacing.inside)
    placed: list[QRect] = []
    corner = QPoint(0, 0)
    for label in labels:
        rect = QRect(corner, QSize(metrics.horizontalAdvance(label) + 2 * spacing.inside, height))
        if placed and rect.right() >= width:
            rect.moveTopLeft(QPoint(0, placed[-1].bottom() + 1 + spacing.step))
        placed.append(rect)
        corner = rect.topRight() + QPoint(1 + spacing.step, 0)
    return tuple(placed)
