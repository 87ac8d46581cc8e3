"""The picture of a chart: drawn away from the window, as often as its size or its look changes, and painted here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, Protocol

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QFontInfo, QImage, QPainter, QPaintEvent, QPixmap, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from negojournal.charts.chart import Draw, R
from negojournal.charts.frame import Spot
from negojournal.charts.style import ChartStyle, style_from
from negojournal.ui.widgets.theme import look

if TYPE_CHECKING:
    from negojournal.charts.picture import Picture

DEBOUNCE = 120
"""Milliseconds that the size has to rest before the chart is drawn anew."""


class RunLatest(Protocol):
    """Do work away from the window; of one topic only the newest answers."""

    def __call__(self, topic: str, work: Callable[[], Picture], then: Callable[[Picture], None]) -> None:
        """Do the work, then hand the picture over in the window's thread."""


@dataclass(frozen=True, slots=True)
class Shown(Generic[R]):
    """Hold what a view shows: how it is drawn, from which report, its name and its text version."""

    draw: Draw[R]
    report: R
    name: str
    text: str


class ChartCanvas(QWidget):
    """Show the picture of a chart, as sharp as the screen is."""

    def __init__(self, run_latest: RunLatest, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._run_latest = run_latest
        self._shown: Shown[Any] | None = None
        self._picture: QPixmap | None = None
        self._spots: tuple[Spot, ...] = ()
        self._drawn: tuple[object, ...] = ()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._draw)
        self.setAccessibleName(self.tr("Chart"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        look().changed.connect(self._draw)

    def show_chart(self, shown: Shown[R]) -> None:
        """Show a chart, drawn as soon as there is a size to draw it in."""
        self._shown = shown
        self.setAccessibleName(shown.name)
        self.setAccessibleDescription(shown.text)
        self._draw()

    def spots(self) -> tuple[Spot, ...]:
        """Return where the reviews stand in the picture that is shown."""
        return self._spots

    def sizeHint(self) -> QSize:
        """Return a size at which a panel reads well."""
        return QSize(380, 230)

    def minimumSizeHint(self) -> QSize:
        """Return the least size at which a panel can be read."""
        return QSize(260, 150)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what was asked for while hidden, once the layout is settled; what was drawn is stretched till it rests.

        A page that is come back to asks for its report anew, and draws that one then.
        """
        super().showEvent(event)
        is_drawn = self._drawn[:1] == (self._shown,)
        self._timer.start(DEBOUNCE if is_drawn else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw anew once the size rests; until then the old picture is stretched."""
        super().resizeEvent(event)
        self._timer.start(DEBOUNCE if self._picture else 0)

    def changeEvent(self, event: QEvent) -> None:
        """Draw anew on a screen with other pixels."""
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._timer.start(DEBOUNCE)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture."""
        if self._picture is not None:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawPixmap(self.rect(), self._picture)

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
        self._run_latest(f"chart-{id(self)}", work, self.show_picture)

    def show_picture(self, picture: Picture) -> None:
        """Show a picture that was drawn."""
        form = QImage.Format.Format_RGBX8888
        image = QImage(picture.pixels, picture.width, picture.height, picture.width * 4, form)
        self._picture = QPixmap.fromImage(image)
        self._picture.setDevicePixelRatio(picture.ratio)
        self._spots = picture.spots
        self.update()


def _style() -> ChartStyle:
    """Return the look of the window as the style of a chart."""
    font = QFontInfo(look().font)
    return style_from(look().theme, look().palette, family=font.family(), size=float(font.pixelSize()))
