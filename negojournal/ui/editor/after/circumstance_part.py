"""When it was, what it was about, how one spoke and how it ended."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import Result
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.dated_part import DatedPart, dated_summary
from negojournal.ui.editor.slot import choice_slot
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field


class CircumstancePart(DatedPart):
    """Ask for date, area, channel and outcome."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        outcome = ChoiceRow(outcome_labels(), parent=self)
        field = Field(self.tr("How it ended"), outcome)
        self.add_field("review.outcome", field, choice_slot(outcome, Result), outcome.picked)
        self.column.addWidget(field)


def outcome_labels() -> Mapping[str, str]:
    """Return the ways a negotiation can end in the order shown."""
    return {
        Result.AGREEMENT: QCoreApplication.translate("Editor", "Agreement"),
        Result.NO_AGREEMENT: QCoreApplication.translate("Editor", "No agreement"),
        Result.ADJOURNED: QCoreApplication.translate("Editor", "Adjourned"),
        Result.WALKED_AWAY: QCoreApplication.translate("Editor", "I walked away"),
    }


def circumstance_summary(record: Negotiation, context: Context) -> str:
    """Return the circumstances in a line."""
    outcome = record.review.outcome if record.review else None
    said = (dated_summary(record, context), *((outcome_labels()[outcome],) if outcome else ()))
    return " · ".join(said)
