"""Put a report of trends together from what the database counts and gives out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from negojournal.analysis.aggregate import MOST_POINTS, Grain, grain_for
from negojournal.analysis.dimension import Dimension, build_dimension
from negojournal.analysis.report import TrendReport
from negojournal.analysis.scope import scope_words
from negojournal.analysis.series import questionnaire_used, series_from
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import DIMENSIONS, OVERALL
from negojournal.domain.questionnaire import Item, Questionnaire
from negojournal.domain.review import Answers
from negojournal.domain.scoring import counted
from negojournal.domain.summary import Band, Period, ScoredReview
from negojournal.service.holding import Holding

if TYPE_CHECKING:
    from negojournal.storage.listing import Lists

Counts = Mapping[str, Mapping[str, int]]
"""Questionnaire to dimension to the number of scores in the period."""

Used = Mapping[str, str | None]
"""Dimension to the questionnaire that its trend uses."""

Rows = tuple[tuple[int | None, ...], ...]
"""One row an assessment, one column a question of the outcome, reversed where the question is."""


def build_report(holding: Holding, chosen: Filter, questionnaire: str | None) -> TrendReport:
    """Compute every dimension for a filter, from the questionnaire named or, for each, the one with more scores."""
    lists, catalog = holding.store.lists, holding.catalog
    counts = lists.counts(chosen)
    used = {name: questionnaire_used(_by_questionnaire(counts, name), questionnaire) for name in DIMENSIONS}
    grain = _grain(lists, chosen, counts, used)
    drawn = counts.keys() if grain is Grain.REVIEW else counts.keys() & used.values()
    scored = {key: lists.scored(chosen, key, MOST_POINTS) for key in drawn}
    main = Counter(used.values()).most_common(1)[0][0]
    return TrendReport(
        dimensions=_dimensions(counts, used, scored, _rows(holding, chosen, used)),
        filter=chosen,
        tally=lists.tally(chosen),
        questionnaire=catalog.questionnaire(main) if main else None,
        milestones=tuple(one for one in holding.store.milestones.all() if _is_within(one, chosen)),
        titles={review.id: review.title for reviews in scored.values() for review in reviews},
        grain=grain,
        bands=_bands(lists, chosen, used, grain),
        scope=scope_words(chosen, catalog),
    )


def _by_questionnaire(counts: Counts, name: str) -> dict[str, int]:
    """Return how many scores of a dimension each questionnaire has, where it has any."""
    return {key: n for key, by_name in counts.items() if (n := by_name.get(name, 0))}


def _grain(lists: Lists, chosen: Filter, counts: Counts, used: Used) -> Grain:
    points = max(sum(_by_questionnaire(counts, name).values()) for name in DIMENSIONS)
    questionnaire = used[OVERALL]
    span = lists.span(chosen, questionnaire) if questionnaire else None
    return grain_for(points, (span[1] - span[0]).days if span else 0)


def _dimensions(
    counts: Counts, used: Used, scored: Mapping[str, tuple[ScoredReview, ...]], rows: Mapping[str, Rows]
) -> dict[str, Dimension]:
    dimensions = {}
    for name, questionnaire in used.items():
        by_questionnaire = _by_questionnaire(counts, name)
        n = by_questionnaire.pop(questionnaire or "", 0)
        others = (review for key in by_questionnaire for review in scored.get(key, ()))
        dimensions[name] = build_dimension(
            series_from(scored.get(questionnaire or "", ()), name),
            questionnaire=questionnaire,
            other=series_from(sorted(others, key=lambda review: review.day), name),
            n=n,
            n_other=sum(by_questionnaire.values()),
            answers=rows.get(name, ()),
        )
    return dimensions


def _rows(holding: Holding, chosen: Filter, used: Used) -> dict[str, Rows]:
    """Return the answers behind each outcome's scores, in order of time."""
    asked = {key: one for key in set(used.values()) if key and (one := holding.catalog.questionnaire(key))}
    given = {key: holding.store.lists.answers(chosen, key) for key in asked}
    return {
        name: tuple(_row(_items(asked[key], name), answers) for answers in given[key])
        for name, key in used.items()
        if key in asked and name != OVERALL
    }


def _items(questionnaire: Questionnaire, name: str) -> tuple[Item, ...]:
    return tuple(item for item in questionnaire.items if item.outcome == name)


def _row(items: Iterable[Item], answers: Answers) -> tuple[int | None, ...]:
    return tuple(None if (given := answers.get(item.key)) is None else counted(item, given) for item in items)


def _bands(lists: Lists, chosen: Filter, used: Used, grain: Grain) -> dict[str, tuple[Band, ...]]:
    if grain is Grain.REVIEW:
        return {}
    period = Period(grain)
    return {name: lists.bands(chosen, key, name, period) for name, key in used.items() if key}


def _is_within(milestone: Milestone, chosen: Filter) -> bool:
    return (chosen.since is None or chosen.since <= milestone.on) and (
        chosen.until is None or milestone.on <= chosen.until
    )
