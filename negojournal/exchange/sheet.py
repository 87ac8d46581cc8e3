"""Read a table of another program: which letters the bytes are, what parts the cells, where the headings stand."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from negojournal.errors import FormatError
from negojournal.exchange.dating import is_dated

LARGEST_SHEET = 2**25
"""The most bytes of a table: 32 MB."""
MOST_ROWS, MOST_COLUMNS = 100_000, 500
MOST_LINES = 2_000_000
"""A cell can have many lines; most of so many would be empty, though."""
LONGEST_CELL = 2**20
LONGEST_NAME = 80

DELIMITERS = ",;\t|"
BEGINNING = 2**16
"""How many characters are looked at to find what parts the cells."""
LOOKED_AT = 20
"""In how many rows the headings are looked for."""
SAMPLE = 200
"""How many filled cells of a column are kept to tell what it holds."""

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe\x00\x00", "utf-32"),
    (b"\x00\x00\xfe\xff", "utf-32"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_DECLARED = re.compile(r"sep=([,;|:~^\t])\r?\n?", re.IGNORECASE)
"""The first line by which Excel is told what parts the cells."""


_TOTAL = re.compile(
    r"(?:grand )?(?:totals?|sums?|averages?|avg|mean|median|count|summe|gesamt|mittelwert|durchschnitt|promedio|suma|"
    r"moyenne|media)[\s\d:.,]*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Row:
    """Hold the cells of a row up to the last filled one, and the line of the file in which it begins."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """Hold the heading of a column, made unique, and the first cells in it that are filled."""

    name: str
    sample: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """Hold a table that can be read from its first line to its last; its cells are read when they are needed.

    `heading` is the line of the headings, 0 where there are none; `rows` counts what is below them and not empty;
    `source` is the name of the file.
    """

    content: bytes = field(repr=False)
    encoding: str
    delimiter: str
    columns: tuple[Column, ...]
    heading: int
    rows: int
    source: str = ""


def read_sheet(content: bytes) -> Sheet:
    """Return a table; raise FormatError that says what is wrong with it and in which line."""
    if len(content) > LARGEST_SHEET:
        raise FormatError(f"The table is too large to be read; expected are at most {LARGEST_SHEET:,} bytes.")
    if content.startswith(_WORKBOOKS):
        raise FormatError("This is a workbook, not a table of text; save it as CSV in the spreadsheet first.")
    for encoding in _encodings(content):
        try:
            return _sheet(content, encoding)
        except UnicodeError:
            continue
    raise FormatError("The table is not text; save it as CSV in UTF-8 in the spreadsheet.")


def rows_of(sheet: Sheet) -> Iterator[Row]:
    """Yield the rows below the headings that hold something; headings that stand there again are left out."""
    headings = None
    for row in _rows(sheet.content, sheet.encoding, sheet.delimiter):
        if row.line < sheet.heading:
            continue
        if row.line == sheet.heading:
            headings = _folded(row.cells)
        elif _folded(row.cells) != headings:
            yield row


def is_total(cells: Sequence[str]) -> bool:
    """Tell whether a row begins with a word such as Total, and so may sum up the others."""
    return _TOTAL.fullmatch(next((cell.strip() for cell in cells if cell.strip()), "")[:LONGEST_NAME]) is not None


def _encodings(content: bytes) -> tuple[str, ...]:
    """Return what the bytes may be: told by a mark, by the zeros of two-byte letters, or tried."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return (encoding,)
    beginning = content[:BEGINNING]
    even, odd = beginning[::2].count(0), beginning[1::2].count(0)
    if max(even, odd) > len(beginning) // 8:
        return ("utf-16-le",) if odd > even else ("utf-16-be",)
    return "utf-8", "cp1252"


