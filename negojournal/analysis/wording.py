"""What may be said of an outcome, in words.

Labels come from the caller in the user's language. Nothing here is a cause, a grade or a norm.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.analysis.aggregate import Grain
from negojournal.analysis.dimension import STEP, Dimension, Rule
from negojournal.analysis.limits import FIRM_FROM, HIGHEST, LOWEST
from negojournal.analysis.phrase import change, count, day_words, decimals_for, figure, score_words
from negojournal.analysis.series import LATEST
from negojournal.analysis.trend import VERDICT_FROM, Verdict

if TYPE_CHECKING:
    from collections.abc import Mapping

    from negojournal.analysis.trend import Trend

VERDICT_WORDS = {
    Verdict.TOO_EARLY: "too early to tell",
    Verdict.IMPROVING: "improving",
    Verdict.DECLINING: "declining",
    Verdict.LEANING_UP: "leaning up",
    Verdict.LEANING_DOWN: "leaning down",
    Verdict.NO_CLEAR_CHANGE: "no clear change",
}

VERDICT_SENTENCES = {
    Verdict.IMPROVING: "Your {label} ratings have risen by about {size} per 10 negotiations, {least} to {most}",
    Verdict.DECLINING: "Your {label} ratings have fallen by about {size} per 10 negotiations, {least} to {most}",
    Verdict.LEANING_UP: "Leaning up; chance alone does this fairly often",
    Verdict.LEANING_DOWN: "Leaning down; chance alone does this fairly often",
    Verdict.NO_CLEAR_CHANGE: "No clear direction: anything from {low_change} to {high_change} per 10 fits",
}

SLOPE_WORDS = "{change} per 10 reviews [{low}, {high}]"

SIGNAL_WORDS = {
    Rule.OUTSIDE: "stands out from your usual range",
    Rule.SHIFT: "a new level begins here",
}

RANGE_SENTENCES = {
    (True, True): "Usual range {low} to {high}",
    (True, False): "Usual range from {low}; no upper limit on this scale",
    (False, True): "Usual range up to {high}; no lower limit on this scale",
    (False, False): "Usual range: no lower and no upper limit on this scale",
}
"""By whether the lower and the upper limit lie on the scale."""

STANDARDS_REMINDER = (
    "Raising one's standards lowers one's ratings: a falling line may mean that you ask more of yourself"
)

DRAWN = {
    Grain.REVIEW: "Each point is one review",
    Grain.WEEK: "Each mark is the median and the middle half of a week",
    Grain.MONTH: "Each mark is the median and the middle half of a month",
}

LEFT_OUT = {
    Grain.REVIEW: "Drawn hollow and left out of every number",
    Grain.WEEK: "Left out",
    Grain.MONTH: "Left out",
}

NOT_SHOWN = "Shows how negotiations felt, not how well you negotiate"


def slope_numbers(trend: Trend) -> Mapping[str, str] | None:
    """Return the numbers that a verdict is told with, per 10 reviews; None where there is no verdict yet."""
    if trend.verdict is Verdict.TOO_EARLY or trend.line is None or trend.firm is None:
        return None
    slope, low, high = (STEP * value for value in (trend.line.slope, trend.firm.low, trend.firm.high))
    decimals = decimals_for(low, high)
    least, most = sorted((abs(low), abs(high)))
    return {
        "change": change(slope, decimals),
        "low": figure(low, decimals),
        "high": figure(high, decimals),
        "low_change": change(low, decimals),
        "high_change": change(high, decimals),
        "size": figure(abs(slope), decimals),
        "least": figure(least, decimals),
        "most": figure(most, decimals),
    }


def title(label: str, dimension: Dimension) -> str:
    """Return a panel's title: Process: improving, +0.6 per 10 reviews [0.2, 0.9]."""
    if not dimension.series:
        return f"{label}: no ratings yet"
    words = f"{label}: {VERDICT_WORDS[dimension.verdict]}"
    numbers = slope_numbers(dimension.trend)
    return f"{words}, {SLOPE_WORDS.format(**numbers)}" if numbers else words


def verdict_sentence(label: str, dimension: Dimension) -> str:
    """Return the verdict as a sentence, or how much is missing to one."""
    numbers = slope_numbers(dimension.trend)
    if numbers:
        return VERDICT_SENTENCES[dimension.verdict].format(label=label, **numbers)
    n = len(dimension.series)
    so_far = f"{n} so far" if n else "None so far"
    middle = "" if dimension.median is None else f", median {score_words(dimension.median)}"
    missing = count(VERDICT_FROM - n, "more review", "more reviews")
    return f"{so_far}{middle}. Too early to tell a direction: {missing}"


