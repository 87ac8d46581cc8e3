"""The journal as CSV (RFC 4180): one row a negotiation, one column a name of record.md."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass
from types import UnionType
from typing import TextIO, get_args, get_origin, get_type_hints

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.scoring import SCORED
from negojournal.exchange.journal import ScoredRecord
from negojournal.exchange.record import SCORES, record_plain

BYTE_ORDER_MARK = "\ufeff"
"""What tells a spreadsheet that the text is UTF-8."""

_RUN = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")  # noqa: RUF001 - the wide forms are run as well
"""How a text begins that a spreadsheet would run as a formula or let spill into the next cell, or that looks led."""


def write_csv(stream: TextIO, records: Iterable[ScoredRecord]) -> None:
    """Write one row a negotiation to a stream that leaves line ends alone (`newline=""`).

    Lists are joined by semicolons; a text that a spreadsheet would run is led by an apostrophe.
    """
    stream.write(BYTE_ORDER_MARK)
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    paths = [column.split(".") for column in COLUMNS]
    for record, scores in records:
        plain = record_plain(record, scores)
        writer.writerow([_cell(found_at(plain, path)) for path in paths])


def unled(cell: str) -> str:
    """Return what a cell says without the apostrophe that keeps a spreadsheet from running it."""
    return cell[1:] if cell[:1] == "'" and _RUN.match(cell) else cell


def _columns(kind: type, prefix: str = "") -> Iterator[tuple[str, object]]:
    """Yield a name and the declared type of everything in a dataclass that is not an object itself."""
    for name, hint in get_type_hints(kind).items():
        choices = get_args(hint) if isinstance(hint, UnionType) else (hint,)
        inner = next((get_origin(one) or one for one in choices if is_dataclass(get_origin(one) or one)), Moment)
        if inner is Moment:
            yield prefix + name, hint
        else:
            yield from _columns(inner, f"{prefix}{name}.")


TYPES: Mapping[str, object] = dict(_columns(Negotiation))
"""The declared type of each column that can be read back."""
COLUMNS: tuple[str, ...] = (*TYPES, *(f"{SCORES}.{key}" for key in SCORED))


def found_at(data: object, path: Iterable[str]) -> object:
    """Return what stands at a path in plain data, None where nothing does."""
    for key in path:
        if not isinstance(data, Mapping):
            return None
        data = data.get(key)
    return data


def _cell(data: object) -> object:
    """Return a number as it is, and everything else as text that is safe to open."""
    if type(data) in (int, float):
        return data
    text = text_of(data)
    return f"'{text}" if _RUN.match(text) else text


def text_of(data: object, between: str = "; ") -> str:
    """Return plain data in words: lists by semicolons, the fields of an object by commas."""
    if isinstance(data, Mapping):
        return between.join(f"{key}: {text_of(one)}" for key, one in data.items() if one is not None)
    if isinstance(data, list):
        return between.join(text_of(one, ", ") for one in data)
    if isinstance(data, bool):
        return str(data).lower()
    return "" if data is None else str(data)
