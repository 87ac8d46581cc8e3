"""What was dodged, and what it might have been worth."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.words import NOTHING, Recipe, Setting, Words, caption, sentences
from negojournal.analysis.phrase import count
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status

NOT_SHOWN = "Shows guesses at what it might have been worth, not what was lost"

RECIPE = Recipe(
    "Each negotiation that was dodged counts with what it might have been worth, as guessed when it was logged.",
    "Sums are by currency and never converted; those without a guess are counted apart.",
    "sum of guesses in each currency",
)


@dataclass(frozen=True, slots=True)
class Missed:
    """Hold one negotiation that was not held; `worth` is the user's own guess."""

    id: NegotiationId
    title: str
    day: date
    worth: Decimal | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Worth:
    """Hold the sum of n guesses in one currency; None is no currency."""

    currency: str | None
    n: int
    total: Decimal


@dataclass(frozen=True, slots=True)
class Dodged:
    """Hold what was dodged in order of time, and what it was worth, the currency with most guesses first."""

    missed: tuple[Missed, ...]
    worths: tuple[Worth, ...]
    unpriced: int
    use: Use


def build_dodged(cases: Sequence[Case]) -> Dodged:
    """Gather what was dodged, and sum its worth by currency."""
    missed, use = sift(cases, _read)
    guesses: dict[str | None, list[Decimal]] = {}
    for one in missed:
        if one.worth is not None:
            guesses.setdefault(one.currency, []).append(one.worth)
    worths = sorted(
        (Worth(currency, len(found), sum(found, Decimal())) for currency, found in guesses.items()),
        key=lambda worth: -worth.n,
    )
    return Dodged(missed, tuple(worths), sum(one.worth is None for one in missed), use)


def _read(case: Case) -> Missed | Reason:
    if case.status is not Status.DODGED:
        return Reason.HELD
    return Missed(case.id, case.title, case.day, case.dodge.worth if case.dodge else None, case.currency)


def dodged_words(dodged: Dodged, setting: Setting) -> Words:
    """Say how much was dodged and what it might have been worth."""
    lines = sentences(
        f"{count(len(dodged.missed), 'negotiation', 'negotiations')} dodged",
        *(f"{amount_words(one.total, one.currency)} by {count(one.n, 'guess', 'guesses')}" for one in dodged.worths),
        f"{dodged.unpriced} without a guess" if dodged.unpriced else None,
    )
    return Words(
        caption=caption("What was dodged", dodged.use, setting.scope, NOT_SHOWN),
        text="\n".join(lines),
        remarks=lines,
        header=("Negotiation", "Day", "Might have been worth"),
        rows=tuple(
            (one.title, one.day.isoformat(), NOTHING if one.worth is None else amount_words(one.worth, one.currency))
            for one in dodged.missed
        ),
        recipe=RECIPE,
        ids=tuple(one.id for one in dodged.missed),
    )


def amount_words(amount: Decimal, currency: str | None) -> str:
    """Return an amount with its currency: 1,200 EUR."""
    return f"{amount:,f} {currency}" if currency else f"{amount:,f}"
