"""Rows of what is said afterwards."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Index
from sqlalchemy.orm import Mapped, mapped_column

from negojournal.domain.preparation import Method, Side
from negojournal.domain.review import Done, PracticeMark, Result
from negojournal.storage.row.table import Key, LineRow, PartRow


class ReviewRow(PartRow):
    """Hold a review without its lists."""

    __tablename__ = "review"

    outcome: Mapped[Result | None]
    summary: Mapped[str | None]
    opening_note: Mapped[str | None]
    body_language_note: Mapped[str | None]
    assessment_questionnaire: Mapped[Key | None]
    assessment_revision: Mapped[int | None]
    improve_instrumental: Mapped[str | None]
    improve_process: Mapped[str | None]
    improve_relationship: Mapped[str | None]
    improve_self: Mapped[str | None]
    intended: Mapped[str | None]
    happened: Mapped[str | None]
    why: Mapped[str | None]
    keep: Mapped[str | None]
    next_time: Mapped[str | None]
    last_intention_done: Mapped[Done | None]
    trust: Mapped[int | None]
    their_method: Mapped[Method | None]
    feeling_note: Mapped[str | None]


class AnswerRow(LineRow):
    """Hold the rating of one item, or null for "not applicable"; occasion 0 is the review, n the nth follow-up."""

    __tablename__ = "answer"

    occasion: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, sort_order=-2)
    item: Mapped[Key]
    rating: Mapped[int | None]


class PracticeRow(LineRow):
    """Hold how well one practice was done."""

    __tablename__ = "practice"

    key: Mapped[Key]
    mark: Mapped[PracticeMark]


class TrapRow(LineRow):
    """Hold a trap that was fallen into."""

    __tablename__ = "trap"

    key: Mapped[Key]
    note: Mapped[str | None]


class TacticRow(LineRow):
    """Hold a tactic and the answer to it."""

    __tablename__ = "tactic"

    name: Mapped[str]
    by: Mapped[Side]
    answer: Mapped[str | None]


class HeadlineRow(LineRow):
    """Hold what one stakeholder would put."""

    __tablename__ = "headline"

    stakeholder: Mapped[str]
    headline: Mapped[str | None]
    defensible: Mapped[bool | None]


_review: Any = ReviewRow.__table__.c
Index("ix_review_intention", _review.negotiation, sqlite_where=_review.next_time.is_not(None))
Index("ix_trap_key", TrapRow.key, TrapRow.negotiation)
