"""Two groups beside each other: the difference of their medians, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from negojournal.analysis.insight.bootstrap import bootstrap_interval
from negojournal.analysis.insight.estimate import LEVEL, SIDE_FROM, estimate_words, widened
from negojournal.analysis.insight.grouping import KIND_WORDS, Division, Grouping, GroupingKind, divisions_of
from negojournal.analysis.insight.sieve import Reason, Use, sift, unrated
from negojournal.analysis.insight.words import NOTHING, Recipe, Setting, Words, caption, sentences
from negojournal.analysis.phrase import LABELS, score_words
from negojournal.analysis.trend import Interval
from negojournal.domain.case import Case
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import DIMENSIONS, OVERALL

NOT_SHOWN = "Shows what came together, not what caused what, and how it felt, not how well you negotiate"

SIDE_WORDS = {1: "clearly higher", -1: "clearly lower", 0: "no clear difference"}
"""By the side of 0 on which an interval lies."""

MOST_LISTED = 5
"""How many sentences are said where many are compared at once; the table has all of them."""

ONE_OF_FIVE = "Each interval is 95% by itself: among five, chance alone makes one clear now and then"

RECIPE = Recipe(
    "The ratings of each group are ordered and their middle ones, the medians, are subtracted.",
    "The interval holds the differences that would fit as well: the groups are drawn again 9,999 times from "
    "their own ratings, and the outermost 5% of what comes out is cut off, less where several are compared.",
    "median(group) − median(others); bootstrap interval, bias-corrected and accelerated, at 1 − 0.05 ÷ number "
    "compared; from 5 ratings on each side",
)


@dataclass(frozen=True, slots=True)
class Group:
    """Hold one side of a comparison: its name and its scores (1–7) in order of time; `median` is None below 5."""

    label: str
    scores: tuple[float, ...]
    median: float | None = None

    @property
    def n(self) -> int:
        """Return how many scores the group has."""
        return len(self.scores)

    @property
    def needed(self) -> int:
        """Return how many more scores it takes before anything is said."""
        return max(SIDE_FROM - self.n, 0)


@dataclass(frozen=True, slots=True)
class Contrast:
    """Hold two groups under one outcome: `difference` is the median of the one less that of the other, in points.

    It is None with fewer than 5 on a side. The interval alone is None where hardly any score differs from the
    others of its side. `key` names the row: an outcome, or a group of the kind compared.
    """

    key: str
    label: str
    one: Group
    other: Group
    difference: float | None = None
    interval: Interval | None = None

    @property
    def needed(self) -> tuple[int, int]:
        """Return how many more scores each side needs before anything is said."""
        return self.one.needed, self.other.needed

    @property
    def side(self) -> int:
        """Return 1 or −1 where the interval lies wholly above or below 0, else 0."""
        return self.interval.side if self.interval else 0


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold a comparison: with two groups a row for each outcome and `overall`, with several a row for each group.

    `level` is the confidence of each interval: 0.95, or wider where several groups are compared, `compared` of
    them with 5 on each side. `label` names what is compared: "Channel: Video".
    """

    grouping: Grouping
    label: str
    rows: tuple[Contrast, ...]
    compared: int
    level: float
    use: Use


def build_comparison(
    cases: Sequence[Case], grouping: Grouping, setting: Setting, milestones: Sequence[Milestone] = ()
) -> Comparison:
    """Compare groups by the scores of the setting's questionnaire."""
    divisions = divisions_of(grouping, cases, setting.catalog, milestones)

    def read(case: Case) -> Case | Reason:
        if reason := unrated(case, setting.key, *DIMENSIONS):
            return reason
        return Reason.NO_GROUP if all(one.divide(case) is None for one in divisions) else case

    used, use = sift(cases, read)
    if grouping.is_pair:
        rows = [_outcome_row(used, one, dimension) for one in divisions for dimension in DIMENSIONS]
    else:
        rows = [contrast_of(used, one, OVERALL) for one in divisions]
    compared = 1 if grouping.is_pair else sum(row.needed == (0, 0) for row in rows)
    level = widened(compared)
    return Comparison(
        grouping, _label(grouping, divisions), tuple(measured(row, level) for row in rows), compared, level, use
    )


def contrast_of(cases: Sequence[Case], division: Division, dimension: str) -> Contrast:
    """Return two groups with their scores in one dimension, and nothing computed of them yet."""
    sides: dict[bool, list[float]] = {True: [], False: []}
    for case in cases:
        side, score = division.divide(case), case.scores.get(dimension)
        if side is not None and score is not None:
            sides[side].append(score)
    groups = (Group(division.one, tuple(sides[True])), Group(division.other, tuple(sides[False])))
    return Contrast(division.key, division.label, *groups)


