"""`insights`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from negojournal.charts.insight.registry import INSIGHTS
from tests.cli.conftest import Command, assert_problem


def log_some(command: Command, count: int = 12) -> None:
    for number in range(count):
        area = "budgets" if number % 3 else "vendor-agreements"
        command(
            "log", f"Talk {number}", "--date", f"2026-01-{number + 1:02}", "--process", 4 + number % 3, "--area", area
        )


def test_insights_for_people_are_text_under_titles(command: Command) -> None:
    log_some(command)
    lines = command("insights").out.splitlines()
    assert [line for line in lines if line and not line.startswith(" ")] == [one.title for one in INSIGHTS.values()]
    assert any("12 more needed" in line or "5 more" in line for line in lines)


def test_an_empty_journal_says_what_it_needs(command: Command) -> None:
    said = command("insights")
    assert (said.status, said.err) == (0, "")
    assert "Nothing to count yet" in said.out


def test_one_insight_through_a_filter(command: Command) -> None:
    log_some(command)
    lines = command("insights", "--chart", "territory", "--since", "2026-01-07").out.splitlines()
    assert lines[0] == "Where you negotiate"
    assert "since 7 January 2026" in lines[-1]


def test_json_has_a_part_for_each_chart(command: Command) -> None:
    log_some(command)
    plain = json.loads(command("insights", "--json", "--area", "budgets").out)
    assert set(INSIGHTS) <= set(plain)
    assert plain["filter"] == {"area": "budgets"}
    one = json.loads(command("insights", "--json", "--chart", "traps").out)
    assert set(one) & set(INSIGHTS) == {"traps"}
    assert set(plain) - set(INSIGHTS) == set(one) - {"traps"}


def test_another_comparison_can_be_asked_for(command: Command) -> None:
    log_some(command)
    plain = json.loads(command("insights", "--json", "--by", "area:budgets").out)
    row = next(row for row in plain["comparison"]["rows"] if row["key"] == "process")
    assert (row["one"]["n"], row["other"]["n"]) == (8, 4)
    assert row["difference"] is None
    assert row["other"]["needed"] == 1
    every = command("insights", "--chart", "comparison", "--by", "area").out
    assert "Budgets" in every


@pytest.mark.parametrize("key", INSIGHTS)
def test_each_chart_is_written(bare: Command, tmp_path: Path, key: str) -> None:
    said = bare("--demo", "insights", "--chart", key, "--out", tmp_path / "i.png")
    assert (said.status, said.out, said.err) == (0, "", "")
    assert (tmp_path / "i.png").read_bytes().startswith(b"\x89PNG")


def test_a_chart_never_takes_the_journals_place(bare: Command, tmp_path: Path) -> None:
    journal = tmp_path / "mine.png"
    bare("--journal", journal, "log", "Kept")
    said = bare("--journal", journal, "insights", "--chart", "traps", "--out", journal)
    assert_problem(said, "mine.png is the journal itself")
    assert "Kept" in bare("--journal", journal, "list").out


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--out", "i.png"), "name it with --chart: comparison, associations"),
        (("--chart", "pie"), "--chart takes one of comparison, "),
        (("--by", "mood"), "--by takes one of area, "),
    ],
)
def test_what_cannot_be_is_wrong_usage(command: Command, options: tuple[str, ...], words: str) -> None:
    said = command("insights", *options)
    assert (said.status, said.out) == (2, "")
    assert words in said.err


def test_an_unknown_questionnaire_or_picture_is_a_sentence(bare: Command, tmp_path: Path) -> None:
    assert_problem(bare("--demo", "insights", "--questionnaire", "other"), "“questionnaire” should be one of quick")
    assert_problem(bare("--demo", "insights", "--chart", "traps", "--out", tmp_path / "t.gif"), "t.gif")


def test_a_group_that_nobody_is_in_is_a_sentence(command: Command) -> None:
    log_some(command)
    assert_problem(command("insights", "--by", "area:budget"), "“by” should be one of budgets, vendor-agreements")
    assert command("insights", "--by", "counterpart:Ana").status == 0
    assert command("insights", "--by", "area:budget", "--search", "nothing like it").status == 0


def test_a_name_cannot_steer_a_terminal(command: Command) -> None:
    command("log", "Talk", "--with", "Ana\u202eexe")
    assert "Ana exe" in command("insights", "--chart", "territory").out
