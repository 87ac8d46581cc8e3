"""Rows of what was agreed."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Index, and_
from sqlalchemy.orm import Mapped

from negojournal.domain.preparation import Side
from negojournal.storage.row.table import LineRow, PartRow


class AgreementRow(PartRow):
    """Hold how an agreement was written down, confirmed and thanked for."""

    __tablename__ = "agreement"

    documented_on: Mapped[date | None]
    confirmed_on: Mapped[date | None]
    thanked_on: Mapped[date | None]
    thanked_by: Mapped[str | None]


class InformedRow(LineRow):
    """Hold who was informed."""

    __tablename__ = "informed"

    stakeholder: Mapped[str]
    on: Mapped[date | None]


class CommitmentRow(LineRow):
    """Hold a promise."""

    __tablename__ = "commitment"

    owner: Mapped[Side]
    what: Mapped[str]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    broken: Mapped[bool]


Index(
    "ix_commitment_open",
    CommitmentRow.due_on,
    sqlite_where=and_(CommitmentRow.done_on.is_(None), CommitmentRow.broken.is_(False)),
)
