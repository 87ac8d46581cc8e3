"""How an agreement feels now, less how it felt then."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.estimate import Estimate
from negojournal.analysis.insight.expectation import difference_cells, estimates_of, outcome_lines, paired, telling
from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.words import Recipe, Setting, Words, caption, sentences
from negojournal.analysis.phrase import LABELS, count
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import QUICK

NOT_SHOWN = "Shows how the same agreement felt twice, not how it would feel to others"

RECIPE = Recipe(
    "The scores of the last look that rated the agreement again, less those of the review, for each outcome; above 0 "
    "it feels better now than then.",
    "The median of these differences, given from 5 on with the interval of medians that would fit as well, rests on "
    "reviews by one questionnaire; the others are drawn hollow.",
    "median(now − then); 95% bootstrap interval, bias-corrected and accelerated",
)

TWO_INSTRUMENTS = (
    "Follow-ups are rated quickly and these reviews were rated in full: part of a steady difference may come from that"
)

HOLLOW = "Drawn hollow and left out of every number: {} by another questionnaire"

SIDES = {1: "feels better now than then", -1: "felt better then than now", 0: "no clear difference"}


@dataclass(frozen=True, slots=True)
class Revisit:
    """Hold one negotiation's scores then and at its last follow-up, for each outcome that has both.

    `same` tells whether the review was rated by the questionnaire that the numbers rest on; where it wasn't, it is
    drawn hollow and left out of every number.
    """

    id: NegotiationId
    title: str
    day: date
    looked_on: date
    then: Mapping[Outcome, float]
    now: Mapping[Outcome, float]
    same: bool

    @property
    def changes(self) -> Mapping[Outcome, float]:
        """Return now less then."""
        return paired(self.now.get, self.then.get)


@dataclass(frozen=True, slots=True)
class Hindsight:
    """Hold revisits in order of time, and for each outcome the median of now less then.

    Those drawn hollow are counted in `use` as left out.
    """

    revisits: tuple[Revisit, ...]
    outcomes: Mapping[Outcome, Estimate]
    use: Use


def build_hindsight(cases: Sequence[Case], setting: Setting) -> Hindsight:
    """Lay the latest rated follow-up beside the review; numbers rest on the setting's questionnaire."""
    found = tuple(_read(case, setting.key) for case in cases)
    counted, use = sift(found, _counted)
    revisits = tuple(one for one in found if isinstance(one, Revisit))
    return Hindsight(revisits, estimates_of([one.changes for one in counted]), use)


def _counted(found: Revisit | Reason) -> Revisit | Reason:
    is_hollow = isinstance(found, Revisit) and not found.same
    return Reason.OTHER_QUESTIONNAIRE if is_hollow else found


def _read(case: Case, questionnaire: str | None) -> Revisit | Reason:
    if all(case.scores.get(outcome) is None for outcome in Outcome):
        return Reason.NOT_RATED
    for look in sorted(case.looks, key=lambda look: look.done_on, reverse=True):
        shared = paired(look.scores.get, case.scores.get)
        if shared:
            then, now = _scores(case.scores, shared), _scores(look.scores, shared)
            return Revisit(case.id, case.title, case.day, look.done_on, then, now, case.questionnaire == questionnaire)
    return Reason.NO_LOOK


def _scores(scores: Mapping[str, float | None], wanted: Iterable[Outcome]) -> Mapping[Outcome, float]:
    return {outcome: score for outcome in wanted if (score := scores.get(outcome)) is not None}


def hindsight_words(found: Hindsight, setting: Setting) -> Words:
    """Say what feels different now."""
    hollow = sum(not one.same for one in found.revisits)
    notes = sentences(
        HOLLOW.format(count(hollow, "review", "reviews")) if hollow else None,
        None if setting.key in {QUICK, None} else TWO_INSTRUMENTS,
    )
    return Words(
        caption=caption("Felt now less felt then", found.use, setting.scope, NOT_SHOWN),
        text="\n".join([*outcome_lines(found.outcomes, SIDES), *notes]),
        remarks=(*outcome_lines(telling(found.outcomes), SIDES), *notes),
        header=("Negotiation", "Day", "Looked again", *(LABELS[outcome] for outcome in Outcome)),
        rows=tuple(
            (one.title, one.day.isoformat(), one.looked_on.isoformat(), *difference_cells(one.changes))
            for one in found.revisits
        ),
        recipe=RECIPE,
        ids=tuple(one.id for one in found.revisits),
    )
