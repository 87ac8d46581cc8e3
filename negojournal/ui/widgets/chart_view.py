"""A chart that is walked by pointer or arrow keys."""

from __future__ import annotations

from math import hypot
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from negojournal.charts.frame import Spot
from negojournal.ui.widgets.chart_canvas import ChartCanvas, RunLatest
from negojournal.ui.widgets.chart_mark import draw_mark

if TYPE_CHECKING:
    from negojournal.charts.picture import Picture

REACH = 14.0
"""How near the pointer has to come to a point, in device-independent pixels."""

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ChartView(ChartCanvas):
    """Show one chart.

    A click on a point, or Enter on the one that the arrow keys have come to, chooses its review; a click or Enter
    elsewhere picks the chart itself.
    """

    review_chosen = Signal(str)
    picked = Signal()

    def __init__(self, run_latest: RunLatest, parent: QWidget | None = None) -> None:
        super().__init__(run_latest, parent)
        self._marked: int | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture that was drawn; no point is named any more."""
        self._marked = None
        super().show_picture(picture)

    def marked(self) -> Spot | None:
        """Return the review that is named at the moment."""
        return None if self._marked is None else self._spots[self._marked]

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop naming a point when the keyboard leaves."""
        self._mark(None)
        super().focusOutEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Name the point that the pointer is near."""
        self._mark(self._near(event.position()))

    def leaveEvent(self, event: QEvent) -> None:
        """Stop naming a point when the pointer leaves."""
        self._mark(None)
        super().leaveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the review under the pointer, or pick the chart."""
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._mark(self._near(event.position()))
            self._open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the points by arrow, Home and End; Enter opens, Escape stops naming a point."""
        key = event.key()
        if key in OPENING:
            self._open()
        elif key in STEPS and self._spots:
            self._walk(STEPS[Qt.Key(key)])
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._spots:
            self._mark(0 if key == Qt.Key.Key_Home else len(self._spots) - 1)
        elif key == Qt.Key.Key_Escape and self._marked is not None:
            self._mark(None)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the picture, and the name of the point that is marked."""
        super().paintEvent(event)
        marked = self.marked()
        if marked is not None:
            draw_mark(QPainter(self), self.rect(), QPointF(marked.x, marked.y), marked.words)

    def _near(self, place: QPointF) -> int | None:
        """Return the number of the nearest point within reach."""
        away = [hypot(spot.x - place.x(), spot.y - place.y()) for spot in self._spots]
        nearest = min(range(len(away)), key=away.__getitem__, default=None)
        return nearest if nearest is not None and away[nearest] <= REACH else None

    def _walk(self, step: int) -> None:
        """Go to the next point; from none, to the latest."""
        last = len(self._spots) - 1
        self._mark(last if self._marked is None else min(max(self._marked + step, 0), last))

    def _mark(self, at: int | None) -> None:
        if at == self._marked:
            return
        self._marked = at
        self.setCursor(Qt.CursorShape.ArrowCursor if at is None else Qt.CursorShape.PointingHandCursor)
        if at is not None:
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, self._spots[at].words))
        self.update()

    def _open(self) -> None:
        marked = self.marked()
        if marked is None:
            self.picked.emit()
        else:
            self.review_chosen.emit(marked.id)
