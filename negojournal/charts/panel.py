"""What one panel of trends shows, as data: computed from a report without drawing anything.

Reviews stand side by side in the order held, one unit of x each, since every statistic goes by that order and no
two points can hide each other; weeks and months stand on a time line of days.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from operator import attrgetter

from negojournal.analysis.aggregate import Grain
from negojournal.analysis.dimension import MEDIAN_FROM, Dimension
from negojournal.analysis.limits import HIGHEST, LOWEST, Level, clipped
from negojournal.analysis.recent import RECENT_FROM
from negojournal.analysis.report import TrendReport
from negojournal.analysis.series import Scored
from negojournal.charts.flag import Flag
from negojournal.charts.label import label_of
from negojournal.charts.ticks import Stop
from negojournal.charts.words import heading_of, point_words, signals_said
from negojournal.domain.summary import Band

LEAST_SLOTS = 10
"""Fewer reviews than a verdict needs leave the room for those to come."""

MIDDLE_OF = {Grain.WEEK: 3, Grain.MONTH: 15}
"""Days from the start of a week or month to where its mark stands."""


@dataclass(frozen=True, slots=True)
class Point:
    """Hold one review: `number` is that of its signal; `used` tells whether statistics rest on it."""

    id: str
    x: float
    score: float
    used: bool
    number: int | None
    words: str


@dataclass(frozen=True, slots=True)
class Range:
    """Hold one level: its centre, and the limits clipped to the scale, at each x; no limits where it's too short.

    `open_above` and `open_below` say that a limit lies beyond the scale, so that there is none on it.
    """

    xs: tuple[float, ...]
    centre: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]
    provisional: bool
    open_below: bool
    open_above: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """Hold a line."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Spread:
    """Hold the median and the middle half of each week or month."""

    xs: tuple[float, ...]
    median: tuple[float, ...]
    lower: tuple[float, ...]
    upper: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Hold everything that one panel shows; `start` and `end` are the edges of the x axis."""

    key: str
    title: str
    subtitle: str
    start: float
    end: float
    points: tuple[Point, ...] = ()
    ranges: tuple[Range, ...] = ()
    recent: Curve | None = None
    median: float | None = None
    spread: Spread | None = None
    flags: tuple[Flag, ...] = ()
    stops: tuple[Stop, ...] = ()

    @property
    def last(self) -> Point | None:
        """Return the last review that statistics rest on."""
        return next((point for point in reversed(self.points) if point.used), None)

    @property
    def notes(self) -> tuple[Point, ...]:
        """Return the numbered reviews in the order of their numbers."""
        return tuple(point for point in self.points if point.number is not None)


def build_panel(report: TrendReport, key: str) -> Panel:
    """Return the panel of one dimension."""
    dimension = report.dimensions[key]
    heading = heading_of(label_of(key), dimension)
    bands = report.bands.get(key, ())
    if report.grain is not Grain.REVIEW and bands:
        return _over_time(report, key, heading, bands)
    return _in_order(report, key, heading)


def _in_order(report: TrendReport, key: str, heading: tuple[str, str]) -> Panel:
    dimension = report.dimensions[key]
    reviews = list(merge(dimension.earlier + dimension.series, dimension.other, key=attrgetter("day")))
    slots: Mapping[str, float] = {review.id: float(slot) for slot, review in enumerate(reviews, start=1)}
    days = [review.day for review in reviews]
    n = len(dimension.series)
    xs = tuple(slots[review.id] for review in dimension.series)
    return Panel(
        key=key,
        title=heading[0],
        subtitle=heading[1],
        start=0.5,
        end=max(len(reviews), LEAST_SLOTS) + 0.5,
        points=_points(report, dimension, reviews),
        ranges=tuple(_range(level, xs) for level in dimension.levels if _is_shown(level, dimension)),
        recent=Curve(xs, dimension.recent) if dimension.recent else None,
        median=dimension.median if MEDIAN_FROM <= n < RECENT_FROM else None,
        flags=tuple(Flag(bisect_left(days, one.on) + 0.5, one) for one in report.milestones) if reviews else (),
        stops=tuple(Stop(slots[review.id], review.day) for review in reviews),
    )


def _points(report: TrendReport, dimension: Dimension, reviews: Sequence[Scored]) -> tuple[Point, ...]:
    signals = signals_said(dimension)
    numbers = {id_: number for number, id_ in enumerate(signals, start=1)}
    other = {review.id for review in dimension.other}
    return tuple(
        Point(
            id=review.id,
            x=float(slot),
            score=review.score,
            used=review.id not in other,
            number=numbers.get(review.id),
            words=point_words(report.titles.get(review.id, ""), review, signals.get(review.id)),
        )
        for slot, review in enumerate(reviews, start=1)
    )


def _is_shown(level: Level, dimension: Dimension) -> bool:
    return level.reach is not None or len(dimension.levels) > 1


def _range(level: Level, xs: Sequence[float]) -> Range:
    """Return a level half a review wider on either side, so that it has a width and meets its neighbours."""
    own = xs[level.start : level.end]
    return Range(
        xs=(own[0] - 0.5, *own, own[-1] + 0.5),
        centre=_widened(level.centre),
        lower=_widened([clipped(limit) for limit in level.lower]),
        upper=_widened([clipped(limit) for limit in level.upper]),
        provisional=level.provisional,
        open_below=bool(level.lower) and level.lower[-1] < LOWEST,
        open_above=bool(level.upper) and level.upper[-1] > HIGHEST,
    )


def _widened(values: Sequence[float]) -> tuple[float, ...]:
    return (values[0], *values, values[-1]) if values else ()


def _over_time(report: TrendReport, key: str, heading: tuple[str, str], bands: Sequence[Band]) -> Panel:
    middle = MIDDLE_OF[report.grain]
    xs = tuple(float(band.start.toordinal() + middle) for band in bands)
    start, end = xs[0] - middle, xs[-1] + middle
    flags = (Flag(float(one.on.toordinal()), one) for one in report.milestones)
    return Panel(
        key=key,
        title=heading[0],
        subtitle=heading[1],
        start=start,
        end=end,
        spread=Spread(
            xs,
            tuple(band.median for band in bands),
            tuple(band.lower_quartile for band in bands),
            tuple(band.upper_quartile for band in bands),
        ),
        flags=tuple(flag for flag in flags if start <= flag.x <= end),
        stops=tuple(Stop(x, band.start) for x, band in zip(xs, bands, strict=True)),
    )
