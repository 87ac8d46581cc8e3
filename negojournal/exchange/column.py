"""Which column of a table is which field of a record, suggested by its heading and by what stands in it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

from negojournal.domain.rule import LONGEST_LINE
from negojournal.errors import Problem
from negojournal.exchange.cell import ANSWERS, EXPECTED, MisfitError, is_strict, plain_from_cell
from negojournal.exchange.custom import OURS, POINT, Custom, Scale, decimal_in, scale_in, scale_in_heading
from negojournal.exchange.dating import DateOrder, is_dated, order_in
from negojournal.exchange.field import FIELDS, NOTE, OUT, USUAL
from negojournal.exchange.sheet import Column, Sheet, is_total, rows_of
from negojournal.exchange.table import TYPES, unled

OWN_MARKS = frozenset({"id", "title", "held_at", "created_at", "updated_at"})
"""The headings by which a table of this program is known."""

SAYING = frozenset({"title", "held_at", "counterparts"})
"""The fields of which a row says at least one, or it is no record."""

ENOUGH = 0.5
"""In which share of its cells a column must say what a field takes to be suggested for it."""

MOST_COLUMNS_IN_NOTE = 40
"""Of a wider table not all the rest is suggested for the note."""

_LETTERS = re.compile(r"[^\W\d_]{3}")
"""What a title has at least one of."""

DATED, RATED, COUNTED = "dates", "scale", "decimal"

RATINGS = frozenset({*ANSWERS, *EXPECTED, "review.trust", "preparation.trust"})


@dataclass(frozen=True, slots=True)
class ColumnMapping:
    """Hold for each column of a table a field's path, `note` or `-`, and how the table writes.

    `settled` names what the table itself settles of that: dates, decimal, scale. The rest is by the locale.
    """

    targets: tuple[str, ...]
    custom: Custom = field(default_factory=Custom)
    settled: frozenset[str] = frozenset()

    def with_target(self, number: int, target: str) -> ColumnMapping:
        """Return it with another target for a column; a column that was that before is treated as the rest is."""
        rest = NOTE if NOTE in self.targets else OUT
        others = tuple(rest if one == target and target not in (NOTE, OUT) else one for one in self.targets)
        return replace(self, targets=(*others[:number], target, *others[number + 1 :]))

    def with_rest(self, rest: str) -> ColumnMapping:
        """Return it with every column that is no field in the note, or left out."""
        return replace(self, targets=tuple(one if one in FIELDS else rest for one in self.targets))

    def rated_columns(self, sheet: Sheet) -> frozenset[str]:
        """Return the fields of ratings whose heading doesn't name a scale of their own."""
        columns = zip(self.targets, sheet.columns, strict=True)
        return frozenset(path for path, one in columns if path in RATINGS and scale_in_heading(one.name) is None)

    def has_numbers(self) -> bool:
        """Tell whether a column holds numbers that may have decimals."""
        return any(_is_number(target) for target in self.targets)

    def is_record(self, cells: Sequence[str]) -> bool:
        """Tell whether a row says what, when or with whom, and doesn't sum up the others."""
        said = {target: cell for target, cell in zip(self.targets, cells, strict=False) if cell.strip()}
        return bool(said.keys() & SAYING) and (not is_total(cells) or is_dated(said.get("held_at", "")))

    def problems(self) -> tuple[Problem, ...]:
        """Return what keeps a table from being read so: a title and a date are needed, a field is one column."""
        used = [one for one in self.targets if one in FIELDS]
        twice = sorted({one for one in used if sum(f"{other}.".startswith(f"{one}.") for other in used) > 1})
        found = [Problem(one, f"Only one column can be “{FIELDS[one].label}”.") for one in twice]
        if not {"title", "counterparts"} & set(used):
            found.append(Problem("title", "Choose the column that holds the title, or the counterparts."))
        if "held_at" not in used:
            found.append(Problem("held_at", "Choose the column that holds the date."))
        return tuple(found)


def suggest_mapping(sheet: Sheet, custom: Custom) -> ColumnMapping:
    """Return which column is probably which field; `custom` is how the user's locale writes."""
    names = tuple(column.name for column in sheet.columns)
    if set(names) >= OWN_MARKS:
        ours = Custom(DateOrder.YMD, POINT, OURS, is_ours=True)
        targets = tuple(name if name in TYPES else OUT for name in names)
        return ColumnMapping(targets, ours, frozenset({DATED, RATED, COUNTED}))
    chosen = _chosen(sheet.columns, custom)
    rest = NOTE if len(names) <= MOST_COLUMNS_IN_NOTE else OUT
    targets = tuple(chosen.get(number, rest if column.sample else OUT) for number, column in enumerate(sheet.columns))
    return settle(sheet, ColumnMapping(targets, custom))


