"""Tables of other programs: letters, separators, headings, and bounds."""

from __future__ import annotations

import csv
import io
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.errors import FormatError
from negojournal.exchange import sheet as module
from negojournal.exchange.sheet import LONGEST_CELL, MOST_COLUMNS, Row, Sheet, read_sheet, rows_of

TEXT = "Datum;Titel;Nötig\r\n3.11.26;Budget, Runde 2;äöü€\r\n"


def names(sheet: Sheet) -> tuple[str, ...]:
    return tuple(column.name for column in sheet.columns)


def cells(sheet: Sheet) -> list[tuple[str, ...]]:
    return [row.cells for row in rows_of(sheet)]


@pytest.mark.parametrize(
    ("encoding", "known"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-16-le", "utf-16-le"),
        ("utf-16-be", "utf-16-be"),
        ("utf-32", "utf-32"),
        ("cp1252", "cp1252"),
    ],
)
def test_letters_are_known_by_their_bytes(encoding: str, known: str) -> None:
    sheet = read_sheet(TEXT.encode(encoding))
    assert sheet.encoding == known
    assert names(sheet) == ("Datum", "Titel", "Nötig")
    assert cells(sheet) == [("3.11.26", "Budget, Runde 2", "äöü€")]


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_what_parts_the_cells_is_found(delimiter: str) -> None:
    text = "a b c\n1,5 2;3 4|5\n2,5 x y\n".replace(" ", delimiter)
    sheet = read_sheet(text.encode())
    assert sheet.delimiter == delimiter or delimiter in ",;|"
    assert read_sheet(f"sep={delimiter}\n{text}".encode()).delimiter == delimiter


def test_a_comma_before_decimals_parts_nothing() -> None:
    sheet = read_sheet(b"Datum;Note\n3.11.26;5,5\n4.11.26;6,5\n5.11.26;7\n")
    assert sheet.delimiter == ";"


def test_a_line_that_names_the_separator_is_no_row() -> None:
    sheet = read_sheet(b"sep=;\r\nTitle;Date\r\nA;2026-11-03\r\n")
    assert names(sheet) == ("Title", "Date")
    assert list(rows_of(sheet)) == [Row(3, ("A", "2026-11-03"))]


def test_lines_are_those_of_the_file() -> None:
    text = 'Title,Note\nA,"one\ntwo\n\nthree"\n\n,,,\nB,x\n'
    assert [(row.line, row.cells[0]) for row in rows_of(read_sheet(text.encode()))] == [(2, "A"), (8, "B")]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_is_one(end: str) -> None:
    assert cells(read_sheet(f"Title,Note{end}A,b{end}".encode())) == [("A", "b")]


def test_headings_stand_where_the_table_begins() -> None:
    sheet = read_sheet(b"My negotiations,,\n,,\nDate,Title,With\n3.11.2026,A,B\nDate,title, With\n4.11.2026,C,D\n")
    assert sheet.heading == 3
    assert [row[1] for row in cells(sheet)] == ["A", "C"]
    assert sheet.rows == 2


def test_a_title_above_two_columns_is_no_heading() -> None:
    assert names(read_sheet(b"Mine,\nDate,Title\n2026-11-03,A\n")) == ("Date", "Title")


def test_a_table_without_headings_has_letters() -> None:
    sheet = read_sheet(b"3.11.2026,A,B\n4.11.2026,C,D\n")
    assert (sheet.heading, sheet.rows) == (0, 2)
    assert names(sheet) == ("Column A", "Column B", "Column C")


def test_headings_are_made_unique() -> None:
    sheet = read_sheet(b"Note,Note,,Note (2), note \n1,2,3,4,5,6\n")
    assert names(sheet) == ("Note", "Note (2)", "Column C", "Note (2) (2)", "note", "Column F")
    assert module._letters(26) == "AA"
    assert module._letters(701) == "ZZ"


def test_a_heading_without_cells_is_a_column() -> None:
    assert [column.sample for column in read_sheet(b"Title,Empty\nA\n").columns] == [("A",), ()]


