"""No command lets what stands in the journal steer the terminal, and every search finds it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import time_machine

from negojournal.domain.steering import STEERING
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from tests.cli.conftest import Command, assert_problem
from tests.hostile import LINES, PLANNED, REFUSED, REFUSED_LINES, TEXTS, build_hostiles, fill_hostile


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a journal in which everything is hostile."""
    path = tmp_path_factory.mktemp("hostile") / "journal.db"
    journal = open_journal(path, resource_folder())
    fill_hostile(journal)
    journal.close()
    return path


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel("2026-02-10T09:00:00+00:00", tick=True):
        yield


def assert_harmless(said) -> None:
    assert said.status == 0, said.err
    assert not STEERING.findall(said.out + said.err)


@pytest.mark.parametrize(
    "argv",
    [
        ("list", "--limit", 1000),
        ("list", "--json"),
        ("agenda",),
        ("agenda", "--json"),
        ("trends",),
        ("trends", "--json"),
        ("trends", "--with", LINES["bidi"]),
        ("trends", "--search", TEXTS["terminal"]),
        ("insights",),
        ("insights", "--json"),
        ("insights", "--by", f"counterpart:{LINES['bidi']}"),
    ],
    ids=str,
)
def test_nothing_steers_the_terminal(command: Command, argv: tuple[object, ...]) -> None:
    said = command(*argv)
    assert_harmless(said)
    if "--json" in argv:
        assert json.loads(said.out)


def test_every_record_is_shown(command: Command) -> None:
    for number, record in enumerate(build_hostiles()):
        assert_harmless(command("show", record.id))
        said = command("show", record.id, "--json")
        assert_harmless(said)
        plain = json.loads(said.out)
        assert (plain["title"], plain["preparation"]["stop_rule"]) == (record.title, list(TEXTS.values())[number])


def test_a_search_finds_what_was_typed(command: Command) -> None:
    for held, planned, text in zip(build_hostiles(), build_hostiles(first=PLANNED), TEXTS.values(), strict=True):
        for option in (("--search", text), ("--search", held.title), ("--with", held.title)):
            found = json.loads(command("list", "--json", *option).out)
            assert {one["id"] for one in found} == {held.id, planned.id}, option


@pytest.mark.parametrize(
    "word", ["qxz AND", 'qxzimg OR"', "NOT qxzimg", "qxz*z", "(", "qxzimg) OR (x", "^", "title:", "-qxzimg"]
)
def test_a_search_is_never_syntax(command: Command, word: str) -> None:
    assert command("list", "--json", "--search", word).status == 0


def test_what_a_search_asks_for_is_no_syntax_either(command: Command) -> None:
    assert json.loads(command("list", "--json", "--search", "qxzimg OR qxzfile").out) == []
    assert json.loads(command("list", "--json", "--search", "qxzimg NOT qxzfile").out) == []


def test_every_line_can_be_logged_and_comes_back(bare: Command, tmp_path: Path) -> None:
    for line in LINES.values():
        at = ("--journal", tmp_path / "journal.db")
        said = bare(*at, "log", "--with", line, "--tag", line, "--note", line, "--next", line, "--", line)
        assert said.status == 0, said.err
        plain = json.loads(bare(*at, "show", said.out.strip(), "--json").out)
        assert {plain["title"], *plain["counterparts"], *plain["tags"], plain["review"]["next_time"]} == {line.strip()}


@pytest.mark.parametrize("line", REFUSED_LINES.values(), ids=REFUSED_LINES)
def test_no_title_but_a_line_is_taken(command: Command, path: Path, tmp_path: Path, line: str) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps({"title": line}), encoding="ascii")
    for word in ("log", "plan"):
        said = command(word, "--json", file)
        assert_problem(said, "title")
        assert not STEERING.findall(said.err)
        assert len(said.err) < 500


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_no_text_holds_what_is_no_character(command: Command, tmp_path: Path, text: str) -> None:
    file = tmp_path / "record.json"
    file.write_text(json.dumps({"title": "a", "preparation": {"stop_rule": text}}), encoding="ascii")
    assert_problem(command("log", "--json", file), "preparation.stop_rule")


def test_what_is_refused_is_told_without_steering(command: Command) -> None:
    for text in TEXTS.values():
        for argv in (
            ("log", "--area", text, "a"),
            ("log", "--date", text, "a"),
            ("show", text),
            ("list", "--since", text),
        ):
            said = command(*argv)
            assert said.status in (1, 2)
            assert not STEERING.findall(said.err)
            assert said.err.count("\n") == 1
