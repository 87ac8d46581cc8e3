"""The rail at the left: a new review or plan, then the pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QSizePolicy, QToolButton, QVBoxLayout, QWidget

from negojournal.ui.shell.actions import Actions, keys_of, words_of
from negojournal.ui.shell.page import PageEntry
from negojournal.ui.shell.places import EDITOR, PLAN
from negojournal.ui.widgets.icon import icon
from negojournal.ui.widgets.text import Hairline
from negojournal.ui.widgets.theme import look, spaced

WIDTH = 160


class Rail(QWidget):
    """Show where one is and where one can go."""

    def __init__(self, pages: Sequence[PageEntry], actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(QCoreApplication.translate("Rail", "Places"))
        self.setFixedWidth(WIDTH)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.AlternateBase)
        spacing = look().theme.spacing
        layout = spaced(QVBoxLayout(self), gap=spacing.step, margin=spacing.inside)
        self._buttons = {EDITOR: self._button(actions, "new-review"), PLAN: self._button(actions, "new-plan")}
        for button in self._buttons.values():
            layout.addWidget(button)
        layout.addSpacing(spacing.step)
        layout.addWidget(Hairline())
        layout.addSpacing(spacing.step)
        for page in (page for page in pages if page.in_rail):
            self._buttons[page.key] = self._button(actions, f"go-{page.key}")
            layout.addWidget(self._buttons[page.key])
        layout.addStretch()

    def show_place(self, key: str) -> None:
        """Mark the place that is on screen."""
        for name, button in self._buttons.items():
            button.setChecked(name == key)

    def last_button(self) -> QToolButton:
        """Return the lowest button, after which Tab leaves the rail."""
        return list(self._buttons.values())[-1]

    def _button(self, actions: Actions, key: str) -> QToolButton:
        spec = actions.specs[key]
        name = words_of(spec)
        button = QToolButton(self)
        button.setText(name)
        button.setIcon(icon(spec.icon))
        side = look().theme.target.icon
        button.setIconSize(QSize(side, side))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.setMinimumHeight(look().theme.target.rating)
        button.setCheckable(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setAccessibleName(name)
        button.setToolTip(keys_of(spec)[0])
        action = actions.action(key)
        button.setEnabled(action.isEnabled())
        action.enabledChanged.connect(button.setEnabled)
        button.clicked.connect(lambda _checked: self._on_clicked(actions, key, button))
        return button

    def _on_clicked(self, actions: Actions, key: str, button: QToolButton) -> None:
        button.setChecked(True)
        actions.run(key)
