"""Scores of an assessment: means of its answered items (record.md, "Scoring")."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from negojournal.domain.outcome import DIMENSIONS, OVERALL, Outcome
from negojournal.domain.questionnaire import HIGHEST, LOWEST, Item, Questionnaire
from negojournal.domain.review import Answers

RAPPORT = "rapport"

SCORED: tuple[str, ...] = (*DIMENSIONS, RAPPORT)
"""Every dimension that is scored, in the order of the exchange format."""


@dataclass(frozen=True, slots=True)
class Score:
    """Hold a mean on the 1–7 scale, or None, and how many of the items it rests on."""

    value: float | None
    answered: int
    items: int

    def __str__(self) -> str:
        """Return the score as it is shown, and on how many ratings it rests where that is not all of them."""
        rest = f" ({self.answered} of {self.items})" if 0 < self.answered < self.items else ""
        return score_text(self.value) + rest


Scores = dict[str, Score]
"""Dimension (the four outcomes, `overall`, `rapport`) to its score."""


def build_scores(questionnaire: Questionnaire, answers: Answers) -> Scores:
    """Return the score of every dimension; items that the questionnaire does not know are left out."""
    by_outcome = {
        outcome: tuple(item for item in questionnaire.items if item.outcome is outcome) for outcome in Outcome
    }
    groups: dict[str, tuple[Item, ...]] = {str(outcome): items for outcome, items in by_outcome.items()}
    groups[OVERALL] = questionnaire.items
    groups[RAPPORT] = by_outcome[Outcome.PROCESS] + by_outcome[Outcome.RELATIONSHIP]
    return {key: _score(items, answers) for key, items in groups.items()}


def counted(item: Item, answer: int) -> int:
    """Return what an answer counts: itself, or 8 − answer for a reversed item; twice gives it back."""
    return LOWEST + HIGHEST - answer if item.reversed else answer


def _score(items: Iterable[Item], answers: Answers) -> Score:
    asked = tuple(items)
    given = [counted(item, answer) for item in asked if (answer := answers.get(item.key)) is not None]
    return Score(sum(given) / len(given) if given else None, len(given), len(asked))


def score_text(value: float | None) -> str:
    """Return a score as it is shown: with one decimal, halves rounded up, or a dash."""
    return "–" if value is None else f"{floor(value * 10 + 0.5) / 10:.1f}"
