"""What follows when the journal did not open: look for what can be saved, away from the window, and save it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from negojournal import paths
from negojournal.domain.progress import Progress
from negojournal.errors import CorruptError, JournalError, NewerError, NotJournalError
from negojournal.service.file import is_encrypted
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.places import EDITOR
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.start.opening import OPENING, Opening, refusal_title
from negojournal.ui.shell.start.restoration import restored_words
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageKind

if TYPE_CHECKING:
    from negojournal.domain.passphrase import Passphrase
    from negojournal.service.readable import Readable
    from negojournal.service.rescue import Rescue
    from negojournal.service.restoring import Restored
    from negojournal.ui.shell.start.refusal import Refusal

T = TypeVar("T")

BROKEN = (CorruptError, NewerError, NotJournalError)
"""Why a file can't be used at all, however often it is tried; of these there may be something to save."""

SAVED = "saved"


class Rescuing(QObject):
    """Show why the journal did not open, and carry out what the user chooses; `locked` asks for a passphrase first."""

    locked = Signal()

    def __init__(self, setup: Setup, opening: Opening, parts: Parts) -> None:
        super().__init__(opening)
        self._setup, self._opening, self._parts = setup, opening, parts
        self._rescue: Rescue | None = None

    def show(self, error: JournalError, *, at_once: bool = False) -> None:
        """Say why the journal did not open: beside the form that is being written in, else in place of everything."""
        is_written = not self._parts.editor.is_untouched()
        if is_written and not at_once:
            self._say_beside(error)
        else:
            self._show_page(error, is_written=is_written)

    def show_doubt(self) -> None:
        """Show what can be done where the user is sure of a passphrase that doesn't open the journal."""
        path = self._opening.path
        said = self.tr("The passphrase doesn’t open {path}. If it is the right one, the file is damaged.")
        self._show_page(CorruptError(path, said.format(path=path)), is_written=False)

    def _say_beside(self, error: JournalError) -> None:
        said = self.tr("{error} What you are writing stays in the form.").format(error=error)
        again = LabelledAction(self.tr("Try again"), self._opening.begin)
        more = LabelledAction(self.tr("What can be done…"), lambda: self._show_page(error, is_written=True))
        self._parts.messages.ask(Message(said, MessageKind.ERROR, (again, more), OPENING))

    def _show_page(self, error: JournalError, *, is_written: bool) -> None:
        from negojournal.ui.shell.start.refusal import Refusal  # noqa: PLC0415 - seldom wanted

        said, path = str(error), self._opening.path
        page = Refusal(path, refusal_title(error), said if str(path) in said else f"{said}\n{path}")
        page.retried.connect(self._opening.begin)
        page.other_wanted.connect(self._opening.begin_with)
        page.restored.connect(partial(self._restore, page))
        page.saved.connect(partial(self._save, page))
        page.unlocked.connect(self.locked)
        page.left.connect(partial(self._go_back, error))
        self._parts.worker.long_ended.connect(page.show_ready)
        if is_written:
            page.show_way_back()
        self._parts.places.show_state(page)
        if isinstance(error, BROKEN):
            self._look(page, error)

    def _go_back(self, error: JournalError) -> None:
        self._parts.places.show_place(EDITOR)
        self._say_beside(error)

    def _look(self, page: Refusal, error: JournalError) -> None:
        page.show_looking()
        path, typed = self._opening.path, self._opening.passphrase
        self._parts.worker.run_latest(
            "rescue",
            lambda: self._found(path, typed),
            partial(self._on_found, page, error),
            partial(_show_trouble, page),
        )

    def _found(self, path: Path, typed: Passphrase | None) -> Rescue:
        """Look, on the worker, with the passphrase that was typed, given with the start, or is remembered."""
        from negojournal.service.rescue import look_for_rescue  # noqa: PLC0415 - seldom wanted

        passphrase, keychain = typed or self._setup.passphrase, self._setup.keychain
        if passphrase is None and keychain is not None and is_encrypted(path):
            passphrase = keychain.recall(path)
        return look_for_rescue(path, passphrase, self._setup.resources, paths.data_folder())

    def _on_found(self, page: Refusal, error: JournalError, rescue: Rescue) -> None:
        self._rescue = rescue
        if not isValid(page):
            return
        if isinstance(error, NotJournalError) and rescue.readable.records:
            damage = self.tr("{path} is damaged at its beginning; it was left as it is.").format(path=rescue.path)
            page.show_reason(refusal_title(CorruptError(rescue.path, damage)), damage)
        page.show_found(rescue)

    def _restore(self, page: Refusal) -> None:
        rescue = self._rescue
        if rescue is None or (backup := rescue.backup) is None:
            return
        from negojournal.service.restoring import restore  # noqa: PLC0415 - as above

        self._carry_out(
            page,
            self.tr("Restoring the backup"),
            lambda progress: restore(rescue.path, backup.path, progress=progress, own=rescue.passphrase),
            self._on_restored,
        )

    def _on_restored(self, restored: Restored) -> None:
        self._rescue = None
        self._parts.messages.ask(Message(restored_words(restored), key=SAVED))
        self._opening.begin_by(restored.passphrase)

    def _save(self, page: Refusal, target: Path) -> None:
        rescue = self._rescue
        if rescue is None:
            return
        self._carry_out(
            page,
            self.tr("Saving what can be read"),
            lambda progress: rescue.write(target, progress),
            partial(self._on_saved, target),
        )

    def _carry_out(self, page: Refusal, title: str, work: Callable[[Progress], T], then: Callable[[T], None]) -> None:
        """Do long work; the page may be gone before it ends, and the user may stop it."""
        page.show_busy()
        self._parts.worker.run_long(title, work, then, partial(_show_trouble, page))

    def _on_saved(self, target: Path, readable: Readable) -> None:
        one, more = self.tr("1 negotiation is now in {path}."), self.tr("{count} negotiations are now in {path}.")
        count = len(readable.records)
        opens = LabelledAction(self.tr("Open it"), lambda: self._open(target))
        actions = (opens,) if target.suffix.lower() == ".db" else ()
        said = (one if count == 1 else more).format(count=count, path=target)
        self._parts.messages.ask(Message(said, actions=actions, key=SAVED))

    def _open(self, target: Path) -> None:
        passphrase = self._rescue.passphrase if self._rescue is not None else None
        self._opening.path = target
        self._opening.begin_by(passphrase)


def _show_trouble(page: Refusal, error: JournalError) -> None:
    """Say on the page why what was wanted could not be done, if it is still there."""
    if isValid(page):
        page.show_trouble(str(error))
