"""The way into an encrypted journal: by what was given, what the computer remembers, or what the user types."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from negojournal.errors import EncryptedError, JournalError, WrongPassphraseError
from negojournal.service.file import is_encrypted
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.start.opening import OPENING, Opening
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message

if TYPE_CHECKING:
    from negojournal.domain.passphrase import Passphrase
    from negojournal.service.journal import Journal
    from negojournal.ui.shell.start.unlock import Unlock

MANY = 3
"""After as many wrong passphrases it may be the file that is wrong."""


class Key:
    """Open a journal away from the window, with the passphrase that is at hand."""

    def __init__(self, setup: Setup) -> None:
        self._setup = setup
        self._given = setup.passphrase

    def open(self, path: Path, typed: Passphrase | None) -> Journal:
        """Open a file by what was typed, else by what the program was started with, else by what is remembered."""
        if self._setup.is_sample:
            return self._setup.open_sample()
        passphrase, self._given = typed or self._given, None
        if passphrase is None:
            return self._remembered(path) or self._setup.open_journal(path, None)
        return self._setup.open_journal(path, passphrase)

    def _remembered(self, path: Path) -> Journal | None:
        """Open a file by what the computer remembers; what is wrong is forgotten."""
        keychain = self._setup.keychain
        if keychain is None or self._setup.asks or not is_encrypted(path):
            return None
        if (remembered := keychain.recall(path)) is None:
            return None
        try:
            return self._setup.open_journal(path, remembered)
        except WrongPassphraseError:
            keychain.forget(path)
            return None


class Unlocking(QObject):
    """Ask for the passphrase of an encrypted journal, as often as it takes.

    `doubted` says that the user is sure of it, and rather takes the file for damaged.
    """

    doubted = Signal()

    def __init__(self, setup: Setup, opening: Opening, parts: Parts) -> None:
        super().__init__(opening)
        self._setup, self._opening, self._parts = setup, opening, parts
        self._page: Unlock | None = None
        self._to_remember: Passphrase | None = None
        self._wrong = 0
        opening.opened.connect(self._on_opened)

    def is_needed(self) -> bool:
        """Tell whether the journal is encrypted; to be asked only while this program doesn't have it open."""
        return not self._setup.is_sample and is_encrypted(self._opening.path)

    def show(self) -> Unlock:
        """Ask for the passphrase, in the place of whatever is on screen."""
        from negojournal.ui.shell.start.unlock import Unlock  # noqa: PLC0415 - most journals have no passphrase

        page = self._page
        if page is None or not isValid(page) or page.path != self._opening.path:
            self._page = page = Unlock(self._opening.path)
            page.given.connect(self._on_given)
            page.other_wanted.connect(self._opening.begin_with)
            if (keychain := self._setup.keychain) is not None:
                self._parts.worker.run_latest("keychain", keychain.is_available, page.show_remember)
        self._parts.places.show_state(page)
        return page

    def show_again(self) -> None:
        """Ask for a passphrase that the file itself doesn't need any more, but its backups do."""
        self.show().show_refused(is_wrong=False)

    def answers(self, error: JournalError) -> bool:
        """Ask again where the passphrase was missing or wrong; other errors are answered elsewhere."""
        if not isinstance(error, EncryptedError) or not self.is_needed():
            return False
        is_wrong = isinstance(error, WrongPassphraseError)
        self.show().show_refused(is_wrong=is_wrong)
        self._wrong += is_wrong
        if self._wrong >= MANY:
            self._offer_help()
        return True

    def _offer_help(self) -> None:
        said = self.tr("If you are sure of your passphrase, the journal may be damaged.")
        action = LabelledAction(self.tr("What can be done…"), self.doubted.emit)
        self._parts.messages.ask(Message(said, actions=(action,), key=OPENING))

    def _on_given(self, passphrase: Passphrase, remember: bool) -> None:  # noqa: FBT001 - a signal's
        self._to_remember = passphrase if remember else None
        self._opening.begin_by(passphrase)

    def _on_opened(self, journal: Journal) -> None:
        keychain, passphrase, path = self._setup.keychain, self._to_remember, journal.path
        self._to_remember = None
        if keychain is not None and passphrase is not None and path is not None:
            self._parts.worker.run(lambda: keychain.remember(path, passphrase), self._on_remembered)

    def _on_remembered(self, done: bool) -> None:  # noqa: FBT001 - an answer, handed over as it is
        if not done:
            self._parts.messages.info(self.tr("The passphrase could not be remembered on this computer."))
