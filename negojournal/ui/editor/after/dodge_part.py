"""What a negotiation that did not take place might have been worth, and why it did not."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QHBoxLayout, QWidget

from negojournal.domain.negotiation import Negotiation
from negojournal.ui.editor.amount import CENTS, amount_characters, amount_from
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.line import Line
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.slot import Slot, text_slot
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import look, spaced


class DodgePart(Part):
    """Ask for the worth, in a currency, and for the reason."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._worth = Line(self)
        self._worth.setValidator(_AmountTyping(self._worth))
        self._currency = Line(self)
        self._currency.setMaxLength(3)
        self._currency.setToolTip(self.tr("Three letters, such as EUR"))
        self._currency.setFixedWidth(self._currency.fontMetrics().averageCharWidth() * 10)
        self._why = TextArea(self.tr("What held me back"), lines=2, parent=self)
        self._suggested = local_currency()
        self._add_fields()

    def _add_fields(self) -> None:
        worth = Field(self.tr("What it might have been worth"), self._worth)
        currency = Field(self.tr("Currency"), self._currency)
        why = Field(self.tr("Why I dodged it"), self._why)
        row = spaced(QHBoxLayout(), gap=look().theme.spacing.between)
        row.addWidget(worth)
        row.addWidget(currency)
        row.addStretch()
        self.column.addLayout(row)
        self.column.addWidget(why)
        self.add_field("dodge.worth", worth, Slot(self._show_worth, self._amount), self._worth.textEdited)
        self.add_field("dodge.why", why, text_slot(self._why), self._why.edited)
        self.add_field("currency", currency, Slot(self._show_currency, self._code), self._currency.textEdited)

    def _show_worth(self, worth: Decimal | None) -> None:
        self._worth.show_text("" if worth is None else f"{worth:f}")

    def _amount(self) -> Decimal | None:
        return amount_from(self._worth.text())

    def _show_currency(self, code: str | None) -> None:
        self._currency.show_text(self._suggested if code is None else code)

    def _code(self) -> str | None:
        """Return the currency; the one suggested counts once there is an amount."""
        code = self._currency.text().strip().upper() or None
        return None if code == self._suggested and self._amount() is None else code


class _AmountTyping(QValidator):
    """Leave out what can't be part of an amount, also when it is pasted."""

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take what is left."""
        kept = amount_characters(text)
        return QValidator.State.Acceptable, kept, min(position, len(kept))


def local_currency() -> str:
    """Return the code of the currency that is paid with here."""
    return QLocale().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)


def amount_text(amount: Decimal) -> str:
    """Return an amount as it is written here, with cents where there are any."""
    return QLocale().toString(float(amount), "f", CENTS if amount % 1 else 0)


def dodge_summary(record: Negotiation, _context: Context) -> str:
    """Return the worth, or that there is a reason."""
    if record.dodge is None:
        return ""
    if record.dodge.worth is not None:
        return f"{amount_text(record.dodge.worth)} {record.currency or ''}".strip()
    return QCoreApplication.translate("Editor", "noted") if record.dodge.why else ""