def standards_reminder(dimension: Dimension) -> str | None:
    """Return what stands beside a falling line; None where neither the trend nor the latest level falls."""
    falls = dimension.verdict in {Verdict.DECLINING, Verdict.LEANING_DOWN}
    stepped_down = len(dimension.levels) > 1 and dimension.levels[-1].mean < dimension.levels[-2].mean
    return STANDARDS_REMINDER if falls or stepped_down else None


def level_sentence(dimension: Dimension) -> str | None:
    """Return since when the latest level stands; None where there was no shift."""
    if len(dimension.levels) < 2:
        return None
    before, level = dimension.levels[-2:]
    since = day_words(dimension.series[level.start].day, year=spans_years(dimension))
    now, then = score_words(level.mean), score_words(before.mean)
    return f"Since {since} around {now} ({count(level.n, 'review', 'reviews')}), before that around {then}"


def range_sentence(dimension: Dimension) -> str | None:
    """Return the usual range at the last review, and which limit lies beyond the scale; None below 6 scores."""
    low, high = dimension.lower_limit, dimension.upper_limit
    if dimension.level is None or low is None or high is None:
        return None
    words = RANGE_SENTENCES[low >= LOWEST, high <= HIGHEST].format(low=score_words(low), high=score_words(high))
    return f"{words} (provisional below {FIRM_FROM} reviews)" if dimension.level.provisional else words


def outside_sentence(dimension: Dimension) -> str | None:
    """Return how many reviews stand out, and when the last did; None where none does."""
    positions = [position for level in dimension.levels for position in level.outside]
    if not positions:
        return None
    day = day_words(dimension.series[positions[-1]].day, year=spans_years(dimension))
    if len(positions) == 1:
        return f"1 review {SIGNAL_WORDS[Rule.OUTSIDE]}, on {day}"
    return f"{len(positions)} reviews stand out from your usual range, the last on {day}"


def reliability_sentence(label: str, dimension: Dimension) -> str | None:
    """Return how well an outcome's questions hang together for this person; None below 30 full assessments."""
    known = dimension.reliability
    if known is None:
        return None
    alpha, low, high = (figure(value, 2) for value in (known.alpha, known.low, known.high))
    return (
        f"How well your answers to the {known.questions} {label} questions go together: "
        f"alpha {alpha}, {low} to {high}, from {count(known.n, 'review', 'reviews')}"
    )


def remarks(label: str, dimension: Dimension) -> tuple[str, ...]:
    """Return every sentence that may stand beside a chart, the verdict first."""
    sentences = (
        verdict_sentence(label, dimension),
        standards_reminder(dimension),
        level_sentence(dimension),
        range_sentence(dimension),
        outside_sentence(dimension),
        reliability_sentence(label, dimension),
    )
    return tuple(sentence for sentence in sentences if sentence)


def spans_years(dimension: Dimension) -> bool:
    """Say whether a day needs its year."""
    return dimension.series[0].day.year != dimension.series[-1].day.year


def lowest_words(dimension: Dimension) -> str:
    """Return the lowest score with its latest day, or that all are the same."""
    lowest = min(one.score for one in dimension.series)
    if all(one.score == lowest for one in dimension.series):
        return f"every one {score_words(lowest)}"
    day = next(one.day for one in reversed(dimension.series) if one.score == lowest)
    return f"lowest {score_words(lowest)} on {day_words(day, year=spans_years(dimension))}"


def text_version(label: str, dimension: Dimension) -> str:
    """Return a chart in one line: Relationship, last 12: median 5, no clear change; lowest 3 on 4 October."""
    if not dimension.series:
        return f"{label}: no ratings yet"
    if dimension.median is None:
        year = spans_years(dimension)
        each = (f"{score_words(one.score)} on {day_words(one.day, year=year)}" for one in dimension.series)
        return f"{label}: {', '.join(each)}"
    verdict = VERDICT_WORDS[dimension.verdict]
    middle = f"median {score_words(dimension.median)}, {verdict}"
    return f"{label}, last {len(dimension.series)}: {middle}; {lowest_words(dimension)}"


def caption(n: int, n_other: int, *, kind: str, filters: str, grain: Grain) -> str:
    """Return the line under a chart: what is drawn, from how many reviews, which filter, what it does not show.

    `kind` is the questionnaire's name and `filters` the filter, both as words in the user's language.
    """
    parts = [f"{DRAWN[grain]}: {count(n, 'review', 'reviews')}, {kind}, {filters}"]
    if n > LATEST:
        parts.append(f"Verdict and usual range from the latest {LATEST}")
    if n_other:
        parts.append(f"{LEFT_OUT[grain]}: {n_other:,} by another questionnaire")
    return ". ".join([*parts, NOT_SHOWN])
