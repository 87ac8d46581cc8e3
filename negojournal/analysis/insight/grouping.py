"""By what negotiations are divided into two groups."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class GroupingKind(StrEnum):
    """Name what negotiations are divided by."""

    AREA = "area"
    COUNTERPART = "counterpart"
    METHOD = "method"
    CHANNEL = "channel"
    PRACTICE = "practice"
    TRAP = "trap"
    PREPARED = "prepared"
    MILESTONE = "milestone"


@dataclass(frozen=True, slots=True)
class Grouping:
    """Say what is compared: with a key, that group against the rest, outcome by outcome.

    Without a key each group of the kind stands against the rest, by `overall`. `prepared` takes no key; a milestone
    is named by its id, and without one it is the latest.
    """

    kind: GroupingKind = GroupingKind.PREPARED
    key: str | None = None
