"""What the command line says and is told about how a table is read."""

from __future__ import annotations

import locale
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import click

from negojournal.cli.terminal import say
from negojournal.errors import FormatError, InvalidError
from negojournal.exchange.column import ColumnMapping, path_named, settle
from negojournal.exchange.custom import COMMA, OURS, Custom, Scale, custom_of, scale_from
from negojournal.exchange.dating import DateOrder
from negojournal.exchange.field import FIELDS, NOTE, OUT
from negojournal.exchange.sheet import Sheet
from negojournal.service.journal import Journal

ORDERS = {DateOrder.DMY: "day, month, year", DateOrder.MDY: "month, day, year", DateOrder.YMD: "year, month, day"}
MOST_NAMED = 20
"""Of how many columns the names are told to whoever named none of them."""
RESTS = {"note": NOTE, "drop": OUT}


@dataclass(frozen=True, slots=True)
class Wishes:
    """Hold what was typed about a table; None and () leave it to what the table holds."""

    maps: tuple[str, ...] = ()
    dates: str | None = None
    decimal: str | None = None
    scale: str | None = None
    rest: str | None = None


def import_table(journal: Journal, file: Path, wishes: Wishes, *, dry_run: bool) -> None:
    """Take a table in, and say how it was read; what can't be read is listed by line, and then nothing is taken in."""
    sheet = journal.tables.sheet(file)
    mapping = _mapping(journal, sheet, wishes)
    for line in _told(sheet, mapping):
        say(line)
    try:
        counts, _ = journal.tables.import_sheet(sheet, mapping, dry_run=dry_run)
    except InvalidError as error:
        for problem in error.problems:
            say(problem.sentence, err=True)
        raise FormatError(
            f"Nothing of {file} was imported; mend it, or say by --map and its like how it is read."
        ) from error
    say(f"Only tried; an import would say: {counts.words()}" if dry_run else counts.words())


def _mapping(journal: Journal, sheet: Sheet, wishes: Wishes) -> ColumnMapping:
    """Return the suggested mapping with what was typed in its place; what follows from that is settled again."""
    mapping = journal.tables.mapping(sheet, custom_of(_locale()))
    if wishes.rest:
        mapping = mapping.with_rest(RESTS[wishes.rest])
    if wishes.maps:
        for typed in wishes.maps:
            mapping = mapping.with_target(*_target(sheet, typed))
        mapping = settle(sheet, mapping)
    return replace(mapping, custom=_custom(mapping.custom, wishes))


def _target(sheet: Sheet, typed: str) -> tuple[int, str]:
    """Return the number of a column and what it is to be."""
    heading, is_said, field = typed.rpartition("=")
    numbers = {column.name.casefold(): number for number, column in enumerate(sheet.columns)}
    number = numbers.get(" ".join(heading.split()).casefold())
    if not is_said or number is None:
        names = ", ".join(f"“{column.name}”" for column in sheet.columns[:MOST_NAMED])
        raise click.UsageError(f"--map “{typed}” should be Column=field with one of the columns {names}.")
    path = path_named(field.strip())
    if path is None:
        raise click.UsageError(f"--map “{typed}”: “{field}” should be a field such as date, title, with or note.")
    return number, path


def _custom(custom: Custom, wishes: Wishes) -> Custom:
    scale = _scale(wishes.scale) if wishes.scale else custom.scale
    order = DateOrder(wishes.dates) if wishes.dates else custom.order
    return replace(custom, order=order, decimal=wishes.decimal or custom.decimal, scale=scale)


def _scale(typed: str) -> Scale:
    scale = scale_from(typed)
    if scale is None:
        raise click.UsageError("--scale should be such as 1-5 or 0-10.")
    return scale


def _told(sheet: Sheet, mapping: ColumnMapping) -> Iterator[str]:
    """Yield how a table is read."""
    if mapping.custom.is_ours:
        return
    for column, target in zip(sheet.columns, mapping.targets, strict=True):
        yield f"“{column.name}”: {FIELDS[target].label if target in FIELDS else REST[target]}"
    order, sign = ORDERS[mapping.custom.order], "comma" if mapping.custom.decimal == COMMA else "point"
    rated = f"; ratings from {mapping.custom.scale} come to {OURS}" if mapping.custom.scale != OURS else ""
    yield f"Dates are {order}; decimals follow a {sign}{rated}."


REST: Mapping[str, str] = {NOTE: "kept in the note", OUT: "left out"}


def _locale() -> str:
    """Return the name of the user's locale."""
    named: Sequence[str] = [os.environ.get(name, "") for name in ("LC_ALL", "LC_TIME", "LANG")]
    return next(filter(None, named), "") or locale.getlocale()[0] or ""
