import pytest

from negojournal.domain.agreement import Dodge
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.review import Review
from negojournal.ui.editor.field_path import value_at, with_value
from tests.builders import build_full_record, build_record

PATHS = ["title", "tags", "review.summary", "review.improve.self", "dodge.why", "dodge.worth", "review.traps"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("record", [build_record(), build_full_record()])
def test_writing_what_was_read_changes_nothing(record, path):
    assert with_value(record, path, value_at(record, path)) == record


def test_writing_into_an_absent_part_makes_it():
    record = with_value(build_record(), "review.improve.self", "Breathe")
    assert record.review == Review(improve=PerOutcome(self="Breathe"))
    assert value_at(record, "review.improve.self") == "Breathe"


def test_a_part_that_is_there_stays_when_it_is_emptied():
    record = build_record(dodge=Dodge(why="Tired"))
    assert with_value(record, "dodge.why", None).dodge == Dodge()
