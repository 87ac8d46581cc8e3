"""What the user writes beside the negotiations: about a counterpart, their own strategy, the month's focus."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Subject(StrEnum):
    """Say what a note is about, and so what its key names."""

    COUNTERPART = "counterpart"
    STRATEGY = "strategy"
    FOCUS = "focus"


@dataclass(frozen=True, slots=True)
class Note:
    """Hold one note; of a subject there is one for each key.

    The key is the name of a counterpart, the ISO date of a revision of the strategy, or the month (`2026-11`) of a
    focus, whose text is the key of a trap.
    """

    subject: Subject
    key: str
    text: str
