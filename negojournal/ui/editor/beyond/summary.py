"""What is said of the parts of the section Beyond while they are folded."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QCoreApplication

from negojournal.domain.agreement import Agreement, FollowUp
from negojournal.domain.moment import today
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.promise import State, state_of
from negojournal.ui.editor.context import Context
from negojournal.ui.widgets.locale_text import day_text


def agreement_summary(record: Negotiation, _context: Context) -> str:
    """Return what was done so that everybody knows the same."""
    translate = QCoreApplication.translate
    agreement = record.agreement or Agreement()
    said = []
    if agreement.documented_on:
        said.append(translate("Editor", "documented"))
    if agreement.confirmed_on:
        said.append(translate("Editor", "confirmed"))
    if agreement.informed:
        told = sum(each.on is not None for each in agreement.informed)
        said.append(translate("Editor", "{told} of {all} informed").format(told=told, all=len(agreement.informed)))
    return " · ".join(said)


def commitment_summary(record: Negotiation, _context: Context) -> str:
    """Return how many commitments there are in each state."""
    commitments = record.agreement.commitments if record.agreement else ()
    counts = Counter(state_of(each, today()) for each in commitments)
    return " · ".join(f"{counts[state]} {word}" for state, word in state_labels().items() if counts[state])


def state_labels() -> dict[State, str]:
    """Return the words for what became of a commitment, what waits first."""
    return {
        State.LATE: QCoreApplication.translate("Editor", "late"),
        State.OPEN: QCoreApplication.translate("Editor", "open"),
        State.KEPT: QCoreApplication.translate("Editor", "kept"),
        State.KEPT_LATE: QCoreApplication.translate("Editor", "kept late"),
        State.BROKEN: QCoreApplication.translate("Editor", "broken"),
    }


def thanks_summary(record: Negotiation, _context: Context) -> str:
    """Return when or by what means they were thanked."""
    agreement = record.agreement or Agreement()
    said = (day_text(agreement.thanked_on) if agreement.thanked_on else "", agreement.thanked_by or "")
    return " · ".join(each for each in said if each)


def press_summary(record: Negotiation, _context: Context) -> str:
    """Return who is at the press conference."""
    return ", ".join(each.stakeholder for each in record.review.press_conference) if record.review else ""


def follow_up_summary(record: Negotiation, _context: Context) -> str:
    """Return when the next look is due, or how many there were."""
    if waiting := [each.due_on for each in record.follow_ups if each.due_on and not is_done(each)]:
        return QCoreApplication.translate("Editor", "next on {day}").format(day=day_text(min(waiting)))
    count = len(record.follow_ups)
    return QCoreApplication.translate("Editor", "{count} done").format(count=count) if count else ""


def is_done(look: FollowUp) -> bool:
    """Tell whether a follow-up needs no doing any more."""
    return look.done_on is not None


def chain_summary(_record: Negotiation, context: Context) -> str:
    """Return how many negotiations came before and after."""
    before, after = len(context.chain.before), len(context.chain.after)
    text = QCoreApplication.translate("Editor", "{before} before, {after} after")
    return text.format(before=before, after=after) if before or after else ""
