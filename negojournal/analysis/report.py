"""What a page of trends needs to know: every outcome's statistics and what they rest on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from negojournal.analysis.aggregate import Grain
from negojournal.analysis.dimension import Dimension
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Milestone
from negojournal.domain.questionnaire import Questionnaire
from negojournal.domain.summary import Band, Tally


@dataclass(frozen=True, slots=True)
class TrendReport:
    """Hold the four outcomes and `overall`, in that order, for one filter.

    `questionnaire` is the one that most dimensions use. `titles` names the reviews behind the points, by id. `bands`
    are filled, by dimension, where the grain is not one review. `scope` is the filter in words, for a caption.
    """

    dimensions: Mapping[str, Dimension]
    filter: Filter
    tally: Tally
    questionnaire: Questionnaire | None = None
    milestones: tuple[Milestone, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)
    grain: Grain = Grain.REVIEW
    bands: Mapping[str, tuple[Band, ...]] = field(default_factory=dict)
    scope: str = ""

    @property
    def reviews(self) -> int:
        """Return how many negotiations that the filter lets through are rated, by whatever questionnaire."""
        return self.tally.rated
