"""What charts say: headings, points, notes, captions and the text version."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from negojournal.analysis.aggregate import Grain
from negojournal.analysis.dimension import Dimension
from negojournal.analysis.phrase import count, day_words, milestone_words, score_words
from negojournal.analysis.report import TrendReport
from negojournal.analysis.series import Scored
from negojournal.analysis.trend import Verdict
from negojournal.analysis.wording import (
    NOT_SHOWN,
    SIGNAL_WORDS,
    caption,
    remarks,
    text_version,
    title,
    verdict_sentence,
)
from negojournal.charts.label import label_of
from negojournal.domain.outcome import Outcome

UNTITLED = "Untitled"

SIDE_BY_SIDE = "Reviews stand side by side in the order held"


def heading_of(label: str, dimension: Dimension) -> tuple[str, str]:
    """Return the two lines above a panel: the verdict, and its slope or how much is missing to one."""
    first, _, second = title(label, dimension).partition(", ")
    if dimension.series and dimension.verdict is Verdict.TOO_EARLY:
        second = verdict_sentence(label, dimension)
    return first, second


def point_words(name: str, review: Scored, signal: str | None) -> str:
    """Return what names a point: Budget 2027, 4 October 2025: 4.8, stands out from your usual range."""
    words = f"{one_line(name) or UNTITLED}, {day_words(review.day, year=True)}: {score_words(review.score)}"
    return f"{words}, {signal}" if signal else words


def signals_said(dimension: Dimension) -> Mapping[str, str]:
    """Return what is said of each review that carries a signal, in order of the reviews."""
    said: dict[str, str] = {}
    for signal in dimension.signals:
        words = SIGNAL_WORDS[signal.rule]
        said[signal.id] = f"{said[signal.id]}, {words}" if signal.id in said else words
    return said


def one_line(text: str) -> str:
    """Return a text that someone typed as one line."""
    return " ".join(text.split())


def caption_of(report: TrendReport, *keys: str) -> str:
    """Return the line under a chart of some dimensions."""
    shown = [report.dimensions[key] for key in keys]
    n, n_other = max(one.n for one in shown), max(one.n_other for one in shown)
    return ". ".join([*_caption_parts(report, n, n_other), *_left_out(report)]) + "."


def latest_caption(report: TrendReport) -> str:
    """Return the line under the latest review on its own."""
    return f"The latest of {count(report.reviews, 'rated review', 'rated reviews')}, {report.scope}. {NOT_SHOWN}."


def _caption_parts(report: TrendReport, n: int, n_other: int) -> Iterator[str]:
    if n + n_other == 0:
        yield f"No ratings yet ({report.scope})"
        return
    kind = report.questionnaire.title if report.questionnaire else "no questionnaire"
    if report.grain is Grain.REVIEW:
        yield SIDE_BY_SIDE
    yield caption(n, n_other, kind=kind, filters=report.scope, grain=report.grain)


def _left_out(report: TrendReport) -> Iterator[str]:
    unrated = report.tally.negotiations - report.tally.rated
    if unrated:
        yield f"{count(unrated, 'negotiation is', 'negotiations are')} not rated"


def text_of(report: TrendReport, key: str) -> str:
    """Return a large chart in sentences."""
    label, dimension = label_of(key), report.dimensions[key]
    return "\n".join([text_version(label, dimension), *remarks_of(report, key), *milestones_said(report)])


def remarks_of(report: TrendReport, key: str) -> tuple[str, ...]:
    """Return every sentence that stands beside a large chart; none where there are no ratings."""
    dimension = report.dimensions[key]
    return remarks(label_of(key), dimension) if dimension.series else ()


def overview_text(report: TrendReport) -> str:
    """Return the small multiples in sentences, one an outcome."""
    lines = [text_version(label_of(key), report.dimensions[key]) for key in Outcome]
    return "\n".join([*lines, *milestones_said(report)])


def milestones_said(report: TrendReport) -> Iterator[str]:
    """Give the milestones on the time line, one a line."""
    yield from map(milestone_words, report.milestones)


def panel_text(report: TrendReport, key: str) -> str:
    """Return a small chart in one line."""
    return text_version(label_of(key), report.dimensions[key])
