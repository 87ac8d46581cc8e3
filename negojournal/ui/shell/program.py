"""The life of a window: from the first paint to the open journal, and to the end."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from negojournal.errors import JournalError
from negojournal.ui.shell.ending import Ending
from negojournal.ui.shell.locking import Locking
from negojournal.ui.shell.memory import FILTER, filter_text
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.places import JOURNAL
from negojournal.ui.shell.porch import Porch
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.start.damage import Damage
from negojournal.ui.shell.start.first_start import FirstStart
from negojournal.ui.shell.start.opening import OPENING, Opening
from negojournal.ui.shell.start.reopening import Reopening
from negojournal.ui.shell.start.rescuing import Rescuing
from negojournal.ui.shell.start.restoration import Restoration
from negojournal.ui.shell.start.succession import Succession
from negojournal.ui.shell.start.unlocking import Key, Unlocking
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message
from negojournal.ui.widgets.theme import apply_theme

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

BLANK = frozenset({"hide", "lock", "quit"})
"""The actions that work while the window is blanked."""

ALWAYS = BLANK | {"about", "help", "shortcuts", "scheme-system", "scheme-light", "scheme-dark"}
"""The actions that work while there is no journal to work on."""

MILLISECONDS_TO_WARM = 1000
"""How long after the journal is open what takes long to load begins to be: the first page goes before it."""


class JournalUser(Protocol):
    """Be a part of the shell that waits for the journal."""

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""


class Program(QObject):
    """Lead a window through its states: first start, opening, locked, open, refused.

    `followed` carries the Setup of the program that comes after this one in the same window.
    """

    followed = Signal(object)

    def __init__(self, setup: Setup, parts: Parts, users: Sequence[JournalUser], app: QApplication) -> None:
        """Lead the window; `users` get the journal before the form does, which then stores what was typed so far."""
        super().__init__(parts.window)
        self._app = app
        self.parts = parts
        self.setup = setup
        self._journal: Journal | None = None
        self._warming = threading.Thread(target=setup.warm_up, name="charts", daemon=True)
        self._warmer = QTimer(self, singleShot=True, interval=MILLISECONDS_TO_WARM)
        self._warmer.timeout.connect(self._warming.start)
        self._opening = Opening(parts.worker, Key(setup).open, setup.journal, self)
        # What is on screen is painted first: a thread that loads takes every other turn.
        self._opener = QTimer(self, singleShot=True, interval=0)
        self._opener.timeout.connect(self._opening.begin)
        self._unlocking = Unlocking(setup, self._opening, parts)
        self._rescuing = Rescuing(setup, self._opening, parts)
        self._unlocking.doubted.connect(self._rescuing.show_doubt)
        self._rescuing.locked.connect(self._unlocking.show_again)
        self._opening.opened.connect(self._on_opened)
        self._opening.refused.connect(self._on_refused)
        self.ending = Ending(parts.window, parts.places, parts.worker, parts.messages)
        self.succession = Succession(setup, self._opening, parts, self.ending)
        self.succession.followed.connect(self.followed)
        Restoration(parts, self.succession)
        self._locking = Locking(app, parts, self.ending, self.succession)
        self._reopening = Reopening(parts, self.succession)
        self._users = (*users, self._locking, self._reopening, Damage(parts, self.succession))
        self._allowed: frozenset[str] | None = None
        parts.window.may_close = self._may_close
        parts.window.blanked.connect(self._on_blanked)

    def begin(self, porch: Porch | None = None) -> None:
        """Show the first place, with what was typed before it was there, and open the journal."""
        if self.setup.is_first_start():
            self._greet()
            return
        if self.setup.unfinished is not None:
            self.parts.navigation.edit()
            self.parts.editor.show_draft(self.setup.unfinished, is_stored=False)
        if self.setup.damage is not None:
            self._allow(ALWAYS)
            self._rescuing.show(self.setup.damage, at_once=True)
            return
        self._opener.start()
        if self.setup.is_sample:
            self.parts.navigation.go(JOURNAL)
            self._say_sample()
        elif self._unlocking.is_needed():
            self._allow(ALWAYS)
            self._unlocking.show()
        else:
            self._begin_somewhere(porch)

    def _begin_somewhere(self, porch: Porch | None) -> None:
        """Show what the user has typed for already, or the form unless the window comes back to another place."""
        parts = self.parts
        if porch is not None:
            porch.hand_over(parts.workspace.actions.run_keys, self._show_form)
        if not self.setup.whereabouts.place:
            self._show_form()

    def _show_form(self) -> None:
        if not self.parts.places.key():
            self.parts.navigation.edit()

    def end(self) -> None:
        """Leave the journal, remember the window, and give it up."""
        self.leave()
        self.parts.window.deleteLater()

    def leave(self) -> None:
        """Finish what is under way, close the journal, and remember the window."""
        self._opener.stop()
        preferences = self.parts.workspace.preferences
        preferences.keep_window(self.parts.window)
        if (journal := self._journal) is not None and not self.setup.is_sample:
            wanted = "" if journal.is_encrypted else filter_text(self.parts.workspace.filter.value())
            preferences.choose(FILTER, wanted)
        self.parts.worker.close(self._journal.close if self._journal is not None else None)
        self._warmer.stop()
        if self._warming.is_alive():
            self._warming.join()

    def on_failed(self, error: JournalError) -> None:
        """Say what no one else has answered."""
        self.parts.messages.error(str(error))

    def show_scheme(self) -> None:
        """Draw the window as the user has chosen."""
        preferences = self.parts.workspace.preferences
        scheme = preferences.scheme()
        apply_theme(self._app, self.setup.theme, scheme)
        self.parts.workspace.actions.action(f"{Preferences.SCHEME}-{scheme}").setChecked(True)

    def _greet(self) -> None:
        greeting = FirstStart()
        greeting.started.connect(self._start_writing)
        greeting.sample_wanted.connect(lambda: self.succession.begin_again(replace(self.setup, is_sample=True)))
        self._allow(ALWAYS)
        self.parts.places.show_state(greeting)

    def _start_writing(self, typed: str) -> None:
        """Go to the form with what was typed already, and make the journal."""
        self._allow(None)
        self.parts.navigation.edit()
        if typed and (field := self.parts.window.focusWidget()) is not None:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                QApplication.sendEvent(field, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, typed))
        self._opening.begin()

    def _say_sample(self) -> None:
        own = replace(self.setup, is_sample=False, greets=False)
        self.parts.messages.ask(
            Message(
                self.tr("This is a sample journal. It is thrown away when you close the window."),
                actions=(LabelledAction(self.tr("Start my own"), lambda: self.succession.begin_again(own)),),
                key="sample",
            )
        )

    def _may_close(self) -> bool:
        """Tell whether the window can go; what was typed can only be stored in a journal that is being opened."""
        if self._opener.isActive() and not self.parts.places.is_kept():
            self._opener.stop()
            self._opening.begin()
        return self.ending.may_close()

    def _allow(self, keys: frozenset[str] | None) -> None:
        self._allowed = keys
        self.parts.workspace.actions.allow_only(keys)

    def _on_blanked(self, blank: bool) -> None:  # noqa: FBT001 - a signal's
        self.parts.workspace.actions.allow_only(BLANK if blank else self._allowed)
        if blank:
            self.parts.places.keep_now()

    def _on_opened(self, journal: Journal) -> None:
        self._journal = journal
        self.parts.messages.dismiss(OPENING)
        self._allow(None)
        for user in self._users:
            user.show_journal(journal)
        self.parts.places.show_journal(journal)
        if not self.parts.places.key():
            self.parts.navigation.come_back(self.setup.whereabouts)
        if self.setup.news:
            self.parts.messages.ask(Message(self.setup.news, key="news"))
        self._warmer.start()

    def _on_refused(self, error: JournalError) -> None:
        self._allow(ALWAYS)
        self.parts.places.show_newest(())
        if not self._unlocking.answers(error):
            self._rescuing.show(error)
