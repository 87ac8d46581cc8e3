"""A chart that fills the height, with what is said of it below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from negojournal.charts.frame import PADDING
from negojournal.ui.widgets.theme import look, spaced

NO_LIMIT = (1 << 24) - 1
"""The greatest height that Qt has."""

BELOW = 160
"""Height that the caption and two headings take below the charts."""


class Body(QScrollArea):
    """Scroll what stands under the charts, which fill the height; `span` is the least and the most they can use."""

    def __init__(
        self,
        charts: QWidget,
        span: Callable[[], tuple[int, int]],
        below: Sequence[QWidget],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, widgetResizable=True)
        self._charts, self._span = charts, span
        content = QWidget()
        column = spaced(QVBoxLayout(content))
        column.addWidget(charts)
        rest = spaced(QVBoxLayout())
        rest.setContentsMargins(PADDING, 0, PADDING, look().theme.spacing.around)
        for part in below:
            rest.addWidget(part)
        column.addLayout(rest)
        column.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(content)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the charts fill the height."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the charts the height that is there, within the least and the most that they can use."""
        least, most = self._span()
        self._charts.setFixedHeight(min(max(least, self.viewport().height() - BELOW), most))
