"""Small forms in which a passphrase is typed."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from negojournal.domain.passphrase import Passphrase
from negojournal.domain.strength import Strength, strength_of
from negojournal.errors import Problem
from negojournal.service.passphrase import NO_WAY_BACK
from negojournal.ui.settings.passphrase.presenter import AGAIN, AGREED, NEW, OLD
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.passphrase_field import PassphraseField
from negojournal.ui.widgets.text import Text, line_width
from negojournal.ui.widgets.theme import look, spaced

JUDGED = {
    Strength.WEAK: "Weak: a program that tries many would find it. Four or five words are easy to keep in mind.",
    Strength.FAIR: "Fair. One or two words more make it strong.",
    Strength.STRONG: "Strong.",
}


class PassphraseForm(QWidget):
    """Take what one thing that can be done with a passphrase needs; `given` comes when it is all typed."""

    given = Signal()

    def __init__(self, fields: Mapping[str, str], button: QPushButton, warning: str = "") -> None:
        """Make a field for each key, AGREED for the sentence that is typed."""
        super().__init__()
        self.setMaximumWidth(line_width())
        self._button = button
        self._fields = {key: _field(key, label) for key, label in fields.items() if key != AGREED}
        self._agreed = QLineEdit()
        self._agreement = Field(fields.get(AGREED, ""), self._agreed, NO_WAY_BACK, hint_first=True)
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.between)
        for field in self._fields.values():
            column.addWidget(field)
            field.edited.connect(self._on_edited)
            field.entered.connect(self._on_given)
        if warning:
            column.addWidget(Text(warning))
        column.addWidget(self._agreement)
        self._agreement.setVisible(AGREED in fields)
        row = spaced(QHBoxLayout())
        row.addWidget(button)
        row.addStretch()
        column.addLayout(row)
        self._agreed.textEdited.connect(self._on_edited)
        self._agreed.returnPressed.connect(self._on_given)
        button.clicked.connect(self._on_given)
        self._on_edited()

    def passphrase(self, key: str) -> Passphrase:
        """Return what is typed into a field."""
        return self._fields[key].passphrase()

    def agreed(self) -> str:
        """Return what is typed as the agreed sentence."""
        return self._agreed.text()

    def focus_start(self) -> None:
        """Begin in the first field."""
        next(iter(self._fields.values())).control.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in self._fields.values():
            field.clear()
            field.show_problem("")
        self._agreed.clear()
        self._agreement.show_problem("")
        self._on_edited()

    def show_problems(self, problems: tuple[Problem, ...]) -> None:
        """Show what is wrong beside the fields, and go to the first of them."""
        said = {problem.field: problem.sentence for problem in problems}
        fields = {**self._fields, AGREED: self._agreement}
        for key, field in fields.items():
            field.show_problem(said.get(key, ""))
        for key in [key for key in fields if key in said][:1]:
            fields[key].control.setFocus()

    def _on_edited(self) -> None:
        if (new := self._fields.get(NEW)) is not None:
            new.show_advice("" if new.is_empty() else strength_words(new.passphrase().text))
        needed = [not field.is_empty() for field in self._fields.values()]
        self._button.setEnabled(all(needed) and (self._agreement.isHidden() or bool(self._agreed.text())))

    def _on_given(self) -> None:
        if self._button.isEnabled():
            self.given.emit()


def strength_words(text: str) -> str:
    """Say how strong a passphrase is."""
    return QCoreApplication.translate("Strength", JUDGED[strength_of(text)])


def _field(key: str, label: str) -> PassphraseField:
    hints = {
        NEW: QCoreApplication.translate("Strength", "At least 8 characters; four or five words are good."),
        OLD: "",
        AGAIN: "",
    }
    return PassphraseField(label, hints[key])