def test_of_a_column_the_first_cells_are_kept() -> None:
    content = "Title,x\n" + "".join(f"A,{number}\n" for number in range(300)) + "Total,9\n"
    (_, column) = read_sheet(content.encode()).columns
    assert column.sample == tuple(map(str, range(200)))
    assert read_sheet(b"Title,x\nTotal,9\nB,1\n").columns[1].sample == ("1",)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The table is empty."),
        (b"\n\n ,,\n", "The table is empty."),
        (b"\xff\xfe", "The table is empty."),
        (b"PK\x03\x04rest", "a workbook"),
        (b"\xd0\xcf\x11\xe0", "a workbook"),
        (b'Title\n"A', "Line 2: a quotation mark"),
        (b'Title\n"A"B\n', "Line 2: a quotation mark"),
        (b"Title\nA\0B\n", "Line 2: this is not text"),
        (b"Title\n\x81\x8d\xff", "is not text"),
        (b"\xff\xfe\x00\xd8\x00\x00", "is not text"),
        (b"\xff\xfe\x00\x00\x00", "is not text"),
        (b"Title\n" + b"x" * (LONGEST_CELL + 1), "Line 2: a cell is too long"),
        (b"Title\n" + b"," * MOST_COLUMNS + b"x", "Line 2: a table of more than 500 columns"),
    ],
)
def test_what_can_not_be_read_is_said_with_its_line(content: bytes, said: str) -> None:
    with pytest.raises(FormatError, match=said):
        read_sheet(content)


def test_tables_have_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LARGEST_SHEET", 20)
    with pytest.raises(FormatError, match="at most 20 bytes"):
        read_sheet(b"x" * 21)
    monkeypatch.setattr(module, "MOST_ROWS", 3)
    with pytest.raises(FormatError, match="more than 3 rows"):
        read_sheet(b"T\n1\n2\n3\n4\n")
    assert read_sheet(b"T\n1\n2\n3\n").rows == 3
    monkeypatch.setattr(module, "MOST_LINES", 9)
    with pytest.raises(FormatError, match="more than 9 lines"):
        read_sheet(b"T\n1" + b"\n" * 9)


def test_a_wide_table_and_long_cells_are_read() -> None:
    long = "x" * LONGEST_CELL
    text = ",".join(f"c{number}" for number in range(200)) + "\n" + ",".join("y" * 200) + f"\n{long},z\n"
    sheet = read_sheet(text.encode())
    assert len(sheet.columns) == 200
    assert [len(row) for row in cells(sheet)] == [200, 2]
    assert cells(sheet)[1][0] == long


def test_reading_holds_no_more_than_the_file() -> None:
    """A table is read row by row: 24,000 cells cost less than half a MB."""
    content = b"a,b,c,d,e,f\n" + b"ab,cd,ef,gh,ij,kl\n" * 4_000
    tracemalloc.start()
    sheet = read_sheet(content)
    assert sum(1 for _ in rows_of(sheet)) == 4_000
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 2**19


@given(st.binary(max_size=300))
def test_any_bytes_are_a_table_or_a_sentence(content: bytes) -> None:
    with suppress(FormatError):
        sheet = read_sheet(content)
        assert sum(1 for _ in rows_of(sheet)) == sheet.rows


@given(
    st.lists(
        st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), max_size=6), max_size=6
    ),
    st.sampled_from(",;\t"),
)
def test_what_a_spreadsheet_writes_is_read(rows: list[list[str]], delimiter: str) -> None:
    """Under headings that tell what parts the cells, whatever stands in them comes back."""
    headings = ["One", "Two", "Three", "Four", "Five", "Six"]
    stream = io.StringIO(newline="")
    csv.writer(stream, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows([headings, *rows])
    sheet = read_sheet(f"sep={delimiter}\r\n{stream.getvalue()}".encode())
    kept = [row for row in rows if any(cell.strip() for cell in row)]
    assert [[cell for cell in row if cell.strip()] for row in cells(sheet)] == [
        [cell for cell in row if cell.strip()] for row in kept
    ]
