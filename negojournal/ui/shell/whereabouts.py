"""Where the user was, to come back to it after the journal was locked or opened again."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.domain.identity import NegotiationId


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Say where the user was without a word of the journal: a place by its key, what was open in it, the filter.

    `record` is what was read or edited; `is_plan` tells a new plan from a new review; `filter` is as it is remembered.
    """

    place: str = ""
    record: NegotiationId | None = None
    is_plan: bool = False
    filter: str = ""


START = Whereabouts()
"""Where one is who wasn't anywhere before: in the form, in a new review."""
