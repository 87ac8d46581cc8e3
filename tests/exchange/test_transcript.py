"""Rows as records; what can't be read is told by its line."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.catalog import EntryKind
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Channel, Negotiation, Status
from negojournal.domain.preparation import Better, Method
from negojournal.domain.review import Assessment, Done, PracticeMark, Result, TrapMark
from negojournal.domain.validation import problems_of
from negojournal.errors import InvalidError
from negojournal.exchange.choice import MOST_NEW
from negojournal.exchange.column import ColumnMapping, suggest_mapping
from negojournal.exchange.custom import COMMA, Custom, Scale, custom_of
from negojournal.exchange.field import FIELDS, NOTE, OUT
from negojournal.exchange.sheet import read_sheet
from negojournal.exchange.transcript import Transcript, transcribe
from tests.builders import build_record
from tests.strategies import CATALOG

BLANK = replace(build_record(), held_at=Moment("2026-11-23"))


def read(text: str, locale: str = "en_GB", mapping: ColumnMapping | None = None, **changes) -> Transcript:
    sheet = read_sheet(text.encode())
    return transcribe(sheet, mapping or suggest_mapping(sheet, custom_of(locale)), CATALOG, BLANK, **changes)


def first(text: str, locale: str = "en_GB") -> Negotiation:
    found = read(text, locale)
    assert not found.faults
    return found.records[0]


def value(path: str, cell: str, **customs) -> Negotiation:
    """Return the record of a row with one more cell."""
    sheet = read_sheet(f'T,D,x\nBudget,2026-11-03,"{cell}"\n'.encode())
    mapping = ColumnMapping(("title", "held_at", path), Custom(**customs))
    found = transcribe(sheet, mapping, CATALOG, BLANK)
    if found.faults:
        raise AssertionError(found.faults[0].sentence())
    return found.records[0]


def test_a_spreadsheet_comes_along() -> None:
    text = (
        "Meine Verhandlungen;;;;;;\n;;;;;;\n"
        "Datum;Thema;Mit;Ausgang;Fairness;Bemerkung;Nr\n"
        '3.11.26;Budget, Runde 2;Müller; ja;5,5;"Er sagte ""nein"".\n\nDann doch.";1\n'
        ";;;;;;\n"
        "Datum;Thema;Mit;Ausgang;Fairness;Bemerkung;Nr\n"
        "4.11.26;'=Budget;Müller;keine Einigung;7;;2\n"
        "Summe;;;;12,5;;\n"
    )
    found = read(text, "de_DE")
    one, other = found.records
    assert found.lines == (4, 9)
    assert (found.passed, found.rows, found.faults) == (1, 3, ())
    assert (one.title, one.held_at, one.counterparts) == ("Budget, Runde 2", Moment("2026-11-03"), ("Müller",))
    assert one.review.outcome is Result.AGREEMENT
    assert one.review.assessment == Assessment("quick", 1, {"process": 6})
    assert one.review.summary == 'Er sagte "nein".\n\nDann doch.\nNr: 1'
    assert other.title == "=Budget"
    assert other.review.outcome is Result.NO_AGREEMENT
    assert not problems_of(one, CATALOG)


def test_what_is_wrong_is_told_with_line_and_heading() -> None:
    text = "Date,Title,Process,Trust,With\n31/02/2026,A,9,8,\n2026-01-01,,x,,\n,C,5,6,Ana\n2026-01-01,D,4,3,\n"
    found = read(
        text,
        mapping=ColumnMapping(
            ("held_at", "title", "review.assessment.answers.process", "review.trust", "counterparts")
        ),
    )
    assert [fault.sentence() for fault in found.faults] == [
        "Line 2, “Date”: should be a date such as 28.2.2026 or 28/02/2026 14:30, not “31/02/2026”.",
        "Line 2, “Process”: should be a rating from 1 to 7, not “9”.",
        "Line 2, “Trust”: should be a rating from 1 to 7, not “8”.",
        "Line 3, “Process”: should be a number such as 4.5, not “x”.",
        "Line 3, “Title”: a title is missing.",
        "Line 4, “Date”: a date is missing.",
    ]
    assert found.fault_count == 6
    assert [record.title for record in found.records] == ["D"]
    assert found.problems()[0].field == "line 2"


def test_of_many_wrong_cells_the_first_hundred_are_told() -> None:
    found = read(
        "Date,Title\n" + "".join(f"soon,A{number}\n" for number in range(150)),
        mapping=ColumnMapping(("held_at", "title")),
    )
    assert (len(found.faults), found.fault_count) == (100, 150)
    assert len(found.problems()) == 101
    assert found.problems()[-1].sentence == "There are 50 more problems in it."


def test_rules_of_the_record_are_told_by_the_heading_too() -> None:
    found = read("Date,Title,Currency,Power\n1850-01-01,A,euros,5\n")
    assert [fault.sentence() for fault in found.faults] == [
        "Line 2, “Date”: should be a date from 1900 to 2199, not 1850-01-01.",
        "Line 2, “Power”: should be a whole number from −2 to 2, not 5.",
        "Line 2, “Currency”: should be three capital letters such as EUR.",
    ]


def test_a_table_without_titles_has_them_from_the_names() -> None:
    assert first("Date,With\n2026-01-01,Ana; Bob\n").title == "With Ana, Bob"
    long = first(f"Date,With,Notes\n2026-01-01,{'a' * 199},x\n")
    assert long.title == f"With {'a' * 194}…"
    assert long.review.summary == f"x\nWith {'a' * 199}"


def test_a_long_title_goes_on_in_the_note() -> None:
    record = first(f'Date,Title\n2026-01-01,"one\n{"long " * 60}"\n')
    assert len(record.title) == 200
    assert record.title.startswith("one long")
    assert record.review.summary.endswith("long long")


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Ana; Bob;Ana", ("Ana", "Bob")),
        ("Ana\nBob", ("Ana", "Bob")),
        ("- Ana\n- Bob", ("Ana", "Bob")),
        ("Ana, Bob", ("Ana", "Bob")),
        ("Ana,Bob", ("Ana", "Bob")),
        ("Ana / Bob + Cem", ("Ana", "Bob", "Cem")),
        ("Smith, Ana; Bob", ("Smith, Ana", "Bob")),
        ("Acme, Inc.", ("Acme, Inc.",)),
        ("Brightside GmbH & Co. KG", ("Brightside GmbH & Co. KG",)),
        ("  Ana   Perez ", ("Ana Perez",)),
        (" ; ", ()),
    ],
)
def test_several_names_stand_in_one_cell(cell: str, names: tuple[str, ...]) -> None:
    assert value("counterparts", cell).counterparts == names


def test_choices_are_known_by_key_or_label_and_new_ones_come_along() -> None:
    found = read("Date,Title,Area\n2026-01-01,A,budgets\n2026-01-01,B,VENDOR agreements\n2026-01-01,C,My Salary\n")
    assert [record.area for record in found.records] == ["budgets", "vendor-agreements", "my-salary"]
    assert [(entry.kind, entry.key, entry.label) for entry in found.entries] == [
        (EntryKind.AREA, "my-salary", "My Salary")
    ]
    assert value("purposes", "role; Role").purposes == ("role",)
    assert value("review.traps", "Came unprepared").review.traps == (TrapMark("no-preparation"),)


def test_a_column_of_free_text_brings_no_choices() -> None:
    rows = "".join(f"2026-01-01,A,text {number}\n" for number in range(MOST_NEW + 1))
    found = read(f"Date,Title,Area\n{rows}")
    assert len(found.entries) == MOST_NEW
    (fault,) = found.faults
    assert fault.phrase == "should be one of your areas; a table can bring at most 100 new ones, not “text 100”"
    with pytest.raises(AssertionError, match="a name of at most 200 characters"):
        value("area", "x" * 201)


@pytest.mark.parametrize(
    ("path", "cell", "of", "expected"),
    [
        ("review.outcome", "No deal", lambda one: one.review.outcome, Result.NO_AGREEMENT),
        ("review.outcome", "walked away", lambda one: one.review.outcome, Result.WALKED_AWAY),
        ("review.outcome", "n/a", lambda one: one.review, None),
        ("channel", "Zoom", lambda one: one.channel, Channel.VIDEO),
        ("channel", "in person", lambda one: one.channel, Channel.IN_PERSON),
        ("method", "win-win", lambda one: one.method, Method.COOPERATIVE),
        ("status", "Scheduled", lambda one: one.status, Status.PLANNED),
        ("review.last_intention_done", "x", lambda one: one.review.last_intention_done, Done.YES),
        ("duration_minutes", "1:30", lambda one: one.duration_minutes, 90),
        ("duration_minutes", "1.5 h", lambda one: one.duration_minutes, 90),
        ("duration_minutes", "2h 5min", lambda one: one.duration_minutes, 125),
        ("duration_minutes", "45", lambda one: one.duration_minutes, 45),
        ("duration_minutes", "-", lambda one: one.duration_minutes, None),
        ("power", "-1", lambda one: one.power, -1),
        ("currency", "€", lambda one: one.currency, "EUR"),
        ("currency", "usd", lambda one: one.currency, "USD"),
        ("preparation.chance", "60%", lambda one: one.preparation.chance, 0.6),
        ("preparation.chance", "0.6", lambda one: one.preparation.chance, 0.6),
        ("preparation.chance", "60", lambda one: one.preparation.chance, 0.6),
        ("preparation.questions", "- Why\n- When", lambda one: one.preparation.questions, ("Why", "When")),
        ("preparation.risks", "They stall", lambda one: one.preparation.risks[0].cause, "They stall"),
        (
            "review.practices",
            "listening: well",
            lambda one: dict(one.review.practices),
            {"listening": PracticeMark.WELL},
        ),
        ("dodge.worth", "2,500.50", lambda one: one.dodge.worth, Decimal("2500.5")),
        ("agreement.thanked_on", "3 Nov 2026 10:00", lambda one: str(one.agreement.thanked_on), "2026-11-03"),
        ("review.keep", " as it is ", lambda one: one.review.keep, " as it is "),
        ("review.keep", "–", lambda one: one.review.keep, "–"),
        ("review.keep", "  ", lambda one: one.review, None),
    ],
)
def test_a_cell_says_what_people_mean(path: str, cell: str, of, expected: object) -> None:
    assert of(value(path, cell)) == expected


@pytest.mark.parametrize(
    ("path", "cell", "said"),
    [
        ("review.outcome", "perhaps", "one of agreement, no-agreement, adjourned, walked-away, not “perhaps”"),
        ("duration_minutes", "long", "minutes such as 90"),
        ("power", "0.5", "a whole number, not"),
        ("preparation.chance", "600%", "a share such as 60% or 0.6"),
        ("preparation.trust", "4/10", "a rating from 1 to 7"),
        ("review.practices", "sleeping: well", "“review.practices"),
        ("review.practices", "listening: superbly", "one of well, partly"),
    ],
)
def test_a_cell_that_says_something_else_is_refused(path: str, cell: str, said: str) -> None:
    with pytest.raises(AssertionError, match=said.replace("“review.practices", "Line 2, “x”")):
        value(path, cell)


@pytest.mark.parametrize(
    ("cell", "scale", "rating"),
    [
        ("5", Scale(1, 5), 7),
        ("3", Scale(1, 5), 4),
        ("4", Scale(1, 5), 6),
        ("1", Scale(1, 10), 1),
        ("0", Scale(0, 10), 1),
        ("80%", Scale(0, 100), 6),
        ("5,5", Scale(), 6),
        ("4/5", Scale(1, 5), 6),
        ("5.5", Scale(1, 10), 4),
    ],
)
def test_ratings_come_to_our_scale(cell: str, scale: Scale, rating: int) -> None:
    decimal = COMMA if "," in cell else "."
    record = value("review.assessment.answers.self", cell, scale=scale, decimal=decimal)
    assert record.review.assessment.answers == {"self": rating}


def test_expected_ratings_keep_their_decimals() -> None:
    assert value("preparation.expected.process", "4.5").preparation.expected.process == 4.5
    assert value("preparation.expected.process", "4").preparation.expected.process == 4


def test_amounts_in_columns_of_their_own_are_one_term() -> None:
    record = first('Date,Title,Goal,Bottom line,Agreed\n2026-01-01,A,900,"1,200","1,000"\n')
    (term,) = record.preparation.terms
    assert (term.name, term.better, term.goal, term.agreed) == ("Amount", Better.LESS, 900, 1000)
    assert value("preparation.terms.goal", "5").preparation.terms[0].better is Better.MORE


def test_what_lies_ahead_is_a_plan_unless_it_says_how_it_went() -> None:
    text = "Date,Title,Outcome\n24/11/2026,A,\n24/11/2026,B,deal\n23/11/2026,C,\n"
    assert [record.status for record in read(text).records] == [Status.PLANNED, Status.HELD, Status.HELD]


def test_the_same_row_is_the_same_record_whatever_it_is_mapped_to() -> None:
    text = "Date,Title,Remark\n03/11/2026,A,x\n03/11/2026,A,x\n"
    one = read(text)
    assert one.repeated == 1
    sheet = read_sheet(text.encode())
    other = read(text, mapping=ColumnMapping(("held_at", "review.keep", "title"), custom_of("en_US")))
    assert [record.id for record in one.records] == [record.id for record in other.records]
    assert other.records[0].title == "x"
    wider = read("Remark,Date,Empty,Title\nx,03/11/2026,, A \n")
    assert wider.records[0].id == one.records[0].id
    assert read(text.replace("x", "y")).records[0].id != one.records[0].id
    assert sheet.rows == 2


def test_columns_that_are_left_out_or_noted() -> None:
    sheet = read_sheet(b"Date,Title,a,b,c\n2026-01-01,A,1, 2 ,\n")
    mapping = ColumnMapping(("held_at", "title", OUT, NOTE, NOTE))
    assert transcribe(sheet, mapping, CATALOG, BLANK).records[0].review.summary == "b: 2"


def test_a_mapping_that_says_too_little_is_refused() -> None:
    with pytest.raises(InvalidError, match="holds the date"):
        read("Title\nA\n")


def test_it_tells_how_far_it_is_and_can_be_stopped_or_limited() -> None:
    text = "Date,Title\n" + "".join(f"2026-01-01,A{number}\n" for number in range(1200))
    told: list[tuple[int, int]] = []
    read(text, progress=lambda done, total: told.append((done, total)))
    assert told == [(0, 1200), (500, 1200), (1000, 1200)]
    assert read(text, limit=7).rows == 7

    def stop(done: int, _total: int) -> None:
        if done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read(text, progress=stop)


cells = st.text(max_size=12) | st.sampled_from(["3.11.26", "deal", "5,5", "Ana; Bob", "=x", "'=x", "Total", "", "1:30"])


@given(st.lists(st.lists(cells, min_size=4, max_size=4), max_size=4), st.data())
def test_whatever_stands_in_a_table_is_a_record_or_told(rows: list[list[str]], data: st.DataObject) -> None:
    quoted = [",".join('"' + cell.replace('"', '""').replace("\0", "") + '"' for cell in row) for row in rows]
    sheet = read_sheet("\n".join(("sep=,", "Date,Title,A,B", *quoted)).encode("utf-8", "replace"))
    others = [data.draw(st.sampled_from([*FIELDS, NOTE, OUT])) for _ in range(2)]
    mapping = ColumnMapping(("held_at", "title", *others)[: len(sheet.columns)], Custom(decimal=COMMA))
    if mapping.problems() or len(mapping.targets) != len(sheet.columns):
        return
    found = transcribe(sheet, mapping, CATALOG, BLANK)
    wrong = {fault.line for fault in found.faults}
    assert len(found.records) + found.passed + found.repeated + len(wrong) == found.rows == sheet.rows
    catalog = replace(CATALOG, entries=(*CATALOG.entries, *found.entries))
    assert not [problem for record in found.records for problem in problems_of(record, catalog)]
