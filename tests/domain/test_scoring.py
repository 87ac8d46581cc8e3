"""The expected scores are worked by hand from the rules of record.md."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.catalog.load import load_catalog
from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import Item, Questionnaire
from negojournal.domain.scoring import SCORED, Score, build_scores, counted, score_text
from negojournal.paths import resource_folder

CATALOG = load_catalog(resource_folder())
FULL = CATALOG.questionnaire("subjective-value")
QUICK = CATALOG.questionnaire("quick")

ALL_SIXTEEN = {
    "instrumental_1": 6,
    "instrumental_2": 5,
    "instrumental_3": 2,  # reversed: 6
    "instrumental_4": 7,
    "self_1": 1,  # reversed: 7
    "self_2": 4,
    "self_3": 6,
    "self_4": 4,
    "process_1": 7,
    "process_2": 6,
    "process_3": 3,
    "process_4": 5,
    "relationship_1": 4,
    "relationship_2": 6,
    "relationship_3": 5,
    "relationship_4": 7,
}


def test_all_items_answered():
    assert build_scores(FULL, ALL_SIXTEEN) == {
        "instrumental": Score((6 + 5 + 6 + 7) / 4, 4, 4),
        "process": Score((7 + 6 + 3 + 5) / 4, 4, 4),
        "relationship": Score((4 + 6 + 5 + 7) / 4, 4, 4),
        "self": Score((7 + 4 + 6 + 4) / 4, 4, 4),
        "overall": Score((24 + 21 + 22 + 21) / 16, 16, 16),
        "rapport": Score((21 + 22) / 8, 8, 8),
    }


def test_not_applicable_and_missing_items_are_left_out():
    answers = ALL_SIXTEEN | {"instrumental_3": None, "process_1": None, "relationship_4": None}
    del answers["instrumental_2"], answers["self_1"]
    assert build_scores(FULL, answers) == {
        "instrumental": Score((6 + 7) / 2, 2, 4),
        "process": Score((6 + 3 + 5) / 3, 3, 4),
        "relationship": Score((4 + 6 + 5) / 3, 3, 4),
        "self": Score((4 + 6 + 4) / 3, 3, 4),
        "overall": Score((13 + 14 + 15 + 14) / 11, 11, 16),
        "rapport": Score((14 + 15) / 6, 6, 8),
    }


def test_rapport_is_the_mean_of_items_and_not_of_scores():
    scores = build_scores(FULL, {"process_1": 7, "relationship_1": 1, "relationship_2": 1, "relationship_3": 1})
    assert scores["rapport"] == Score(10 / 4, 4, 8)
    assert scores["overall"] == Score(10 / 4, 4, 16)


def test_without_an_answered_item_there_is_no_score():
    nothing = build_scores(FULL, {"process_1": None})
    assert set(nothing) == set(SCORED)
    assert {score.value for score in nothing.values()} == {None}
    assert nothing["overall"].items == 16


def test_the_quick_questionnaire_has_one_item_each():
    scores = build_scores(QUICK, {"instrumental": 3, "process": 5, "self": None})
    assert scores == {
        "instrumental": Score(3, 1, 1),
        "process": Score(5, 1, 1),
        "relationship": Score(None, 0, 1),
        "self": Score(None, 0, 1),
        "overall": Score(4, 2, 4),
        "rapport": Score(5, 1, 2),
    }


def test_what_the_questionnaire_does_not_ask_counts_nowhere():
    assert build_scores(QUICK, {"process": 5, "process_1": 1}) == build_scores(QUICK, {"process": 5})


def test_an_outcome_without_items_has_no_score():
    one = Questionnaire("one", 1, "One", (Item("a", Outcome.SELF, "A", "", "", ""),))
    assert build_scores(one, {"a": 2})["process"] == Score(None, 0, 0)


@pytest.mark.parametrize(("answer", "counts"), [(1, 7), (2, 6), (4, 4), (7, 1)])
def test_a_reversed_answer_counts_as_eight_less_it(answer, counts):
    straight = Item("a", Outcome.SELF, "A", "", "", "")
    assert counted(straight, answer) == answer
    assert counted(Item("a", Outcome.SELF, "A", "", "", "", reversed=True), answer) == counts


def test_the_items_are_those_of_the_reference():
    assert [(item.key, item.outcome) for item in FULL.items] == [
        (f"{outcome}_{number}", outcome) for outcome in Outcome for number in range(1, 5)
    ]
    assert {item.key for item in FULL.items if item.reversed} == {"instrumental_3", "self_1"}
    assert [(item.key, item.reversed) for item in QUICK.items] == [(str(outcome), False) for outcome in Outcome]


@given(st.dictionaries(st.sampled_from(sorted(FULL.keys())), st.none() | st.integers(1, 7)))
def test_scores_lie_on_the_scale_and_rest_on_what_was_answered(answers):
    scores = build_scores(FULL, answers)
    given_ = [key for key, answer in answers.items() if answer is not None]
    assert scores["overall"].answered == len(given_)
    assert scores["overall"].answered == sum(scores[outcome].answered for outcome in Outcome)
    assert all(score.value is None if not score.answered else 1 <= score.value <= 7 for score in scores.values())


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "–"), (5.0, "5.0"), (4.25, "4.3"), (4.75, "4.8"), (16 / 3, "5.3"), (1.0, "1.0")]
)
def test_scores_are_shown_with_one_decimal_halves_up(value, shown):
    assert score_text(value) == shown


def test_a_score_says_on_how_many_ratings_it_rests():
    assert str(Score(5.5, 2, 4)) == "5.5 (2 of 4)"
    assert str(Score(5.5, 4, 4)) == "5.5"
    assert str(Score(None, 0, 4)) == "–"
