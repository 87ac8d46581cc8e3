"""A questionnaire: the items that are rated from 1 to 7."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.domain.outcome import Outcome

LOWEST, HIGHEST = 1, 7
"""The ends of the scale."""

FULL, QUICK = "subjective-value", "quick"
"""The keys of the two questionnaires that ship."""


@dataclass(frozen=True, slots=True)
class Item:
    """Hold one sentence to rate, with the words at 1, 4 and 7; a reversed item counts as 8 − answer."""

    key: str
    outcome: Outcome
    wording: str
    low: str
    middle: str
    high: str
    reversed: bool = False


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Hold the items of a questionnaire in the order they are asked."""

    key: str
    revision: int
    title: str
    items: tuple[Item, ...]

    def keys(self) -> frozenset[str]:
        """Return the keys of all items."""
        return frozenset(item.key for item in self.items)
