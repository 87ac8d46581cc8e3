"""Rows that say of all negotiations together what would take a walk through them all to find out."""

from __future__ import annotations

from datetime import date

from sqlalchemy.orm import Mapped, mapped_column

from negojournal.storage.row.table import Key, Row


class TallyRow(Row):
    """Hold how many negotiations there are in a month outside of the bin, and how many of them are rated."""

    __tablename__ = "tally"
    __table_args__ = ({"sqlite_with_rowid": False},)

    month: Mapped[date] = mapped_column(primary_key=True)
    negotiations: Mapped[int]
    rated: Mapped[int]


class FrequencyRow(Row):
    """Hold how often a score occurs in a month; `month` is its first day.

    What is saved together stands together: a review in one month has a score of every dimension.
    """

    __tablename__ = "frequency"
    __table_args__ = ({"sqlite_with_rowid": False},)

    questionnaire: Mapped[Key] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    dimension: Mapped[Key] = mapped_column(primary_key=True)
    score: Mapped[float] = mapped_column(primary_key=True)
    n: Mapped[int]
