"""Words beside the ends of lines, in place of a legend."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.charts.panel import Panel, Range
from negojournal.charts.style import ChartStyle
from negojournal.domain.scoring import score_text


@dataclass(frozen=True, slots=True)
class Ending:
    """Hold the words for a line, and the score at which they'd like to stand."""

    score: float
    text: str
    colour: str
    bold: bool = False


def build_endings(panel: Panel, style: ChartStyle, *, spelled: bool) -> tuple[Ending, ...]:
    """Return the words for the lines of a panel, spelled out or as bare numbers."""
    main = _main_line(panel)
    if main is None:
        return ()
    name, score = main
    text = f"{name} {score_text(score)}".lstrip() if spelled else score_text(score)
    first = Ending(score, text, style.dimensions[panel.key].ink, bold=True)
    return (first, *_edges(panel, style.muted, spelled=spelled))


def _main_line(panel: Panel) -> tuple[str, float] | None:
    """Return the name and the last value of the line that the eye follows, or of the last point."""
    if panel.spread is not None:
        return "median", panel.spread.median[-1]
    if panel.recent is not None:
        return "recent level", panel.recent.ys[-1]
    if panel.median is not None:
        return "median", panel.median
    return ("", panel.last.score) if panel.last else None


def _edges(panel: Panel, colour: str, *, spelled: bool) -> tuple[Ending, ...]:
    if panel.spread is not None:
        return (Ending(panel.spread.lower[-1], "middle half", colour),) if spelled else ()
    last = panel.ranges[-1] if panel.ranges else None
    if last is None or not last.lower:
        return ()
    return _spelled_limits(last, colour) if spelled else _bare_limits(last, colour)


def _spelled_limits(one: Range, colour: str) -> tuple[Ending, ...]:
    lower, upper = one.lower[-1], one.upper[-1]
    usual = "provisional range" if one.provisional else "usual range"
    above = "no upper limit" if one.open_above else f"{usual} to {score_text(upper)}"
    below = "no lower limit" if one.open_below else f"{usual} from {score_text(lower)}"
    return (Ending(upper, above, colour), Ending(lower, below, colour))


def _bare_limits(one: Range, colour: str) -> tuple[Ending, ...]:
    edges = ((one.upper[-1], one.open_above), (one.lower[-1], one.open_below))
    return tuple(Ending(edge, score_text(edge), colour) for edge, is_open in edges if not is_open)
