"""The command line in this process: what it prints and the exit status."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from negojournal.cli.command import run
from negojournal.exchange.paper import Printout


@dataclass(frozen=True)
class Said:
    status: int
    out: str
    err: str


Command = Callable[..., Said]


def no_window(journal: Path, *, demo: bool, passphrase: object) -> int:
    raise AssertionError((journal, demo))


def no_paper(printout: Printout) -> bytes:
    raise AssertionError(printout)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str], path: Path) -> Command:
    """Return what runs a command on a journal of its own."""

    def on_journal(*argv: object) -> Said:
        status = run(["--journal", str(path), *map(str, argv)], no_window, no_paper)
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return on_journal


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str]) -> Command:
    """Return what runs the program without an option of its own."""

    def run_bare(*argv: object) -> Said:
        status = run([str(one) for one in argv], no_window, no_paper)
        captured = capsys.readouterr()
        return Said(status, captured.out, captured.err)

    return run_bare


def assert_problem(said: Said, *words: str) -> None:
    """Hold that one sentence was said, and nothing else."""
    assert said.status == 1
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert not said.err.startswith("Error")
    assert not re.search(r"[.!?] +[A-Z“]", said.err), "this is more than one sentence"
    for word in words:
        assert word in said.err
