"""Pieces of labelled text, of which what people read of a record is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from negojournal.domain.preparation import Side

SIDES = {Side.ME: "me", Side.THEM: "them"}


@dataclass(frozen=True, slots=True)
class Passage:
    """Hold one labelled thing that was written: one text, or several to be set as a list."""

    label: str
    texts: tuple[str, ...]
    listed: bool = False


@dataclass(frozen=True, slots=True)
class Section:
    """Hold what belongs under one heading."""

    heading: str
    passages: tuple[Passage, ...]


def said(label: str, text: object) -> Iterator[Passage]:
    """Yield a passage when there is something in it."""
    if text is not None and text != "":
        yield Passage(label, (str(text),))


def listed(label: str, texts: Iterable[str]) -> Iterator[Passage]:
    """Yield a list of the texts that aren't empty, when there are any."""
    if lines := tuple(filter(None, texts)):
        yield Passage(label, lines, listed=True)


def joined(*parts: str | None, by: str = " — ") -> str:
    """Return the parts that are there, joined."""
    return by.join(part for part in parts if part)


def either(value: bool | None, yes: str, no: str) -> str | None:  # noqa: FBT001 - it is the record's own value
    """Return the word for true or false, nothing where neither is known."""
    return None if value is None else yes if value else no


def amount(value: Decimal | None, unit: str | None) -> str | None:
    """Return an amount with its unit."""
    return None if value is None else joined(f"{value:,f}", unit, by=" ")


def dated(label: str, day: date | None) -> str | None:
    """Return a date with what happened then."""
    return f"{label} {day.isoformat()}" if day else None
