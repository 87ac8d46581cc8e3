"""`trends`, `export`, `import` and `demo`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command, assert_problem


def log_some(command: Command, count: int = 3) -> None:
    for number in range(count):
        command("log", f"Talk {number}", "--date", f"2026-01-{number + 1:02}", "--process", 4 + number % 3)


def test_trends_for_people_is_a_table(command: Command) -> None:
    log_some(command)
    lines = command("trends").out.splitlines()
    assert [line.split()[0] for line in lines[:6]] == [
        "outcome", "instrumental", "process", "relationship", "self", "overall",
    ]  # fmt: skip
    assert "3 so far, median 5" in lines[2]
    assert lines[-1] == "3 rated of 3: all reviews."


def test_trends_json_has_the_fixed_names(command: Command) -> None:
    log_some(command)
    plain = json.loads(command("trends", "--json", "--since", "2026-01-02", "--search", "talk").out)
    assert set(plain) == {"dimensions", "reviews", "filter"}
    assert plain["reviews"] == 2
    assert plain["filter"] == {"search": "talk", "since": "2026-01-02"}
    assert plain["dimensions"]["process"]["latest"] == 6
    assert plain["dimensions"]["self"]["n"] == 0


def test_a_questionnaire_can_be_chosen(command: Command) -> None:
    log_some(command)
    plain = json.loads(command("trends", "--json", "--questionnaire", "subjective-value").out)
    assert plain["dimensions"]["process"]["n_other"] == 3
    assert_problem(command("trends", "--questionnaire", "other"), "“questionnaire” should be one of quick")


@pytest.mark.parametrize(("name", "beginning"), [("t.png", b"\x89PNG"), ("t.svg", b"<?xml"), ("t.pdf", b"%PDF")])
def test_a_chart_is_written(bare: Command, tmp_path: Path, name: str, beginning: bytes) -> None:
    said = bare("--demo", "trends", "--out", tmp_path / name)
    assert (said.status, said.out, said.err) == (0, "", "")
    content = (tmp_path / name).read_bytes()
    assert content.startswith(beginning)
    assert len(content) > 5000


def test_a_chart_and_numbers_go_together(bare: Command, tmp_path: Path) -> None:
    said = bare("--demo", "trends", "--json", "--out", tmp_path / "t.svg")
    assert json.loads(said.out)["reviews"] > 40
    assert (tmp_path / "t.svg").exists()


def test_a_chart_never_takes_the_journals_place(bare: Command, tmp_path: Path) -> None:
    journal = tmp_path / "mine.png"
    bare("--journal", journal, "log", "Kept")
    assert_problem(bare("--journal", journal, "trends", "--out", journal), "mine.png is the journal itself")
    assert "Kept" in bare("--journal", journal, "list").out


def test_another_picture_is_refused(bare: Command, tmp_path: Path) -> None:
    assert_problem(bare("--demo", "trends", "--out", tmp_path / "t.gif"), "t.gif")
    assert_problem(bare("--demo", "trends", "--out", tmp_path / "nowhere" / "t.png"), "nowhere")
    assert list(tmp_path.iterdir()) == []


def test_out_in_and_out_again(bare: Command, tmp_path: Path) -> None:
    first, second = tmp_path / "first.json", tmp_path / "second.json"
    said = bare("--demo", "export", first)
    assert said.out == "60 negotiations, 1 milestone, 0 choices of your own, 6 notes written\n"
    journal = ("--journal", tmp_path / "other.db")
    said = bare(*journal, "import", first, "--dry-run")
    assert said.out == "Only tried; an import would say: 60 negotiations added, 1 milestone added, 6 notes added\n"
    assert bare(*journal, "import", first).out == "60 negotiations added, 1 milestone added, 6 notes added\n"
    assert bare(*journal, "import", first).out == "Nothing to change: 60 unchanged\n"
    bare(*journal, "export", second)
    one, two = (json.loads(file.read_text(encoding="utf-8")) for file in (first, second))
    one.pop("exported_at")
    two.pop("exported_at")
    assert one == two


def test_a_bad_file_is_one_sentence_and_nothing_is_taken(command: Command, tmp_path: Path) -> None:
    log_some(command)
    file = tmp_path / "all.json"
    command("export", file)
    whole = file.read_text(encoding="utf-8")
    file.write_text(whole[: len(whole) // 2], encoding="utf-8")
    assert_problem(command("import", file), "all.json: ")
    file.write_text(whole.replace('"tags"', '"colour"'), encoding="utf-8")
    assert_problem(command("import", file), "“negotiations[0].colour” is not known here", "2 more problems")
    assert_problem(command("import", tmp_path / "none.json"), "none.json isn’t there")
    assert_problem(command("export", tmp_path / "all.xlsx"), "“all.xlsx” should end with one of .json, .csv, .md.")


def test_a_sample_is_written_to_a_new_file(bare: Command, tmp_path: Path) -> None:
    file = tmp_path / "sample.db"
    assert bare("demo", file, "--count", 7, "--seed", 3).out == f"Sample written to {file}\n"
    assert len(json.loads(bare("--journal", file, "list", "--json").out)) == 7
    assert_problem(bare("demo", file), "is there already")
    assert_problem(bare("demo", tmp_path / "other.db", "--count", 0), "“count” should be a whole number from 1")
    assert bare("demo", tmp_path / "other.db", "--count", "many").status == 2


def test_the_sample_is_thrown_away(bare: Command) -> None:
    bare("--demo", "log", "Mine")
    assert len(json.loads(bare("--demo", "list", "--json").out)) == 60
