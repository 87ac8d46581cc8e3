"""The section of the settings about the passphrase."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from negojournal.errors import Problem
from negojournal.service.passphrase import WARNING
from negojournal.ui.settings.passphrase.form import PassphraseForm
from negojournal.ui.settings.passphrase.presenter import AGAIN, AGREED, NEW, OLD, Deed, SecrecyPresenter, Standing
from negojournal.ui.settings.section import LateSection
from negojournal.ui.shell.preferences import LOCK_CHOICES, Preferences
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import main_button, plain_button
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class PassphraseSection(LateSection):
    """Set a passphrase; or change it, take it off, and say when the journal locks."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._preferences = workspace.preferences
        self.presenter = SecrecyPresenter(
            self, workspace.tasks, workspace.messages, workspace.bus.tell, workspace.keychain
        )
        self._said = Text("", TextRole.MUTED)
        self._trouble = Text("", TextRole.PROBLEM)
        self._trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._setting, self._changing, self._removing = self._build_forms()
        self._minutes = ChoiceRow({key: self._minute_words(key) for key in LOCK_CHOICES}, required=True)
        self._minutes.picked.connect(lambda key: self._preferences.choose(Preferences.LOCK_AFTER, key))
        self._forget = plain_button(self.tr("Forget it on this computer"), self.presenter.forget)
        self._area = QScrollArea()
        self._goes_on = False
        self._encrypted = self._build_encrypted()
        self._build_layout()
        self._preferences.changed.connect(self._show_minutes)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]
        self._show_minutes()
        self.show_standing(Standing(is_possible=False, is_set=False))

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self.presenter.show_journal(journal)
        self.refresh()

    def look(self) -> None:
        """Look how it stands."""
        self.presenter.refresh()

    def show_standing(self, standing: Standing) -> None:
        """Show how it stands."""
        self._setting.setVisible(standing.is_possible and not standing.is_set)
        self._encrypted.setVisible(standing.is_set)
        self._forget.setVisible(standing.is_remembered)
        self._said.setText(self._words(standing))
        if standing.readable:
            self._show_left(standing.readable)
        if self._goes_on:
            self._goes_on = False
            (self._minutes.setFocus if standing.is_set else self._setting.focus_start)()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong beside the fields of the form that is used."""
        for form in (self._setting, self._changing, self._removing):
            form.show_problems(problems if form.isVisible() else ())

    def show_done(self, left: tuple[Path, ...]) -> None:
        """Forget what was typed, and name the backups that stay as they were; the keyboard goes on in what is left."""
        focused = QApplication.focusWidget()
        self._goes_on = focused is not None and self.isAncestorOf(focused)
        for form in (self._setting, self._changing, self._removing):
            form.clear()
        for fold in self._folds:
            fold.set_open(False)
        self._show_left(left)

    def title(self, deed: Deed) -> str:
        """Return what is said while something is done."""
        return {
            Deed.SET: self.tr("Encrypting"),
            Deed.CHANGE: self.tr("Changing the passphrase"),
            Deed.REMOVE: self.tr("Taking the passphrase off"),
        }[deed]

    def said(self, deed: Deed) -> str:
        """Return what is said afterwards."""
        return {
            Deed.SET: self.tr("The journal is encrypted."),
            Deed.CHANGE: self.tr("The passphrase is changed."),
            Deed.REMOVE: self.tr("The journal has no passphrase any more."),
        }[deed]

    def _words(self, standing: Standing) -> str:
        if not standing.is_possible:
            return self.tr("A sample journal is thrown away with the window; it needs no passphrase.")
        if not standing.is_set:
            return self.tr(
                "With a passphrase, the journal and its backups are encrypted: without it, nobody reads them."
            )
        said = self.tr("The journal and its backups are encrypted.")
        remembered = self.tr("This computer remembers the passphrase and opens the journal without asking.")
        return f"{said} {remembered}" if standing.is_remembered else said

    def _show_left(self, left: tuple[Path, ...]) -> None:
        said = self.tr("These backups stay as they were: {paths}")
        self._trouble.setText(said.format(paths=", ".join(map(str, left))))
        self._trouble.setVisible(bool(left))

    def _show_minutes(self) -> None:
        self._minutes.show_chosen(str(self._preferences.lock_after()))

    def _minute_words(self, minutes: str) -> str:
        words = {"0": self.tr("Never"), "1": self.tr("1 minute"), "60": self.tr("1 hour")}
        return words.get(minutes, self.tr("{count} minutes").format(count=minutes))

    def _build_forms(self) -> tuple[PassphraseForm, PassphraseForm, PassphraseForm]:
        new, again = self.tr("New passphrase"), self.tr("Once more")
        old, agreed = self.tr("Present passphrase"), self.tr("Type this sentence")
        setting = PassphraseForm(
            {NEW: new, AGAIN: again, AGREED: agreed}, main_button(self.tr("Encrypt the journal")), WARNING
        )
        setting.given.connect(self._on_set)
        changing = PassphraseForm({OLD: old, NEW: new, AGAIN: again}, plain_button(self.tr("Change it")))
        changing.given.connect(self._on_changed)
        readable = self.tr("After that, whoever gets hold of the file or a backup can read it.")
        removing = PassphraseForm({OLD: old}, plain_button(self.tr("Take it off")), readable)
        removing.given.connect(self._on_removed)
        return setting, changing, removing

    def _build_encrypted(self) -> QWidget:
        self._folds = (
            Fold(self.tr("Change the passphrase"), self._changing),
            Fold(self.tr("Take the passphrase off"), self._removing),
        )
        encrypted = QWidget()
        column = spaced(QVBoxLayout(encrypted), gap=look().theme.spacing.between)
        hint = self.tr("Ctrl+L locks it at once. It also locks when the computer has slept.")
        column.addWidget(Field(self.tr("Lock when nobody has touched the window for"), self._minutes, hint))
        column.addWidget(self._forget, 0, Qt.AlignmentFlag.AlignLeft)
        for fold in self._folds:
            column.addWidget(fold)
        return encrypted

    def _build_layout(self) -> None:
        content = QWidget()
        column = spaced(QVBoxLayout(content), gap=look().theme.spacing.between)
        for part in (self._said, self._trouble, self._setting, self._encrypted):
            column.addWidget(part)
        column.addStretch(1)
        self._trouble.hide()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(content)
        spaced(QVBoxLayout(self)).addWidget(self._area)

    def _on_set(self) -> None:
        form = self._setting
        self.presenter.set(form.passphrase(NEW), form.passphrase(AGAIN), form.agreed())

    def _on_changed(self) -> None:
        form = self._changing
        self.presenter.change(form.passphrase(OLD), form.passphrase(NEW), form.passphrase(AGAIN))

    def _on_removed(self) -> None:
        self.presenter.remove(self._removing.passphrase(OLD))

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._area.isAncestorOf(new):
            self._area.ensureWidgetVisible(new)
