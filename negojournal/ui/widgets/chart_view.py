"""A chart in the window: drawn away from it, painted here, and walked by pointer or arrow keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QFontInfo,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from negojournal.analysis.report import TrendReport
from negojournal.charts.frame import Spot
from negojournal.charts.registry import Draw
from negojournal.charts.style import ChartStyle, style_from
from negojournal.ui.widgets.chart_mark import draw_mark
from negojournal.ui.widgets.theme import look

if TYPE_CHECKING:
    from negojournal.charts.picture import Picture

REACH = 14.0
"""How near the pointer has to come to a point, in device-independent pixels."""

DEBOUNCE = 120
"""Milliseconds that the size has to rest before the chart is drawn anew."""

STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
OPENING = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class RunLatest(Protocol):
    """Do work away from the window; of one topic only the newest answers."""

    def __call__(self, topic: str, work: Callable[[], Picture], then: Callable[[Picture], None]) -> None:
        """Do the work, then hand the picture over in the window's thread."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Hold what a view shows: how it is drawn, from which report, its name and its text version."""

    draw: Draw
    report: TrendReport
    name: str
    text: str


class ChartView(QWidget):
    """Show one chart.

    A click on a point, or Enter on the one that the arrow keys have come to, chooses its review; a click or Enter
    elsewhere picks the chart itself.
    """

    review_chosen = Signal(str)
    picked = Signal()

    def __init__(self, run_latest: RunLatest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run_latest = run_latest
        self._shown: Shown | None = None
        self._picture: QPixmap | None = None
        self._spots: tuple[Spot, ...] = ()
        self._marked: int | None = None
        self._drawn: object = None
        self._timer = QTimer(self, singleShot=True, interval=DEBOUNCE)
        self._timer.timeout.connect(self._draw)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look().changed.connect(self._draw)

    def show_chart(self, shown: Shown) -> None:
        """Show a chart, drawn as soon as there is a size to draw it in."""
        self._shown = shown
        self.setAccessibleName(shown.name)
        self.setAccessibleDescription(shown.text)
        self._draw()

    def spots(self) -> tuple[Spot, ...]:
        """Return where the reviews stand in the picture that is shown."""
        return self._spots

    def marked(self) -> Spot | None:
        """Return the review that is named at the moment."""
        return None if self._marked is None else self._spots[self._marked]

    def sizeHint(self) -> QSize:
        """Return a size at which a panel reads well."""
        return QSize(380, 230)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a panel can be read."""
        return QSize(260, 150)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while hidden."""
        super().showEvent(event)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size rests; until then the old picture is stretched."""
        super().resizeEvent(event)
        self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew on a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._timer.start()
        super().changeEvent(event)

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

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, and the name of the point that is marked."""
        painter = QPainter(self)
        if self._picture is None:
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(self.rect(), self._picture)
        marked = self.marked()
        if marked is not None:
            draw_mark(painter, self.rect(), QPointF(marked.x, marked.y), marked.words)

    def _draw(self) -> None:
        """Have the chart drawn as it is to be seen now, unless it is on show like that already."""
        shown, size, ratio = self._shown, self.size(), self.devicePixelRatioF()
        if shown is None or not self.isVisible() or size.isEmpty():
            return
        style = _style()
        wanted = (shown, size, ratio, style)
        if wanted == self._drawn:
            return

        def work() -> Picture:
            from negojournal.charts.picture import Canvas, draw_picture  # noqa: PLC0415 - loads matplotlib

            return draw_picture(shown.draw, shown.report, style, Canvas(size.width(), size.height(), ratio))

        self._drawn = wanted
        self._run_latest(f"chart-{id(self)}", work, self._show_picture)

    def _show_picture(self, picture: Picture) -> None:
        form = QImage.Format.Format_RGBX8888
        image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, form)
        self._picture = QPixmap.fromImage(image)
        self._picture.setDevicePixelRatio(picture.ratio)
        self._marked = None
        self._spots = picture.spots
        self.update()

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


def _style() -> ChartStyle:
    """Return the look of the window as the style of a chart."""
    font = QFontInfo(look().font)
    return style_from(look().theme, look().palette, family=font.family(), size=float(font.pixelSize()))
