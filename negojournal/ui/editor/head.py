"""The head of the form: what every record begins with, whatever has become of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from negojournal.ui.editor.context import Context
from negojournal.ui.editor.dated_part import DatedPart, dated_summary
from negojournal.ui.editor.essential_part import EssentialPart, essential_summary
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.section import PartSpec, Section, is_planned

ESSENTIALS = "essentials"


def head_section() -> Section:
    """Return the head; the day and the area of a review are asked for further down."""
    translate = QCoreApplication.translate
    return Section(
        "",
        "",
        (
            PartSpec(ESSENTIALS, translate("Editor", "Negotiation"), EssentialPart, essential_summary, folded=False),
            PartSpec(
                "arrangement",
                translate("Editor", "When and how"),
                _arrangement,
                dated_summary,
                folded=False,
                shown=is_planned,
            ),
            PartSpec(
                "reminder",
                translate("Editor", "Last intention"),
                _reminder,
                lambda _record, context: context.intention.title if context.intention else "",
                folded=False,
                shown=lambda record, context: is_planned(record, context) and context.intention is not None,
            ),
        ),
    )


def _arrangement(context: Context) -> Part:
    return DatedPart(context, is_ahead=True)


def _reminder(context: Context) -> Part:
    from negojournal.ui.editor.before.reminder_part import ReminderPart  # noqa: PLC0415 - for plans only

    return ReminderPart(context)
