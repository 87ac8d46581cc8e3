"""A line of ways from a record to what it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from negojournal.ui.widgets.button import LabelledAction, quiet_button
from negojournal.ui.widgets.flow_layout import FlowLayout
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced
from negojournal.ui.widgets.tip import tip

WIDTH = 34
"""How wide a link gets at most, in average characters; the whole of it is its tool tip."""


class LinkRow(QWidget):
    """Show what the links are, then the links; without any it takes no room."""

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = label
        self._buttons: list[QPushButton] = []
        links = QWidget()
        self._flow = FlowLayout(links, look().theme.spacing.step)
        name = Text(label, TextRole.MUTED)
        name.setWordWrap(False)
        name.setMinimumHeight(quiet_button(label).sizeHint().height())
        name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = spaced(QHBoxLayout(self), gap=look().theme.spacing.step)
        row.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(links, 1)

    def show_links(self, links: Sequence[LabelledAction]) -> None:
        """Show other links."""
        for button in self._buttons:
            take_out(button, self._flow)
        self._buttons = [self._button(link) for link in links]
        for button in self._buttons:
            self._flow.addWidget(button)
        self.setVisible(bool(links))

    def _button(self, link: LabelledAction) -> QPushButton:
        room = self.fontMetrics().averageCharWidth() * WIDTH
        shown = QFontMetrics(self.font()).elidedText(link.label, Qt.TextElideMode.ElideRight, room)
        button = quiet_button(shown.replace("&", "&&"), link.run)
        button.setAccessibleName(f"{self._label} {link.label}")
        button.setToolTip(tip(link.label) if shown != link.label else "")
        return button
