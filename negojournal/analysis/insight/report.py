"""Everything that is said when negotiations are laid beside each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import date

from negojournal.analysis.insight.association import Associations, associations_words, build_associations
from negojournal.analysis.insight.calibration import Calibration, build_calibration, calibration_words
from negojournal.analysis.insight.captured import Captured, build_captured, captured_words
from negojournal.analysis.insight.comparison import Comparison, build_comparison, comparison_words
from negojournal.analysis.insight.dodged import Dodged, build_dodged, dodged_words
from negojournal.analysis.insight.expectation import Expectation, build_expectation, expectation_words
from negojournal.analysis.insight.frequency import Traps, build_traps, traps_words
from negojournal.analysis.insight.grouping import Choice, Grouping, choices_of
from negojournal.analysis.insight.habit import Habits, build_habits, habits_words
from negojournal.analysis.insight.hindsight import Hindsight, build_hindsight, hindsight_words
from negojournal.analysis.insight.power import Power, build_power, power_words
from negojournal.analysis.insight.promise import Promises, build_promises, promises_words
from negojournal.analysis.insight.quarter import Quarters, build_quarters, quarters_words
from negojournal.analysis.insight.territory import Territory, build_territory, territory_words
from negojournal.analysis.insight.words import Setting, Words
from negojournal.analysis.phrase import milestone_words
from negojournal.analysis.scope import scope_words
from negojournal.analysis.series import questionnaire_used
from negojournal.domain.case import Case
from negojournal.domain.catalog import Catalog
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import OVERALL
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
class Parts:
    """Hold one value for each chart of insights."""

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


@dataclass(frozen=True, slots=True)
class InsightReport(Parts):
    """Hold every part, and under the part's name what it says.

    `scope` is the filter in words; `cases` how many negotiations the parts are built from, `choices` what else can be
    compared in them.
    """

    words: Mapping[str, Words]
    filter: Filter
    scope: str
    tally: Tally
    cases: int
    questionnaire: Questionnaire | None = None
    choices: tuple[Choice, ...] = ()


def build_insights(material: Material, wish: Wish, day: date) -> InsightReport:
    """Compute every part for a filter, as it stands on a day; promises are due by then."""
    setting = _setting(material, wish)
    parts = _parts(material, wish.grouping, setting, day)
    return InsightReport(
        **{part.name: getattr(parts, part.name) for part in fields(parts)},
        words=_words(parts, setting),
        filter=wish.filter,
        scope=setting.scope,
        tally=material.tally,
        cases=len(material.cases),
        questionnaire=setting.questionnaire,
        choices=choices_of(material.cases, material.catalog, material.milestones),
    )


def without_milestones(report: InsightReport) -> InsightReport:
    """Return a report that shows and tells no milestone, for a copy in which a drawing must not name anything."""
    expectation, habits = report.expectation, report.habits
    told = {milestone_words(one) for part in (expectation, habits) for one in part.milestones}
    words = {key: replace(one, text=_without(one.text, told)) for key, one in report.words.items()}
    return replace(
        report, expectation=replace(expectation, milestones=()), habits=replace(habits, milestones=()), words=words
    )


def _without(text: str, lines: Container[str]) -> str:
    return "\n".join(line for line in text.split("\n") if line not in lines)


def _setting(material: Material, wish: Wish) -> Setting:
    key = used_questionnaire(material.cases, wish.questionnaire)
    return Setting(material.catalog, scope_words(wish.filter, material.catalog), key)


def used_questionnaire(cases: Sequence[Case], chosen: str | None) -> str | None:
    """Return the questionnaire whose scores are compared: the chosen one, or that with more scores."""
    rated = (case.questionnaire for case in cases if case.scores.get(OVERALL) is not None)
    return questionnaire_used(Counter(key for key in rated if key is not None), chosen)


def _parts(material: Material, grouping: Grouping, setting: Setting, day: date) -> Parts:
    cases = material.cases
    return Parts(
        comparison=build_comparison(cases, grouping, setting, material.milestones),
        associations=build_associations(cases, setting),
        traps=build_traps(cases, setting),
        quarters=build_quarters(cases),
        captured=build_captured(cases, setting),
        calibration=build_calibration(cases),
        expectation=build_expectation(cases, setting, material.milestones),
        hindsight=build_hindsight(cases, setting),
        promises=build_promises(cases, setting, day),
        power=build_power(cases),
        dodged=build_dodged(cases),
        territory=build_territory(material.encounters, setting),
        habits=build_habits(cases, setting, material.milestones),
    )


def _words(parts: Parts, setting: Setting) -> Mapping[str, Words]:
    return {
        "comparison": comparison_words(parts.comparison, setting),
        "associations": associations_words(parts.associations, setting),
        "traps": traps_words(parts.traps, setting),
        "quarters": quarters_words(parts.quarters, setting),
        "captured": captured_words(parts.captured, setting),
        "calibration": calibration_words(parts.calibration, setting),
        "expectation": expectation_words(parts.expectation, setting),
        "hindsight": hindsight_words(parts.hindsight, setting),
        "promises": promises_words(parts.promises, setting),
        "power": power_words(parts.power, setting),
        "dodged": dodged_words(parts.dodged, setting),
        "territory": territory_words(parts.territory, setting),
        "habits": habits_words(parts.habits, setting),
    }
