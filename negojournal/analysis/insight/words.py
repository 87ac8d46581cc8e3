"""What a chart of insights says: the line under it, its text version, its table, and how it is computed."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.analysis.insight.sieve import Use, left_out_words
from negojournal.analysis.phrase import count
from negojournal.analysis.scope import EVERYTHING
from negojournal.analysis.series import LATEST
from negojournal.domain.catalog import Catalog
from negojournal.domain.identity import NegotiationId
from negojournal.domain.questionnaire import Questionnaire

NOTHING = "–"
"""What a cell says that has nothing to say."""


@dataclass(frozen=True, slots=True)
class Recipe:
    """Hold how something is computed: two sentences and the formula."""

    first: str
    second: str
    formula: str

    @property
    def sentences(self) -> tuple[str, str]:
        """Return both sentences."""
        return self.first, self.second


@dataclass(frozen=True, slots=True)
class Words:
    """Hold everything that one chart says.

    `text` is the text version, one statement a line. `remarks` stand beside the chart, the finding first.
    `rows` have as many cells as `header`; where they are negotiations, `ids` names each.
    """

    caption: str
    text: str
    remarks: tuple[str, ...]
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    recipe: Recipe
    ids: tuple[NegotiationId, ...] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """Hold what words need besides numbers: labels, the filter in words, the questionnaire that scores rest on."""

    catalog: Catalog
    scope: str = EVERYTHING
    key: str | None = None

    @property
    def questionnaire(self) -> Questionnaire | None:
        """Return the questionnaire, None where there is none or its file is gone."""
        return self.catalog.questionnaire(self.key) if self.key else None

    @property
    def kind(self) -> str:
        """Return the questionnaire's name."""
        return self.questionnaire.title if self.questionnaire else self.key or "no questionnaire"


def caption(drawn: str, use: Use, scope: str, not_shown: str) -> str:
    """Return the line under a chart: what is drawn, from how many, which filter, what is left out and not shown."""
    used = f"{drawn}: {count(use.used, 'negotiation', 'negotiations')}, {scope}"
    total = use.used + sum(one.n for one in use.left_out)
    parts = [used if use.used else f"Nothing to count yet ({scope})"]
    if total >= LATEST:
        parts.append(f"From the latest {LATEST} negotiations")
    if use.left_out:
        parts.append(f"Left out: {left_out_words(use)}")
    return ". ".join([*parts, not_shown]) + "."


def sentences(*lines: str | None) -> tuple[str, ...]:
    """Return the lines that have something to say."""
    return tuple(line for line in lines if line)
