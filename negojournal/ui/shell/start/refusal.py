"""The state of the window in which the journal did not open, with what can be done about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from negojournal.ui.shell.transfer import KINDS
from negojournal.ui.widgets.button import main_button, plain_button, quiet_button
from negojournal.ui.widgets.empty_state import centred
from negojournal.ui.widgets.file_dialog import ask_source, ask_target
from negojournal.ui.widgets.leaving import take_out
from negojournal.ui.widgets.locale_text import instant_text
from negojournal.ui.widgets.tab_order import chain
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.backup_folder import Backup
    from negojournal.service.readable import Readable
    from negojournal.service.rescue import Rescue


class Refusal(QWidget):
    """Say why the journal did not open, and offer what there is to be done.

    `retried` asks to open it again, `other_wanted` carries another file, `restored` asks for the backup that was found,
    `saved` carries the file for what can be read, `unlocked` asks for the passphrase of backups, and `left` for the
    form again, where one is being written in.
    """

    retried = Signal()
    other_wanted = Signal(Path)
    restored = Signal()
    saved = Signal(Path)
    unlocked = Signal()
    left = Signal()

    def __init__(self, path: Path, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._offers: tuple[QWidget, ...] = ()
        self._said = Text("", TextRole.SMALL)
        self._trouble = Text("", TextRole.PROBLEM)
        self._column = spaced(QVBoxLayout(), gap=look().theme.spacing.between)
        self._retry = main_button(self.tr("Try again"), self.retried.emit)
        self._other = plain_button(self.tr("Choose another file…"), self._choose)
        self._back = quiet_button(self.tr("Back to what you are writing"), self.left.emit)
        self._back.hide()
        self.setFocusProxy(self._retry)
        self._title, self._sentence = Text(title, TextRole.HEADING), Text(sentence, TextRole.MUTED)
        self._build_layout()

    def show_reason(self, title: str, sentence: str) -> None:
        """Say why the journal did not open, once that is known better."""
        self._title.setText(title)
        self._sentence.setText(sentence)

    def show_way_back(self) -> None:
        """Offer to go on writing."""
        self._back.show()

    def show_looking(self) -> None:
        """Say that it is looked for what can be done."""
        self._say(self.tr("Looking for a backup, and for what can still be read…"))

    def show_found(self, rescue: Rescue) -> None:
        """Offer the newest good backup and what can be read, each with its count."""
        self._clear()
        offers: list[QPushButton] = []
        if rescue.backup is not None:
            offers.append(_offer_button(offers, backup_words(rescue.backup)))
            offers[-1].clicked.connect(self.restored)
            self._add(offers[-1], self.tr("The file as it is now is kept beside it."))
        if not rescue.readable.is_empty:
            offers.append(_offer_button(offers, readable_words(rescue.readable)))
            offers[-1].clicked.connect(self._ask_target)
            self._add(offers[-1], doubt_words(rescue.readable, is_encrypted=rescue.passphrase is not None))
        if rescue.is_locked:
            offers.append(_offer_button(offers, self.tr("Enter the passphrase…")))
            offers[-1].clicked.connect(self.unlocked)
            self._add(offers[-1], self.tr("There are backups of it that need one."))
        none = self.tr("There is no backup of it, and nothing of a journal can be read in it.")
        self._say("" if offers else none)
        chain(self)
        if offers:
            self._step_back(offers[0])

    def show_busy(self) -> None:
        """Let no offer be taken while one is being carried out."""
        self._let(taken=False)
        self._trouble.hide()

    def show_ready(self) -> None:
        """Let the offers be taken again, once that is done or was stopped."""
        self._let(taken=True)

    def show_trouble(self, sentence: str) -> None:
        """Say why what was wanted could not be done; everything is as before."""
        self._trouble.setText(sentence)
        self._trouble.show()

    def _let(self, *, taken: bool) -> None:
        for part in (*self._offers, self._retry, self._other):
            part.setEnabled(taken)

    def _say(self, words: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))

    def _clear(self) -> None:
        for part in self._offers:
            take_out(part, self._column)
        self._offers = ()

    def _add(self, button: QPushButton, note: str) -> None:
        offer, words = QWidget(), Text(note, TextRole.SMALL)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = spaced(QVBoxLayout(offer), gap=look().theme.spacing.step)
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addLayout(centred(words))
        self._column.addWidget(offer)
        self._offers = (*self._offers, offer)

    def _step_back(self, first: QPushButton) -> None:
        """Let the first offer be the main action of the page in the place of another try."""
        for button in (self._retry, self._other):
            button.setProperty("kind", "quiet")
            button.style().polish(button)
        had_focus = self._retry.hasFocus() or self.hasFocus()
        self.setFocusProxy(first)
        if had_focus:
            first.setFocus()

    def _choose(self) -> None:
        ask_source(self, self.tr("Choose a journal"), self.other_wanted.emit, folder=self._path.parent)

    def _ask_target(self) -> None:
        kinds = [QCoreApplication.translate("Transfer", kind) for kind in KINDS.values()]
        journal = self.tr("A new journal (*.db)")
        name = f"{self._path.stem}-saved.db"
        ask_target(self, self.tr("Save what can be read"), name, [journal, *kinds], self.saved.emit)

    def _build_layout(self) -> None:
        spacing = look().theme.spacing
        column = spaced(QVBoxLayout(self), margin=spacing.around)
        column.addStretch(1)
        words = (self._title, self._sentence)
        for part in (*words, self._said, self._trouble):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for part in words:
            column.addLayout(centred(part))
        column.addSpacing(spacing.inside)
        column.addLayout(self._column)
        column.addSpacing(spacing.inside)
        for part in (self._said, self._trouble):
            column.addLayout(centred(part))
            part.hide()
        row = spaced(QHBoxLayout())
        row.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        for button in (self._retry, self._other, self._back):
            row.addWidget(button)
        column.addLayout(row)
        column.addStretch(2)


def backup_words(backup: Backup) -> str:
    """Say which backup can be restored, and how much is in it."""
    when = instant_text(backup.made_at)
    return _tr("Restore the backup of {when} ({count})").format(when=when, count=_count(backup.records or 0))


def readable_words(readable: Readable) -> str:
    """Say how much can be saved."""
    return _tr("Save what can be read ({count})…").format(count=_count(len(readable.records)))


def doubt_words(readable: Readable, *, is_encrypted: bool) -> str:
    """Say what may be missing in what can be read, and who can read it then."""
    said = []
    if readable.partly:
        said.append(_tr("{count} of them may not be whole.").format(count=len(readable.partly)))
    if readable.lost:
        said.append(_tr("{count} can’t be read at all.").format(count=_count(readable.lost)))
    if readable.is_whole:
        said.append(_tr("Nothing seems to be missing."))
    if is_encrypted:
        said.append(_tr("As a new journal it has the same passphrase; in any other file everyone can read it."))
    return " ".join(said) or _tr("Something else in it may be missing.")


def _count(negotiations: int) -> str:
    return _tr("1 negotiation") if negotiations == 1 else _tr("{count} negotiations").format(count=negotiations)


def _offer_button(before: list[QPushButton], words: str) -> QPushButton:
    """Return the button of an offer; the first is the main action."""
    return plain_button(words) if before else main_button(words)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Refusal", text)
