"""The first rows of a table as the records that they would become."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from negojournal.charts.table import NOTHING, Line, Table
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.exchange.field import FIELDS
from negojournal.exchange.record import record_plain
from negojournal.exchange.table import found_at, text_of
from negojournal.exchange.transcript import Transcript
from negojournal.ui.widgets.locale_text import day_text, time_text

LONGEST = 48
"""How many characters of a cell are shown."""
FIRST = ("held_at", "title", "counterparts", "status")
NOTE = "review.summary"
TERMS = "preparation.terms."
CHOICES = {"area": EntryKind.AREA}

Translate = Callable[[str], str]


def preview_table(transcript: Transcript, targets: Sequence[str], catalog: Catalog, tr: Translate) -> Table:
    """Return the records as a table: the line of each, when, what and with whom, then the other fields.

    The note comes last and gets the room that is left.
    A field that no record has is left out, and so is the status where all were held and no column says so.
    """
    others = [path for path in FIELDS if path in targets and path not in (*FIRST, NOTE)]
    paths = (*FIRST, *others, NOTE)
    rows = [[_words(record, path, catalog) for path in paths] for record in transcript.records]
    usual = Status.HELD.value if "status" not in targets else ""
    used = [number for number, _ in enumerate(paths) if any(row[number] not in {"", usual} for row in rows)]
    lines = tuple(
        Line((f"{line:,}", *(row[number] or NOTHING for number in used)))
        for line, row in zip(transcript.lines, rows, strict=True)
    )
    headers = (tr("Line"), *(tr(FIELDS[paths[number]].label) for number in used))
    return Table(headers, lines, len(used))


def _words(record: Negotiation, path: str, catalog: Catalog) -> str:
    """Return what a record says in a field, on one line."""
    if path == "held_at":
        return _moment_text(record.held_at)
    plain = record_plain(record, None)
    if path.startswith(TERMS) and record.preparation and record.preparation.terms:
        said = text_of(getattr(record.preparation.terms[0], path.removeprefix(TERMS)))
    else:
        said = text_of(found_at(plain, path.split(".")))
    if path in CHOICES:
        said = catalog.label(CHOICES[path], said)
    short = " ".join(said[: 2 * LONGEST].split())
    return short if len(short) <= LONGEST else f"{short[: LONGEST - 1]}…"


def _moment_text(moment: Moment) -> str:
    day = day_text(moment.day)
    return f"{day}, {time_text(moment.wall.time())}" if moment.instant else day
