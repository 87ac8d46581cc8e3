"""`plan`, `agenda` and `calendar`."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine

from tests.cli.conftest import Command, assert_problem

NOON = datetime(2026, 6, 15, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


def planned(command: Command, *argv: object) -> str:
    said = command("plan", *argv)
    assert (said.status, said.err) == (0, "")
    return said.out.strip()


def shown(command: Command, record: str) -> dict[str, object]:
    plain: dict[str, object] = json.loads(command("show", record, "--json").out)
    return plain


def test_a_plan_prints_its_id(command: Command) -> None:
    first = planned(command, "First")
    record = planned(
        command, "Budget", "--with", "Ana", "--with", "Bo", "--area", "budgets", "--date", "2026-07-01",
        "--channel", "video", "--method", "partnership", "--follows", first, "--chance", "60%",
        "--alternative", "Wait", "--stop", "When they shout", "--question", "Why?", "--question", "Who?", "--tag", "q3",
    )  # fmt: skip
    plain = shown(command, record)
    assert (plain["status"], plain["held_at"], plain["channel"]) == ("planned", "2026-07-01", "video")
    assert (plain["counterparts"], plain["area"], plain["tags"]) == (["Ana", "Bo"], "budgets", ["q3"])
    assert plain["follows"] == first
    preparation = plain["preparation"]
    assert preparation["questions"] == ["Why?", "Who?"]
    assert (preparation["chance"], preparation["method"]) == (0.6, "partnership")
    assert (preparation["best_alternative"], preparation["stop_rule"]) == ("Wait", "When they shout")
    assert shown(command, first)["held_at"] == "2026-06-15"


def test_a_whole_plan_comes_from_a_file(command: Command, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    terms = [{"name": "rate", "goal": 100, "bottom_line": 100, "better": "less", "opening": 120}]
    file.write_text(json.dumps({"title": "Whole", "preparation": {"terms": terms}}), encoding="utf-8")
    said = command("plan", "--json", file)
    assert said.status == 0
    assert shown(command, said.out.strip())["status"] == "planned"
    assert said.err.count("\n") >= 2
    assert "rate" in said.err


def test_a_plan_from_standard_input(command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    text = '{"title": "Piped", "status": "held"}'
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))
    assert shown(command, planned(command, "--json", "-"))["status"] == "held"


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (("T", "--chance", "1.2"), ("“chance” should be a number from 0 to 1", "“1.2”")),
        (("T", "--method", "luck"), ("“method” should be one of combative,", "“luck”")),
        (("T", "--channel", "pigeon", "--date", "?"), ("“date”", "1 more problem after this one.")),
        (("T", "--follows", "zz"), ("No negotiation has an id that begins with “zz”.",)),
        (("T", "--area", "gardening"), ("“area” should be one of budgets,",)),
        (("--json", "none.json"), ("none.json isn’t there",)),
    ],
)
def test_bad_input_is_one_sentence_and_nothing_is_kept(
    command: Command, argv: tuple[str, ...], words: tuple[str, ...]
) -> None:
    assert_problem(command("plan", *argv), *words)
    assert json.loads(command("list", "--json").out) == []


@pytest.mark.parametrize("argv", [(), ("T", "--json", "-"), ("--json", "-", "--tag", "a"), ("T", "U")])
def test_wrong_usage_is_told(command: Command, argv: tuple[str, ...]) -> None:
    assert command("plan", *argv).status == 2


def test_nothing_waits(command: Command) -> None:
    assert command("agenda").out == "Nothing waits.\n"
    plain = json.loads(command("agenda", "--json").out)
    assert plain == {"day": "2026-06-15", "errands": [], "drafts": [], "intention": None, "focus": None}


def test_what_waits_for_people_and_for_programs(
    command: Command, tmp_path: Path, clock: time_machine.Traveller
) -> None:
    commitments = [
        {"owner": "me", "what": "Send it", "due_on": "2026-06-14"},
        {"owner": "them", "what": "Sign it", "due_on": "2026-06-20"},
    ]
    file = tmp_path / "held.json"
    held = {"title": "Held", "held_at": "2026-05-15", "counterparts": ["Ana"], "review": {"next_time": "Wait\nlonger"}}
    follow_ups = [{"due_on": "2026-06-14"}]
    file.write_text(json.dumps({**held, "agreement": {"commitments": commitments}, "follow_ups": follow_ups}))
    record = command("log", "--json", file).out.strip()
    late = planned(command, "Late", "--date", "2026-06-13", "--with", "Bo")
    ahead = planned(command, "Ahead", "--date", "2026-06-16")
    quick = command("log", "Quick", "--date", "2026-06-01", "--process", 7).out.strip()
    assert command("agenda").out.splitlines() == [
        "How did it go?",
        f"  {late[:13]}  2026-06-13  Late, Bo",
        "Does it still hold?",
        f"  {record[:13]}  2026-06-14  Held, Ana",
        "Commitments",
        f"  {record[:13]}  2026-06-14  you: Send it (late)  Held, Ana",
        f"  {record[:13]}  2026-06-20  they: Sign it  Held, Ana",
        "Coming up",
        f"  {ahead[:13]}  2026-06-16  Ahead",
        "Worth a few more lines",
        f"  {quick[:13]}  Quick",
        "What you meant to do next time",
        "  Wait longer",
    ]
    plain = json.loads(command("agenda", "--json").out)
    assert [(one["kind"], one["id"], one["number"]) for one in plain["errands"]] == [
        ("review", late, None),
        ("follow-up", record, 0),
        ("commitment", record, 0),
        ("commitment", record, 1),
        ("plan", ahead, None),
        ("deepen", quick, None),
    ]
    clock.shift(timedelta(days=2))
    assert json.loads(command("agenda", "--json").out)["errands"][1]["id"] == ahead


def test_strategy_focus_and_drafts_are_told(command: Command, path: Path, clock: time_machine.Traveller) -> None:
    from negojournal.domain.draft import Draft
    from negojournal.domain.moment import moment_of
    from negojournal.paths import resource_folder
    from negojournal.service.journal import open_journal
    from tests.builders import build_record

    journal = open_journal(path, resource_folder())
    journal.notes.revise("Ask first.")
    clock.shift(timedelta(weeks=13))
    journal.notes.choose_focus("dodging")
    for number, title in ((1, "Half typed"), (2, "")):
        journal.drafts.keep(Draft(build_record(number, title=title), "", is_new=True, saved_at=moment_of(NOON)))
    journal.close()
    lines = command("agenda").out.splitlines()
    assert lines[:3] == ["Your strategy", "  2026-09-14  Time to read it again.", "Unfinished"]
    assert sorted(lines[3:5]) == ["  Half typed", "  without a title"]
    assert lines[5] == "This month’s focus"
    assert len(lines) == 7


def test_a_focus_from_elsewhere_cannot_steer_a_terminal(command: Command, tmp_path: Path) -> None:
    note = {"subject": "focus", "key": "2026-06", "text": "a\u001b[31m\nb\u202e"}
    file = tmp_path / "all.json"
    file.write_text(json.dumps({"format": "negojournal", "version": 1, "notes": [note]}), encoding="utf-8")
    command("import", file)
    assert command("agenda").out.splitlines()[-1] == "  a [31m b "


def test_a_calendar_is_written(command: Command, tmp_path: Path) -> None:
    planned(command, "Budget", "--date", "2026-07-01")
    file = tmp_path / "plans.ics"
    assert command("calendar", file).out == "1 entry written\n"
    assert "SUMMARY:Budget" in file.read_text(encoding="utf-8")
    assert_problem(command("calendar", tmp_path / "plans.txt"), "“plans.txt” should end with .ics.")