def _sheet(content: bytes, encoding: str) -> Sheet:
    delimiter = _delimiter(content, encoding)
    beginning = tuple(islice(_rows(content, encoding, delimiter), LOOKED_AT))
    if not beginning:
        raise FormatError("The table is empty.")
    heading = _heading(beginning)
    samples: list[list[str]] = []
    empty = Sheet(content, encoding, delimiter, (), heading.line if heading else 0, 0)
    count = 0
    for count, row in enumerate(rows_of(empty), 1):
        if count > MOST_ROWS:
            raise FormatError(f"The table has more than {MOST_ROWS:,} rows; import it in parts.")
        samples += ([] for _ in range(len(row.cells) - len(samples)))
        for sample, cell in zip(samples, row.cells, strict=False):
            if cell and len(sample) < SAMPLE and not is_total(row.cells):
                sample.append(cell)
    names = _names(heading.cells if heading else (), len(samples))
    samples += ([] for _ in range(len(names) - len(samples)))
    columns = tuple(Column(name, tuple(sample)) for name, sample in zip(names, samples, strict=True))
    return Sheet(content, encoding, delimiter, columns, empty.heading, count)


def _rows(content: bytes, encoding: str, delimiter: str) -> Iterator[Row]:
    """Yield the rows that hold something; raise FormatError, and UnicodeError for another encoding."""
    csv.field_size_limit(LONGEST_CELL)
    lines = _stream(content, encoding)
    skipped = 1 if _DECLARED.fullmatch(lines.readline(BEGINNING)) else 0
    if not skipped:
        lines = _stream(content, encoding)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    line = skipped + 1
    try:
        for cells in reader:
            if trimmed := _trimmed(cells, line):
                yield Row(line, trimmed)
            line = skipped + reader.line_num + 1
            if line > MOST_LINES:
                raise FormatError(f"The table has more than {MOST_LINES:,} lines; import it in parts.")
    except csv.Error as error:
        raise FormatError(f"Line {line}: {_explanation(error)}") from error


def _stream(content: bytes, encoding: str) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.BytesIO(content), encoding, newline="")


def _trimmed(cells: Sequence[str], line: int) -> tuple[str, ...]:
    """Return the cells up to the last filled one."""
    last = next((number for number in range(len(cells), 0, -1) if cells[number - 1].strip()), 0)
    if last > MOST_COLUMNS:
        raise FormatError(f"Line {line}: a table of more than {MOST_COLUMNS} columns can’t be read.")
    if any("\0" in cell for cell in cells):
        raise FormatError(f"Line {line}: this is not text; save the table as CSV in UTF-8 in the spreadsheet.")
    return tuple(cells[:last])


def _explanation(error: csv.Error) -> str:
    if "field limit" in str(error):
        return f"a cell is too long; at most {LONGEST_CELL:,} characters are expected."
    return "a quotation mark is opened and not closed as it should be."


def _delimiter(content: bytes, encoding: str) -> str:
    """Return what parts the cells: what the table says itself, or what gives most rows the same number of cells."""
    beginning = _stream(content, encoding).read(BEGINNING)
    if declared := _DECLARED.match(beginning):
        return declared[1]
    whole = beginning if len(beginning) < BEGINNING else beginning.rpartition("\n")[0] or beginning
    return max(DELIMITERS, key=lambda one: _fitness(whole, one))


def _fitness(text: str, delimiter: str) -> tuple[float, int]:
    """Return in which share of the rows the usual number of cells is found, and that number."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    widths = [len(cells) for cells in islice(reader, LOOKED_AT) if any(cells)]
    usual, times = max(Counter(widths).items(), key=lambda one: (one[0] > 1, one[1]), default=(0, 0))
    return (times / len(widths), usual) if usual > 1 else (0, usual)


def _heading(rows: Sequence[Row]) -> Row | None:
    """Return the row of the headings: the first that is more than half as full as the fullest, unless it has a date."""
    fullest = max(_filled(row) for row in rows)
    first = next(row for row in rows if _filled(row) * 2 > fullest)
    return None if any(is_dated(cell) for cell in first.cells) else first


def _filled(row: Row) -> int:
    return sum(bool(cell.strip()) for cell in row.cells)


def _names(headings: Sequence[str], width: int) -> tuple[str, ...]:
    """Return one name a column: its heading, numbered where it was there before, or its letter."""
    names: list[str] = []
    for number in range(max(width, len(headings))):
        heading = " ".join(headings[number].split()) if number < len(headings) else ""
        name = shortened = heading[:LONGEST_NAME] or f"Column {_letters(number)}"
        again = 1
        while name in names:
            again += 1
            name = f"{shortened} ({again})"
        names.append(name)
    return tuple(names)


def _letters(number: int) -> str:
    """Return what a spreadsheet calls a column: A to Z, then AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _folded(cells: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(cell.split()).casefold() for cell in cells)
