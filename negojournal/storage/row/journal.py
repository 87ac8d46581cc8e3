"""Rows that belong to the journal as a whole."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Column, PrimaryKeyConstraint, String, Table
from sqlalchemy.orm import Mapped, mapped_column

from negojournal.domain.catalog import EntryKind
from negojournal.domain.note import Subject
from negojournal.storage.row.table import Key, Row


class MilestoneRow(Row):
    """Hold a dated event."""

    __tablename__ = "milestone"

    id: Mapped[Key] = mapped_column(primary_key=True)
    on: Mapped[date]
    title: Mapped[str]
    note: Mapped[str | None]


class DraftRow(Row):
    """Hold what is being typed and not yet kept: `key` is a record's id, or a word for a new one."""

    __tablename__ = "draft"

    key: Mapped[Key] = mapped_column(primary_key=True)
    text: Mapped[str]


class EntryRow(Row):
    """Hold one of the user's own choices, counted from 1 within its kind."""

    __tablename__ = "entry"

    kind: Mapped[EntryKind] = mapped_column(primary_key=True)
    ordinal: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    key: Mapped[Key]
    label: Mapped[str]
    hint: Mapped[str | None]
    hidden: Mapped[bool]


class NoteRow(Row):
    """Hold a note: `key` is the form by which its label is compared."""

    __tablename__ = "note"

    subject: Mapped[Subject] = mapped_column(primary_key=True)
    key: Mapped[Key] = mapped_column(primary_key=True)
    label: Mapped[str]
    text: Mapped[str]


revision_table = Table(
    "alembic_version",
    Row.metadata,
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)
"""Where Alembic keeps the schema's revision; read here without it."""
