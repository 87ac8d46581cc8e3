"""Where negotiations take place: which area with whom."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Encounter:
    """Count the negotiations held or dodged in one area with one counterpart, and how many of them are rated.

    None stands for those without an area or without a counterpart.
    """

    area: str | None
    counterpart: str | None
    negotiations: int
    rated: int
