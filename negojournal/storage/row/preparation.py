"""Rows of what was prepared."""

from __future__ import annotations

from decimal import Decimal

from sqlalchemy.orm import Mapped

from negojournal.domain.moment import Moment
from negojournal.domain.preparation import Better, Frame, Kind, Method, Side
from negojournal.storage.row.table import LineRow, PartRow


class PreparationRow(PartRow):
    """Hold a plan without its lists."""

    __tablename__ = "preparation"

    best_alternative: Mapped[str | None]
    my_position: Mapped[str | None]
    their_position: Mapped[str | None]
    frame: Mapped[Frame | None]
    method: Mapped[Method | None]
    expected_instrumental: Mapped[float | None]
    expected_process: Mapped[float | None]
    expected_relationship: Mapped[float | None]
    expected_self: Mapped[float | None]
    chance: Mapped[float | None]
    trust: Mapped[int | None]
    their_method: Mapped[Method | None]
    stop_rule: Mapped[str | None]
    sealed_at: Mapped[Moment | None]


class TermRow(LineRow):
    """Hold the range of one term."""

    __tablename__ = "term"

    name: Mapped[str]
    unit: Mapped[str | None]
    better: Mapped[Better]
    opening: Mapped[Decimal | None]
    goal: Mapped[Decimal | None]
    bottom_line: Mapped[Decimal | None]
    their_opening: Mapped[Decimal | None]
    agreed: Mapped[Decimal | None]


class ReasonRow(LineRow):
    """Hold a reason to say no."""

    __tablename__ = "reason"

    reason: Mapped[str]
    answer: Mapped[str | None]


class RiskRow(LineRow):
    """Hold a cause of failure."""

    __tablename__ = "risk"

    cause: Mapped[str]
    mitigation: Mapped[str | None]
    happened: Mapped[bool | None]


class RuleRow(LineRow):
    """Hold a condition about how to negotiate."""

    __tablename__ = "rule"

    text: Mapped[str]
    agreed: Mapped[bool | None]


class ExchangeRow(LineRow):
    """Hold an item that could change hands."""

    __tablename__ = "exchange"

    item: Mapped[str]
    giver: Mapped[Side]
    cost_to_giver: Mapped[Decimal | None]
    value_to_receiver: Mapped[Decimal | None]
    probability: Mapped[float]
    kind: Mapped[Kind]
    included: Mapped[bool]
