"""The section for what is said of a negotiation afterwards."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from negojournal.domain.negotiation import Negotiation, Status
from negojournal.ui.editor.after.circumstance_part import CircumstancePart, circumstance_summary
from negojournal.ui.editor.after.dodge_part import DodgePart, dodge_summary
from negojournal.ui.editor.after.essential_part import EssentialPart, essential_summary
from negojournal.ui.editor.after.improvement_part import ImprovementPart, improvement_summary
from negojournal.ui.editor.after.intention_part import IntentionPart, has_intention, intention_summary
from negojournal.ui.editor.after.note_part import NotePart, note_summary
from negojournal.ui.editor.after.practice_part import PracticePart, practice_summary
from negojournal.ui.editor.after.question_part import QuestionPart, question_summary
from negojournal.ui.editor.after.rating_part import RatingPart, rating_summary
from negojournal.ui.editor.after.trap_part import TrapPart, trap_summary
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.section import PartSpec, Section

ESSENTIALS, RATINGS = "essentials", "ratings"


def is_dodged(record: Negotiation, _context: Context) -> bool:
    """Tell whether the negotiation did not take place."""
    return record.status is Status.DODGED


def is_held(record: Negotiation, _context: Context) -> bool:
    """Tell whether there is something to rate."""
    return record.status is not Status.DODGED


def after_section() -> Section:
    """Return the section, with the words of the language in force."""
    translate = QCoreApplication.translate
    return Section(
        "after",
        translate("Editor", "After the meeting"),
        (
            PartSpec(ESSENTIALS, translate("Editor", "Negotiation"), EssentialPart, essential_summary, folded=False),
            PartSpec("dodge", translate("Editor", "Dodged"), DodgePart, dodge_summary, folded=False, shown=is_dodged),
            PartSpec(RATINGS, translate("Editor", "Ratings"), RatingPart, rating_summary, folded=False, shown=is_held),
            PartSpec(
                "intention",
                translate("Editor", "Last intention"),
                IntentionPart,
                intention_summary,
                folded=False,
                shown=has_intention,
            ),
            PartSpec(
                "circumstances",
                translate("Editor", "When and how"),
                CircumstancePart,
                circumstance_summary,
                unfolds=lambda draft: bool(draft.held_at_text),
            ),
            PartSpec("questions", translate("Editor", "Review"), QuestionPart, question_summary),
            PartSpec(
                "improvements",
                translate("Editor", "What would raise it"),
                ImprovementPart,
                improvement_summary,
                shown=is_held,
            ),
            PartSpec("practices", translate("Editor", "Practices"), PracticePart, practice_summary, shown=is_held),
            PartSpec("traps", translate("Editor", "Traps"), TrapPart, trap_summary),
            PartSpec("notes", translate("Editor", "Note and tags"), NotePart, note_summary),
        ),
    )
