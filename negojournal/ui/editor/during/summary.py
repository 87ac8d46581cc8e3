"""What is said of the parts of the section During while they are folded."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from negojournal.domain.negotiation import POWER_WORDS, Negotiation
from negojournal.domain.review import Review
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.wording import answered_summary, method_labels

NOTICE_PATHS = ("review.opening_note", "review.body_language_note", "review.feeling_note")


def notice_summary(record: Negotiation, _context: Context) -> str:
    """Return how many of the observations are there."""
    return answered_summary(record, NOTICE_PATHS)


def course_summary(record: Negotiation, _context: Context) -> str:
    """Return the course of the talk in a line."""
    review = record.review or Review()
    said = []
    if record.method:
        said.append(method_labels()[record.method])
    if review.their_method:
        they = QCoreApplication.translate("Editor", "they: {method}")
        said.append(they.format(method=method_labels()[review.their_method]))
    if record.power is not None:
        said.append(QCoreApplication.translate("Power", POWER_WORDS[record.power]))
    if record.duration_minutes is not None:
        said.append(QCoreApplication.translate("Editor", "{count} min").format(count=record.duration_minutes))
    if review.trust is not None:
        said.append(QCoreApplication.translate("Editor", "trust {rating}").format(rating=review.trust))
    return " · ".join(said)


def tactic_summary(record: Negotiation, _context: Context) -> str:
    """Return the tactics by name."""
    return ", ".join(each.name for each in record.review.tactics) if record.review else ""


def offer_summary(record: Negotiation, _context: Context) -> str:
    """Return how many offers there were."""
    count = len(record.offers)
    return QCoreApplication.translate("Editor", "{count} noted").format(count=count) if count else ""
