"""What stands under a chart before its caption: the reviews behind its numbers, and the reminder beside a fall."""

from __future__ import annotations

from negojournal.analysis.report import TrendReport
from negojournal.analysis.wording import standards_reminder
from negojournal.charts.panel import build_panel

MOST_NOTES = 8


def notes_of(report: TrendReport, key: str) -> tuple[str, ...]:
    """Return the notes of a large chart, the newest of the numbered reviews where there are many."""
    numbered = build_panel(report, key).notes
    shown = "; ".join(f"{point.number} {point.words}" for point in numbered[-MOST_NOTES:])
    return tuple(note for note in (shown, *reminders_of(report, key)) if note)


def reminders_of(report: TrendReport, *keys: str) -> tuple[str, ...]:
    """Return the reminder that belongs beside falling lines, once."""
    said = {standards_reminder(report.dimensions[key]) for key in keys}
    return tuple(f"{one}." for one in said if one)