def settle(sheet: Sheet, mapping: ColumnMapping) -> ColumnMapping:
    """Return a mapping with the order of dates, the decimals and the scale that its columns settle."""
    order = order_in(_cells(sheet, mapping, lambda path: path == "held_at"))
    numbers = tuple(_cells(sheet, mapping, _is_number))
    decimal = decimal_in(numbers)
    custom = replace(mapping.custom, order=order or mapping.custom.order, decimal=decimal or mapping.custom.decimal)
    scale = _scale(sheet, mapping, custom)
    found = {DATED: order, COUNTED: decimal, RATED: scale}
    settled = frozenset(name for name, value in found.items() if value is not None)
    return replace(mapping, custom=replace(custom, scale=scale or custom.scale), settled=settled)


def custom_for(column: Column, custom: Custom) -> Custom:
    """Return how one column writes: a scale in its heading goes before that of the table."""
    return replace(custom, scale=scale_in_heading(column.name) or custom.scale)


def path_named(name: str) -> str | None:
    """Return what a word typed for a field means: its path, what it is called, a usual heading, `note` or `-`."""
    if name in (NOTE, OUT) or name in FIELDS:
        return name
    plain = plain_name(name)
    labelled = (one.path for one in FIELDS.values() if plain_name(one.label) == plain)
    headed = (one.path for one in USUAL if plain in one.names)
    return next(chain(labelled, headed), None)


def plain_name(heading: str) -> str:
    """Return a heading as headings are compared: without case, accents, marks and what stands in brackets."""
    letters = unicodedata.normalize("NFKD", re.sub(r"[(\[].*?[)\]]", "", heading).casefold())
    return " ".join(re.findall(r"[a-z]+", "".join(one for one in letters if not unicodedata.combining(one))))


def _chosen(columns: Sequence[Column], custom: Custom) -> dict[int, str]:
    """Return the field for each column that its heading and its cells suggest, each field once."""
    chosen: dict[int, str] = {}
    for number, column in enumerate(columns):
        for path in _candidates(column):
            if path not in chosen.values() and _fits(column, path, custom):
                chosen[number] = path
                break
    if "held_at" not in chosen.values():
        others = [(number, column) for number, column in enumerate(columns) if number not in chosen and column.sample]
        dated = [number for number, column in others if _fits(column, "held_at", custom)]
        headed = [number for number, column in others if "held_at" in _candidates(column)]
        chosen |= dict.fromkeys((*dated, *headed)[:1], "held_at")
    if not {"title", "counterparts"} & set(chosen.values()):
        others = [(number, column) for number, column in enumerate(columns) if number not in chosen]
        chosen |= dict.fromkeys([number for number, column in others if _is_titled(column)][:1], "title")
    return chosen


def _is_titled(column: Column) -> bool:
    """Tell whether a column could hold titles: lines of words, neither numbers nor long texts."""
    fit = sum(
        len(cell) <= LONGEST_LINE and cell.isprintable() and bool(_LETTERS.search(cell)) for cell in column.sample
    )
    return bool(column.sample) and fit >= ENOUGH * len(column.sample)


def _candidates(column: Column) -> Iterator[str]:
    """Yield the fields that a heading may mean, first those that take only certain cells."""
    plain = plain_name(column.name)
    if column.name in TYPES:
        yield column.name
    named = [one.path for one in USUAL if plain in one.names]
    yield from sorted(named, key=lambda path: not is_strict(path))


def _fits(column: Column, path: str, custom: Custom) -> bool:
    own = _custom_in(column, custom)
    cells = [unled(cell) for cell in column.sample]
    return sum(_is_read(cell, path, own) for cell in cells) >= ENOUGH * len(cells)


def _is_read(cell: str, path: str, custom: Custom) -> bool:
    try:
        plain_from_cell(cell, path, custom)
    except MisfitError:
        return False
    return True


def _custom_in(column: Column, custom: Custom) -> Custom:
    """Return how one column seems to write, looked at by itself."""
    decimal = decimal_in(column.sample) or custom.decimal
    scale = scale_in_heading(column.name) or scale_in(column.sample, decimal) or custom.scale
    return Custom(order_in(column.sample) or custom.order, decimal, scale)


def _cells(sheet: Sheet, mapping: ColumnMapping, wanted: Callable[[str], bool]) -> Iterator[str]:
    """Yield all cells of the columns whose field is wanted."""
    numbers = [number for number, path in enumerate(mapping.targets) if path in FIELDS and wanted(path)]
    for row in rows_of(sheet) if numbers else ():
        if mapping.is_record(row.cells):
            yield from (unled(row.cells[number]) for number in numbers if number < len(row.cells))


def _is_number(path: str) -> bool:
    return path in RATINGS or path == "dodge.worth" or path.startswith("preparation.terms.")


def _scale(sheet: Sheet, mapping: ColumnMapping, custom: Custom) -> Scale | None:
    """Return the scale of the ratings whose heading doesn't name one."""
    unnamed = mapping.rated_columns(sheet)
    return scale_in(_cells(sheet, mapping, lambda path: path in unnamed), custom.decimal)
