"""What charts read, against the same numbers computed another way."""

from __future__ import annotations

import random
from collections import defaultdict
from datetime import UTC, date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.review import Assessment, Review
from negojournal.domain.scoring import RAPPORT, Scores
from negojournal.domain.summary import Period
from negojournal.storage.store import Store, open_store
from tests.builders import build_id, build_record, build_scores

NOW = datetime(2026, 6, 1, tzinfo=UTC)
QUICK = "quick"
ALWAYS = Filter(since=date.min)
"""A filter that lets everything through, though nobody has counted for it before."""


def rated(
    number: int, value: float | None = 5.0, questionnaire: str = QUICK, scores: dict | None = None, **changes
) -> tuple[Negotiation, Scores]:
    review = Review(assessment=Assessment(questionnaire, 1, {"self": 1 + number % 7}))
    return build_record(number, **{"review": review, **changes}), build_scores(value, **(scores or {}))


def test_scored_comes_in_order_of_time_ties_by_when_they_were_written(store: Store) -> None:
    day = Moment("2026-03-03")
    written = [Moment(f"2026-03-0{digit}T10:00:00+00:00") for digit in (6, 4, 5)]
    for number, created_at in enumerate(written):
        store.records.save(*rated(number, held_at=day, created_at=created_at))
    store.records.save(*rated(9, held_at=Moment("2026-03-03T00:00:00.5Z"), created_at=Moment("2026-03-01")))
    found = store.lists.scored(Filter(), QUICK)
    assert [review.id for review in found] == [build_id(number) for number in (1, 2, 0, 9)]
    assert {review.day for review in found} == {date(2026, 3, 3)}
    assert found[0].title == "Talk 1"
    assert dict(found[0].scores) == dict.fromkeys((*DIMENSIONS, RAPPORT), 5.0)


def test_what_is_written_on_a_day_alone_is_ordered_beside_instants(store: Store) -> None:
    same = Moment("2026-03-03")
    store.records.save(*rated(1, held_at=same, created_at=Moment("2026-03-03T01:00:00+02:00")))
    store.records.save(*rated(2, held_at=same, created_at=Moment("2026-03-03")))
    assert [review.id for review in store.lists.scored(Filter(), QUICK)] == [build_id(1), build_id(2)]


def test_scored_leaves_out_the_other_questionnaire_the_bin_and_what_is_not_rated(store: Store) -> None:
    store.records.save(*rated(1))
    store.records.save(*rated(2, questionnaire="other"))
    store.records.save(*rated(3))
    store.records.save(*rated(4, None))
    store.records.bin([build_id(3)], NOW)
    assert [review.id for review in store.lists.scored(Filter(), QUICK)] == [build_id(1)]
    assert [review.id for review in store.lists.scored(Filter(binned=True), QUICK)] == [build_id(3)]
    assert store.lists.scored(Filter(), "unknown") == ()


def test_each_dimension_has_its_latest_scores(store: Store) -> None:
    sparse = {number: {"self": None} for number in range(20) if number % 4}
    store.records.save_many(rated(number, scores=sparse.get(number)) for number in range(20))
    found = store.lists.scored(Filter(), QUICK, limit=3)
    assert [review.id for review in found] == [build_id(number) for number in (8, 12, 16, 17, 18, 19)]
    for dimension in DIMENSIONS:
        assert sum(review.scores[dimension] is not None for review in found) >= 3


def test_the_limit_does_not_cut_through_a_second(store: Store) -> None:
    same = Moment("2026-03-03")
    for number in (5, 3, 4):
        store.records.save(*rated(number, held_at=same))
    assert [review.id for review in store.lists.scored(Filter(), QUICK, limit=2)][-2:] == [build_id(4), build_id(5)]


def test_answers_stand_beside_their_reviews(store: Store) -> None:
    store.records.save_many(rated(number) for number in (3, 1, 2))
    none = Review(assessment=Assessment(QUICK, 1, {"self": None}))
    store.records.save(*rated(4, review=none))
    found = store.lists.scored(Filter(), QUICK)
    assert [review.answers for review in found] == [{"self": 2}, {"self": 3}, {"self": 4}, {"self": None}]
    assert [review.answers for review in store.lists.scored(Filter(), QUICK, limit=1)] == [{"self": None}]


