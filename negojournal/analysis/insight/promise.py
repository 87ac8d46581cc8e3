"""How promises were kept, on both sides of the table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.estimate import SIDE_FROM
from negojournal.analysis.insight.grouping import GroupingKind, divider_of, names_of
from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.words import NOTHING, Recipe, Setting, Words, caption
from negojournal.domain.case import Case
from negojournal.domain.preparation import Side
from negojournal.domain.promise import Kept, kept_of

EVERYONE = "All counterparts"

SIDE_WORDS = {Side.ME: "mine", Side.THEM: "theirs"}

NOT_SHOWN = "Shows what was written down, not what was promised besides"

RECIPE = Recipe(
    "A promise counts as kept where it was done on its due date or before; done later it is late, and both stand apart "
    "from broken ones.",
    "The share is of those due by today, so a promise without a due date or still ahead is in neither number; it is "
    "given from 5 due on.",
    "kept in time ÷ due by today",
)


@dataclass(frozen=True, slots=True)
class PromisesWith:
    """Hold the promises of both sides in negotiations with one counterpart."""

    counterpart: str
    sides: Mapping[Side, Kept]


@dataclass(frozen=True, slots=True)
class Promises:
    """Hold promises by side, in all and for the counterparts met most, at most 12."""

    sides: Mapping[Side, Kept]
    counterparts: tuple[PromisesWith, ...]
    use: Use


def build_promises(cases: Sequence[Case], setting: Setting, day: date) -> Promises:
    """Count what became of promises up to a day."""
    used, use = sift(cases, lambda case: case if case.commitments else Reason.NO_COMMITMENT)
    names = names_of(GroupingKind.COUNTERPART, used, setting.catalog, ())
    dividers = ((name, divider_of(GroupingKind.COUNTERPART, key)) for key, name in names.items())
    counterparts = tuple(
        PromisesWith(name, _sides([case for case in used if divide(case)], day)) for name, divide in dividers
    )
    return Promises(_sides(used, day), counterparts, use)


def share_kept(kept: Kept) -> float | None:
    """Return the share kept in time of those due, None below 5 due."""
    return kept.share if kept.due >= SIDE_FROM else None


def _sides(cases: Sequence[Case], day: date) -> Mapping[Side, Kept]:
    commitments = [one for case in cases for one in case.commitments]
    return {side: kept_of(commitments, day, side) for side in Side}


def promises_words(promises: Promises, setting: Setting) -> Words:
    """Say how promises were kept."""
    lines = tuple(_side_words(side, kept) for side, kept in promises.sides.items())
    everyone = PromisesWith(EVERYONE, promises.sides)
    return Words(
        caption=caption("Promises by what became of them", promises.use, setting.scope, NOT_SHOWN),
        text="\n".join(lines),
        remarks=lines,
        header=(
            "Counterpart",
            "Whose",
            "Due",
            "Kept in time",
            "Late",
            "Open and late",
            "Broken",
            "Not due",
            "Share kept",
        ),
        rows=tuple(
            (one.counterpart, SIDE_WORDS[side], *_cells(kept))
            for one in (everyone, *promises.counterparts)
            for side, kept in one.sides.items()
        ),
        recipe=RECIPE,
    )


def _side_words(side: Side, kept: Kept) -> str:
    owner, share = SIDE_WORDS[side].capitalize(), share_kept(kept)
    if kept == Kept():
        return f"{owner}: none yet"
    told = f" ({share:.0%})" if share is not None else ""
    return (
        f"{owner}: {kept.kept} of {kept.due} due kept in time{told}, {kept.kept_late} kept late, "
        f"{kept.open_late} open and late, {kept.broken} broken"
    )


def _cells(kept: Kept) -> tuple[str, ...]:
    numbers = (kept.due, kept.kept, kept.kept_late, kept.open_late, kept.broken, kept.left_out)
    share = share_kept(kept)
    return *map(str, numbers), NOTHING if share is None else f"{share:.0%}"
