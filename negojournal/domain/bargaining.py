"""How much of a bargaining range was captured and given away (record.md, "Formulas")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from negojournal.domain.preparation import Better, Term
from negojournal.domain.review import Result


@dataclass(frozen=True, slots=True)
class ZoneOfAgreement:
    """Hold the ends of what both sides could accept, the smaller one first."""

    low: Decimal
    high: Decimal


def share_captured(term: Term) -> float | None:
    """Return (agreed − bottom line) ÷ (goal − bottom line): 1 is the goal, 0 the bottom line, and it isn't clipped.

    None where one of the three is missing, or goal and bottom line are the same.
    """
    return _share(term.bottom_line, term.agreed, term.goal)


def share_given(term: Term) -> float | None:
    """Return (opening − agreed) ÷ (opening − bottom line): how much of the range was given away on the way.

    None where one of the three is missing, or opening and bottom line are the same.
    """
    return _share(term.opening, term.agreed, term.bottom_line)


def captured(terms: Iterable[Term]) -> float | None:
    """Return the mean share captured of the terms that have one."""
    shares = [share for term in terms if (share := share_captured(term)) is not None]
    return sum(shares) / len(shares) if shares else None


def captured_text(share: float) -> str:
    """Return a share captured as a sentence shows it."""
    return share_text(share) if share < 0 else f"{share_text(share)} of the range from bottom line to goal"


def share_text(share: float) -> str:
    """Return a share captured as a figure among others: 62%."""
    return "worse than your bottom line" if share < 0 else f"{share:.0%}"


def is_better(value: Decimal, other: Decimal, better: Better) -> bool:
    """Tell whether a value of a term is better for me than another one."""
    return value > other if better is Better.MORE else value < other


def goal_reached(terms: Iterable[Term], outcome: Result | None) -> bool | None:
    """Tell whether every term with a goal was agreed at it or better; None where that isn't known."""
    if outcome in {Result.NO_AGREEMENT, Result.WALKED_AWAY}:
        return False
    met = [
        None if term.agreed is None else not is_better(term.goal, term.agreed, term.better)
        for term in terms
        if term.goal is not None
    ]
    if False in met:
        return False
    return None if None in met or not met else True


def zone(term: Term, their_bottom_line: Decimal | None = None) -> ZoneOfAgreement | None:
    """Return where the two ranges overlap; None where they miss each other or too little is known.

    Mine runs from the bottom line to the opening (the goal where there is none), theirs from their opening to
    their bottom line. Where theirs isn't known, their opening counts as the far end of what they accept.
    """
    found = _overlap(term, their_bottom_line)
    return found if found and found.low <= found.high else None


def is_apart(term: Term, their_bottom_line: Decimal | None = None) -> bool:
    """Tell whether enough is known of both ranges to say that they miss each other."""
    found = _overlap(term, their_bottom_line)
    return found is not None and found.low > found.high


def _share(start: Decimal | None, reached: Decimal | None, end: Decimal | None) -> float | None:
    if start is None or reached is None or end is None or start == end:
        return None
    # Nothing of a range that runs downwards is a zero with a sign, which would show as -0%.
    return float((reached - start) / (end - start)) + 0.0


def _overlap(term: Term, their_bottom_line: Decimal | None) -> ZoneOfAgreement | None:
    """Return the ends of the overlap, of which the lower is the higher one where the ranges miss."""
    theirs = term.their_opening if their_bottom_line is None else their_bottom_line
    if term.bottom_line is None or theirs is None:
        return None
    mine = term.goal if term.opening is None else term.opening
    near = None if their_bottom_line is None else term.their_opening
    lower = [end for end in (term.bottom_line, near) if end is not None]
    upper = [end for end in (theirs, mine) if end is not None]
    if term.better is Better.MORE:
        return ZoneOfAgreement(max(lower), min(upper))
    return ZoneOfAgreement(max(upper), min(lower))
