"""The actions of a window, made from the table."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence

from negojournal.ui.shell.action import ACTIONS, ActionSpec, Role
from negojournal.ui.shell.port import Run
from negojournal.ui.widgets.icon import icon

ROLES = {
    Role.NONE: QAction.MenuRole.NoRole,
    Role.PREFERENCES: QAction.MenuRole.PreferencesRole,
    Role.QUIT: QAction.MenuRole.QuitRole,
    Role.ABOUT: QAction.MenuRole.AboutRole,
}


class Actions(QObject):
    """Hold one QAction for each entry of the table; an action that nothing answers is disabled.

    Answers come in layers: the window's own, then those of the place that is shown, which win.
    """

    def __init__(self, specs: Sequence[ActionSpec] = ACTIONS, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.specs = {spec.key: spec for spec in specs}
        self._choices: dict[str, QActionGroup] = {}
        self._actions = {spec.key: self._build(spec) for spec in specs}
        self._window: Mapping[str, Run | None] = {}
        self._place: Mapping[str, Run | None] = {}
        self._allowed: Container[str] | None = None

    def action(self, key: str) -> QAction:
        """Return an action, for a menu, a button, or a widget in which its shortcut is to work."""
        return self._actions[key]

    def run(self, key: str) -> None:
        """Do what an action does, when something answers it now."""
        answer = self._answer(key)
        if answer is not None:
            answer()

    def run_keys(self, keys: QKeySequence) -> bool:
        """Do what some keys stand for in the whole window, and tell whether there is such a thing now."""
        for key, action in self._actions.items():
            if keys in action.shortcuts() and action.isEnabled() and not self.specs[key].local:
                action.trigger()
                return True
        return False

    def answer_always(self, answers: Mapping[str, Run | None]) -> None:
        """Take more of the window's own answers; None takes one away."""
        self._window = {**self._window, **answers}
        self._enable()

    def run_for_window(self, key: str) -> None:
        """Do what an action does for the window, whatever the place makes of it."""
        if (answer := self._window.get(key)) is not None:
            answer()

    def answer_here(self, answers: Mapping[str, Run | None]) -> None:
        """Take the answers of the place that is shown, in place of the last one's; None keeps the window's away."""
        self._place = answers
        self._enable()

    def allow_only(self, keys: Container[str] | None) -> None:
        """Let only these actions work, while the window is blanked or has no journal; None allows all again."""
        self._allowed = keys
        self._enable()

    def show_label(self, key: str, text: str) -> None:
        """Show other words for an action, such as what would be undone."""
        self._actions[key].setText(text)

    def is_answered(self, key: str) -> bool:
        """Tell whether an action does something now."""
        return self._answer(key) is not None

    def _enable(self) -> None:
        for key, action in self._actions.items():
            action.setEnabled(self.is_answered(key))

    def _answer(self, key: str) -> Run | None:
        if self._allowed is not None and key not in self._allowed:
            return None
        return self._place[key] if key in self._place else self._window.get(key)

    def _build(self, spec: ActionSpec) -> QAction:
        action = QAction(QCoreApplication.translate("Action", spec.text), self)
        action.setObjectName(spec.key)
        action.setShortcuts([QKeySequence(text) for text in spec.shortcuts])
        action.setMenuRole(ROLES[spec.role])
        action.setEnabled(False)
        if spec.local:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        if spec.icon:
            action.setIcon(icon(spec.icon))
            action.setIconVisibleInMenu(False)
        if spec.choice:
            action.setCheckable(True)
            group = self._choices.setdefault(spec.choice, QActionGroup(self))
            group.addAction(action)
        action.triggered.connect(partial(self._on_triggered, spec.key))
        return action

    def _on_triggered(self, key: str, _checked: bool = False) -> None:  # noqa: FBT001, FBT002 - Qt's signal
        self.run(key)


def words_of(spec: ActionSpec) -> str:
    """Return the words of an action without the mark for its letter."""
    return QCoreApplication.translate("Action", spec.text).replace("&", "")


def keys_of(spec: ActionSpec) -> tuple[str, ...]:
    """Return the shortcuts of an action as this platform writes them."""
    return tuple(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in spec.shortcuts)
