"""What was planned, in the words in which it stands beside what came."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from negojournal.domain.bargaining import captured, captured_text, goal_reached, share_captured
from negojournal.domain.catalog import Catalog
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.outcome import Outcome
from negojournal.domain.preparation import Preparation, Risk, Rule, Term
from negojournal.domain.review import Review
from negojournal.domain.scoring import Score, Scores, build_scores, score_text
from negojournal.ui.editor.context import Context
from negojournal.ui.widgets.locale_text import number_text

LEAST = 2
"""How many shares make a mean."""


def term_heading(term: Term) -> str:
    """Return a term with what was meant to come of it."""
    figures = (
        (QCoreApplication.translate("Editor", "goal"), term.goal),
        (QCoreApplication.translate("Editor", "bottom line"), term.bottom_line),
    )
    said = ", ".join(f"{name} {number_text(value)}" for name, value in figures if value is not None)
    with_unit = f"{said} {term.unit or ''}".strip() if said else ""
    return f"{term.name}: {with_unit}" if with_unit else term.name


def share_text(term: Term) -> str:
    """Return the share of the range that was captured, or nothing where it can't be told."""
    share = share_captured(term)
    return "" if share is None else captured_text(share)


def risk_heading(risk: Risk) -> str:
    """Return a cause of failure that was feared, with what was meant to stop it."""
    return f"{risk.cause} — {risk.mitigation}" if risk.mitigation else risk.cause


def rule_heading(rule: Rule) -> str:
    """Return a rule of the game as it was to be proposed."""
    return rule.text


def felt_scores(record: Negotiation, catalog: Catalog) -> Mapping[str, Score]:
    """Return the scores of the review, or none where it isn't rated."""
    assessment = record.review.assessment if record.review else None
    questionnaire = catalog.questionnaire(assessment.questionnaire) if assessment else None
    scores: Scores = build_scores(questionnaire, assessment.answers) if questionnaire and assessment else {}
    return scores


def felt_line(outcome: Outcome, plan: Preparation, scores: Mapping[str, Score]) -> tuple[str, str, str]:
    """Return what was expected of an outcome, what was felt, and how much more or less that is."""
    expected, felt = plan.expected.of(outcome), scores.get(outcome)
    if felt is None or felt.value is None or expected is None:
        return score_text(expected), score_text(None), ""
    gap = score_text(abs(felt.value - expected))
    return (
        score_text(expected),
        str(felt),
        gap if gap == score_text(0) else ("+" if felt.value > expected else "−") + gap,
    )


def chance_text(record: Negotiation) -> str:
    """Return the chance that was given to the goal, and whether it was reached."""
    plan, review = record.preparation or Preparation(), record.review or Review()
    if plan.chance is None:
        return ""
    translate = QCoreApplication.translate
    reached = goal_reached(plan.terms, review.outcome)
    said = {
        None: translate("Editor", "What was agreed on each term will tell."),
        True: translate("Editor", "It was reached."),
        False: translate("Editor", "It was not reached."),
    }[reached]
    text = translate("Editor", "The chance you gave it to reach the goal: {chance}%. {said}")
    return text.format(chance=QLocale().toString(plan.chance * 100, "f", 0), said=said)


def together_text(plan: Preparation) -> str:
    """Return the mean share captured, where there are several."""
    shares = [share for term in plan.terms if (share := share_captured(term)) is not None]
    mean = captured(plan.terms)
    if mean is None or len(shares) < LEAST:
        return ""
    return QCoreApplication.translate("Editor", "Together: {share}").format(share=captured_text(mean))


def beside_summary(record: Negotiation, _context: Context) -> str:
    """Return how many terms are agreed."""
    terms = record.preparation.terms if record.preparation else ()
    agreed = sum(term.agreed is not None for term in terms)
    text = QCoreApplication.translate("Editor", "{agreed} of {all} agreed")
    return text.format(agreed=agreed, all=len(terms)) if agreed else ""


def has_plan(record: Negotiation, _context: Context) -> bool:
    """Tell whether there is a plan to look back on."""
    return record.status is Status.HELD and record.preparation is not None
