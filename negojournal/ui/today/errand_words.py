"""What is said of things that wait."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from negojournal.domain.agenda import WAITING_WORDS, Errand, Waiting
from negojournal.domain.preparation import Side
from negojournal.ui.widgets.locale_text import day_text

MANY = 30
"""Days beyond which a date says more than their number."""


def heading(kind: Waiting) -> str:
    """Return what stands above the things of a kind."""
    return _tr(WAITING_WORDS[kind])


def title(errand: Errand) -> str:
    """Return what one thing is called: a commitment by what was agreed, all else by its negotiation."""
    if errand.kind is Waiting.STRATEGY:
        return _tr("A quarter has passed since you last looked at it.")
    return errand.what or errand.title


def detail(errand: Errand, day: date) -> str:
    """Return when it is or was due, and with whom."""
    return " · ".join(part for part in (_when(errand, day), *_about(errand)) if part)


def _about(errand: Errand) -> tuple[str, ...]:
    names = ", ".join(errand.counterparts)
    if errand.kind is not Waiting.COMMITMENT:
        return (names,)
    if errand.owner is Side.ME:
        return _tr("yours"), errand.title, names
    return _tr("theirs"), errand.title, names


def _when(errand: Errand, day: date) -> str:
    if errand.due_on is None or errand.kind in {Waiting.STRATEGY, Waiting.DEEPEN}:
        return ""
    if errand.kind in {Waiting.REVIEW, Waiting.PLAN}:
        return near_day(errand.due_on, day)
    return due_words(errand.due_on, day)


def near_day(on: date, day: date) -> str:
    """Return a date, in words where it is near."""
    words = {-1: "yesterday", 0: "today", 1: "tomorrow"}
    days = (on - day).days
    return _tr(words[days]) if days in words else day_text(on)


def due_words(due: date, day: date) -> str:
    """Say when something is due, or by how much it is late."""
    late = (day - due).days
    if late <= 0:
        return _tr("due {day}").format(day=near_day(due, day))
    if late > MANY:
        return _tr("late since {day}").format(day=day_text(due))
    return _tr("a day late") if late == 1 else _tr("{days} days late").format(days=late)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
