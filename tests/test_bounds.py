"""What is too much is one sentence, and takes neither much memory nor long: measured on whole processes."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path

import pytest

from negojournal.domain.steering import STEERING
from negojournal.errors import FormatError, JournalError
from negojournal.exchange.transcript import MOST_FAULTS
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from tests.bombs import DEEP, JOURNALS, MEGABYTE, NUMBERS, Ended, deep, measured

SIZE = 100 * MEGABYTE
MOST_MEGABYTES, MOST_SECONDS = 500, 60
"""The file itself is held once, and little more; a busy machine takes some seconds."""

SHOWN = ("one string with an emoji", "many keys in a record", "empty records")
"""The rest is in the long version: python -m tests.bombs."""


def assert_sentence(ended: Ended, *words: str) -> None:
    assert ended.out == ""
    assert ended.err.count("\n") == 1
    assert len(ended.err) < 1000
    assert [word for word in words if word not in ended.err] == []
    assert_bounded(ended)


def assert_bounded(ended: Ended) -> None:
    assert ended.status == 1, ended
    assert not STEERING.findall(ended.err)
    assert ended.megabytes < MOST_MEGABYTES
    assert ended.seconds < MOST_SECONDS


@pytest.fixture(scope="module")
def journal():
    journal = open_journal(None, resource_folder())
    yield journal
    journal.close()


@pytest.fixture
def bomb(tmp_path):
    return tmp_path / "bomb.json"


@pytest.mark.slow
@pytest.mark.parametrize("name", SHOWN)
def test_a_hundred_megabytes_to_import(tmp_path, bomb, name):
    bomb.write_bytes(JOURNALS[name](SIZE))
    assert_sentence(measured("--journal", tmp_path / "journal.db", "import", bomb))


@pytest.mark.slow
def test_a_million_deep(tmp_path, bomb):
    for name, text in deep(DEEP).items():
        bomb.write_bytes(text)
        command = ("log", "--json") if name == "in a record" else ("import",)
        assert_sentence(measured("--journal", tmp_path / "journal.db", *command, bomb))


@pytest.mark.slow
def test_a_record_of_a_hundred_megabytes(tmp_path, bomb):
    bomb.write_bytes(b'{"title": [' + b"{}," * (SIZE // 3) + b"0]}")
    for command, source, stdin in (("log", bomb, None), ("plan", "-", bomb)):
        ended = measured("--journal", tmp_path / "journal.db", command, "--json", source, stdin=stdin)
        assert_sentence(ended, "too large to be a record")


@pytest.mark.slow
def test_a_stream_without_end(tmp_path):
    ended = measured("--journal", tmp_path / "journal.db", "log", "--json", "-", stdin=Path("/dev/zero"))
    assert_sentence(ended, "too large to be a record")


@pytest.mark.slow
def test_a_megabyte_that_turns_the_direction_for_a_title(tmp_path, bomb):
    bomb.write_text(json.dumps({"title": "\u202e\u2066" * 2**19}), encoding="utf-8")
    assert_sentence(measured("--journal", tmp_path / "journal.db", "log", "--json", bomb), "“title” should be a line")


def test_an_invitation_of_a_hundred_megabytes(journal, tmp_path):
    file = tmp_path / "bomb.ics"
    file.write_bytes(b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * (SIZE // 14))
    tracemalloc.start()
    with pytest.raises(FormatError, match="too large"):
        journal.plans.invitation(file)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 10 * MEGABYTE


@pytest.mark.slow
def test_a_table_of_two_hundred_columns(tmp_path):
    file = tmp_path / "bomb.csv"
    head = "Title,Date," + ",".join(f"column {number}" for number in range(198)) + "\n"
    file.write_text(head + ("x," * 199 + "y\n") * (SIZE // 400), encoding="utf-8")
    assert_sentence(measured("--journal", tmp_path / "journal.db", "import", file), "too large")
    file.write_text(head + ("x," * 199 + "y\n") * 1000, encoding="utf-8")
    ended = measured("--journal", tmp_path / "journal.db", "import", file)
    assert_bounded(ended)
    assert ended.out.startswith("“Title”: Title\n")  # how a table is read is said before it is
    assert len(ended.out) < 10_000
    *faults, more, last = ended.err.splitlines()
    assert len(faults) == MOST_FAULTS
    assert "Line 2, “Date”" in faults[0]
    assert len(ended.err) < MOST_FAULTS * 200
    assert "900 more" in more
    assert last.startswith(f"Nothing of {file} was imported")


@pytest.mark.parametrize("number", NUMBERS)
@pytest.mark.parametrize(
    "place",
    [
        '{"title": "a", "preparation": {"terms": [{"name": "b", "goal": %s}]}}',
        '{"title": "a", "preparation": {"chance": %s}}',
        '{"title": "a", "duration_minutes": %s}',
        '{"title": "a", "power": %s}',
        '{"title": "a", "dodge": {"worth": %s}}',
        '{"title": %s}',
    ],
)
def test_a_number_that_none_can_hold(journal, place, number):
    said = told(journal, place % number)
    assert len(said) < 500
    assert said or abs(float(number)) < 10**15


def told(journal, text):
    """Return what is wrong with a record."""
    try:
        record = journal.records.from_text(text, "It")
    except JournalError as error:
        return str(error)
    return " ".join(problem.sentence for problem in journal.records.problems(record))
