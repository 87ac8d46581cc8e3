"""One record as plain data, under the names of record.md, and back.

Every key is written, in record.md's order: null for what is absent, an empty list or object for what holds nothing.
A missing key and null are read alike, so a record that names every key comes back equal, and one that leaves some out
comes back with them filled in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import cast

from negojournal.domain.negotiation import Negotiation
from negojournal.domain.plain import plain_of, value_from
from negojournal.domain.scoring import SCORED, Scores

SCORES = "scores"


def record_plain(record: Negotiation, scores: Scores | None) -> dict[str, object]:
    """Return a record with its scores as plain data."""
    plain = cast("dict[str, object]", plain_of(record))
    plain[SCORES] = scores_plain(scores)
    return plain


def scores_plain(scores: Scores | None) -> dict[str, float | None]:
    """Return the value of every dimension, or null where there is none."""
    return {key: scores[key].value if scores and key in scores else None for key in SCORED}


def record_from(data: object, blank: Negotiation) -> Negotiation:
    """Return the record that plain data describes; what the program sets is taken from `blank` where it is absent.

    Scores are ignored. Raises InvalidError that names every key that misfits; the rules are for `problems_of`.
    """
    if isinstance(data, Mapping):
        data = filled(data, {name: plain_of(getattr(blank, name)) for name in ("id", "held_at", "status", *STAMPS)})
    return value_from(Negotiation, data)


def filled(data: Mapping[str, object], instead: Mapping[str, object]) -> dict[str, object]:
    """Return a record's plain data without its scores and with something instead of what is absent."""
    absent = {key: value for key, value in instead.items() if data.get(key) is None}
    return {key: value for key, value in data.items() if key != SCORES} | absent


STAMPS = ("created_at", "updated_at")
"""What the program sets when a record is kept."""
