"""Counterparts: who they are, and where they are named."""

from __future__ import annotations

from sqlalchemy import Connection, ScalarSelect, Subquery, func, select

from negojournal.domain.person import Naming, Person
from negojournal.storage import position
from negojournal.storage.engine import Database
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.part import TEXT
from negojournal.storage.selection import named

_n = NEGOTIATION.c
_text = TEXT.c


class People:
    """Answer questions about counterparts; what is in the bin is left out."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Person, ...]:
        """Return every counterpart, the one met most first."""
        last = func.max(_text.negotiation).label("last")
        met = select(_text.key, func.count().label("times"), func.count(_n.overall).label("rated"), last)
        met = met.join(NEGOTIATION).where(
            _text.field == "counterparts", _text.key.is_not(None), _n.deleted_at.is_(None)
        )
        used = met.group_by(_text.key).subquery()
        columns = (_spelled(used, "counterparts"), used.c.times, used.c.rated, used.c.last)
        ranked = select(*columns).select_from(used).order_by(used.c.times.desc(), used.c.last.desc())
        with self._database.reading() as connection:
            rows = connection.execute(ranked).all()
        return tuple(Person(name, times, rated, position.day_of(place)) for name, times, rated, place in rows)

    def naming(self, name: str) -> tuple[Naming, ...]:
        """Return who is named in the records that name a counterpart, in order of time."""
        live = (_n.position.in_(named("counterparts", (name,))), _n.deleted_at.is_(None))
        with self._database.reading() as connection:
            rows = connection.execute(select(_n.id, _n.names, _n.updated_at).where(*live).order_by(_n.position))
            return tuple(Naming(id_, tuple(names), updated_at) for id_, names, updated_at in rows)


def used_names(connection: Connection, field: str) -> tuple[str, ...]:
    """Return the texts of a list that is looked up by name, most used first, each spelled as last written."""
    binned = select(_n.position).where(_n.deleted_at.is_not(None))
    used = (
        select(_text.key, func.count().label("times"), func.max(_text.negotiation).label("last"))
        .where(_text.field == field, _text.key.is_not(None), _text.negotiation.not_in(binned))
        .group_by(_text.key)
        .subquery()
    )
    ranked = select(_spelled(used, field)).select_from(used).order_by(used.c.times.desc(), used.c.last.desc())
    return tuple(connection.scalars(ranked))


def _spelled(used: Subquery, field: str) -> ScalarSelect[str]:
    """Return how a name, by its key and the position where it was used last, is written there."""
    one = TEXT.alias("one")
    same = (one.c.field == field, one.c.key == used.c.key, one.c.negotiation == used.c.last)
    return select(one.c.text).where(*same).limit(1).correlate(used).scalar_subquery()
