"""Rows of the record itself: what lists read, and the parts that belong to no phase."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import JSON, Index
from sqlalchemy.orm import Mapped, mapped_column

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Channel, Status
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.preparation import Method, Side
from negojournal.domain.review import Result
from negojournal.storage.row.table import Key, LineRow, PartRow, Position, Row


class NegotiationRow(Row):
    """Hold what lists, filters and charts read of a record; below `currency` nothing but copies made on saving."""

    __tablename__ = "negotiation"

    position: Mapped[Position] = mapped_column(primary_key=True, autoincrement=False)
    id: Mapped[Key] = mapped_column(unique=True)
    title: Mapped[str]
    held_at: Mapped[Moment]
    created_at: Mapped[Moment]
    updated_at: Mapped[Moment]
    status: Mapped[Status]
    area: Mapped[Key | None]
    channel: Mapped[Channel | None]
    method: Mapped[Method | None]
    power: Mapped[int | None]
    duration_minutes: Mapped[int | None]
    follows: Mapped[Key | None]
    currency: Mapped[Key | None]

    deleted_at: Mapped[datetime | None]
    title_key: Mapped[Key]
    counterparts_key: Mapped[Key | None]
    names: Mapped[list[str]] = mapped_column(JSON)
    outcome: Mapped[Result | None]
    questionnaire: Mapped[Key | None]
    instrumental: Mapped[float | None]
    process: Mapped[float | None]
    relationship: Mapped[float | None]
    self: Mapped[float | None]
    overall: Mapped[float | None]
    rapport: Mapped[float | None]


class TextRow(LineRow):
    """Hold one text of a list of texts: `field` is the list, `key` the form by which a name or a tag is compared."""

    __tablename__ = "text"

    field: Mapped[Key] = mapped_column(primary_key=True, sort_order=-2)
    text: Mapped[str]
    key: Mapped[Key | None]


class OfferRow(LineRow):
    """Hold one step of the ladder of offers."""

    __tablename__ = "offer"

    by: Mapped[Side]
    term: Mapped[str | None]
    value: Mapped[Decimal | None]
    note: Mapped[str | None]


class DodgeRow(PartRow):
    """Hold what a dodged negotiation might have been worth."""

    __tablename__ = "dodge"

    worth: Mapped[Decimal | None]
    why: Mapped[str | None]


class FollowUpRow(LineRow):
    """Hold a later look."""

    __tablename__ = "follow_up"

    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    holds: Mapped[bool | None]
    assessment_questionnaire: Mapped[Key | None]
    assessment_revision: Mapped[int | None]
    note: Mapped[str | None]


_n: Any = NegotiationRow.__table__.c
_LIVE = _n.deleted_at.is_(None)

SORTED = ("title_key", "counterparts_key", "area", *DIMENSIONS)
"""Columns that a list can be sorted by, besides the date."""

for _column in SORTED:
    Index(f"ix_negotiation_{_column}_oldest", _n[_column], _n.position, sqlite_where=_LIVE)
    Index(f"ix_negotiation_{_column}_newest", _n[_column], _n.position.desc(), sqlite_where=_LIVE)
for _column in ("status", "method", "outcome"):
    Index(f"ix_negotiation_{_column}", _n[_column], _n.position, sqlite_where=_LIVE)
Index(
    "ix_negotiation_chart",
    _n.questionnaire,
    _n.position,
    *(_n[_dimension] for _dimension in DIMENSIONS),
    _n.rapport,
    sqlite_where=_LIVE,
)
Index("ix_negotiation_follows", _n.follows, sqlite_where=_n.follows.is_not(None))
Index("ix_negotiation_bin", _n.deleted_at, sqlite_where=_n.deleted_at.is_not(None))
Index("ix_text_key", TextRow.field, TextRow.key, TextRow.negotiation, sqlite_where=TextRow.key.is_not(None))
Index("ix_follow_up_open", FollowUpRow.due_on, sqlite_where=FollowUpRow.done_on.is_(None))
