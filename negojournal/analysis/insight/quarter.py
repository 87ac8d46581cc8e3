"""How it was done beside what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negojournal.analysis.insight.grouping import done_well
from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.words import Recipe, Setting, Words, caption
from negojournal.domain.bargaining import captured, share_text
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId

HALF = 0.5
"""Where quarters meet: half of the practices done well, half of the range captured."""

MARKS_FROM = 3
"""The least number of practices whose share is worth its place."""

LUCK = "Luck teaches nothing: a lucky result is no reason to do the same again, an unlucky one none to stop"

NOT_SHOWN = "Shows one's own marks beside one's own goals, not how hard the other side was"

RECIPE = Recipe(
    "Across stands the share of practices done well, of those that were marked and relevant, from 3 on; upwards the "
    "share of the range captured, the mean over the terms that have goal, bottom line and what was agreed.",
    "The quarters meet at half of the practices and half of the range.",
    "done well ÷ (well + partly + not); (agreed − bottom line) ÷ (goal − bottom line)",
)


class Quarter(StrEnum):
    """Name what a result was, seen beside how it was worked for."""

    EARNED = "earned"
    UNLUCKY = "unlucky"
    LUCKY = "lucky"
    DESERVED = "deserved"


QUARTER_WORDS = {
    Quarter.EARNED: "done well, much captured",
    Quarter.UNLUCKY: "done well, little captured",
    Quarter.LUCKY: "not done well, much captured",
    Quarter.DESERVED: "not done well, little captured",
}

_BY_SIDE = {
    (True, True): Quarter.EARNED,
    (True, False): Quarter.UNLUCKY,
    (False, True): Quarter.LUCKY,
    (False, False): Quarter.DESERVED,
}
"""By whether it was done well, and whether much was captured."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Hold one negotiation: `process` is the share of practices done well, 0–1, `result` that of the range captured.

    1 of the range is the goal, 0 the bottom line; it may lie beyond either.
    """

    id: NegotiationId
    title: str
    day: date
    process: float
    result: float
    quarter: Quarter


@dataclass(frozen=True, slots=True)
class Quarters:
    """Hold the negotiations in order of time."""

    points: tuple[Placed, ...]
    use: Use

    def count(self, quarter: Quarter) -> int:
        """Return how many negotiations lie in a quarter."""
        return sum(point.quarter is quarter for point in self.points)


def build_quarters(cases: Sequence[Case]) -> Quarters:
    """Place negotiations by practices done well and range captured."""
    return Quarters(*sift(cases, _read))


def _read(case: Case) -> Placed | Reason:
    result = captured(case.terms)
    if result is None:
        return Reason.NO_RANGE
    marks = [well for mark in case.practices.values() if (well := done_well(mark)) is not None]
    if len(marks) < MARKS_FROM:
        return Reason.FEW_PRACTICES
    process = sum(marks) / len(marks)
    quarter = _BY_SIDE[process >= HALF, result >= HALF]
    return Placed(case.id, case.title, case.day, process, result, quarter)


def quarters_words(quarters: Quarters, setting: Setting) -> Words:
    """Say how many negotiations lie in each quarter, with the warning about luck."""
    counts = {one: quarters.count(one) for one in Quarter}
    lines = [f"{one.capitalize()} ({QUARTER_WORDS[one]}): {n}" for one, n in counts.items()]
    finding = f"Of {len(quarters.points)}: {', '.join(f'{n} {one}' for one, n in counts.items())}"
    nothing = "No negotiation has both practices and a range yet"
    return Words(
        caption=caption("Practices done well beside the range captured", quarters.use, setting.scope, NOT_SHOWN),
        text="\n".join([*lines, LUCK]) if quarters.points else nothing,
        remarks=(finding, LUCK) if quarters.points else (nothing,),
        header=("Negotiation", "Day", "Practices done well", "Range captured", "Quarter"),
        rows=tuple(
            (one.title, one.day.isoformat(), f"{one.process:.0%}", share_text(one.result), one.quarter.capitalize())
            for one in quarters.points
        ),
        recipe=RECIPE,
        ids=tuple(one.id for one in quarters.points),
    )
