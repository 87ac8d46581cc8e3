"""The journal as Markdown for people; every text of a record is escaped, and so is harmless in a terminal as well."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TextIO

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Milestone, Negotiation
from negojournal.domain.note import Note, Subject
from negojournal.domain.scoring import SCORED, Scores
from negojournal.domain.steering import STEERING
from negojournal.exchange.journal import ScoredRecord
from negojournal.exchange.outline import ALONE, Related, build_outline
from negojournal.exchange.passage import Passage

_INLINE = re.compile(r"[\\`*_\[\]<>&~|]")
_BLOCK = re.compile(r"(?m)^ *(\d+(?=[.)])|(?=[#+=-]))(.)|^ +")
"""Spaces that begin a line, and what would begin a heading, a list or a rule there."""

NOTED = {
    Subject.STRATEGY: "Strategy",
    Subject.FOCUS: "Focus of the month",
    Subject.COUNTERPART: "Notes on counterparts",
}
"""The heading of each subject's notes, in the order they stand."""


def write_markdown(
    stream: TextIO,
    records: Iterable[ScoredRecord],
    milestones: Iterable[Milestone],
    catalog: Catalog,
    notes: Iterable[Note] = (),
) -> None:
    """Write the whole journal; of the records, only one at a time is held."""
    stream.write("# Negotiations\n")
    _write_list(stream, "Milestones", (_item(one.on.isoformat(), one.title, one.note) for one in milestones))
    noted = tuple(notes)
    for subject, heading in NOTED.items():
        own = (note for note in noted if note.subject is subject)
        _write_list(stream, heading, (_item(f"{note.key}:", _noted(note, catalog)) for note in own))
    stream.writelines("\n" + record_markdown(record, scores, catalog, level=2) for record, scores in records)


def _write_list(stream: TextIO, heading: str, items: Iterable[str]) -> None:
    if lines := tuple(items):
        stream.write("\n".join((f"\n## {heading}\n", *lines, "")))


def _item(key: str, *texts: str | None) -> str:
    return f"- {_set(key)} {_set(' — '.join(filter(None, texts)), '  ')}"


def _noted(note: Note, catalog: Catalog) -> str:
    return catalog.label(EntryKind.TRAP, note.text) if note.subject is Subject.FOCUS else note.text


def record_markdown(
    record: Negotiation, scores: Scores | None, catalog: Catalog, level: int = 1, related: Related = ALONE
) -> str:
    """Return a record as Markdown under a heading of a level."""
    blocks = [f"{'#' * level} {_set(record.title)}", _facts(record, catalog)]
    lines = [f"- {key.capitalize()}: {scores[key]}" for key in SCORED if scores and scores[key].answered]
    if lines:
        blocks += [f"{'#' * (level + 1)} Scores", "\n".join(lines)]
    for section in build_outline(record, catalog, related):
        blocks.append(f"{'#' * (level + 1)} {section.heading}")
        blocks += (block for passage in section.passages for block in _passage(passage))
    return "\n\n".join(blocks) + "\n"


def escaped(text: str) -> str:
    """Return a text in which nothing is Markdown, HTML or a control character; its lines stay lines."""
    lines = "\n".join(text.expandtabs(4).splitlines())
    return _BLOCK.sub(_escape_block, _INLINE.sub(r"\\\g<0>", STEERING.sub("�", lines)))


def _escape_block(found: re.Match[str]) -> str:
    number, mark = found.groups()
    return f"{number}\\{mark}" if mark else ""


def _set(text: str, indent: str = "") -> str:
    """Return an escaped text whose line ends are kept by two spaces, indented to stay in its list item."""
    return escaped(text.strip()).replace("\n", f"  \n{indent}")


def _facts(record: Negotiation, catalog: Catalog) -> str:
    area = catalog.label(EntryKind.AREA, record.area) if record.area else None
    facts = (_clock(record.held_at), str(record.status), ", ".join(record.counterparts), area)
    return " · ".join(_set(fact) for fact in facts if fact)


def _clock(moment: Moment) -> str:
    return f"{moment.wall:%Y-%m-%d %H:%M}" if moment.instant else moment.day.isoformat()


def _passage(passage: Passage) -> Iterator[str]:
    label = _set(passage.label)
    if passage.listed:
        yield f"**{label}**"
        yield "\n".join(f"- {_set(text, indent='  ')}" for text in passage.texts)
    else:
        yield f"**{label}:** " + "\n\n".join(map(_set, passage.texts))
