"""Who was stronger, beside how long agreements held."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from negojournal.analysis.insight.estimate import SIDE_FROM
from negojournal.analysis.insight.sieve import Reason, Use, sift
from negojournal.analysis.insight.words import NOTHING, Recipe, Setting, Words, caption
from negojournal.analysis.phrase import count
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import POWER_WORDS
from negojournal.domain.review import Result

NOT_SHOWN = "Shows agreements up to the last look at them, not what came after, nor what made them last"

RECIPE = Recipe(
    "The days run from the negotiation to the last follow-up that found the agreement holding, or to the first that "
    "found it doesn't hold any more: it ended some time before.",
    "Agreements that nobody looked at again say nothing; for each level of power the median of these days and the "
    "share still holding are given from 5 on.",
    "days = last look − day held; share = holding ÷ looked at",
)


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold one agreement: `power` −2…2, and the days from the negotiation to the look that says whether it holds.

    Where that look found that it no longer holds, `ended` is true and it held fewer days than these.
    """

    id: NegotiationId
    title: str
    day: date
    power: int
    days: int
    ended: bool


@dataclass(frozen=True, slots=True)
class PowerLevel:
    """Hold the agreements made at one level of power: how many, how many hold; median days and share from 5 on."""

    power: int
    label: str
    n: int
    holding: int
    median_days: float | None
    share_holding: float | None


@dataclass(frozen=True, slots=True)
class Power:
    """Hold agreements in order of time, and a row for each of the five levels of power."""

    standings: tuple[Standing, ...]
    levels: tuple[PowerLevel, ...]
    use: Use


def build_power(cases: Sequence[Case]) -> Power:
    """Lay how long agreements held beside who was stronger."""
    standings, use = sift(cases, _read)
    return Power(standings, tuple(_level(standings, power) for power in POWER_WORDS), use)


def _read(case: Case) -> Standing | Reason:
    if case.outcome is not Result.AGREEMENT:
        return Reason.NO_AGREEMENT
    if case.power is None:
        return Reason.NO_POWER
    looks = sorted((look for look in case.looks if look.holds is not None), key=lambda look: look.done_on)
    if not looks:
        return Reason.NO_LOOK
    telling = next((look for look in looks if look.holds is False), looks[-1])
    days = max((telling.done_on - case.day).days, 0)
    return Standing(case.id, case.title, case.day, case.power, days, telling.holds is False)


def _level(standings: Sequence[Standing], power: int) -> PowerLevel:
    found = [one for one in standings if one.power == power]
    n, holding = len(found), sum(not one.ended for one in found)
    if n < SIDE_FROM:
        return PowerLevel(power, POWER_WORDS[power], n, holding, None, None)
    return PowerLevel(power, POWER_WORDS[power], n, holding, median(one.days for one in found), holding / n)


def power_words(found: Power, setting: Setting) -> Words:
    """Say how long agreements held at each level of power."""
    lines = tuple(_level_words(level) for level in found.levels if level.n)
    lines = lines or ("No agreement with a note on power was looked at again yet",)
    return Words(
        caption=caption(
            "Agreements and the days to the look that tells whether they hold", found.use, setting.scope, NOT_SHOWN
        ),
        text="\n".join(lines),
        remarks=lines,
        header=("Power", "Agreements", "Still holding", "Share", "Median days to the look"),
        rows=tuple(_cells(level) for level in found.levels),
        recipe=RECIPE,
    )


def _level_words(level: PowerLevel) -> str:
    agreements = count(level.n, "agreement holds", "agreements hold")
    told = f"{level.label.capitalize()}: {level.holding} of {agreements}"
    if level.median_days is None:
        return f"{told}; {SIDE_FROM - level.n} more needed to compare"
    return f"{told}, looked at after a median of {level.median_days:,.0f} days"


def _cells(level: PowerLevel) -> tuple[str, ...]:
    share = NOTHING if level.share_holding is None else f"{level.share_holding:.0%}"
    days = NOTHING if level.median_days is None else f"{level.median_days:,.0f}"
    return level.label, str(level.n), str(level.holding), share, days
