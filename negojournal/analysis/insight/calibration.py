"""Chances given before, beside how often the goal was reached."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from negojournal.analysis.insight.estimate import share_words
from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.words import Recipe, Setting, Words, caption, sentences
from negojournal.analysis.phrase import count, figure
from negojournal.domain.bargaining import goal_reached
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Result

CALIBRATED_FROM = 10
"""The least number of predictions that carries a Brier score and a line."""

BINS = 5
"""Fifths of the scale of chances, as people rarely give finer ones."""

NOT_SHOWN = "Shows chances that were sealed before the meeting, not those given in hindsight"

RECIPE = Recipe(
    "Each chance that was sealed before is set beside what came: the goal counts as reached where every term with a "
    "goal was agreed at it or better, and as missed where one was agreed below it or there was no deal; without a goal "
    "in numbers, or without what was agreed on one, it doesn't count.",
    "The Brier score is the mean squared distance of chance and result, 0 at best, 0.25 for always saying 50%; the "
    "line shows, for each fifth of the scale, the mean chance and the share reached.",
    "Brier = mean of (chance − reached)², reached 1 or 0 (G. W. Brier, 1950); from 10 predictions on",
)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Hold one sealed prediction: the chance of reaching the goal, 0–1, and whether it was reached."""

    id: NegotiationId
    title: str
    day: date
    chance: float
    reached: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """Hold the n predictions between two chances: their mean chance, and the share that was reached."""

    low: float
    high: float
    n: int
    chance: float
    reached: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """Hold sealed predictions in order of time; `bins` (the line) and both Brier scores come from 10 on.

    `brier` is 0 for a seer and 0.25 for someone who always says 50%; `brier_always` is what the same person would
    have had by always giving the share that was reached in the end.
    """

    forecasts: tuple[Forecast, ...]
    bins: tuple[Bin, ...]
    brier: float | None
    brier_always: float | None
    use: Use

    @property
    def needed(self) -> int:
        """Return how many more predictions it takes to a Brier score."""
        return max(CALIBRATED_FROM - len(self.forecasts), 0)


def build_calibration(cases: Sequence[Case]) -> Calibration:
    """Set sealed chances beside what came of them."""
    forecasts, use = sift(cases, _read)
    if len(forecasts) < CALIBRATED_FROM:
        return Calibration(forecasts, (), None, None, use)
    share = fmean(one.reached for one in forecasts)
    bins = tuple(found for number in range(BINS) if (found := _bin(forecasts, number)))
    return Calibration(forecasts, bins, brier_score(forecasts), share * (1 - share), use)


def brier_score(forecasts: Sequence[Forecast]) -> float:
    """Return the mean squared distance of chance and result.

    G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1950, 1–3.
    """
    return fmean((one.chance - one.reached) ** 2 for one in forecasts)


def _read(case: Case) -> Forecast | Reason:
    if case.status is Status.DODGED:
        return Reason.DODGED
    if case.chance is None:
        return Reason.NO_CHANCE
    if not case.sealed:
        return Reason.NOT_SEALED
    if case.outcome in {None, Result.ADJOURNED}:
        return Reason.NO_RESULT
    if not _could_tell(case):
        return Reason.NO_GOAL
    reached = goal_reached(case.terms, case.outcome) is True
    return Forecast(case.id, case.title, case.day, case.chance, reached)


def _could_tell(case: Case) -> bool:
    """Tell whether a reached goal would show as well as a missed one, since counting only the missed ones misleads."""
    goals = [term for term in case.terms if term.goal is not None]
    is_settled = case.outcome is not Result.AGREEMENT or all(term.agreed is not None for term in goals)
    return bool(goals) and is_settled


def _bin(forecasts: Sequence[Forecast], number: int) -> Bin | None:
    found = [one for one in forecasts if min(int(one.chance * BINS), BINS - 1) == number]
    if not found:
        return None
    chance, reached = fmean(one.chance for one in found), fmean(one.reached for one in found)
    return Bin(number / BINS, (number + 1) / BINS, len(found), chance, reached)


def calibration_words(found: Calibration, setting: Setting) -> Words:
    """Say how chances and results agree."""
    lines = [_score_words(found), *map(_bin_words, found.bins)]
    return Words(
        caption=caption("Chance given before beside goals reached", found.use, setting.scope, NOT_SHOWN),
        text="\n".join(sentences(*lines)),
        remarks=sentences(lines[0]),
        header=("Negotiation", "Day", "Chance given", "Goal"),
        rows=tuple(
            (one.title, one.day.isoformat(), f"{one.chance:.0%}", "reached" if one.reached else "missed")
            for one in found.forecasts
        ),
        recipe=RECIPE,
        ids=tuple(one.id for one in found.forecasts),
    )


def _score_words(found: Calibration) -> str:
    n = len(found.forecasts)
    reached = sum(one.reached for one in found.forecasts)
    if found.brier is None or found.brier_always is None:
        so_far = f"{n} so far, {reached} reached" if n else "None so far"
        return f"{so_far}. Too early to say how chances and results agree: {found.needed} more needed"
    return (
        f"Goal reached in {reached} of {count(n, 'prediction', 'predictions')}, mean chance given "
        f"{fmean(one.chance for one in found.forecasts):.0%}. Brier score {figure(found.brier, 2)}; always saying "
        f"{reached / n:.0%} would have had {figure(found.brier_always, 2)}"
    )


def _bin_words(one: Bin) -> str:
    return f"{one.low:.0%} to {one.high:.0%}: mean chance {one.chance:.0%}, reached {share_words(one.reached, one.n)}"
