"""How practices go over time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby

from negojournal.analysis.insight.estimate import SIDE_FROM, share_words
from negojournal.analysis.insight.grouping import GroupingKind, done_well, names_of
from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.timeline import milestones_within
from negojournal.analysis.insight.words import NOTHING, Recipe, Setting, Words, caption
from negojournal.analysis.phrase import milestone_words
from negojournal.domain.case import Case
from negojournal.domain.negotiation import Milestone

TEN = 10
MOST_TENS = 24
"""The most groups of ten reviews that are drawn; a longer journal is drawn by months."""

NOT_SHOWN = "Shows one's own marks, and one may mark more strictly with time"

RECIPE = Recipe(
    "Of the reviews that say how a practice went, the share that say it was done well; where it wasn't relevant or not "
    "marked the review doesn't count.",
    "Each mark stands for ten reviews in order of time, the latest ten complete and the oldest fewer, or for a month "
    "where there are more than 240.",
    "done well ÷ (well + partly + not)",
)


class Span(StrEnum):
    """Name what one mark of a habit stands for."""

    TEN = "ten"
    MONTH = "month"


DRAWN = {Span.TEN: "Share done well, by ten reviews", Span.MONTH: "Share done well, by month"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """Hold the `asked` reviews of one span that say how a practice went; `well` is the share done well, 0–1.

    `well` is None where the practice was never relevant or marked.
    """

    start: date
    end: date
    asked: int
    well: float | None


@dataclass(frozen=True, slots=True)
class Habit:
    """Hold one practice over time, oldest span first; `share` is over all of them."""

    key: str
    label: str
    asked: int
    share: float
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Habits:
    """Hold the practices in the catalogue's order, all with the same stretches, and the milestones among them."""

    span: Span
    habits: tuple[Habit, ...]
    use: Use
    milestones: tuple[Milestone, ...] = ()


def build_habits(cases: Sequence[Case], setting: Setting, milestones: Iterable[Milestone] = ()) -> Habits:
    """Compute the share done well of each practice, by ten reviews or by month."""
    used, use = sift(cases, _read)
    span = Span.TEN if len(used) <= TEN * MOST_TENS else Span.MONTH
    groups = _tens(used) if span is Span.TEN else _months(used)
    names = names_of(GroupingKind.PRACTICE, used, setting.catalog, ())
    habits = (_habit(key, label, used, groups) for key, label in names.items())
    marked = milestones_within(milestones, [case.day for case in used])
    return Habits(span, tuple(habit for habit in habits if habit), use, marked)


def _read(case: Case) -> Case | Reason:
    told = any(done_well(mark) is not None for mark in case.practices.values())
    return case if told else Reason.NO_PRACTICE


def _tens(cases: Sequence[Case]) -> tuple[Sequence[Case], ...]:
    """Return groups of ten, of which the first may be smaller, so that the latest is whole."""
    first = len(cases) % TEN
    starts = range(first, len(cases), TEN)
    return *((cases[:first],) if first else ()), *(cases[start : start + TEN] for start in starts)


def _months(cases: Sequence[Case]) -> tuple[Sequence[Case], ...]:
    return tuple(tuple(group) for _, group in groupby(cases, lambda case: (case.day.year, case.day.month)))


def _habit(key: str, label: str, cases: Sequence[Case], groups: Sequence[Sequence[Case]]) -> Habit | None:
    asked, share = _share(key, cases)
    if share is None:
        return None
    stretches = (Stretch(group[0].day, group[-1].day, *_share(key, group)) for group in groups)
    return Habit(key, label, asked, share, tuple(stretches))


def _share(key: str, cases: Iterable[Case]) -> tuple[int, float | None]:
    marks = [well for case in cases if (well := done_well(case.practices.get(key))) is not None]
    return len(marks), sum(marks) / len(marks) if marks else None


def habits_words(habits: Habits, setting: Setting) -> Words:
    """Say how often each practice was done well, in all and lately."""
    lines = tuple(_line(one) for one in habits.habits)
    starts = [one.start.isoformat() for one in habits.habits[0].stretches] if habits.habits else []
    return Words(
        caption=caption(DRAWN[habits.span], habits.use, setting.scope, NOT_SHOWN),
        text="\n".join([*lines, *map(milestone_words, habits.milestones)]) or "No practice is marked yet",
        remarks=(_finding(habits.habits),),
        header=("Practice", "Reviews", "Share done well", *(f"From {start}" for start in starts)),
        rows=tuple(
            (one.label, str(one.asked), share_words(one.share, one.asked), *map(_cell, one.stretches))
            for one in habits.habits
        ),
        recipe=RECIPE,
    )


def _finding(habits: Sequence[Habit]) -> str:
    """Return which practice was done well most and least often, of those that 5 reviews tell of."""
    known = sorted((one for one in habits if one.asked >= SIDE_FROM), key=lambda one: -one.share)
    if known:
        words = [f"{one.label} ({one.share:.0%} of {one.asked:,})" for one in known]
        least = f"; least often: {words[-1]}" if len(words) > 1 else ""
        return f"Done well most often: {words[0]}{least}"
    most = max((one.asked for one in habits), default=0)
    return f"{most or 'None'} so far. Too early to say: {SIDE_FROM - most} more needed"


def _line(habit: Habit) -> str:
    latest = habit.stretches[-1]
    lately = "not marked lately" if latest.well is None else f"lately in {_cell(latest)}"
    return f"{habit.label}: done well in {share_words(habit.share, habit.asked)}, {lately}"


def _cell(stretch: Stretch) -> str:
    return NOTHING if stretch.well is None else share_words(stretch.well, stretch.asked)
