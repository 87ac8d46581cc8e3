from datetime import date

import pytest

from negojournal.analysis.series import Scored, latest, questionnaire_used, series_from
from negojournal.domain.identity import NegotiationId
from negojournal.domain.summary import ScoredReview

DAY = date(2026, 3, 4)


def review(name, **scores):
    return ScoredReview(NegotiationId(name), title=name, day=DAY, scores=scores, answers={})


def test_a_series_keeps_the_order_and_leaves_out_what_was_not_rated():
    reviews = [review("a", process=5.0), review("b", process=None), review("c"), review("d", process=3.25)]
    assert series_from(reviews, "process") == (Scored("a", DAY, 5.0), Scored("d", DAY, 3.25))


def test_statistics_use_the_latest_500_scores():
    scored = [Scored(str(i), DAY, 4.0) for i in range(501)]
    assert latest(scored) == tuple(scored[1:])
    assert latest(scored[:7]) == tuple(scored[:7])


@pytest.mark.parametrize(
    ("counts", "chosen", "used"),
    [
        ({"quick": 9, "subjective-value": 8}, None, "quick"),
        ({"quick": 8, "subjective-value": 9}, None, "subjective-value"),
        ({"quick": 8, "subjective-value": 8}, None, "subjective-value"),
        ({"subjective-value": 8, "quick": 8}, None, "subjective-value"),
        ({"quick": 9, "subjective-value": 8}, "subjective-value", "subjective-value"),
        ({"quick": 9}, "own", "own"),
        ({}, None, None),
        ({}, "quick", "quick"),
    ],
)
def test_the_questionnaire_with_more_scores_is_used_unless_one_is_chosen(counts, chosen, used):
    assert questionnaire_used(counts, chosen) == used
