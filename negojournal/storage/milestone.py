"""Milestones on the time line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

from sqlalchemy import delete, insert, select

from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Milestone
from negojournal.storage.engine import Database
from negojournal.storage.part import table_of
from negojournal.storage.row.journal import MilestoneRow

MILESTONE = table_of(MilestoneRow)


class Milestones:
    """Keep milestones."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Milestone, ...]:
        """Return every milestone, in order of time."""
        with self._database.reading() as connection:
            rows = connection.execute(select(MILESTONE).order_by(MILESTONE.c.on, MILESTONE.c.id))
            return tuple(Milestone(*row) for row in rows)

    def save(self, milestone: Milestone) -> None:
        """Keep a milestone in place of the one with its identity."""
        self.save_many((milestone,))

    def save_many(self, milestones: Iterable[Milestone]) -> None:
        """Keep all milestones or none."""
        rows = [asdict(milestone) for milestone in {one.id: one for one in milestones}.values()]
        if rows:
            with self._database.writing() as connection:
                connection.execute(delete(MILESTONE).where(MILESTONE.c.id.in_([row["id"] for row in rows])))
                connection.execute(insert(MILESTONE), rows)

    def delete(self, id_: MilestoneId) -> None:
        """Delete a milestone for good."""
        with self._database.writing() as connection:
            connection.execute(delete(MILESTONE).where(MILESTONE.c.id == id_))
