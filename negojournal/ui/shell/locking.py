"""Lock an encrypted journal: when the user says, when nobody touches the window for a while, when the machine slept."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from negojournal.domain.moment import now
from negojournal.ui.shell.ending import Ending
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.start.succession import Succession
from negojournal.ui.shell.trace import clear_traces

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

MILLISECONDS = 2000
"""How often the clock is looked at; a timer for all the minutes would stand still while the machine sleeps."""

JUMP = timedelta(seconds=30)
"""Between two looks at the clock the machine slept, or its clock was set; either way nobody may have been there."""

TOUCHES = {
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
}


class Locking(QObject):
    """Watch over an open journal that is encrypted; locking begins again with the question for the passphrase."""

    def __init__(self, app: QApplication, parts: Parts, ending: Ending, succession: Succession) -> None:
        super().__init__(parts.window)
        self._parts, self._ending, self._succession = parts, ending, succession
        self._journal: Journal | None = None
        self._touched = self._looked = now()
        self._is_wanted = self._is_locking = False
        self._timer = QTimer(self, interval=MILLISECONDS)
        self._timer.timeout.connect(self.look)
        app.focusWindowChanged.connect(self._on_window)
        parts.workspace.bus.changed.connect(self._refresh)
        parts.window.blanked.connect(self._on_blanked)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        self._refresh()

    def lock(self) -> None:
        """Hide everything at once, keep what was typed, and lock; where that can't be kept, stay hidden and say so."""
        if self._is_locking:
            return
        self._is_locking = True
        window = self._parts.window
        if not window.is_hidden_now():
            window.toggle_curtain()
        if reason := self._reason_not():
            self._is_wanted = True
            window.explain_curtain(reason)
        else:
            clear_traces()
            self._succession.begin_again(replace(self._succession.here(), asks=True))
        self._is_locking = False

    def look(self) -> None:
        """Lock when it is time, or when it was wanted before and couldn't be done."""
        if self._has_slept() or self._is_wanted or self._is_idle():
            self.lock()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Notice that someone is there; after a sleep, that may be anybody."""
        if event.type() not in TOUCHES:
            return False
        if slept := self._has_slept():
            self.lock()
        self._touched = now()
        return slept

    def _refresh(self) -> None:
        """Lock only what is encrypted, which a journal can become, or cease to be, while it is open."""
        is_encrypted = self._journal is not None and self._journal.is_encrypted
        self._parts.workspace.actions.answer_always({"lock": self.lock if is_encrypted else None})
        if is_encrypted is not self._timer.isActive():
            self._watch() if is_encrypted else self._timer.stop()

    def _watch(self) -> None:
        self._touched = self._looked = now()
        self._timer.start()
        self._on_window(self._parts.window.windowHandle())

    def _on_window(self, window: QWindow | None) -> None:
        """Listen where the keyboard is: at each window only once, whatever is in it."""
        if window is not None and self._timer.isActive():
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _has_slept(self) -> bool:
        before, self._looked = self._looked, now()
        return self._timer.isActive() and abs(self._looked - before) > JUMP

    def _is_idle(self) -> bool:
        minutes = self._parts.workspace.preferences.lock_after()
        return bool(minutes) and abs(now() - self._touched) >= timedelta(minutes=minutes)

    def _on_blanked(self, blank: bool) -> None:  # noqa: FBT001 - a signal's
        if not blank:
            self._is_wanted = False

    def _reason_not(self) -> str:
        """Keep what was typed, and say what stands in the way of locking, if anything does."""
        if not self._ending.keep():
            return self.tr(
                "The journal is not locked yet: what you typed could not be stored. It is still there, hidden; "
                "the journal is locked as soon as it can be stored."
            )
        if not self._parts.worker.is_idle():
            return self.tr("The journal is not locked yet: something is still being done with it. It locks after that.")
        return ""
