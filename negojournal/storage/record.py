"""Whole records: save, get, walk, and the bin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from itertools import islice
from typing import TypeVar

from sqlalchemy import ColumnElement, Connection, bindparam, delete, select, update

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.scoring import Scores
from negojournal.errors import ConflictError, NotFoundError
from negojournal.storage.engine import Database
from negojournal.storage.insertion import Scored, drop_records, write_records
from negojournal.storage.loading import load_records
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.part import table_of
from negojournal.storage.row.journal import DraftRow
from negojournal.storage.selection import conditions

T = TypeVar("T")

BATCH = 100
"""How many records are written or read at once.

More would be no faster, and whenever Python looks for waste among all that is held, the window waits.
"""

_DRAFT = table_of(DraftRow)
_n = NEGOTIATION.c
_STAMPS = select(_n.id, _n.updated_at).where(_n.id.in_(bindparam("ids", expanding=True)))
"""Built once, since every save asks it."""


class Records:
    """Keep whole records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def save(
        self,
        record: Negotiation,
        scores: Scores | None = None,
        *,
        base: Moment | None = None,
        drop_draft: str | None = None,
    ) -> None:
        """Keep a record in place of the one with its identity, and drop its draft; the bin gives it back.

        Raises ConflictError when `base`, the `updated_at` that the change started from, is no longer the stored one.
        """
        with self._database.writing() as connection:
            if base is not None:
                _refuse_conflict(connection, record.id, base)
            write_records(connection, ((record, scores),))
            if drop_draft is not None:
                connection.execute(delete(_DRAFT).where(_DRAFT.c.key == drop_draft))

    def save_many(self, records: Iterable[Scored]) -> int:
        """Keep all records or none, as they come; return how many came."""
        count = 0
        with self._database.writing() as connection:
            for batch in _batches(records):
                write_records(connection, batch)
                count += len(batch)
        return count

    def get(self, id_: NegotiationId) -> Negotiation:
        """Return a record, also from the bin; raise NotFoundError when there is none."""
        with self._database.reading() as connection:
            found = load_records(connection, _n.id == id_)
        if not found:
            raise NotFoundError(f"There is no negotiation {id_} in this journal.")
        return found[0]

    def load(self, ids: Iterable[NegotiationId]) -> Iterator[Negotiation]:
        """Yield the records that exist, the bin included, in no order."""
        for batch in _batches(ids):
            with self._database.reading() as connection:
                records = load_records(connection, _n.id.in_(batch))
            yield from records

    def walk(self, wanted: Filter) -> Iterator[Negotiation]:
        """Yield the records that a filter lets through, in order of time."""
        with self._database.reading() as connection:
            positions = connection.scalars(select(_n.position).where(*conditions(wanted)).order_by(_n.position)).all()
        for batch in _batches(positions):
            with self._database.reading() as connection:
                records = load_records(connection, _n.position.in_(batch))
            yield from records

    def starting(self, prefix: str, limit: int = 2) -> tuple[NegotiationId, ...]:
        """Return the first identities, outside of the bin, that begin with a text."""
        begins = _n.id.between(prefix, f"{prefix}\U0010ffff")
        found = select(_n.id).where(begins, _n.deleted_at.is_(None)).order_by(_n.id).limit(limit)
        with self._database.reading() as connection:
            return tuple(connection.scalars(found))

    def updated_at(self, ids: Iterable[NegotiationId]) -> Mapping[NegotiationId, Moment]:
        """Return when the records that exist were last changed, the bin included."""
        found: dict[NegotiationId, Moment] = {}
        with self._database.reading() as connection:
            for batch in _batches(ids):
                found.update(connection.execute(_STAMPS, {"ids": batch}).all())
        return found

    def bin(self, ids: Iterable[NegotiationId], at: datetime) -> int:
        """Move records to the bin; return how many were not in it yet."""
        return self._mark(ids, _n.deleted_at.is_(None), _utc(at))

    def restore(self, ids: Iterable[NegotiationId]) -> int:
        """Take records out of the bin; return how many were in it."""
        return self._mark(ids, _n.deleted_at.is_not(None), None)

    def purge(self, before: datetime) -> int:
        """Delete for good what was moved to the bin before an instant; return how many."""
        found = select(_n.position).where(_n.deleted_at < _utc(before))
        with self._database.reading() as connection:
            if connection.scalar(found.limit(1)) is None:
                return 0
        with self._database.writing() as connection:
            old = connection.scalars(found).all()
            drop_records(connection, old)
        return len(old)

    def newest_binned(self) -> NegotiationId | None:
        """Return what was moved to the bin last."""
        binned = select(_n.id).where(_n.deleted_at.is_not(None))
        with self._database.reading() as connection:
            return connection.scalar(binned.order_by(_n.deleted_at.desc(), _n.position.desc()).limit(1))

    def is_binned(self, id_: NegotiationId) -> bool:
        """Tell whether a record is in the bin."""
        with self._database.reading() as connection:
            return connection.scalar(select(_n.deleted_at).where(_n.id == id_)) is not None

    def binned(self, ids: Iterable[NegotiationId]) -> frozenset[NegotiationId]:
        """Return which of these records are in the bin."""
        found: set[NegotiationId] = set()
        with self._database.reading() as connection:
            for batch in _batches(ids):
                found.update(connection.scalars(select(_n.id).where(_n.id.in_(batch), _n.deleted_at.is_not(None))))
        return frozenset(found)

    def _mark(self, ids: Iterable[NegotiationId], state: ColumnElement[bool], deleted_at: datetime | None) -> int:
        count = 0
        with self._database.writing() as connection:
            for batch in _batches(ids):
                marked = update(NEGOTIATION).where(_n.id.in_(batch), state).values(deleted_at=deleted_at)
                count += connection.execute(marked).rowcount
        return count


def _refuse_conflict(connection: Connection, id_: NegotiationId, base: Moment) -> None:
    stored = connection.scalar(select(_n.updated_at).where(_n.id == id_))
    if stored is not None and stored != base:
        raise ConflictError("This record was changed elsewhere since you opened it; both versions are kept.")


def _batches(items: Iterable[T]) -> Iterator[tuple[T, ...]]:
    remaining = iter(items)
    while batch := tuple(islice(remaining, BATCH)):
        yield batch


def _utc(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(tzinfo=None)
