from dataclasses import replace

from negojournal.domain.catalog import Catalog
from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import Item, Questionnaire
from negojournal.domain.review import Assessment, Review
from negojournal.ui.editor.assessment import assessment_from, settled
from tests.builders import build_record


def questionnaire(key, *items, revision=2):
    return Questionnaire(key, revision, key, tuple(Item(item, Outcome.SELF, item, "", "", "") for item in items))


SHORT, LONG = questionnaire("short", "a", "b"), questionnaire("long", "c", "d", "e")
CATALOG = Catalog((), (SHORT, LONG))


def saved(assessment):
    return settled(build_record(review=Review(assessment=assessment)), CATALOG).review.assessment


def test_nothing_rated_is_no_assessment():
    assert assessment_from(None, SHORT, {}) is None


def test_the_same_answers_are_the_same_assessment_also_of_an_older_revision():
    shown = Assessment("short", 1, {"a": 3, "gone": 4})
    assert assessment_from(shown, SHORT, {"a": 3, "gone": 4}) is shown
    assert assessment_from(shown, SHORT, {"a": 4, "gone": 4}) == Assessment("short", 2, {"a": 4, "gone": 4})


def test_taking_all_answers_back_leaves_an_empty_assessment():
    assert assessment_from(Assessment("short", 2, {"a": 3}), SHORT, {}) == Assessment("short", 2, {})


def test_only_the_answers_to_the_chosen_questionnaire_are_saved():
    assert saved(Assessment("long", 2, {"a": 1, "c": 2, "d": None})) == Assessment("long", 2, {"c": 2, "d": None})


def test_a_chosen_questionnaire_without_answers_gives_way_to_the_one_that_has_some():
    assert saved(Assessment("long", 2, {"a": 1, "b": 2})) == Assessment("short", 2, {"a": 1, "b": 2})


def test_an_assessment_that_fits_is_saved_as_it_is():
    for shown in (Assessment("short", 2, {"a": 1}), Assessment("short", 2, {})):
        assert saved(shown) is shown


def test_answers_to_an_older_revision_and_to_one_that_is_not_here_stay():
    for shown in (Assessment("short", 1, {"a": 1, "gone": 2}), Assessment("elsewhere", 2, {"x": 1})):
        assert saved(shown) is shown


def test_the_title_is_saved_without_the_space_around_it():
    record = build_record(title="  Budget ")
    assert settled(record, CATALOG) == replace(record, title="Budget")
    assert settled(replace(record, review=Review()), CATALOG).review == Review()
