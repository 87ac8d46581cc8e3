"""How often each trap was fallen into."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.grouping import GroupingKind, names_of
from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.words import Recipe, Setting, Words, caption
from negojournal.analysis.phrase import count, day_words
from negojournal.domain.case import Case
from negojournal.domain.outcome import OVERALL

RECENT = 10
"""How many of the latest reviews are counted for themselves."""

NOT_SHOWN = "Shows the traps that were noticed, not those that were missed"

RECIPE = Recipe(
    "Each review counts once for each trap that is marked in it.",
    "A negotiation that is neither rated nor marked with a trap or a practice says nothing about traps, so it is left "
    "out.",
    "share = reviews with the trap ÷ reviews",
)


@dataclass(frozen=True, slots=True)
class TrapCount:
    """Count the negotiations that fell into one trap: in all, among the latest ten, and when last."""

    key: str
    label: str
    n: int
    recent: int
    last: date


@dataclass(frozen=True, slots=True)
class Traps:
    """Hold the traps that were marked, the most frequent first; `recent_of` is how many the latest ones are."""

    counts: tuple[TrapCount, ...]
    recent_of: int
    use: Use


def build_traps(cases: Sequence[Case], setting: Setting) -> Traps:
    """Count the traps of reviews in order of time."""
    used, use = sift(cases, _read)
    latest = used[-RECENT:]
    found = [
        _counted(key, label, used, latest)
        for key, label in names_of(GroupingKind.TRAP, used, setting.catalog, ()).items()
    ]
    return Traps(tuple(sorted(found, key=lambda one: -one.n)), len(latest), use)


def _read(case: Case) -> Case | Reason:
    says_something = case.traps or case.practices or case.scores.get(OVERALL) is not None
    return case if says_something else Reason.NO_REVIEW


def _counted(key: str, label: str, used: Sequence[Case], latest: Sequence[Case]) -> TrapCount:
    days = [case.day for case in used if key in case.traps]
    return TrapCount(key, label, len(days), sum(key in case.traps for case in latest), days[-1])


def traps_words(traps: Traps, setting: Setting) -> Words:
    """Say how often each trap was fallen into."""
    total = traps.use.used
    lines = tuple(
        f"{one.label}: {one.n:,} of {count(total, 'review', 'reviews')}, {one.recent} of the latest {traps.recent_of}, "
        f"last on {day_words(one.last, year=True)}"
        for one in traps.counts
    )
    lines = lines or ("No trap is marked yet",)
    return Words(
        caption=caption("Traps marked", traps.use, setting.scope, NOT_SHOWN),
        text="\n".join(lines),
        remarks=lines[:1],
        header=("Trap", "Reviews", "Share", f"Of the latest {RECENT}", "Last"),
        rows=tuple(
            (one.label, f"{one.n:,}", f"{one.n / total:.0%}", str(one.recent), one.last.isoformat())
            for one in traps.counts
        ),
        recipe=RECIPE,
    )
