"""Read the look from `resources/theme/theme.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from negojournal.domain.outcome import Outcome
from negojournal.domain.theme import Line, OutcomeLook, Palette, Shape, Spacing, Target, Theme, TypeScale
from negojournal.errors import FormatError

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Value = TypeVar("Value", bound="DataclassInstance")


def load_theme(folder: Path) -> Theme:
    """Read `theme.toml` in a folder; raise FormatError that names file and key when it isn't as expected."""
    file = folder / "theme.toml"
    try:
        entries = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise FormatError(f"{file} can’t be read: {error}.") from error
    root = _Table(file, "", entries)
    outcomes = root.table("outcomes")
    return Theme(
        light=root.table("light").value(Palette),
        dark=root.table("dark").value(Palette),
        outcomes={outcome: outcomes.table(outcome).value(OutcomeLook) for outcome in Outcome},
        spacing=root.table("spacing").value(Spacing),
        type_scale=root.table("type_scale").value(TypeScale),
        target=root.table("target").value(Target),
        line=root.table("line").value(Line),
    )


@dataclass(frozen=True, slots=True)
class _Table:
    """Give out the entries of one table; whatever is wrong names file, table and key."""

    file: Path
    name: str
    entries: Mapping[str, object]

    def table(self, key: str) -> _Table:
        entries = self.entries.get(key)
        if not isinstance(entries, dict):
            raise self._error(key, "a table")
        return _Table(self.file, self._path(key), entries)

    def value(self, kind: type[Value]) -> Value:
        """Return a value of `kind`; each field is read by the reader for its declared type."""
        read: dict[object, Callable[[str], object]] = {
            "str": self._colour,
            "float": self._number,
            "int": self._count,
            "Shape": self._shape,
        }
        known = {field.name: read[field.type] for field in fields(kind)}
        for key in self.entries.keys() - known.keys():
            raise self._error(key, "left out; known here are " + ", ".join(known))
        return kind(**{name: reader(name) for name, reader in known.items()})

    def _colour(self, key: str) -> str:
        colour = self.entries.get(key)
        if not isinstance(colour, str) or not re.fullmatch(r"#[0-9A-Fa-f]{6}", colour):
            raise self._error(key, "a colour such as #1F5FA8")
        return colour

    def _number(self, key: str) -> float:
        number = self.entries.get(key)
        if isinstance(number, bool) or not isinstance(number, int | float) or number < 0:
            raise self._error(key, "a number of at least 0")
        return number

    def _count(self, key: str) -> int:
        number = self._number(key)
        if not isinstance(number, int):
            raise self._error(key, "a whole number")
        return number

    def _shape(self, key: str) -> Shape:
        shape = self.entries.get(key)
        if shape not in tuple(Shape):
            raise self._error(key, "one of " + ", ".join(Shape))
        return Shape(str(shape))

    def _path(self, key: str) -> str:
        return f"{self.name}.{key}" if self.name else key

    def _error(self, key: str, expected: str) -> FormatError:
        return FormatError(f"{self.file}: “{self._path(key)}” should be {expected}.")
