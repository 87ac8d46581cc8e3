"""Show a window at once, and load what it is made of behind it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from negojournal.domain.theme import Theme
from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.instance import Instance
from negojournal.ui.shell.loading import Loading
from negojournal.ui.shell.porch import Porch
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.signals import on_signals
from negojournal.ui.shell.window import Window, lead_into
from negojournal.ui.widgets.theme import apply_theme

if TYPE_CHECKING:
    from negojournal.domain.summary import Summary
    from negojournal.ui.shell.port import Run
    from negojournal.ui.shell.program import Program
    from negojournal.ui.shell.setup import Setup

NAME = "negojournal"


@dataclass(frozen=True, slots=True)
class Entrance:
    """Hold what the first sight of a window needs.

    `setup` loads and returns the rest, `glance` the newest lines of the journal, for a list that is shown before it is
    open; both are called in a thread.
    """

    theme: Theme
    settings_file: Path
    log_folder: Path
    begins_with_form: bool
    setup: Callable[[], Setup]
    glance: Callable[[], tuple[Summary, ...]] = tuple


class Doorway(QObject):
    """Lead from the first sight of a window to the program in it."""

    def __init__(self, app: QApplication, entrance: Entrance, hook: CrashHook) -> None:
        super().__init__()
        self._app, self._entrance = app, entrance
        self._preferences = Preferences(entrance.settings_file)
        self._porch: Porch | None = None
        self._setup: Setup | None = None
        self._program: Program | None = None
        self._leave: Run | None = None
        self._has_crashed = False
        hook.crashed.connect(self._on_crashed)
        self._instance = Instance(self)
        self._loading = Loading(entrance.setup, entrance.glance, self)
        self._loading.loaded.connect(self._on_loaded)
        apply_theme(app, entrance.theme, self._preferences.scheme())
        self.window = Window()
        self.window.may_close = self._may_close
        self._preferences.setParent(self.window)
        self._preferences.restore_window(self.window)
        if entrance.begins_with_form:
            self._porch = Porch()
            self.window.setCentralWidget(self._porch)
            self._porch.setFocus()
        self.window.painted.connect(self._loading.begin)
        self._instance.asked.connect(partial(lead_into, self.window))
        self._instance.preceded.connect(self._on_preceded)

    def on_signal(self) -> None:
        """End, because the system asks for it."""
        if self._program is None:
            self._leave = self.on_signal
            self.window.close()
        else:
            self._program.ending.on_signal()

    def end(self) -> None:
        """End the program."""
        self._instance.close()
        self._loading.end()
        if self._program is not None:
            self._program.end()

    def _on_loaded(self, setup: Setup, lines: tuple[Summary, ...]) -> None:
        self._setup = setup
        self._build(lines)

    def _build(self, lines: tuple[Summary, ...] = ()) -> None:
        from negojournal.ui.shell.assembly import build_program  # noqa: PLC0415 - the window needn't wait for it

        if self._setup is not None:
            others = (self._instance,)
            self._program = build_program(self._app, self._setup, self.window, self._preferences, others, lines)
            self._instance.expect(None if self._setup.is_sample else self._setup.journal)
            self._app.commitDataRequest.connect(self._program.ending.on_session_end)
            self._program.followed.connect(self._on_followed)
            self._program.begin(self._porch)
            leave, self._leave = self._leave, None
            if leave is not None:
                leave()

    def _may_close(self) -> bool:
        """Close, but where something is typed already only once there is what can keep it."""
        is_coming = self._program is None and not self._has_crashed
        waits = is_coming and self._porch is not None and self._porch.has_typed()
        if waits:
            self._leave = self._leave or self.window.close
        return not waits

    def _on_crashed(self, report: str) -> None:
        """Say once that the fault is ours, in whichever window there is by then."""
        from negojournal.ui.shell.crash_dialog import show_crash  # noqa: PLC0415 - seldom wanted

        self._has_crashed = True
        show_crash(self.window, report, self._entrance.log_folder)

    def _on_preceded(self) -> None:
        """Leave the journal to the window that had it before, unless something is written here already."""
        if self._program is not None and self._program.parts.editor.is_untouched():
            self.window.close()

    def _on_followed(self, setup: Setup) -> None:
        """Come back to the event loop first: what is to be freed has told so itself."""
        if self._program is not None:
            QTimer.singleShot(0, self._program, partial(self._follow, setup))

    def _follow(self, setup: Setup) -> None:
        """End the program, free all that it consisted of, and begin the next in the same window."""
        from negojournal.ui.shell.residue import wiping  # noqa: PLC0415 - the window needn't wait for it
        from negojournal.ui.shell.trace import forget_texts  # noqa: PLC0415 - as above

        with wiping():
            if self._program is not None:
                self._program.leave()
            self._program, self._porch, self._setup = None, None, setup
            self.window.clear()
            forget_texts()
        self._preferences = Preferences(self._entrance.settings_file, self.window)
        self._build()


def run_program(entrance: Entrance) -> int:
    """Show the window until the user quits, and return the exit status."""
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    hook = CrashHook(entrance.log_folder)
    hook.install()
    door = Doorway(app, entrance, hook)
    with on_signals(door.on_signal):
        door.window.show()
        status = app.exec()
    door.end()
    hook.uninstall()
    return status
