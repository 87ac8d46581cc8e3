"""Everything that is said when negotiations are laid beside each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from negojournal.analysis.insight.association import Associations
from negojournal.analysis.insight.calibration import Calibration
from negojournal.analysis.insight.captured import Captured
from negojournal.analysis.insight.comparison import Comparison
from negojournal.analysis.insight.dodged import Dodged
from negojournal.analysis.insight.expectation import Expectation
from negojournal.analysis.insight.frequency import Traps
from negojournal.analysis.insight.grouping import Grouping
from negojournal.analysis.insight.habit import Habits
from negojournal.analysis.insight.hindsight import Hindsight
from negojournal.analysis.insight.power import Power
from negojournal.analysis.insight.promise import Promises
from negojournal.analysis.insight.quarter import Quarters
from negojournal.analysis.insight.territory import Territory
from negojournal.analysis.insight.words import Words
from negojournal.domain.case import Case
from negojournal.domain.catalog import Catalog
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Milestone
from negojournal.domain.questionnaire import Questionnaire
from negojournal.domain.summary import Tally
from negojournal.domain.territory import Encounter


@dataclass(frozen=True, slots=True)
class Material:
    """Hold what insights are built from: cases that are held or dodged, in order of time, at most the latest 500.

    `tally` counts all that the filter lets through, and `encounters` all of them by area and counterpart.
    """

    cases: tuple[Case, ...]
    catalog: Catalog
    tally: Tally
    milestones: tuple[Milestone, ...] = ()
    encounters: tuple[Encounter, ...] = ()


@dataclass(frozen=True, slots=True)
class Wish:
    """Hold what the user asked for: a filter, a questionnaire (None is the one with more scores), a comparison."""

    filter: Filter = field(default_factory=Filter)
    questionnaire: str | None = None
    grouping: Grouping = field(default_factory=Grouping)


@dataclass(frozen=True, slots=True)
class InsightReport:
    """Hold every part, and under the part's name what it says.

    `scope` is the filter in words; `cases` how many negotiations the parts are built from.
    """

    comparison: Comparison
    associations: Associations
    traps: Traps
    quarters: Quarters
    captured: Captured
    calibration: Calibration
    expectation: Expectation
    hindsight: Hindsight
    promises: Promises
    power: Power
    dodged: Dodged
    territory: Territory
    habits: Habits
    words: Mapping[str, Words]
    filter: Filter
    scope: str
    tally: Tally
    cases: int
    questionnaire: Questionnaire | None = None
