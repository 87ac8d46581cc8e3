"""A table of another program, taken in from the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command

TEXT = (
    "Datum;Counterparty;Outcome;Prozess;Notes;Nr\n"
    '03/11/2026;"Ana; Bob";no deal;5,5;"First\nsecond";1\n13/11/2026;Acme;Deal;3;;2\nTotal;;;8,5;;\n'
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "journal.csv"
    path.write_text(TEXT, encoding="utf-16")
    return path


def test_a_table_is_read_told_and_taken_in_once(command: Command, table: Path) -> None:
    tried = command("import", table, "--dry-run")
    assert tried.out.splitlines()[-1].startswith("Only tried; an import would say: 2 negotiations added")
    assert json.loads(command("list", "--json").out) == []
    said = command("import", table)
    assert said.out.splitlines() == [
        "“Datum”: Date",
        "“Counterparty”: Counterparts",
        "“Outcome”: How it ended",
        "“Prozess”: Rating: process",
        "“Notes”: Note",
        "“Nr”: kept in the note",
        "Dates are day, month, year; decimals follow a comma.",
        "2 negotiations added, 1 row left out as no negotiation",
    ]
    assert [one["held_at"] for one in json.loads(command("list", "--json").out)] == ["2026-11-13", "2026-11-03"]
    again = command("import", table, "--rest", "drop").out.splitlines()
    assert again[-1] == "Nothing to change: 2 here already, 1 row left out as no negotiation"
    assert again[5] == "“Nr”: left out"


def test_it_is_read_as_one_says(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("A\tB\tC\n03/11/26\tBudget\t4\n")
    said = command("import", path, "--map", "a=when", "--map", "B=Title", "--map", "C=Rating: self", "--dates", "mdy")
    assert said.status == 0
    assert said.out.splitlines()[-2] == "Dates are month, day, year; decimals follow a point."
    said = command("import", path, "--map", "B=title", "--map", "C=self", "--scale", "1-5", "--decimal", ",")
    assert said.out.splitlines()[-2].endswith("decimals follow a comma; ratings from 1-5 come to 1-7.")
    (one,) = json.loads(command("list", "--json").out)
    assert (one["held_at"], one["title"], one["scores"]["self"]) == ("2026-03-11", "Budget", 4)


def test_the_locale_decides_what_the_table_leaves_open(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Title\n03/11/2026,Budget\n")
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    assert "month, day, year" in command("import", path, "--dry-run").out
    for name in ("LC_ALL", "LC_TIME", "LANG"):
        monkeypatch.delenv(name, raising=False)
    assert command("import", path, "--dry-run").status == 0


def test_what_can_not_be_read_is_listed_by_line_and_nothing_is_taken_in(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Title\n2026-11-03,A\nsoon,B\n2026-11-05,\n")
    said = command("import", path)
    assert said.status == 1
    assert said.err.splitlines() == [
        "Line 3, “Date”: should be a date such as 28.2.2026 or 28/02/2026 14:30, not “soon”.",
        "Line 4, “Title”: a title is missing.",
        f"Nothing of {path} was imported; mend it, or say by --map and its like how it is read.",
    ]
    assert json.loads(command("list", "--json").out) == []


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--map", "Nr"], "should be Column=field with one of the columns “Datum”"),
        (["--map", "x=title"], "should be Column=field"),
        (["--map", "Nr=nonsense"], "should be a field such as date"),
        (["--scale", "5"], "--scale should be such as 1-5"),
        (["--dates", "ddd"], "--dates"),
    ],
)
def test_wrong_wishes_are_wrong_usage(command: Command, table: Path, options: list[str], said: str) -> None:
    found = command("import", table, *options)
    assert found.status == 2
    assert said in found.err
    assert found.err.count("\n") == 1


def test_only_a_table_is_mapped(command: Command, tmp_path: Path) -> None:
    found = command("import", tmp_path / "a.json", "--dates", "dmy")
    assert found.status == 2
    assert "Only a table" in found.err


def test_a_workbook_is_told_from_a_table(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"PK\x03\x04")
    found = command("import", path)
    assert found.status == 1
    assert "This is a workbook" in found.err


def test_our_own_table_comes_back(command: Command, tmp_path: Path) -> None:
    command("log", "=Budget", "--with", "Ana", "--process", "6", "--note", "-x")
    before = json.loads(command("list", "--json").out)
    command("export", tmp_path / "a.csv")
    said = command("--journal", tmp_path / "other.db", "import", tmp_path / "a.csv")
    assert said.out == "1 negotiation added\n"
    assert json.loads(command("--journal", tmp_path / "other.db", "list", "--json").out) == before
