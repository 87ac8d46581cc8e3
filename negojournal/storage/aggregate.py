"""What is counted when something is written, so that it needn't be when it is read: what only SQLite speaks, triggers.

Whatever writes a row of a negotiation, it changes two tables: how many there are in each month, and how often each
score occurs in it. What is in the bin doesn't count.
"""

from __future__ import annotations

from collections.abc import Iterator

from negojournal.domain.outcome import DIMENSIONS
from negojournal.storage.part import table_of
from negojournal.storage.position import DAY_SECONDS, FIRST_JULIAN_DAY, SHIFT
from negojournal.storage.row.aggregate import FrequencyRow, TallyRow

TALLY, FREQUENCY = table_of(TallyRow), table_of(FrequencyRow)

_TRIGGER = """CREATE TRIGGER {name} AFTER {event} ON negotiation WHEN {row}.deleted_at IS NULL BEGIN
INSERT INTO tally VALUES ({month}, {more}, {more} * ({row}.overall IS NOT NULL))
ON CONFLICT DO UPDATE SET negotiations = negotiations + excluded.negotiations, rated = rated + excluded.rated;
INSERT INTO frequency SELECT {row}.questionnaire, {month}, dimension, score, {more} FROM ({scores})
WHERE score IS NOT NULL AND {row}.questionnaire IS NOT NULL ON CONFLICT DO UPDATE SET n = n + excluded.n;
{then}END"""
_CLEARING = """DELETE FROM tally WHERE month = {month} AND negotiations = 0;
DELETE FROM frequency WHERE questionnaire = {row}.questionnaire AND month = {month} AND n = 0;
"""
_TALLIED = "SELECT {month}, count(*), count(overall) FROM negotiation WHERE deleted_at IS NULL GROUP BY 1"
_OCCURRING = """SELECT questionnaire, {month}, '{key}', {key}, count(*) FROM negotiation
WHERE deleted_at IS NULL AND questionnaire IS NOT NULL AND {key} IS NOT NULL GROUP BY 1, 2, 4"""
_DIFFERING = """SELECT max((SELECT count(*) FROM (SELECT * FROM ({anew}) EXCEPT SELECT * FROM {kept})),
(SELECT count(*) FROM (SELECT * FROM {kept} EXCEPT SELECT * FROM ({anew}))))"""
_MONTH = f"date(({{row}}.position >> {SHIFT}) / {DAY_SECONDS} + {FIRST_JULIAN_DAY}, 'start of month')"
"""The first day of the month of a position, by SQLite's dates."""

_COPIED = ", ".join(("position", "deleted_at", "questionnaire", *DIMENSIONS))
_CHANGES = (
    ("counted_when_inserted", "INSERT", "new", 1),
    ("counted_when_updated", f"UPDATE OF {_COPIED}", "new", 1),
    ("uncounted_when_updated", f"UPDATE OF {_COPIED}", "old", -1),
    ("uncounted_when_deleted", "DELETE", "old", -1),
)
"""Triggers: their names, after what they run, the row that is counted, and how many it is more."""


def triggers() -> Iterator[str]:
    """Yield the statements that make the triggers; whoever makes the table of negotiations anew needs them again."""
    for name, event, row, more in _CHANGES:
        month = _MONTH.format(row=row)
        scores = " UNION ALL ".join(f"SELECT '{key}' AS dimension, {row}.{key} AS score" for key in DIMENSIONS)
        then = _CLEARING.format(row=row, month=month) if more < 0 else ""
        yield _TRIGGER.format(name=name, event=event, row=row, more=more, month=month, scores=scores, then=then)


def differences() -> Iterator[str]:
    """Yield the statements that count in how many rows a table differs from what is counted anew."""
    month = _MONTH.format(row="negotiation")
    occurring = (_OCCURRING.format(month=month, key=key) for key in DIMENSIONS)
    for table, anew in ((TALLY, _TALLIED.format(month=month)), (FREQUENCY, " UNION ALL ".join(occurring))):
        yield _DIFFERING.format(kept=table.name, anew=anew)
