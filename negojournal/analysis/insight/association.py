"""Which practices and traps go together with higher or lower ratings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from negojournal.analysis.insight.comparison import (
    MOST_LISTED,
    NOT_SHOWN,
    Contrast,
    clearness,
    contrast_cells,
    contrast_of,
    level_words,
    measured,
    needed_words,
)
from negojournal.analysis.insight.estimate import estimate_words, widened
from negojournal.analysis.insight.grouping import Grouping, GroupingKind, divisions_of
from negojournal.analysis.insight.sieve import Reason, Use, sift, unrated
from negojournal.analysis.insight.words import Recipe, Setting, Words, caption, sentences
from negojournal.analysis.phrase import LABELS, score_words
from negojournal.domain.case import Case
from negojournal.domain.outcome import OVERALL

SUBJECTS = {GroupingKind.PRACTICE: "“{}” done well", GroupingKind.TRAP: "The trap “{}”"}

CHANCE = "Chance alone lists one in about 1 of 15 journals where nothing goes together"
"""Simulated: in 4–6% of unchanged journals at a look when independent, more where scores and marks run in streaks."""

RECIPE = Recipe(
    "Reviews with a practice done well stand against those where it was done partly or not, reviews with a trap "
    "against those without its mark; from 5 on each side the medians of their ratings are subtracted.",
    "As several are compared at once, each interval is widened so that all of them together keep 95%, and only "
    "those that leave 0 outside are listed, at most the five farthest from it.",
    "median(with) − median(without); bootstrap interval, bias-corrected and accelerated, at 1 − 0.05 ÷ number compared",
)


@dataclass(frozen=True, slots=True)
class Associations:
    """Hold practices and traps beside one dimension.

    `clearest` are those that may be said to go together with it, at most 5, the clearest first; `unclear` the
    others that were compared, clear ones beyond 5 among them; `waiting` those with too few on a side. `compared`
    counts the first two kinds, and `level` is the confidence of their intervals, widened by that number. The key of
    a row is `practice:listening` or `trap:dodging`; its one side is with the practice done well or the trap, its
    other without.
    """

    dimension: str
    clearest: tuple[Contrast, ...]
    unclear: tuple[Contrast, ...]
    waiting: tuple[Contrast, ...]
    compared: int
    level: float
    use: Use


def build_associations(cases: Sequence[Case], setting: Setting, dimension: str = OVERALL) -> Associations:
    """Compare each practice and trap that was marked, by one dimension of the setting's questionnaire."""

    def read(case: Case) -> Case | Reason:
        return unrated(case, setting.key, dimension) or case

    used, use = sift(cases, read)
    rows = [
        replace(
            contrast_of(used, division, dimension), key=f"{kind}:{division.key}", label=subject.format(division.label)
        )
        for kind, subject in SUBJECTS.items()
        for division in divisions_of(Grouping(kind), used, setting.catalog, ())
    ]
    ready = [row for row in rows if row.needed == (0, 0)]
    level = widened(len(ready))
    found = [measured(row, level) for row in ready]
    clearest = sorted((row for row in found if row.side), key=clearness, reverse=True)[:MOST_LISTED]
    waiting = sorted((row for row in rows if row.needed != (0, 0)), key=lambda row: sum(row.needed))
    return Associations(
        dimension,
        tuple(clearest),
        tuple(row for row in found if row not in clearest),
        tuple(waiting),
        len(ready),
        level,
        use,
    )


def association_words(row: Contrast, dimension: str) -> str:
    """Return one clear association in words, with both counts."""
    direction = "higher" if row.side > 0 else "lower"
    one, other = (f"{score_words(side.median or 0)} from {side.n:,}" for side in (row.one, row.other))
    told = estimate_words(row.difference or 0, row.interval)
    return (
        f"{row.label} goes together with {direction} {LABELS[dimension]} ratings: "
        f"median {one} with it, {other} without; {told}"
    )


def associations_words(found: Associations, setting: Setting) -> Words:
    """Say which practices and traps go together with ratings, and how many were compared."""
    lines = sentences(
        *(association_words(row, found.dimension) for row in found.clearest),
        _rest_words(found),
        CHANCE if found.clearest else None,
        level_words(found.compared, found.level),
    )
    label = LABELS[found.dimension]
    drawn = f"Practices and traps beside {label} ratings by {setting.kind}"
    return Words(
        caption=caption(drawn, found.use, setting.scope, NOT_SHOWN),
        text="\n".join(lines),
        remarks=lines,
        header=("Practice or trap", "Median with it", "Reviews", "Median without", "Reviews", "Difference"),
        rows=tuple(contrast_cells(row) for row in (*found.clearest, *found.unclear, *found.waiting)),
        recipe=RECIPE,
    )


def _rest_words(found: Associations) -> str:
    """Return how many of those compared are clear, or what is missing to the first one."""
    if found.compared:
        listed = len(found.clearest)
        clear = listed + sum(row.side != 0 for row in found.unclear)
        if clear > listed:
            return f"{listed} of {found.compared} compared are listed, the clearest of {clear}"
        return f"{listed or 'None'} of {found.compared} compared {'stand' if listed > 1 else 'stands'} out clearly"
    if not found.waiting:
        return "No practice or trap is marked in a rated review yet"
    nearest = found.waiting[0]
    return f"Too early to compare. Nearest: {nearest.label}, {needed_words(nearest)}"
