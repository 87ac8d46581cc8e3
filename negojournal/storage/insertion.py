"""Write many records with one statement a table."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, bindparam, delete, text

from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation, name_key
from negojournal.domain.scoring import SCORED, Scores
from negojournal.storage import search
from negojournal.storage.mapping import NEGOTIATION, rows_of, texts_in
from negojournal.storage.part import Rows, Values
from negojournal.storage.position import next_second, second_of
from negojournal.storage.statement import insertion_into

Scored = tuple[Negotiation, Scores | None]

_DROP = delete(NEGOTIATION).where(NEGOTIATION.c.position == bindparam("place"))
_POSITIONS = text("SELECT id, position FROM negotiation WHERE id IN (SELECT value FROM json_each(:ids))")
_TAKEN = text(
    "SELECT value, (SELECT max(position) FROM negotiation WHERE position >= value AND position < value + :second) "
    "FROM json_each(:starts)"
)


def write_records(connection: Connection, batch: Sequence[Scored]) -> None:
    """Write records, each in place of the one with its identity; of two with one identity the later."""
    unique = {record.id: (record, scores) for record, scores in batch}
    old = positions_of(connection, tuple(unique))
    places = _places(connection, [record for record, _ in unique.values()], old)
    if old:
        drop_records(connection, tuple(old.values()))
    rows: Rows = defaultdict(list)
    texts = []
    for record, scores in unique.values():
        own = rows_of(record, places[record.id])
        own[NEGOTIATION][0].update(_copies(record, scores))
        texts.append((places[record.id], "\n".join(texts_in(own))))
        for table, lines in own.items():
            rows[table] += lines
    insertion_into(NEGOTIATION).write(connection, rows.pop(NEGOTIATION))
    for table, lines in rows.items():
        insertion_into(table).write(connection, lines)
    search.add_texts(connection, texts)


def drop_records(connection: Connection, positions: Sequence[int]) -> None:
    """Drop records with everything that belongs to them."""
    connection.execute(_DROP, [{"place": position} for position in positions])
    search.drop_texts(connection, positions)


def positions_of(connection: Connection, ids: Sequence[NegotiationId]) -> dict[NegotiationId, int]:
    """Return the positions of the records that exist."""
    return dict(connection.execute(_POSITIONS, {"ids": json.dumps(ids)}).all())


def _places(
    connection: Connection, records: Sequence[Negotiation], old: Mapping[NegotiationId, int]
) -> dict[NegotiationId, int]:
    """Return a position for each record: the one it has, or the next that is free in its second."""
    seconds = {record.id: second_of(record.held_at) for record in records}
    stay = {id_: old[id_] for id_, start in seconds.items() if start <= old.get(id_, -1) < next_second(start)}
    new = [id_ for id_ in seconds if id_ not in stay]
    starts = json.dumps(sorted({seconds[id_] for id_ in new}))
    taken = connection.execute(_TAKEN, {"second": next_second(0), "starts": starts})
    free = Counter({start: start if last is None else last + 1 for start, last in taken})
    for id_ in new:
        stay[id_] = free[seconds[id_]]
        free[seconds[id_]] += 1
    return stay


def _copies(record: Negotiation, scores: Scores | None) -> Values:
    """Return what lists, filters and charts read of a record beside its own fields."""
    review = record.review
    assessment = review.assessment if review else None
    values = {key: score.value for key, score in scores.items()} if scores else {}
    return {
        "deleted_at": None,
        "title_key": name_key(record.title),
        "counterparts_key": ", ".join(name_key(name) for name in record.counterparts) or None,
        "names": record.counterparts,
        "outcome": review.outcome if review else None,
        "questionnaire": assessment.questionnaire if assessment else None,
        **{key: values.get(key) for key in SCORED},
    }
