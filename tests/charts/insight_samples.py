"""Insight reports for drawing: invented parts, none of them computed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from negojournal.analysis.insight.association import Associations
from negojournal.analysis.insight.calibration import Bin, Calibration, Forecast
from negojournal.analysis.insight.captured import Captured, Pairing
from negojournal.analysis.insight.comparison import Comparison, Contrast, Group
from negojournal.analysis.insight.dodged import Dodged, Missed, Worth
from negojournal.analysis.insight.estimate import Estimate
from negojournal.analysis.insight.expectation import Expectation, Gap
from negojournal.analysis.insight.frequency import TrapCount, Traps
from negojournal.analysis.insight.grouping import Grouping
from negojournal.analysis.insight.habit import Habit, Habits, Span, Stretch
from negojournal.analysis.insight.hindsight import Hindsight, Revisit
from negojournal.analysis.insight.power import Power, PowerLevel, Standing
from negojournal.analysis.insight.promise import Promises, PromisesWith
from negojournal.analysis.insight.quarter import Placed, Quarter, Quarters
from negojournal.analysis.insight.report import InsightReport
from negojournal.analysis.insight.sieve import Use
from negojournal.analysis.insight.territory import Field, Territory
from negojournal.analysis.insight.words import Recipe, Words
from negojournal.analysis.trend import Interval
from negojournal.domain.filter import Filter
from negojournal.domain.identity import MilestoneId, NegotiationId
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import DIMENSIONS, Outcome
from negojournal.domain.preparation import Side
from negojournal.domain.promise import Kept
from negojournal.domain.summary import Tally

FIRST = date(2025, 1, 6)
NAMES = (
    "Ana Ruiz",
    "Facilities",
    "Vendor Nordlicht Learning Systems GmbH",
    "Jo",
    "Works council",
    "K. Adeyemi-Okonkwo",
)
AREAS = (
    "Budgets",
    "Strategy focus",
    "Delivery timelines",
    "Learning experience design",
    "Stakeholder involvement",
    "Vendor agreements",
)
TRAPS = (
    "Dodging the negotiation",
    "Failing to prepare",
    "Shutting down at push-back",
    "Over-compromising",
    "Missing non-verbal cues",
    "Failing to listen",
    "Assuming a fixed pie",
    "Neglecting the relationship",
)
PRACTICES = (
    "Respect",
    "Listening",
    "Curiosity",
    "Partner framing",
    "Interests found",
    "Limits tested",
    "Knew when to stop",
)


def _day(at: int) -> date:
    return FIRST + timedelta(days=9 * at)


def _id(at: int) -> NegotiationId:
    return NegotiationId(f"n{at}")


def contrast(key: str, label: str, one: int, other: int, difference: float = 0.5) -> Contrast:
    """Return a contrast of so many scores on each side."""
    enough = one >= 5 and other >= 5
    return Contrast(
        key,
        label,
        Group("planned", (5.0,) * one, 5.5 if enough else None),
        Group("not planned", (5.0,) * other, 5.0 if enough else None),
        difference if enough else None,
        Interval(difference - 0.6, difference + 0.5) if enough else None,
    )


def sample_insights(n: int = 40) -> InsightReport:
    """Return a report of so many negotiations in each part; of none where n is 0."""
    chance = Random(n)
    use = Use(n)
    milestones = tuple(
        Milestone(MilestoneId(str(i)), _day(i), f"Course {i}, three days")
        for i in sorted({3, 4, 20, n - 1})
        if 0 < i < n
    )
    sides = {Side.ME: Kept(18, 12, 3, 2, 1, 4), Side.THEM: Kept(16, 7, 4, 3, 2, 1)}
    little = {Side.ME: Kept(4, 2, 1, 1, 0, 1), Side.THEM: Kept(2, 1, 0, 0, 1, 0)}
    outcomes = {key: Estimate(n, 0.3, Interval(-0.2, 0.8)) if n >= 5 else Estimate(n) for key in Outcome}
    missed = tuple(
        Missed(_id(i), f"Ask {i}", _day(i), Decimal(1000 * i) if i % 3 else None, "EUR") for i in range(min(n, 14))
    )
    days = [14 * i % 400 for i in range(n)]
    report = InsightReport(
        comparison=Comparison(
            Grouping(),
            "Prepared",
            tuple(contrast(key, key.capitalize(), n, n // 2 if key != "self" else 3, 0.4) for key in DIMENSIONS)
            if n
            else (),
            1,
            0.95,
            use,
        ),
        associations=Associations(
            "overall",
            tuple(contrast(f"trap:{i}", name, 8, 20, 0.9 - 0.5 * i) for i, name in enumerate(TRAPS[: min(n, 5)])),
            (),
            (),
            5,
            0.99,
            use,
        ),
        traps=Traps(
            tuple(TrapCount(name, name, 12 - i, i % 4, _day(i)) for i, name in enumerate(TRAPS[: min(n, 8)])), 10, use
        ),
        quarters=Quarters(
            tuple(
                Placed(_id(i), f"Talk {i}", _day(i), i % 5 / 4, chance.gauss(0.6, 0.5), list(Quarter)[i % 4])
                for i in range(n)
            ),
            use,
        ),
        captured=Captured(
            tuple(Pairing(_id(i), f"Talk {i}", _day(i), chance.gauss(0.6, 0.5), 1 + i % 7) for i in range(n)),
            0.6 if n >= 5 else None,
            4.0 if n >= 5 else None,
            (),
            (),
            use,
        ),
        calibration=Calibration(
            tuple(Forecast(_id(i), f"Talk {i}", _day(i), i % 11 / 10, i % 3 > 0) for i in range(n)),
            (Bin(0, 0.33, 9, 0.2, 0.1), Bin(0.33, 0.66, 14, 0.5, 0.6), Bin(0.66, 1, 12, 0.8, 0.7)) if n >= 10 else (),
            0.21 if n >= 10 else None,
            0.24 if n >= 10 else None,
            use,
        ),
        expectation=Expectation(
            tuple(
                Gap(_id(i), f"Talk {i}", _day(i), {key: round(chance.gauss(0.3, 1.2), 1) for key in Outcome})
                for i in range(n)
            ),
            outcomes,
            use,
            milestones,
        ),
        hindsight=Hindsight(
            tuple(
                Revisit(
                    _id(i),
                    f"Talk {i}",
                    _day(i),
                    _day(i + 4),
                    {key: float(2 + (i + len(key)) % 5) for key in list(Outcome)[: 4 - i % 2]},
                    {key: float(2 + (i * 3 + len(key)) % 6) for key in list(Outcome)[: 4 - i % 2]},
                    i % 4 > 0,
                )
                for i in range(min(n, 16))
            ),
            outcomes,
            use,
        ),
        promises=Promises(sides, tuple(PromisesWith(name, little) for name in NAMES[: min(n, 6)]), use),
        power=Power(
            tuple(Standing(_id(i), f"Talk {i}", _day(i), i % 5 - 2, days[i], i % 6 == 0) for i in range(n)),
            tuple(
                PowerLevel(p, label, n // 5, n // 6, 120.0 if n >= 25 else None, 0.8 if n >= 25 else None)
                for p, label in zip(
                    range(-2, 3), ("much weaker", "weaker", "even", "stronger", "much stronger"), strict=True
                )
            ),
            use,
        ),
        dodged=Dodged(missed, (Worth("EUR", 9, Decimal(40000)),) if n else (), 5, use),
        territory=Territory(
            NAMES if n else (),
            AREAS if n else (),
            tuple(Field(r, c, (r * c * 3) % 8, (r + c) % 3) for r in range(6) for c in range(6)) if n else (),
            7,
            5,
            use,
        ),
        habits=Habits(
            Span.TEN,
            tuple(
                Habit(
                    name,
                    name,
                    n,
                    0.6,
                    tuple(
                        Stretch(_day(10 * i), _day(10 * i + 9), 10, None if i == 2 else (i + len(name)) % 5 / 4)
                        for i in range(max(n // 5, 1))
                    ),
                )
                for name in PRACTICES[: min(n, 7)]
            ),
            use,
            milestones,
        ),
        words={},
        filter=Filter(),
        scope="all reviews",
        tally=Tally(n + 3, n),
        cases=n,
    )
    return replace(report, words={key: _words(key, n) for key in PARTS})


PARTS = (
    "comparison", "associations", "traps", "habits", "quarters", "captured", "calibration", "expectation", "hindsight",
    "promises", "power", "dodged", "territory",
)  # fmt: skip


def _words(key: str, n: int) -> Words:
    finding = f"What {key} says of {n} negotiations, in one sentence that is as long as such sentences are."
    return Words(
        f"Caption of {key}: {n} negotiations, all reviews.",
        f"{key}: {n}",
        (finding, "A second remark."),
        ("Negotiation", "Number"),
        tuple((f"Talk {i}", f"{i}") for i in range(n)),
        Recipe(f"First sentence of {key}.", "Second sentence.", "a = b"),
    )
