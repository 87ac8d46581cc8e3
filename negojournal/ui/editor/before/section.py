"""The section for what is prepared."""

from __future__ import annotations

# ruff: noqa: PLC0415 - a part is loaded when it is first wanted, so that the form need not wait for it
from PySide6.QtCore import QCoreApplication

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Status
from negojournal.ui.editor.before import summary
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.section import BEFORE, PartSpec, Section

PREDICTION = "prediction"


def before_section() -> Section:
    """Return the section, with the words of the language in force; a plan begins with terms and alternative."""
    translate = QCoreApplication.translate
    return Section(
        BEFORE,
        translate("Editor", "Before"),
        (
            PartSpec("terms", translate("Editor", "Terms"), _terms, summary.term_summary, unfolds=_begins),
            PartSpec(
                "alternative",
                translate("Editor", "If there is no deal"),
                _alternative,
                summary.alternative_summary,
                unfolds=_begins,
            ),
            PartSpec("purpose", translate("Editor", "What it is for"), _purpose, summary.purpose_summary),
            PartSpec("reasons", translate("Editor", "Their yes and no"), _reasons, summary.reason_summary),
            PartSpec("risks", translate("Editor", "What could fail"), _risks, summary.risk_summary),
            PartSpec("interests", translate("Editor", "Interests"), _interests, summary.interest_summary),
            PartSpec("exchanges", translate("Editor", "Enlarging the pie"), _exchanges, summary.exchange_summary),
            PartSpec("approach", translate("Editor", "How I go about it"), _approach, summary.approach_summary),
            PartSpec("rules", translate("Editor", "Rules"), _rules, summary.rule_summary),
            PartSpec("to-ask", translate("Editor", "Questions"), _questions, summary.question_summary),
            PartSpec("stakeholders", translate("Editor", "Stakeholders"), _stakeholders, summary.stakeholder_summary),
            PartSpec(PREDICTION, translate("Editor", "What I expect"), _prediction, summary.prediction_summary),
        ),
    )


def _begins(draft: Draft) -> bool:
    return draft.record.status is Status.PLANNED


def _terms(context: Context) -> Part:
    from negojournal.ui.editor.before.term_part import TermPart

    return TermPart(context)


def _alternative(context: Context) -> Part:
    from negojournal.ui.editor.before.alternative_part import AlternativePart

    return AlternativePart(context)


def _purpose(context: Context) -> Part:
    from negojournal.ui.editor.before.purpose_part import PurposePart

    return PurposePart(context)


def _reasons(context: Context) -> Part:
    from negojournal.ui.editor.before.reason_part import ReasonPart

    return ReasonPart(context)


def _risks(context: Context) -> Part:
    from negojournal.ui.editor.before.risk_part import RiskPart

    return RiskPart(context)


def _interests(context: Context) -> Part:
    from negojournal.ui.editor.before.interest_part import InterestPart

    return InterestPart(context)


def _exchanges(context: Context) -> Part:
    from negojournal.ui.editor.before.exchange_part import ExchangePart

    return ExchangePart(context)


def _approach(context: Context) -> Part:
    from negojournal.ui.editor.before.approach_part import ApproachPart

    return ApproachPart(context)


def _rules(context: Context) -> Part:
    from negojournal.ui.editor.before.rule_part import RulePart

    return RulePart(context)


def _questions(context: Context) -> Part:
    from negojournal.ui.editor.before.question_part import QuestionsPart

    return QuestionsPart(context)


def _stakeholders(context: Context) -> Part:
    from negojournal.ui.editor.before.stakeholder_part import StakeholderPart

    return StakeholderPart(context)


def _prediction(context: Context) -> Part:
    from negojournal.ui.editor.before.prediction_part import PredictionPart

    return PredictionPart(context)
