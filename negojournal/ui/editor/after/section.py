"""The section for what is said of a negotiation afterwards."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from negojournal.ui.editor.after.beside import beside_summary, has_plan
from negojournal.ui.editor.after.circumstance_part import CircumstancePart, circumstance_summary
from negojournal.ui.editor.after.dodge_part import DodgePart, dodge_summary
from negojournal.ui.editor.after.improvement_part import ImprovementPart, improvement_summary
from negojournal.ui.editor.after.intention_part import IntentionPart, intention_summary, is_asked
from negojournal.ui.editor.after.note_part import NotePart, note_summary
from negojournal.ui.editor.after.practice_part import PracticePart, practice_summary
from negojournal.ui.editor.after.question_part import QuestionPart, question_summary
from negojournal.ui.editor.after.rating_part import RatingPart, rating_summary
from negojournal.ui.editor.after.trap_part import TrapPart, trap_summary
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.section import AFTER, PartSpec, Section, is_dodged, is_held, is_past

RATINGS = "ratings"


def after_section() -> Section:
    """Return the section, with the words of the language in force."""
    translate = QCoreApplication.translate
    return Section(
        AFTER,
        translate("Editor", "After"),
        (
            PartSpec("dodge", translate("Editor", "Dodged"), DodgePart, dodge_summary, folded=False, shown=is_dodged),
            PartSpec(RATINGS, translate("Editor", "Ratings"), RatingPart, rating_summary, folded=False, shown=is_held),
            PartSpec(
                "intention",
                translate("Editor", "Last intention"),
                IntentionPart,
                intention_summary,
                folded=False,
                shown=is_asked,
            ),
            PartSpec(
                "plan",
                translate("Editor", "Beside the plan"),
                _plan,
                beside_summary,
                shown=has_plan,
                unfolds=lambda draft: draft.record.review is None,
            ),
            PartSpec(
                "circumstances",
                translate("Editor", "When and how"),
                CircumstancePart,
                circumstance_summary,
                shown=is_past,
                unfolds=lambda draft: bool(draft.held_at_text),
            ),
            PartSpec("questions", translate("Editor", "Review"), QuestionPart, question_summary, shown=is_past),
            PartSpec(
                "improvements",
                translate("Editor", "What would raise it"),
                ImprovementPart,
                improvement_summary,
                shown=is_held,
            ),
            PartSpec("practices", translate("Editor", "Practices"), PracticePart, practice_summary, shown=is_held),
            PartSpec("traps", translate("Editor", "Traps"), TrapPart, trap_summary, shown=is_past),
            PartSpec("notes", translate("Editor", "Note and tags"), NotePart, note_summary, shown=is_past),
        ),
    )


def _plan(context: Context) -> Part:
    from negojournal.ui.editor.after.plan_part import PlanPart  # noqa: PLC0415 - only where there is a plan

    return PlanPart(context)
