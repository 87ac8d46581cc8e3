"""Write down a row of a table as a record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import cast

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.identity import uuid_from
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.plain import shown
from negojournal.domain.questionnaire import QUICK
from negojournal.domain.rule import LONGEST_LINE
from negojournal.domain.validation import problems_of
from negojournal.errors import InvalidError, Problem
from negojournal.exchange.cell import MisfitError, plain_from_cell
from negojournal.exchange.choice import Choices
from negojournal.exchange.column import ColumnMapping, custom_for
from negojournal.exchange.field import FIELDS, NOTE
from negojournal.exchange.record import record_from
from negojournal.exchange.sheet import Sheet

Plain = dict[str, object]

CHOSEN = {"area": EntryKind.AREA, "purposes": EntryKind.PURPOSE, "review.traps": EntryKind.TRAP}
"""Fields whose cells name choices; what isn't known yet becomes a choice of the user's own."""
TERM_NAME = "Amount"


@dataclass(frozen=True, slots=True)
class Fault:
    """Hold what is wrong in a line of the file, and under which heading."""

    line: int
    column: str
    phrase: str

    def sentence(self) -> str:
        """Return it in words."""
        column = f", “{self.column}”" if self.column else ""
        return f"Line {self.line:,}{column}: {self.phrase}."


class Clerk:
    """Read one row after the other; new choices are remembered from row to row."""

    def __init__(self, sheet: Sheet, mapping: ColumnMapping, catalog: Catalog, blank: Negotiation) -> None:
        self.choices = Choices(catalog)
        self._blank = blank
        self._is_ours = mapping.custom.is_ours
        self._columns = tuple(
            (column.name, target, custom_for(column, mapping.custom))
            for column, target in zip(sheet.columns, mapping.targets, strict=True)
        )
        self._names = {target: name for name, target, _ in self._columns if target in FIELDS}

    def record(self, line: int, cells: Sequence[str]) -> Negotiation | tuple[Fault, ...]:
        """Return the record that a row is, or everything that is wrong with it."""
        plain: Plain = {}
        faults = list(self._fill(plain, cells))
        faults += [(column, phrase) for column, phrase in self._gaps(plain) if column not in dict(faults)]
        self._complete(plain, cells)
        try:
            record = record_from(plain, self._blank)
        except InvalidError as error:
            faults += map(self._placed, error.problems)
        else:
            record = self._as_planned(record) if "status" not in plain else record
            faults += map(self._placed, problems_of(record, self.choices.catalog))
        return tuple(Fault(line, column, phrase) for column, phrase in faults) if faults else record

    def _fill(self, plain: Plain, cells: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Put in what the cells of fields say; yield the heading of each that can't be read, and why."""
        for (name, target, custom), cell in zip(self._columns, cells, strict=False):
            if target in FIELDS:
                try:
                    value = self._chosen(target, plain_from_cell(cell, target, custom) if cell else None)
                except MisfitError as misfit:
                    yield name, f"should be {misfit}, not {shown(cell.strip())}"
                else:
                    _place(plain, target, value)

    def _chosen(self, target: str, value: object) -> object:
        """Return the keys of what a cell chooses; a table of ours has keys already, and traps with their notes."""
        kind = CHOSEN.get(target)
        if kind is None or value is None:
            return value
        if not isinstance(value, list):
            return self.choices.key(kind, str(value))
        if target == "review.traps":
            named = ({"key": one} if isinstance(one, str) else one for one in value)
            return [{**one, "key": self.choices.key(kind, str(one.get("key")))} for one in named]
        return list(dict.fromkeys(self.choices.key(kind, one) for one in value))

    def _gaps(self, plain: Plain) -> Iterator[tuple[str, str]]:
        """Yield what a record must have and a row has not."""
        if plain.get("held_at") is None:
            yield self._names["held_at"], "a date is missing"
        if plain.get("title") is None and not plain.get("counterparts"):
            yield self._names.get("title") or self._names["counterparts"], "a title is missing"

    def _complete(self, plain: Plain, cells: Sequence[str]) -> None:
        """Put in what the cells don't say as such: a title from the names, the questionnaire, the rest as a note."""
        names = cast("list[str]", plain.get("counterparts") or [TERM_NAME])
        title = str(plain.get("title") or f"With {', '.join(names)}")
        notes = list(self._rest(cells))
        if len(title) > LONGEST_LINE:
            notes.insert(0, title)
            title = f"{title[: LONGEST_LINE - 1]}…"
        plain |= {"title": title, "id": plain.get("id") or self._identity(cells)}
        review = cast("Plain", plain.get("review") or {})
        if isinstance(assessment := review.get("assessment"), dict):
            assessment.setdefault("questionnaire", QUICK)
        if notes:
            said = review.get("summary")
            _place(plain, "review.summary", "\n".join((*([str(said)] if said else []), *notes)))
        _complete_terms(plain)

    def _rest(self, cells: Sequence[str]) -> Iterator[str]:
        """Yield what is kept of a row in the note, under its heading."""
        for (name, target, _), cell in zip(self._columns, cells, strict=False):
            if target == NOTE and cell.strip():
                yield f"{name}: {cell.strip()}"

    def _identity(self, cells: Sequence[str]) -> str:
        """Return an identity that the same row always has, whatever its columns are mapped to."""
        named = zip((name for name, _, _ in self._columns), cells, strict=False)
        said = repr(sorted((name, cell.strip()) for name, cell in named if cell.strip()))
        number = int.from_bytes(sha256(said.encode("utf-8", "surrogatepass")).digest()[:16], "big")
        return uuid_from(number >> 80, number & (2**80 - 1))

    def _as_planned(self, record: Negotiation) -> Negotiation:
        """Return a record that lies ahead as a plan, unless it says how it went."""
        is_reviewed = record.review and (record.review.outcome or record.review.assessment)
        is_ahead = record.held_at.day > self._blank.held_at.day
        return replace(record, status=Status.PLANNED) if is_ahead and not is_reviewed else record

    def _placed(self, problem: Problem) -> tuple[str, str]:
        """Return the heading that a problem belongs to, and what is wrong."""
        place = problem.field.replace("[", ".")
        column = next((name for path, name in self._names.items() if f"{place}.".startswith(f"{path}.")), "")
        sentence = problem.sentence.removesuffix(".")
        return column, sentence.partition("” ")[2] if column else sentence


def _place(plain: Plain, path: str, value: object) -> None:
    """Put a value at its path into nested plain data."""
    if value is None:
        return
    *steps, last = path.split(".")
    for step in steps:
        plain = cast("Plain", plain.setdefault(step, {}))
    plain[last] = value


def _complete_terms(plain: Plain) -> None:
    """Make one term of the amounts that columns of their own hold; less is better where the goal is below the limit."""
    preparation = cast("Plain", plain.get("preparation") or {})
    if isinstance(ends := preparation.get("terms"), dict):
        goal, limit = ends.get("goal"), ends.get("bottom_line")
        less = goal is not None and limit is not None and goal < limit
        preparation["terms"] = [{"name": TERM_NAME, "better": "less" if less else "more", **ends}]
