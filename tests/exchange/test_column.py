"""Which column is which field, by its heading and by what stands in it."""

from __future__ import annotations

import pytest

from negojournal.exchange.cell import ANSWERS
from negojournal.exchange.column import ColumnMapping, path_named, plain_name, settle, suggest_mapping
from negojournal.exchange.custom import COMMA, POINT, Custom, Scale, custom_of
from negojournal.exchange.dating import DateOrder
from negojournal.exchange.field import FIELDS, NOTE, OUT, USUAL
from negojournal.exchange.sheet import read_sheet
from negojournal.exchange.table import COLUMNS, TYPES

INSTRUMENTAL, PROCESS, RELATIONSHIP, SELF = ANSWERS


def suggested(text: str, locale: str = "en_GB") -> ColumnMapping:
    return suggest_mapping(read_sheet(text.encode()), custom_of(locale))


@pytest.mark.parametrize(
    ("headings", "cells", "expected"),
    [
        ("Date,Counterparty,Outcome", "3.11.26,Ana,no deal", ("held_at", "counterparts", "review.outcome")),
        ("When,With,Topic", "3.11.26,Ana,Budget", ("held_at", "counterparts", "title")),
        ("Datum,Mit wem,Thema", "3.11.26,Ana,Budget", ("held_at", "counterparts", "title")),
        ("Title,Outcome", "Budget,They pay in May", ("title", NOTE)),
        ("Title,Outcome", "Budget,5", ("title", INSTRUMENTAL)),
        ("Title,Status", "Budget,deal", ("title", "review.outcome")),
        ("Title,Status", "Budget,planned", ("title", "status")),
        ("Deal,Title", "yes,Budget", ("review.outcome", "title")),
        ("Notes,Notes", "a,b", ("review.summary", NOTE)),
        ("Next time,BATNA", "Ask,Stay", ("review.next_time", "preparation.best_alternative")),
        ("Fairness (1-5),Relationship", "5,7", (PROCESS, RELATIONSHIP)),
        ("Title,x,y", "Budget,soon,2026-11-03", ("title", NOTE, "held_at")),
        ("Title,Date", "Budget,soon", ("title", "held_at")),
        ("Datum,Uhr,Sache", "3.11.26,14:30,Gehalt", ("held_at", NOTE, "title")),
        ("Datum,Mit,Sache", "3.11.26,Ana,Gehalt", ("held_at", "counterparts", NOTE)),
        ("review.next_time,Empty", "Ask,", ("review.next_time", OUT)),
        ("Opening,Walk-away", "5,9", ("preparation.terms.opening", "preparation.terms.bottom_line")),
    ],
)
def test_a_column_is_known(headings: str, cells: str, expected: tuple[str, ...]) -> None:
    assert suggested(f"{headings}\n{cells}\n").targets == expected


def test_of_a_wide_table_the_rest_is_left_out() -> None:
    headings = ",".join(f"c{number}" for number in range(50))
    assert set(suggested(f"{headings}\n{','.join('x' * 50)}\n").targets) == {OUT}


def test_what_the_columns_hold_settles_how_they_are_read() -> None:
    mapping = suggested("Datum;Thema;Prozess\n13/11/2026;A;5,5\n;;\nSumme;;90\n", "en_US")
    assert mapping.custom == Custom(DateOrder.DMY, COMMA)
    assert mapping.settled == {"dates", "decimal"}
    other = suggested("Date,Title,Process\n03/11/2026,A,9\n,,80\n", "en_US")
    assert other.custom == Custom(DateOrder.MDY, POINT, Scale(1, 10))
    assert other.settled == {"scale"}


def test_a_scale_in_a_heading_is_that_of_its_column_alone() -> None:
    mapping = suggested("Date,Title,Process (1-5),Self\n2026-11-03,A,5,9\n")
    assert mapping.custom.scale == Scale(1, 10)
    assert suggested("Date,Title,Process (1-5)\n2026-11-03,A,5\n").custom.scale == Scale()


def test_a_table_of_ours_is_known_by_its_headings() -> None:
    mapping = suggested(",".join(COLUMNS) + "\n")
    assert mapping.targets == tuple(name if name in TYPES else OUT for name in COLUMNS)
    assert mapping.custom.is_ours
    assert not mapping.problems()


def test_a_mapping_is_changed_column_by_column() -> None:
    mapping = ColumnMapping(("title", NOTE, OUT))
    assert mapping.with_target(1, "title").targets == (NOTE, "title", OUT)
    assert mapping.with_rest(OUT).with_target(1, "title").targets == (OUT, "title", OUT)
    assert mapping.with_target(2, NOTE).targets == ("title", NOTE, NOTE)
    assert mapping.with_rest(OUT).targets == ("title", OUT, OUT)


def test_what_keeps_a_table_from_being_read_is_said() -> None:
    def said(*targets: str) -> list[str]:
        return [problem.sentence for problem in ColumnMapping(targets).problems()]

    assert said("title", "held_at", NOTE, NOTE) == []
    assert said("counterparts", "held_at") == []
    assert said("tags", "tags") == [
        "Only one column can be “Tags”.",
        "Choose the column that holds the title, or the counterparts.",
        "Choose the column that holds the date.",
    ]
    assert said("title", "held_at", "preparation.terms", "preparation.terms.goal") == [
        "Only one column can be “Plan: terms”."
    ]


def test_a_mapping_knows_what_its_columns_hold() -> None:
    sheet = read_sheet(b"a,b (1-5),c\n1,2,3\n")
    mapping = ColumnMapping((PROCESS, SELF, NOTE))
    assert mapping.rated_columns(sheet) == {PROCESS}
    assert mapping.has_numbers()
    assert not ColumnMapping(("title", NOTE, OUT)).has_numbers()


def test_settling_needs_a_column() -> None:
    sheet = read_sheet(b"a,b\n13/11/2026,x\n")
    assert settle(sheet, ColumnMapping((NOTE, OUT))).settled == frozenset()


@pytest.mark.parametrize(
    ("word", "path"),
    [
        ("held_at", "held_at"),
        ("Date", "held_at"),
        ("wann", "held_at"),
        ("How it ended", "review.outcome"),
        ("Rating: process", PROCESS),
        ("note", NOTE),
        ("-", OUT),
        ("Plan: chance", None),
        ("nonsense", None),
    ],
)
def test_a_field_is_named_in_many_ways(word: str, path: str | None) -> None:
    assert path_named(word) == path


def test_headings_are_compared_without_marks() -> None:
    assert plain_name("  Gegenüber (Name) [x]: ") == "gegenuber"


def test_fields_have_different_names_and_each_is_in_the_record() -> None:
    labels = [field.label for field in FIELDS.values()]
    assert len(set(labels)) == len(labels)
    assert {path for path in TYPES if path not in FIELDS} == set()
    assert all(field.names for field in USUAL)
