"""Dates under a chart: as fine as there is room for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from negojournal.charts.frame import Frame
from negojournal.charts.placing import Measure
from negojournal.domain.moment import MONTHS

GAP = 8.0
"""Least distance between two labels, in points."""

ENOUGH = 0.5
"""A fineness will do when at least this part of its labels has room."""

QUARTER = 3


@dataclass(frozen=True, slots=True)
class Stop:
    """Hold a place on the x axis and its day."""

    x: float
    day: date


@dataclass(frozen=True, slots=True)
class Tick:
    """Hold a label of the x axis."""

    x: float
    text: str


def short_month(day: date) -> str:
    """Return a month in three letters: Oct."""
    return MONTHS[day.month - 1][:3]


def _day(day: date, *, with_year: bool) -> str:
    return f"{day.day} {_month(day, with_year=with_year)}"


def _month(day: date, *, with_year: bool) -> str:
    return f"{short_month(day)} {day.year}" if with_year else short_month(day)


def _year(day: date, *, with_year: bool) -> str:  # noqa: ARG001 - a year is always said
    return str(day.year)


class Fineness(Enum):
    """Name what begins where a label stands: how days are told apart, and how one is written."""

    DAY = (lambda day: day, _day)
    MONTH = (lambda day: (day.year, day.month), _month)
    QUARTER = (lambda day: (day.year, (day.month - 1) // QUARTER), _month)
    YEAR = (lambda day: day.year, _year)

    def begins(self, stops: Sequence[Stop]) -> list[Stop]:
        """Return the stops at which something new of this fineness begins, the first one included."""
        key: Callable[[date], object] = self.value[0]
        return [stop for i, stop in enumerate(stops) if i == 0 or key(stop.day) != key(stops[i - 1].day)]

    def label(self, day: date, *, with_year: bool) -> str:
        """Return how a day is written."""
        write: Callable[..., str] = self.value[1]
        return write(day, with_year=with_year)


def build_ticks(stops: Sequence[Stop], frame: Frame, measure: Measure, overhang: float) -> tuple[Tick, ...]:
    """Return the finest labels that have room, each centred under its stop; labels may hang over the frame."""
    room = (frame.box.width + 2 * overhang) / (measure(short_month(date.max)) + GAP)
    ticks: tuple[Tick, ...] = ()
    for fineness in Fineness:
        begins = fineness.begins(stops)
        if ENOUGH * len(begins) > room and fineness is not Fineness.YEAR:
            continue
        ticks = _with_room(begins, fineness, frame, measure, overhang)
        if len(ticks) >= ENOUGH * len(begins):
            break
    return ticks


def _with_room(
    begins: Sequence[Stop], fineness: Fineness, frame: Frame, measure: Measure, overhang: float
) -> tuple[Tick, ...]:
    ticks: list[Tick] = []
    edge, said = frame.box.left - overhang, None
    for stop in begins:
        text = fineness.label(stop.day, with_year=stop.day.year != said)
        half = measure(text) / 2
        place = frame.x(stop.x)
        if place - half >= edge and place + half <= frame.box.right + overhang:
            ticks.append(Tick(stop.x, text))
            edge, said = place + half + GAP, stop.day.year
    return tuple(ticks)
