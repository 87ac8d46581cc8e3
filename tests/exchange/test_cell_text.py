"""Our own tables, read back as far as they hold what was said."""

from __future__ import annotations

import io
from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from negojournal.domain.review import Assessment, Review, TrapMark
from negojournal.exchange.cell_text import plain_from_text
from negojournal.exchange.column import suggest_mapping
from negojournal.exchange.custom import Custom
from negojournal.exchange.sheet import read_sheet
from negojournal.exchange.table import write_csv
from negojournal.exchange.transcript import Transcript, transcribe
from tests.builders import build_full_record, build_record
from tests.strategies import CATALOG, negotiations


def read_back(*records) -> Transcript:
    stream = io.StringIO(newline="")
    write_csv(stream, ((record, None) for record in records))
    sheet = read_sheet(stream.getvalue().encode())
    mapping = suggest_mapping(sheet, Custom())
    assert mapping.custom.is_ours
    return transcribe(sheet, mapping, CATALOG, build_record())


def test_a_full_record_comes_back_but_for_what_the_table_does_not_hold() -> None:
    record = build_full_record(area="budgets")
    review = replace(record.review, traps=(TrapMark("dodging", "Let it pass"),), practices={"listening": "well"})
    record = replace(record, review=review, purposes=("role",))
    (found,) = read_back(record).records
    review = replace(review, assessment=answered(review.assessment))
    first, second = record.follow_ups
    held = replace(first, assessment=answered(first.assessment))
    assert found == replace(record, review=review, follow_ups=(held, second))


def answered(assessment: Assessment) -> Assessment:
    """An assessment without what is "not applicable", which a table doesn't say."""
    return replace(assessment, answers={key: one for key, one in assessment.answers.items() if one is not None})


def test_a_record_of_a_title_alone_comes_back() -> None:
    assert read_back(build_record()).records == (build_record(),)


@settings(max_examples=15)
@given(st.lists(negotiations, min_size=1, max_size=3, unique_by=lambda one: one.id))
def test_any_table_of_ours_is_read(records) -> None:
    found = read_back(*records)
    assert not found.faults
    assert [(one.id, one.title, one.held_at) for one in found.records] == [
        (one.id, one.title, one.held_at) for one in records
    ]


def test_what_is_no_list_of_marks_is_the_first_field() -> None:
    hint = tuple[Assessment, ...]
    assert plain_from_text("a: b", hint) == [{"questionnaire": "a: b"}]
    assert plain_from_text("questionnaire: quick, revision: x", hint) == [{"questionnaire": "quick", "revision": "x"}]
    assert plain_from_text("intended", Review) == {"outcome": "intended"}
    assert plain_from_text("", hint) == []
    assert plain_from_text("true", bool) is True
    assert plain_from_text("maybe", bool) == "maybe"
