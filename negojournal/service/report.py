"""Put a report of trends together from what the database counts and gives out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from negojournal.analysis.aggregate import MOST_POINTS, Grain, grain_for
from negojournal.analysis.dimension import Dimension, build_dimension
from negojournal.analysis.report import TrendReport
from negojournal.analysis.scope import scope_words
from negojournal.analysis.series import LATEST, questionnaire_used, series_from
from negojournal.domain.catalog import Catalog
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import DIMENSIONS, OVERALL
from negojournal.domain.questionnaire import Item
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

Reviews = Mapping[str, tuple[ScoredReview, ...]]
"""Questionnaire to the reviews rated by it, in order of time."""

Rows = tuple[tuple[int | None, ...], ...]
"""One row an assessment, one column a question of the outcome, reversed where the question is."""


def build_report(holding: Holding, chosen: Filter, questionnaire: str | None) -> TrendReport:
    """Compute every dimension for a filter, from the questionnaire named or, for each, the one with more scores."""
    lists, catalog = holding.store.lists, holding.catalog
    counts = lists.counts(chosen)
    used = {name: questionnaire_used(_by_questionnaire(counts, name), questionnaire) for name in DIMENSIONS}
    grain = _grain(lists, chosen, counts, used)
    # Where no review is drawn by itself, only those are read that the statistics look at: a third of the time.
    drawn, most = (counts.keys(), MOST_POINTS) if grain is Grain.REVIEW else (counts.keys() & used.values(), LATEST)
    scored = {key: lists.scored(chosen, key, most) for key in drawn}
    main = Counter(used.values()).most_common(1)[0][0]
    return TrendReport(
        dimensions=_dimensions(counts, used, scored, _rows(catalog, scored, used)),
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


def _dimensions(counts: Counts, used: Used, scored: Reviews, rows: Mapping[str, Rows]) -> dict[str, Dimension]:
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


def _rows(catalog: Catalog, scored: Reviews, used: Used) -> dict[str, Rows]:
    """Return the answers behind each outcome's scores, in order of time."""
    return {
        name: _rows_of([item for item in questionnaire.items if item.outcome == name], scored.get(key, ()))
        for name, key in used.items()
        if key and name != OVERALL and (questionnaire := catalog.questionnaire(key))
    }


def _rows_of(items: Sequence[Item], reviews: Iterable[ScoredReview]) -> Rows:
    return tuple(_row(items, review.answers) for review in reviews)


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
