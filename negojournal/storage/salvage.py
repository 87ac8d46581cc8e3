"""Read everything that can still be read of a journal that is damaged, cut short, or from a newer version.

The file is read as bytes and never opened by SQLite, so it can't be written to, locked, or get a file beside it.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path

from sqlalchemy import Table

from negojournal.domain.catalog import Entry
from negojournal.domain.identity import NegotiationId, uuid_from
from negojournal.domain.moment import Moment, day_text
from negojournal.domain.negotiation import Milestone, Negotiation, Status
from negojournal.domain.note import Note
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.rule import LONGEST_LINE, RULES, TYPE_RULES
from negojournal.storage.failure import unreadable_of
from negojournal.storage.header import is_encrypted
from negojournal.storage.mapping import NEGOTIATION, PARTS, record_from
from negojournal.storage.part import Found, Value, Values
from negojournal.storage.position import day_of
from negojournal.storage.wreck.image import image_of
from negojournal.storage.wreck.remains import Remains
from negojournal.storage.wreck.shape import Reading
from negojournal.storage.wreck.survey import DRAFT, ENTRY, MILESTONE, NOTE, OWN, survey_of

Readings = Mapping[Table, Sequence[Reading]]


@dataclass(frozen=True, slots=True)
class Salvage:
    """Hold what was read: records in order of time, those in the bin, and what belongs to none of them.

    Of the records in `partly` something may be missing; of so many that are `lost` nothing is left but that there
    was one. `is_whole` says that nothing at all seems to be missing.
    """

    records: tuple[Negotiation, ...]
    binned: tuple[Negotiation, ...]
    milestones: tuple[Milestone, ...]
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...]
    drafts: Mapping[str, str]
    partly: frozenset[NegotiationId]
    lost: int
    is_whole: bool


def salvage(path: Path, passphrase: Passphrase | None = None) -> Salvage:
    """Return everything that can be read of a file, nothing where it never was a journal.

    This process must not have the file open. Raises EncryptedError and WrongPassphraseError, and the error of a file
    that can't be read.
    """
    survey = survey_of(image_of(path, passphrase))
    readings = {table: remains.readings() for table, remains in survey.remains.items()}
    heads = _heads(readings)
    if not heads and passphrase is None and is_encrypted(path):
        raise unreadable_of(path, with_passphrase=False)
    doubtful = {place for place, head in heads.items() if head.is_doubtful} | _doubtful(readings)
    doubtful |= _in_gaps(survey.remains, readings, sorted(heads))
    records, found = {}, _found(readings)
    for place, head in heads.items():
        records[place] = _record(head.values, found)
    binned = {place for place, head in heads.items() if head.values["deleted_at"] is not None}
    lost = len(survey.places - heads.keys())
    rest = [reading for table in OWN for reading in readings[table]]
    gone = (
        lost
        or doubtful
        or any(one.is_doubtful for one in rest)
        or any(one.is_broken for one in survey.remains.values())
    )
    return Salvage(
        records=tuple(record for place, record in records.items() if place not in binned),
        binned=tuple(records[place] for place in records if place in binned),
        milestones=tuple(Milestone(*_named(row, Milestone)) for row in _rows(readings[MILESTONE])),
        entries=tuple(Entry(*_named(row, Entry)) for row in _rows(readings[ENTRY])),
        notes=tuple(Note(row["subject"], row["label"], row["text"]) for row in _rows(readings[NOTE])),
        drafts={row["key"]: row["text"] for row in _rows(readings[DRAFT])},
        partly=frozenset(records[place].id for place in doubtful & records.keys()),
        lost=lost,
        is_whole=not gone,
    )


def _heads(readings: Readings) -> dict[int, Reading]:
    """Return the row of every negotiation by its position, in order; one that is lost has what its parts tell."""
    rows = {reading.values["position"]: reading for reading in readings[NEGOTIATION]}
    places = {reading.values["negotiation"] for table in PARTS for reading in readings[table]}
    empty = dict.fromkeys(column.name for column in NEGOTIATION.columns)
    heads: dict[int, Reading] = {}
    ids: set[str] = set()
    for place in sorted(rows.keys() | places):
        reading = rows.get(place) or Reading({**empty, "position": place}, is_doubtful=True, is_lacking=True)
        broken = {name for name in INSTEAD if not _holds(name, reading.values[name])}
        if reading.values["id"] in ids:
            broken.add("id")
        if broken:
            instead = {name: INSTEAD[name](place, reading.values[name]) for name in broken}
            reading = replace(reading, values={**reading.values, **instead}, is_doubtful=True)
        ids.add(reading.values["id"])
        heads[place] = reading
    return heads


def _holds(name: str, value: Value) -> bool:
    rule = RULES[Negotiation].get(name) or TYPE_RULES.get(type(value))
    return value is not None and (rule is None or rule.holds(value))


def _title(place: int, value: Value) -> str:
    """Return what can be read of a title, or when it was."""
    left = "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in value or "")
    return left[:LONGEST_LINE].strip() or f"Negotiation of {day_text(day_of(place))} (title lost)"


def _midnight(place: int, _value: Value) -> Moment:
    return Moment(f"{day_of(place)}T00:00:00+00:00")


INSTEAD: Mapping[str, Callable[[int, Value], Value]] = {
    "id": lambda place, _: uuid_from(place >> 20, place * 0x9E3779B97F4A7C15),
    "title": _title,
    "held_at": lambda place, _: Moment(day_of(place).isoformat()),
    "created_at": _midnight,
    "updated_at": _midnight,
    "status": lambda _, __: Status.HELD,
}
"""What stands in the place of what every record has, always the same at the same position."""


def _found(readings: Readings) -> Found:
    found = Found()
    for table in PARTS:
        found.add(table, _rows(readings[table]))
    return found


def _record(row: Values, found: Found) -> Negotiation:
    """Return a record; who it was with also stands in its row, for lists."""
    record = record_from(row, found)
    names = row["names"] if isinstance(row["names"], list) else []
    return replace(record, counterparts=record.counterparts or tuple(name for name in names if isinstance(name, str)))


def _doubtful(readings: Readings) -> set[int]:
    """Return the positions from which a row, or a value in one, is damaged."""
    rows = (reading for table in PARTS for reading in readings[table])
    return {reading.values["negotiation"] for reading in rows if reading.is_doubtful or reading.is_lacking}


def _in_gaps(remains: Mapping[Table, Remains], readings: Readings, places: Sequence[int]) -> set[int]:
    """Return the positions of which a row may have been in what is lost.

    Where rows are by number there is one for each at most, so a negotiation that has its row lacks nothing there.
    """
    doubtful: set[int] = set()
    for table in PARTS:
        one = remains[table]
        there = {reading.values["negotiation"] for reading in readings[table]} if one.shape.is_table else set()
        for first, last in one.spans():
            within = places[bisect_left(places, first) : bisect_right(places, last)]
            doubtful.update(place for place in within if place not in there)
    return doubtful


def _rows(readings: Iterable[Reading]) -> Iterator[Values]:
    """Yield the rows that have all they need."""
    return (reading.values for reading in readings if not reading.is_lacking)


def _named(row: Values, kind: type) -> Iterator[Value]:
    return (row[field.name] for field in fields(kind))