def measured(contrast: Contrast, level: float = LEVEL) -> Contrast:
    """Compute the difference of two groups and its interval, where both have 5 scores."""
    if contrast.needed != (0, 0):
        return contrast
    one, other = (replace(group, median=median(group.scores)) for group in (contrast.one, contrast.other))
    interval = bootstrap_interval((one.scores, other.scores), level)
    difference = median(one.scores) - median(other.scores)
    return replace(contrast, one=one, other=other, difference=difference, interval=interval)


def _outcome_row(cases: Sequence[Case], division: Division, dimension: str) -> Contrast:
    return replace(contrast_of(cases, division, dimension), key=dimension, label=LABELS[dimension])


def _label(grouping: Grouping, divisions: Sequence[Division]) -> str:
    if not grouping.is_pair or grouping.kind is GroupingKind.PREPARED or not divisions:
        return KIND_WORDS[grouping.kind]
    return f"{grouping.kind.value.capitalize()}: {divisions[0].label}"


def contrast_words(row: Contrast) -> str:
    """Return two groups in words, or only how many more are needed."""
    if row.needed != (0, 0):
        return f"{row.label}: {needed_words(row)}"
    one, other = (f"{score_words(side.median or 0)} from {side.n:,}" for side in (row.one, row.other))
    named = "median" if row.one.label == row.label else f"median {row.one.label}"
    told = estimate_words(row.difference or 0, row.interval)
    return f"{row.label}: {named} {one}, {row.other.label} {other}; {told}, {SIDE_WORDS[row.side]}"


def clearness(row: Contrast) -> float:
    """Return how far the interval of a difference stays on its side of 0; below 0 it holds it."""
    interval = row.interval or Interval(0, 0)
    return max(interval.low, -interval.high)


def needed_words(row: Contrast) -> str:
    """Return how many more scores each side needs: 1 more needed (with a plan)."""
    sides = [(one.needed, "" if one.label == row.label else f" ({one.label})") for one in (row.one, row.other)]
    return " and ".join(f"{needed} more needed{label}" for needed, label in sides if needed)


def comparison_words(comparison: Comparison, setting: Setting) -> Words:
    """Say a comparison in words."""
    rows, pair = comparison.rows, comparison.grouping.is_pair
    lines = [contrast_words(row) for row in rows] or [f"{comparison.label}: nothing to compare yet"]
    one, other = (rows[0].one.label, rows[0].other.label) if rows and pair else ("Median", "Of all others")
    told = [contrast_words(row) for row in sorted(rows, key=_rank)[:MOST_LISTED]] or lines
    notes = sentences(
        ONE_OF_FIVE if pair and any(row.side for row in rows) else None,
        f"{len(rows) - MOST_LISTED} more in the table" if len(rows) > MOST_LISTED else None,
        level_words(comparison.compared, comparison.level),
    )
    drawn = f"{comparison.label}, medians by {setting.kind}"
    return Words(
        caption=caption(drawn, comparison.use, setting.scope, NOT_SHOWN),
        text="\n".join([comparison.label, *lines, *notes]),
        remarks=(*told, *notes),
        header=("Outcome" if pair else comparison.label, one, "Reviews", other, "Reviews", "Difference"),
        rows=tuple(contrast_cells(row) for row in rows),
        recipe=RECIPE,
    )


def _rank(row: Contrast) -> tuple[bool, bool, bool, float]:
    """Sort what is clear first, then the overall ratings, then what can be compared; outcomes keep their order."""
    return not row.side, row.key != OVERALL, row.needed != (0, 0), 0 if row.key in DIMENSIONS else -clearness(row)


def contrast_cells(row: Contrast) -> tuple[str, ...]:
    """Return two groups as cells of a table: name, median and count of each, difference."""
    middle = [NOTHING if one.median is None else score_words(one.median) for one in (row.one, row.other)]
    told = needed_words(row) if row.difference is None else estimate_words(row.difference, row.interval)
    return row.label, middle[0], f"{row.one.n:,}", middle[1], f"{row.other.n:,}", told


def level_words(compared: int, level: float) -> str | None:
    """Return how many were compared and how much wider their intervals are for it; None below 2."""
    return f"{compared} compared, so each interval is widened to {100 * level:.1f}%" if compared > 1 else None
