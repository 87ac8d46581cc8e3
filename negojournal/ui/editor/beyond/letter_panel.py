"""Letters made from the record: looked at here, sent from elsewhere."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QCoreApplication, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from negojournal.domain.catalog import Catalog
from negojournal.domain.negotiation import Negotiation
from negojournal.exchange.letter import Letter, summary, thank_you
from negojournal.ui.widgets.button import plain_button
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import look, spaced

THANKS, SUMMARY = "thanks", "summary"


class LetterPanel(QWidget):
    """Show the letter that is asked for as the record says it now, to be copied or opened in the mail program."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._record: Negotiation | None = None
        self._catalog: Catalog | None = None
        self._letter = Letter("", "")
        self.choice = ChoiceRow(letter_labels(), parent=self)
        self.choice.picked.connect(self._show_letter)
        self._subject = Text("", TextRole.STRONG, self)
        self._body = TextArea(lines=4, parent=self)
        self._body.setReadOnly(True)
        self._body.setAccessibleName(self.tr("Text of the letter"))
        self._said = Text("", TextRole.SMALL, self)
        self._preview = self._build_preview()
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.inside)
        column.addWidget(Field(self.tr("A letter made from this record"), self.choice))
        column.addWidget(self._preview)
        self._show_letter()

    def show_record(self, record: Negotiation, catalog: Catalog) -> None:
        """Write the letters for a record."""
        self._record, self._catalog = record, catalog
        self._show_letter()

    def _build_preview(self) -> QWidget:
        preview = QWidget(self)
        column = spaced(QVBoxLayout(preview), gap=look().theme.spacing.inside)
        buttons = spaced(QHBoxLayout())
        copy = plain_button(self.tr("Copy"), self._on_copied)
        copy.setToolTip(self.tr("Copies the text without the subject"))
        for button in (copy, plain_button(self.tr("Open in mail program"), self._on_opened)):
            buttons.addWidget(button)
        buttons.addWidget(self._said, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(self._subject)
        column.addWidget(self._body)
        column.addLayout(buttons)
        return preview

    def _show_letter(self) -> None:
        letter = self._written()
        self._preview.setVisible(letter is not None)
        if letter is not None and letter != self._letter:
            self._letter = letter
            self._subject.setText(letter.subject)
            self._body.show_text(letter.body)
            self._said.setText("")

    def _written(self) -> Letter | None:
        kind = self.choice.chosen()
        if kind is None or self._record is None or self._catalog is None:
            return None
        return thank_you(self._record) if kind == THANKS else summary(self._record, self._catalog)

    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(self._letter.body)
        self._said.setText(self.tr("Copied."))

    def _on_opened(self) -> None:
        if QDesktopServices.openUrl(address_of(self._letter)):
            self._said.setText("")
        else:
            self._said.setText(self.tr("No mail program answered; copy the text instead."))


def letter_labels() -> dict[str, str]:
    """Return the letters in the order shown."""
    return {
        THANKS: QCoreApplication.translate("Editor", "Thank-you"),
        SUMMARY: QCoreApplication.translate("Editor", "Summary of what was agreed"),
    }


def address_of(letter: Letter) -> QUrl:
    """Return the address that has a mail program begin such a letter (RFC 6068); whom to is left to be filled in."""
    body = letter.body.replace("\r\n", "\n").replace("\n", "\r\n")
    return QUrl.fromEncoded(f"mailto:?subject={quote(letter.subject, safe='')}&body={quote(body, safe='')}".encode())
