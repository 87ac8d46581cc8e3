"""`log`, `show` and `list`."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from negojournal.domain.plain import plain_of
from tests.builders import build_full_record
from tests.cli.conftest import Command, assert_problem

QUICK = ("--instrumental", 5, "--process", 6, "--relationship", 4, "--self", 7)


def logged(command: Command, *argv: object) -> str:
    said = command("log", *argv)
    assert (said.status, said.err) == (0, "")
    return said.out.strip()


def shown(command: Command, record: str) -> dict[str, object]:
    plain: dict[str, object] = json.loads(command("show", record, "--json").out)
    return plain


def full_plain() -> dict[str, object]:
    """A record that uses every field of record.md, as JSON data, its choices from the lists that ship."""
    plain = plain_of(build_full_record())
    assert isinstance(plain, dict)
    plain["area"] = "budgets"
    plain["review"]["practices"] = {"listening": "well", "limits": "na"}
    plain["review"]["traps"] = [{"key": "dodging", "note": "A week"}, {"key": "fixed-pie", "note": None}]
    return plain


def test_a_quick_review_prints_its_id(command: Command) -> None:
    record = logged(
        command, "Pilot", "--with", "Ana", "--with", "Bo", "--area", "budgets", "--date", "2026-03-04", *QUICK,
        "--note", "They asked first", "--next", "If they ask, then I wait", "--tag", "a", "--tag", "b",
    )  # fmt: skip
    plain = shown(command, record)
    assert plain["title"] == "Pilot"
    assert plain["counterparts"] == ["Ana", "Bo"]
    assert plain["held_at"] == "2026-03-04"
    assert plain["tags"] == ["a", "b"]
    assert plain["review"]["assessment"]["answers"] == {
        "instrumental": 5,
        "process": 6,
        "relationship": 4,
        "self": 7,
    }
    assert plain["scores"] == {
        "instrumental": 5,
        "process": 6,
        "relationship": 4,
        "self": 7,
        "overall": 5.5,
        "rapport": 5,
    }


def test_a_whole_record_comes_back_equal_with_scores(command: Command, tmp_path: Path) -> None:
    plain = full_plain()
    file = tmp_path / "record.json"
    file.write_text(json.dumps(plain), encoding="utf-8")
    record = logged(command, "--json", file)
    assert record == plain["id"]
    back = shown(command, record)
    scores = back.pop("scores")
    assert back == plain
    assert scores["instrumental"] == pytest.approx((6 + 5 + 6) / 3)


def test_a_record_from_standard_input_gets_an_id(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '{"title": "Piped — ünïcode", "held_at": "2026-01-02", "status": "dodged", "dodge": {"worth": 250.5}}'
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    plain = shown(command, logged(command, "--json", "-"))
    assert plain["title"] == "Piped — ünïcode"
    assert plain["dodge"] == {"worth": 250.5, "why": None}
    assert plain["created_at"] == plain["updated_at"]


def test_a_record_is_changed_by_logging_what_was_shown(command: Command, tmp_path: Path) -> None:
    record = logged(command, "First")
    plain = shown(command, record)
    file = tmp_path / "record.json"
    file.write_text(json.dumps({**plain, "title": "Second"}), encoding="utf-8")
    assert logged(command, "--json", file) == record
    assert shown(command, record)["title"] == "Second"
    assert_problem(command("log", "--json", file), "“Second” was changed elsewhere")


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("   ",), ("“title”",)),
        (("T", "--process", "0"), ("“process” should be a whole number from 1 to 7, not “0”.",)),
        (("T", "--process", "8"), ("“process”", "“8”")),
        (("T", "--self", "4.5"), ("“self”", "“4.5”")),
        (("T", "--relationship", "x"), ("“relationship”", "“x”")),
        (("T", "--instrumental", "-1"), ("“instrumental”", "“-1”")),
        (("T", "--area", "gardening"), ("“area” should be one of budgets,", "“gardening”")),
        (("T", "--date", "2026-02-31"), ("“date” should be a date such as 2026-02-28", "“2026-02-31”")),
        (("T", "--process", "0", "--self", "8"), ("“process”", "1 more problem after this one.")),
        (("T", "--process", "0", "--self", "8", "--date", "?"), ("“date”", "2 more problems after this one.")),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_kept(
    command: Command, argv: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert_problem(command("log", *argv), *words)
    assert json.loads(command("list", "--json").out) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('{"title": "T", "colour": "red"}', ("“colour” is not known here",)),
        (
            '{"title": "T", "review": {"assessment": {"questionnaire": "quick", "answers": {"process": 8}}}}',
            ("process",),
        ),
        ('{"title": "T", "held_at": "2026-02-31"}', ("“held_at” should be a date",)),
        ('{"title": "T", "held_at": "2026-02-01T10:00"}', ("“held_at” should be a date",)),
        ('{"title": "T", "rev', ("record.json: ",)),
        ("[]", ("should be an object",)),
    ],
)
def test_a_bad_file_is_one_sentence(command: Command, tmp_path: Path, text: str, words: tuple[str, ...]) -> None:
    file = tmp_path / "record.json"
    file.write_text(text, encoding="utf-8")
    assert_problem(command("log", "--json", file), *words)
    assert json.loads(command("list", "--json").out) == []


def test_a_missing_file_is_named(command: Command, tmp_path: Path) -> None:
    assert_problem(command("log", "--json", tmp_path / "none.json"), "none.json isn’t there")


@pytest.mark.parametrize(
    "argv",
    [
        (),
        ("T", "--json", "-"),
        ("--json", "-", "--tag", "a"),
        ("--json", "-", "--note", ""),
        ("T", "U"),
        ("T", "--colour"),
    ],
)
def test_wrong_usage_is_told(command: Command, argv: tuple[str, ...]) -> None:
    said = command("log", *argv)
    assert said.status == 2
    assert said.out == ""
    assert "--help" in said.err


def test_show_needs_a_beginning_that_no_other_has(command: Command) -> None:
    one, other = logged(command, "One"), logged(command, "Other")
    assert command("show", one).out.startswith("# One\n")
    assert shown(command, other[:-2])["title"] == "Other"
    assert_problem(command("show", "0"), "More than one negotiation has an id that begins with “0”")
    assert_problem(command("show", "zz"), "No negotiation has an id that begins with “zz”.")
    assert_problem(command("show", ""), "No negotiation")


def test_list_is_newest_first_and_json_has_its_names(command: Command) -> None:
    logged(command, "Old", "--date", "2026-01-01", *QUICK)
    logged(command, "New", "--date", "2026-02-01", "--with", "Ana")
    lines = json.loads(command("list", "--json").out)
    assert [line["title"] for line in lines] == ["New", "Old"]
    assert set(lines[0]) == {"id", "title", "held_at", "status", "counterparts", "area", "scores"}
    assert lines[0]["scores"]["overall"] is None
    assert lines[1]["scores"]["overall"] == 5.5
    assert lines[1]["status"] == "held"


@pytest.mark.parametrize(
    ("argv", "titles"),
    [
        (("--search", "elephant"), ["A"]),
        (("--search", "eleph grey"), ["A"]),
        (("--search", "lephant"), []),
        (("--with", "ana"), ["A"]),
        (("--area", "budgets"), ["B"]),
        (("--since", "2026-02-01"), ["C", "B"]),
        (("--until", "2026-02-01"), ["B", "A"]),
        (("--since", "2026-01-02", "--until", "2026-02-28"), ["B"]),
        (("--limit", "1"), ["C"]),
        (("--limit", "0"), []),
        (("--limit", "1" + "0" * 30), ["C", "B", "A"]),
    ],
)
def test_list_is_filtered(command: Command, argv: tuple[str, ...], titles: list[str]) -> None:
    logged(command, "A", "--date", "2026-01-01", "--with", "Ana", "--note", "A grey elephant in the room")
    logged(command, "B", "--date", "2026-02-01", "--area", "budgets")
    logged(command, "C", "--date", "2026-03-01")
    assert [line["title"] for line in json.loads(command("list", *argv, "--json").out)] == titles


def test_list_for_people_is_a_table(command: Command) -> None:
    assert command("list").out == "Nothing here yet.\n"
    for number in range(22):
        logged(command, f"Talk {number}" + " with a very long title" * 5, "--date", f"2026-01-{number + 1:02}", *QUICK)
    lines = command("list").out.splitlines()
    assert lines[0].split() == ["id", "date", "title", "with", "instr.", "process", "relat.", "self", "overall"]
    assert len(lines) == 22
    assert "2026-01-22  Talk 21" in lines[1]
    assert lines[1].split()[-5:] == ["5.0", "6.0", "4.0", "7.0", "5.5"]
    assert lines[-1] == "20 of 22; --limit shows more."
    assert len(command("list", "--limit", 30).out.splitlines()) == 23
    assert command("list", "--limit", 0).out.splitlines()[1:] == ["0 of 22; --limit shows more."]
    assert command("list", "--with", "Nobody").out == "Nothing in the journal fits.\n"


def test_columns_stay_under_their_headers_whatever_the_script(command: Command) -> None:
    logged(command, "日本語の会議について話し合いましたとても長い", "--with", "e\u0301", *QUICK)
    header, line = command("list").out.splitlines()
    assert "日本語の会議について話…  e\u0301  " in line
    assert header.index("with") == line.index("e\u0301") + 11


def test_list_goes_on_over_pages(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from negojournal.service import listing

    monkeypatch.setattr(listing, "PAGE", 2)
    monkeypatch.setattr(listing.Listing.page, "__defaults__", (None, None, 2))
    for number in range(5):
        logged(command, f"Talk {number}", "--date", f"2026-01-{number + 1:02}")
    assert len(json.loads(command("list", "--json").out)) == 5


@pytest.mark.parametrize("argv", [("--since", "31.1.2026"), ("--until", "2026-02-31"), ("--area", "gardening")])
def test_a_filter_that_cant_be_read_is_one_sentence(command: Command, argv: tuple[str, ...]) -> None:
    assert_problem(command("list", *argv), f"“{argv[0].removeprefix('--')}” should be", f"“{argv[1]}”")
    assert_problem(command("trends", *argv), f"“{argv[0].removeprefix('--')}” should be")


def test_what_steers_a_terminal_is_not_printed(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps({"title": "T", "tags": ["x"], "review": {"summary": "a\u001b[31mb"}}), encoding="utf-8")
    record = logged(command, "--json", file)
    assert "\x1b" not in command("show", record).out
    assert json.loads(command("show", record, "--json").out)["review"]["summary"] == "a\x1b[31mb"
