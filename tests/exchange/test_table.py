import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.exchange.record import record_plain
from negojournal.exchange.table import BYTE_ORDER_MARK, COLUMNS, write_csv
from tests.builders import build_full_record, build_record, build_scores
from tests.strategies import negotiations


def written(*records) -> str:
    stream = io.StringIO(newline="")
    write_csv(stream, records)
    return stream.getvalue()


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix(BYTE_ORDER_MARK), newline=""), strict=True))


def test_one_row_a_negotiation_and_one_column_a_name():
    full, bare = rows(written((build_full_record(), build_scores(4.25, self=None)), (build_record(), None)))
    assert list(full) == list(COLUMNS)
    expected = {
        "title": "Renewal of the training contract",
        "held_at": "2026-02-03T14:30:00+01:00",
        "counterparts": "Marta Ruiz; Brightside GmbH",
        "power": "-1",
        "preparation.chance": "0.6",
        "preparation.expected.process": "5.5",
        "preparation.rules": "text: No surprises by mail, agreed: true; text: Breaks when asked",
        "review.outcome": "agreement",
        "review.improve.self": "Breathe",
        "review.practices": "listening: well; limits: na",
        "dodge.worth": "2500.5",
        "scores.process": "4.25",
        "scores.self": "",
    }
    assert {name: full[name] for name in expected} == expected
    assert {name for name, cell in bare.items() if cell} == {
        "id",
        "title",
        "held_at",
        "created_at",
        "updated_at",
        "status",
    }


def test_everything_that_is_said_stands_in_the_row():
    record = build_full_record()
    (row,) = rows(written((record, None)))

    def leaves(data):
        if isinstance(data, dict):
            return [leaf for one in data.values() for leaf in leaves(one)]
        return [leaf for one in data for leaf in leaves(one)] if isinstance(data, list) else [data]

    cells = " ".join(row.values())
    assert [leaf for leaf in leaves(record_plain(record, None)) if isinstance(leaf, str) and leaf not in cells] == []


def test_lines_end_as_the_standard_says():
    text = written((build_record(tags=("a",), currency=None), None))
    assert text.startswith(BYTE_ORDER_MARK + "id,title,")
    assert text.count("\r\n") == 2
    assert text.endswith("\r\n")


@pytest.mark.parametrize("lead", ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\uff1d", "\uff20"])
def test_what_a_spreadsheet_would_run_is_led_by_an_apostrophe(lead):
    formula = lead + 'cmd|"/c calc"!A1'
    (row,) = rows(written((build_record(title=formula, tags=(formula, "b")), None)))
    assert row["title"] == f"'{formula}"
    assert row["tags"] == f"'{formula}; b"


@given(st.lists(negotiations, min_size=1, max_size=3))
def test_no_text_breaks_out_of_its_cell_or_is_run(records):
    found = rows(written(*((record, None) for record in records)))
    assert [row["title"].removeprefix("'") for row in found] == [record.title.removeprefix("'") for record in records]
    numbers = {"power", "dodge.worth"}
    cells = [cell for row in found for name, cell in row.items() if name not in numbers]
    assert not [cell for cell in cells if cell[:1] in set("=+-@\t\r\n")]
