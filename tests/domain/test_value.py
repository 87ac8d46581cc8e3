"""Small values: what they hold when nothing is said, and what they compare by."""

from dataclasses import FrozenInstanceError

import pytest

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.negotiation import name_key
from negojournal.domain.outcome import DIMENSIONS, Outcome, PerOutcome
from negojournal.domain.review import Assessment, PracticeMark, Review
from negojournal.domain.scoring import SCORED
from negojournal.domain.summary import Page
from tests.builders import build_full_record


def test_the_dimensions_stand_in_the_order_shown():
    assert DIMENSIONS == ("instrumental", "process", "relationship", "self", "overall")
    assert (*DIMENSIONS, "rapport") == SCORED


def test_a_value_for_each_outcome():
    values = PerOutcome(process="agenda", self="breathe")
    assert [values.of(outcome) for outcome in Outcome] == [None, "agenda", None, "breathe"]


@pytest.mark.parametrize("name", ["Marta Ruiz", " marta  ruiz ", "MARTA\tRUIZ"])
def test_names_are_compared_without_case_and_space(name):
    assert name_key(name) == "marta ruiz"


def test_other_names_differ():
    assert name_key("Marta Ruiz") != name_key("Martha Ruiz")
    assert name_key("STRASSE") == name_key("Straße")


def test_answers_and_marks_can_not_be_changed_from_outside():
    answers, marks = {"self": 4}, {"listening": PracticeMark.WELL}
    assessment, review = Assessment("quick", 1, answers), Review(practices=marks)
    answers["self"], marks["listening"] = 1, PracticeMark.NOT
    assert (assessment.answers["self"], review.practices["listening"]) == (4, PracticeMark.WELL)
    with pytest.raises(TypeError):
        assessment.answers["self"] = 1
    with pytest.raises(FrozenInstanceError):
        review.why = "else"


def test_equal_records_have_equal_hashes():
    assert len({build_full_record(), build_full_record()}) == 1
    assert Assessment("quick", 1, {"self": 4}) != Assessment("quick", 1, {"self": 5})


def test_every_dimension_can_be_sorted_by():
    assert set(DIMENSIONS) <= {str(key) for key in SortKey}
    assert Order() == Order(SortKey.HELD_AT, descending=True)


def test_an_empty_filter_names_nothing():
    assert not any(getattr(Filter(), name) for name in Filter.__dataclass_fields__)


def test_a_change_names_what_it_touched():
    assert not any(getattr(Change(), name) for name in Change.__dataclass_fields__)
    assert Change(milestones=True) != Change(catalog=True)


def test_a_page_says_where_the_next_one_begins():
    assert Page(("a", "b"), None).following is None
