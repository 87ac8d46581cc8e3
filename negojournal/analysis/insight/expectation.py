"""Scores expected before, less scores felt after."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.estimate import Estimate, build_estimate, estimate_words
from negojournal.analysis.insight.sieve import Reason, Use, sift, unrated
from negojournal.analysis.insight.timeline import milestones_within
from negojournal.analysis.insight.words import NOTHING, Recipe, Setting, Words, caption
from negojournal.analysis.phrase import LABELS, change, milestone_words
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import Outcome

NOT_SHOWN = "Shows expectations that were sealed before the meeting, and how it felt, not how well you negotiate"

RECIPE = Recipe(
    "What was expected before, and sealed, less what was felt after, for each outcome; above 0 more was expected than "
    "felt.",
    "From 5 on stands the median of these differences, with the interval of medians that would fit as well, found by "
    "drawing 9,999 times from the same differences.",
    "median(expected − felt); 95% bootstrap interval, bias-corrected and accelerated",
)

SIDES = {1: "more expected than felt", -1: "less expected than felt", 0: "no clear difference"}


@dataclass(frozen=True, slots=True)
class Gap:
    """Hold expected less felt of one negotiation, in points, for each outcome that has both."""

    id: NegotiationId
    title: str
    day: date
    gaps: Mapping[Outcome, float]


@dataclass(frozen=True, slots=True)
class Expectation:
    """Hold sealed predictions in order of time, the milestones among them, and each outcome's median difference."""

    gaps: tuple[Gap, ...]
    outcomes: Mapping[Outcome, Estimate]
    use: Use
    milestones: tuple[Milestone, ...] = ()


def build_expectation(cases: Sequence[Case], setting: Setting, milestones: Iterable[Milestone] = ()) -> Expectation:
    """Subtract felt from expected scores, by the setting's questionnaire."""

    def read(case: Case) -> Gap | Reason:
        if reason := unrated(case, setting.key, *Outcome):
            return reason
        gaps = paired(case.expected.of, case.scores.get)
        if not gaps:
            return Reason.NO_PREDICTION
        return Gap(case.id, case.title, case.day, gaps) if case.sealed else Reason.NOT_SEALED

    gaps, use = sift(cases, read)
    marked = milestones_within(milestones, [gap.day for gap in gaps])
    return Expectation(gaps, estimates_of([gap.gaps for gap in gaps]), use, marked)


def paired(one: Callable[[Outcome], float | None], other: Callable[[Outcome], float | None]) -> Mapping[Outcome, float]:
    """Return the one less the other for each outcome that has both."""
    pairs = ((outcome, one(outcome), other(outcome)) for outcome in Outcome)
    return {outcome: left - right for outcome, left, right in pairs if left is not None and right is not None}


def estimates_of(differences: Sequence[Mapping[Outcome, float]]) -> Mapping[Outcome, Estimate]:
    """Return the median difference of each outcome."""
    return {outcome: build_estimate([one[outcome] for one in differences if outcome in one]) for outcome in Outcome}


def expectation_words(found: Expectation, setting: Setting) -> Words:
    """Say what was expected too high or too low."""
    lines = outcome_lines(found.outcomes, SIDES)
    return Words(
        caption=caption(f"Expected less felt score by {setting.kind}", found.use, setting.scope, NOT_SHOWN),
        text="\n".join([*lines, *map(milestone_words, found.milestones)]),
        remarks=outcome_lines(telling(found.outcomes), SIDES),
        header=("Negotiation", "Day", *(LABELS[outcome] for outcome in Outcome)),
        rows=tuple((one.title, one.day.isoformat(), *difference_cells(one.gaps)) for one in found.gaps),
        recipe=RECIPE,
        ids=tuple(one.id for one in found.gaps),
    )


def telling(outcomes: Mapping[Outcome, Estimate]) -> Mapping[Outcome, Estimate]:
    """Return outcomes with those of which most can be said first: a clear difference, then any number."""
    return dict(sorted(outcomes.items(), key=lambda item: (not item[1].side, item[1].value is None)))


def outcome_lines(outcomes: Mapping[Outcome, Estimate], sides: Mapping[int, str]) -> tuple[str, ...]:
    """Return a line for each outcome; `sides` says what a median above, below or not clear of 0 is called."""
    return tuple(outcome_words(outcome, estimate, sides) for outcome, estimate in outcomes.items())


def outcome_words(outcome: Outcome, estimate: Estimate, sides: Mapping[int, str]) -> str:
    """Return the median difference of one outcome, or how many more are needed."""
    if estimate.value is None:
        return f"{LABELS[outcome]}: {estimate.n} so far, {estimate.needed} more needed"
    told = estimate_words(estimate.value, estimate.interval)
    return f"{LABELS[outcome]}: median {told} from {estimate.n:,}, {sides[estimate.side]}"


def difference_cells(differences: Mapping[Outcome, float]) -> tuple[str, ...]:
    """Return a cell for each outcome, a dash where there is no difference."""
    found = (differences.get(outcome) for outcome in Outcome)
    return tuple(NOTHING if one is None else change(one, 1) for one in found)
