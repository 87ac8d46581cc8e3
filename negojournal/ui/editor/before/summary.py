"""What is said of the parts of the section Before while they are folded."""

from __future__ import annotations

from textwrap import shorten

from PySide6.QtCore import QCoreApplication

from negojournal.domain.catalog import EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome
from negojournal.domain.preparation import Preparation
from negojournal.domain.scoring import score_text
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.wording import frame_labels, method_labels
from negojournal.ui.widgets.outcome_mark import outcome_name

EMPTY = Preparation()
PER_CENT = 100
FIRST, LONGEST = 2, 30
"""How many names are told, and how much of each."""


def purpose_summary(record: Negotiation, context: Context) -> str:
    """Return what it is for, or that it goes on from another one; a currency and tags are no plan."""
    said = [context.catalog.label(EntryKind.PURPOSE, key) for key in record.purposes]
    if record.follows is not None:
        said.append(QCoreApplication.translate("Editor", "goes on from another"))
    return " · ".join(said)


def term_summary(record: Negotiation, _context: Context) -> str:
    """Return the names of the terms."""
    return _listed(tuple(term.name for term in _plan(record).terms))


def alternative_summary(record: Negotiation, _context: Context) -> str:
    """Return that there is an alternative, and a rule."""
    plan, translate = _plan(record), QCoreApplication.translate
    said = (
        translate("Editor", "an alternative") if plan.best_alternative else "",
        translate("Editor", "a rule when to stop") if plan.stop_rule else "",
    )
    return " · ".join(each for each in said if each)


def reason_summary(record: Negotiation, _context: Context) -> str:
    """Return how many reasons there are for each answer."""
    plan = _plan(record)
    if not plan.yes_reasons and not plan.no_reasons:
        return ""
    text = QCoreApplication.translate("Editor", "{yes} for yes, {no} for no")
    return text.format(yes=len(plan.yes_reasons), no=len(plan.no_reasons))


def risk_summary(record: Negotiation, _context: Context) -> str:
    """Return the causes of failure."""
    return _listed(tuple(risk.cause for risk in _plan(record).risks))


def interest_summary(record: Negotiation, _context: Context) -> str:
    """Return how many interests there are on each side."""
    plan, translate = _plan(record), QCoreApplication.translate
    if plan.my_interests or plan.their_interests:
        text = translate("Editor", "{mine} of mine, {theirs} of theirs")
        return text.format(mine=len(plan.my_interests), theirs=len(plan.their_interests))
    return translate("Editor", "noted") if plan.my_position or plan.their_position else ""


def approach_summary(record: Negotiation, _context: Context) -> str:
    """Return the frame and the method."""
    plan = _plan(record)
    said = [frame_labels()[plan.frame]] if plan.frame else []
    said += [method_labels()[method] for method in (plan.method, plan.their_method) if method]
    return " · ".join(said)


def rule_summary(record: Negotiation, _context: Context) -> str:
    """Return the rules."""
    return _listed(tuple(rule.text for rule in _plan(record).rules))


def exchange_summary(record: Negotiation, _context: Context) -> str:
    """Return the items that could change hands."""
    return _listed(tuple(one.item for one in _plan(record).exchanges))


def question_summary(record: Negotiation, _context: Context) -> str:
    """Return how many questions there are."""
    count = len(_plan(record).questions)
    return QCoreApplication.translate("Editor", "{count} to ask").format(count=count) if count else ""


def stakeholder_summary(record: Negotiation, _context: Context) -> str:
    """Return the stakeholders."""
    return _listed(_plan(record).stakeholders)


def prediction_summary(record: Negotiation, _context: Context) -> str:
    """Return how much is expected, and how far they are trusted."""
    plan, translate = _plan(record), QCoreApplication.translate
    scores = sum(plan.expected.of(outcome) is not None for outcome in Outcome)
    said = (
        translate("Editor", "{given} of {all}").format(given=scores, all=len(Outcome)) if scores else "",
        "" if plan.chance is None else _chance_text(plan.chance),
        translate("Editor", "trust {trust}").format(trust=plan.trust) if plan.trust else "",
    )
    return " · ".join(each for each in said if each)


def expected_text(plan: Preparation) -> str:
    """Return the expected scores and the chance in a line."""
    scores = ((outcome, plan.expected.of(outcome)) for outcome in Outcome)
    said = [f"{outcome_name(outcome)} {score_text(score)}" for outcome, score in scores if score is not None]
    return " · ".join([*said, *([] if plan.chance is None else [_chance_text(plan.chance)])])


def _chance_text(chance: float) -> str:
    return QCoreApplication.translate("Editor", "chance {chance}%").format(chance=round(chance * PER_CENT))


def _plan(record: Negotiation) -> Preparation:
    return record.preparation or EMPTY


def _listed(names: tuple[str, ...]) -> str:
    """Return the first names, and how many more there are."""
    first = ", ".join(shorten(name, LONGEST, placeholder="…") for name in names[:FIRST])
    return first + (f" +{len(names) - FIRST}" if len(names) > FIRST else "")
