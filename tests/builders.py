"""Records for tests: one with nothing but what must be there, one that uses every field of record.md."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from negojournal.domain.agreement import Agreement, Commitment, Dodge, FollowUp, Informed, Offer
from negojournal.domain.identity import MilestoneId, NegotiationId, uuid_from
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Channel, Milestone, Negotiation, Status
from negojournal.domain.outcome import DIMENSIONS, PerOutcome
from negojournal.domain.preparation import (
    Better,
    Exchange,
    Frame,
    Kind,
    Method,
    Preparation,
    Reason,
    Risk,
    Rule,
    Side,
    Term,
)
from negojournal.domain.review import (
    Assessment,
    Done,
    Headline,
    PracticeMark,
    Result,
    Review,
    Tactic,
    TrapMark,
)
from negojournal.domain.scoring import RAPPORT, Score, Scores

EPOCH = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)

QUICK_ANSWERS: dict[str, int | None] = {"instrumental": 5, "process": 6, "relationship": 4, "self": None}

FULL_ANSWERS: dict[str, int | None] = {
    "instrumental_1": 6,
    "instrumental_2": 5,
    "instrumental_3": 2,
    "instrumental_4": None,
    "self_1": 1,
    "self_2": 4,
    "process_1": 7,
    "process_2": 6,
    "process_3": 3,
    "process_4": 5,
    "relationship_1": 4,
    "relationship_2": 6,
    "relationship_3": 5,
    "relationship_4": 6,
}
"""Two items of `self` are not answered yet, one of `instrumental` is not applicable."""


def build_id(number: int) -> NegotiationId:
    """Return the same identity for the same number; higher numbers sort later."""
    return NegotiationId(uuid_from(1_767_600_000_000 + number, number * 0x9E37_79B9_7F4A_7C15))


def build_record(number: int = 0, **changes: Any) -> Negotiation:
    """Return a record with a title only; `number` gives identity and date, one day apart."""
    instant = Moment((EPOCH + timedelta(days=number)).isoformat())
    record = Negotiation(build_id(number), f"Talk {number}", instant, instant, instant)
    return replace(record, **changes)


def build_rated(number: int = 0, *, rating: int = 5, **changes: Any) -> Negotiation:
    """Return a held record with the same quick rating for every outcome."""
    answers = dict.fromkeys(("instrumental", "process", "relationship", "self"), rating)
    return build_record(number, **{"review": Review(assessment=Assessment("quick", 1, answers)), **changes})


def build_scores(value: float | None = 5.0, **changes: float | None) -> Scores:
    """Return the same score for every dimension, rapport included, but for what `changes` names."""
    values = dict.fromkeys((*DIMENSIONS, RAPPORT), value) | changes
    return {key: Score(one, 4 if one is not None else 0, 4) for key, one in values.items()}


def build_milestone(number: int = 0, **changes: Any) -> Milestone:
    """Return a milestone a week after another."""
    milestone = Milestone(MilestoneId(build_id(500_000 + number)), date(2026, 3, 2) + timedelta(weeks=number), "Course")
    return replace(milestone, **changes)


def build_full_record(number: int = 7, **changes: Any) -> Negotiation:
    """Return a record in which every field of record.md has a value of its own."""
    record = build_record(
        number,
        title="Renewal of the training contract",
        held_at=Moment("2026-02-03T14:30:00+01:00"),
        status=Status.HELD,
        counterparts=("Marta Ruiz", "Brightside GmbH"),
        area="vendor-agreements",
        channel=Channel.VIDEO,
        method=Method.COOPERATIVE,
        power=-1,
        duration_minutes=45,
        follows=build_id(3),
        purposes=("resources", "credibility"),
        tags=("renewal", "Q1"),
        preparation=build_full_preparation(),
        review=build_full_review(),
        agreement=build_full_agreement(),
        offers=(
            Offer(Side.THEM, "day rate", Decimal("1450.00"), "opened high"),
            Offer(Side.ME, "day rate", Decimal(1200), None),
        ),
        dodge=Dodge(Decimal("2500.50"), "Did not want to seem petty"),
        currency="EUR",
        follow_ups=(
            FollowUp(
                date(2026, 5, 4),
                date(2026, 5, 6),
                holds=True,
                assessment=Assessment("quick", 1, QUICK_ANSWERS),
                note="Still fine",
            ),
            FollowUp(due_on=date(2026, 8, 3)),
        ),
    )
    return replace(record, **changes)


def build_full_preparation() -> Preparation:
    """Return a plan in which every field has a value."""
    return Preparation(
        terms=(
            Term(
                "day rate",
                "EUR/day",
                Better.LESS,
                Decimal(1000),
                Decimal(1100),
                Decimal("1300.50"),
                Decimal(1450),
                Decimal("1210.00"),
            ),
            Term("days"),
        ),
        best_alternative="Two freelancers we know",
        yes_reasons=("They know our people", "One invoice"),
        no_reasons=(Reason("Budget is frozen", "Pay in the new year"), Reason("No time")),
        risks=(Risk("Purchasing steps in", "Bring them along", happened=False), Risk("Illness")),
        my_position="Same scope for less",
        my_interests=("Keep the trainers", "Stay in budget"),
        their_position="Index the price",
        their_interests=("A reference", "Steady work"),
        rules=(Rule("No surprises by mail", agreed=True), Rule("Breaks when asked")),
        exchanges=(
            Exchange(
                "Reference story",
                Side.ME,
                Decimal(200),
                Decimal(1500),
                probability=0.8,
                kind=Kind.SOFT,
                included=True,
            ),
            Exchange("Earlier payment", Side.THEM),
        ),
        frame=Frame.PARTNER,
        method=Method.PARTNERSHIP,
        questions=("What would make this easy for you?", "Who else decides?"),
        stakeholders=("Head of training", "Purchasing"),
        expected=PerOutcome(5.0, 5.5, 6.0, 4.25),
        chance=0.6,
        trust=5,
        their_method=Method.COMBATIVE,
        stop_rule="When they ask for a third cut",
        sealed_at=Moment("2026-02-03T13:55:00.250+01:00"),
    )


def build_full_review() -> Review:
    """Return a review in which every field has a value."""
    return Review(
        outcome=Result.AGREEMENT,
        summary="Renewed for a year at a lower rate",
        opening_note="Small talk about the move",
        body_language_note="Leaned back at the first number",
        assessment=Assessment("subjective-value", 1, FULL_ANSWERS),
        improve=PerOutcome("Ask for two options", "Agree an agenda", "Call before", "Breathe"),
        intended="Hold the scope",
        happened="They conceded the rate for a reference",
        why="We listened first",
        keep="Open questions",
        next_time="Name the bottom line later",
        last_intention_done=Done.PARTLY,
        practices={"listening": PracticeMark.WELL, "limits": PracticeMark.NOT_RELEVANT},
        traps=(TrapMark("over-compromising", "Met their number half-way"), TrapMark("fixed-pie")),
        tactics=(Tactic("Good cop, bad cop", Side.THEM, "Named it kindly"), Tactic("Deadline", Side.ME)),
        trust=6,
        their_method=Method.COOPERATIVE,
        feeling_note="Tense, then relieved",
        press_conference=(Headline("Works council", "Fair renewal", defensible=True), Headline("Board")),
    )


def build_full_agreement() -> Agreement:
    """Return an agreement in which every field has a value."""
    return Agreement(
        documented_on=date(2026, 2, 4),
        confirmed_on=date(2026, 2, 6),
        informed=(Informed("Purchasing", date(2026, 2, 5)), Informed("Trainers")),
        commitments=(
            Commitment(Side.ME, "Send the reference", date(2026, 2, 20), date(2026, 2, 18), broken=False),
            Commitment(Side.THEM, "Revised offer", date(2026, 2, 10), broken=True),
        ),
        thanked_on=date(2026, 2, 4),
        thanked_by="a handwritten card",
    )