def test_counts_by_questionnaire_and_dimension(store: Store) -> None:
    assert store.lists.counts(Filter()) == store.lists.questionnaires(Filter()) == {}
    store.records.save(*rated(1))
    store.records.save(*rated(2, scores={"self": None}, area="team"))
    store.records.save(*rated(3, questionnaire="full"))
    store.records.save(*rated(4, None, questionnaire="empty"))
    store.records.save(build_record(5))
    counts = store.lists.counts(Filter())
    assert counts.keys() == {QUICK, "full"}
    assert counts[QUICK] == {**dict.fromkeys(DIMENSIONS, 2), "self": 1}
    assert store.lists.counts(ALWAYS) == counts
    assert store.lists.counts(Filter(area="team")) == {QUICK: {**dict.fromkeys(DIMENSIONS, 1), "self": 0}}
    assert store.lists.questionnaires(Filter()) == {"full": 1, QUICK: 2}
    assert store.lists.questionnaires(Filter(area="team")) == {QUICK: 1}


def test_the_span_is_that_of_the_scores(store: Store) -> None:
    assert store.lists.span(Filter(), QUICK) is None
    store.records.save_many(rated(number) for number in (2, 9, 4))
    store.records.save(*rated(20, None))
    days = [build_record(number).held_at.day for number in (2, 9)]
    assert store.lists.span(Filter(), QUICK) == store.lists.span(ALWAYS, QUICK) == tuple(days)


def start_of(day: date, period: Period) -> date:
    return day.replace(day=1) if period is Period.MONTH else day - timedelta(days=day.isocalendar().weekday - 1)


def expected(scores: list[tuple[date, float]], period: Period) -> list[tuple]:
    groups = defaultdict(list)
    for day, score in scores:
        groups[start_of(day, period)].append(score)
    return [(start, len(of), *np.percentile(of, [25, 50, 75])) for start, of in sorted(groups.items())]


def assert_bands(scores: list[tuple[date, float]], period: Period) -> None:
    with open_store(None) as store:
        store.records.save_many(
            rated(number, None, scores={"process": score}, held_at=Moment(day.isoformat()))
            for number, (day, score) in enumerate(scores)
        )
        bands = store.lists.bands(Filter(), QUICK, "process", period)
        assert bands == store.lists.bands(ALWAYS, QUICK, "process", period)
    found = [(band.start, band.n, band.lower_quartile, band.median, band.upper_quartile) for band in bands]
    wanted = expected(scores, period)
    assert [one[:2] for one in found] == [one[:2] for one in wanted]
    assert np.allclose([one[2:] for one in found], [one[2:] for one in wanted], atol=1e-12, rtol=0)


some_days = st.dates(date(2023, 12, 20), date(2024, 3, 10)) | st.sampled_from([date.min, date.max, date(1, 1, 8)])


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.tuples(some_days, st.sampled_from([1.0, 2.5, 10 / 3, 4.0, 7.0]) | st.floats(1, 7)), min_size=1),
    st.sampled_from(Period),
)
def test_bands_are_those_of_numpy(scores: list[tuple[date, float]], period: Period) -> None:
    assert_bands(scores, period)


@pytest.mark.parametrize("period", Period)
def test_bands_of_many_ties(period: Period) -> None:
    dice = random.Random(3)
    first = date(2023, 11, 27)
    assert_bands([(first + timedelta(days=dice.randrange(120)), float(dice.randint(1, 7))) for _ in range(700)], period)


def test_bands_know_filter_and_bin(store: Store) -> None:
    store.records.save(*rated(1, 2, area="team"))
    store.records.save(*rated(2, 4))
    store.records.save(*rated(3, 6))
    store.records.bin([build_id(3)], NOW)
    (band,) = store.lists.bands(Filter(), QUICK, "overall", Period.MONTH)
    assert (band.n, band.median) == (2, 3)
    (band,) = store.lists.bands(Filter(area="team"), QUICK, "overall", Period.MONTH)
    assert (band.n, band.lower_quartile, band.median, band.upper_quartile) == (1, 2, 2, 2)
    assert store.lists.bands(Filter(), "unknown", "overall", Period.WEEK) == ()
