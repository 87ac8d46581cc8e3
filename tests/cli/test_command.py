"""The program's own options, its exit status, and real processes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from negojournal import __version__, paths
from negojournal.cli.command import run
from tests.cli.conftest import Command, assert_problem, no_paper

ROOT = Path(__file__).resolve().parents[2]


def test_without_a_command_the_window_opens(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    opened: list[tuple[Path, bool]] = []

    def window(journal: Path, *, demo: bool, passphrase: Callable[[], object]) -> int:
        assert passphrase() is None
        opened.append((journal, demo))
        return 7

    assert run(["--journal", str(tmp_path / "a.db")], window, no_paper) == 7
    assert run(["--demo"], window, no_paper) == 7
    assert opened == [(tmp_path / "a.db", False), (paths.journal_file(), True)]
    assert capsys.readouterr().out == ""


def test_the_environment_names_a_journal(bare: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bare("--journal", tmp_path / "a.db", "log", "There")
    monkeypatch.setenv("NEGOJOURNAL_FILE", str(tmp_path / "a.db"))
    assert "There" in bare("list").out


def test_without_a_name_the_journal_is_in_the_data_folder(bare: Command) -> None:
    bare("log", "Here")
    assert paths.journal_file().exists()
    assert "Here" in bare("list").out


def test_version_and_help(bare: Command) -> None:
    assert bare("--version").out == f"negojournal {__version__}\n"
    text = bare("--help")
    assert text.status == 0
    for name in ("log", "list", "show", "trends", "export", "import", "demo"):
        assert name in text.out
        assert bare(name, "--help").status == 0


@pytest.mark.parametrize(
    "argv",
    [
        ("frob",),
        ("lis",),
        ("--frob",),
        ("list", "--limit", "x"),
        ("list", "x"),
        ("--journal", "a", "--demo"),
        ("show",),
    ],
)
def test_wrong_usage_is_two(bare: Command, argv: tuple[str, ...]) -> None:
    said = bare(*argv)
    assert said.status == 2
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert re.search(r"[^.?][.?] Try “negojournal( list| show)? --help”\.$", said.err)


def test_what_cant_be_read_is_no_wrong_usage(bare: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    journal, file = tmp_path / "a.db", tmp_path / "a.json"
    bare("--journal", journal, "log", "There")
    bare("--journal", journal, "export", file)
    monkeypatch.setattr(os, "access", lambda *_: False)
    assert "There" in bare("--journal", journal, "list").out
    assert bare("--journal", journal, "import", file).status == 0


def test_a_journal_that_cant_be_used_is_one_sentence(bare: Command, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("Dear Ana, " * 500, encoding="utf-8")
    assert_problem(bare("--journal", letter, "log", "T"), "letter.txt")
    assert letter.read_text(encoding="utf-8") == "Dear Ana, " * 500
    assert_problem(bare("--journal", tmp_path / "nowhere" / "a.db", "log", "T"), "nowhere")
    assert_problem(bare("--journal", tmp_path, "list"), str(tmp_path))
    assert {one.name for one in tmp_path.iterdir()} == {"letter.txt"}


def test_a_files_name_neither_breaks_nor_steers_the_line(command: Command) -> None:
    said = command("import", "a\x1b[31m\nb.json")
    assert_problem(said, "a�[31m�b.json isn’t there")


def test_a_questionnaire_with_a_double_item_is_named(bare: Command) -> None:
    folder = paths.data_folder() / "questionnaires"
    folder.mkdir(parents=True)
    text = (paths.resource_folder() / "questionnaires" / "quick.toml").read_text(encoding="utf-8")
    own = text.replace('key = "quick"', 'key = "own"', 1).replace('key = "process"', 'key = "self"', 1)
    (folder / "own.toml").write_text(own, encoding="utf-8")
    assert_problem(bare("list"), "own.toml", "“self”")


def test_an_interrupt_is_quiet(bare: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    from negojournal.service.listing import Listing

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Listing, "filter_from", stop)
    said = bare("--demo", "list")
    assert said.status == 130
    assert "Traceback" not in said.err


def test_a_missing_installation_is_one_sentence(bare: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> Path:
        raise FileNotFoundError("The program's resources folder is missing; please install it again.")

    monkeypatch.setattr(paths, "resource_folder", missing)
    monkeypatch.setattr("negojournal.cli.command._close_quietly", lambda: None)
    assert_problem(bare("list"), "The program's resources folder is missing")


def process(*argv: object, **changes: object) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    given = {"env": environment, "capture_output": True, **changes}
    words = [sys.executable, "-m", "negojournal", *map(str, argv)]
    return subprocess.run(words, text=True, check=False, cwd=ROOT, encoding="utf-8", **given)


@pytest.mark.slow
def test_a_process_logs_and_lists(tmp_path: Path) -> None:
    journal = ("--journal", tmp_path / "a.db")
    done = process(*journal, "log", "Größe", "--process", "6")
    assert (done.returncode, done.stderr) == (0, "")
    assert process(*journal, "show", done.stdout.strip()).stdout.startswith("# Größe\n")
    wrong = process(*journal, "log", "T", "--process", "x")
    assert (wrong.returncode, wrong.stdout) == (1, "")
    assert "Traceback" not in wrong.stderr
    assert process("frob").returncode == 2


@pytest.mark.slow
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    process("demo", tmp_path / "a.db", "--count", "400")
    command = f'"{sys.executable}" -m negojournal --journal "{tmp_path / "a.db"}" list --json'
    line = f"{command} | head -c 10; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stderr == ""
    assert done.stdout.endswith("0\n")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("words", "status", "err"),
    [
        ("list | true", 0, ""),
        ("list >&-", 0, ""),
        ("log Kept >&-", 0, ""),
        ("log --json - <&-", 1, "Standard input: The text ends too early"),
        ("show none >&- 2>&-", 1, ""),
    ],
)
def test_a_stream_that_is_closed_is_no_traceback(tmp_path: Path, words: str, status: int, err: str) -> None:
    line = f'"{sys.executable}" -m negojournal --journal "{tmp_path / "a.db"}" {words}; exit ${{PIPESTATUS[0]}}'
    done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, check=False, cwd=ROOT)
    assert (done.returncode, done.stdout) == (status, "")
    assert done.stderr.startswith(err)
    assert done.stderr.count("\n") == bool(err)
    assert process("--journal", tmp_path / "a.db", "list").returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_one_sentence() -> None:
    with Path("/dev/full").open("wb") as full:
        done = process("--demo", "list", capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 1
    assert done.stderr == "The output can’t be used: No space left on device.\n"


@pytest.mark.slow
@pytest.mark.parametrize("argv", [("--help",), ("--version",), ("log", "--help"), ("trends", "--help")])
def test_help_loads_nothing_heavy(argv: tuple[str, ...]) -> None:
    script = f"""
import sys
from negojournal.app import main
main({list(argv)!r})
heavy = {{"sqlalchemy", "sqlcipher3", "alembic", "scipy", "numpy", "matplotlib", "PySide6"}}
print(sorted(heavy & sys.modules.keys()))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.splitlines()[-1] == "[]"


@pytest.mark.slow
def test_listing_loads_nothing_that_draws(tmp_path: Path) -> None:
    script = f"""
import sys
from negojournal.app import main
main(["--journal", {str(tmp_path / "a.db")!r}, "list"])
print(sorted({{"alembic", "scipy", "matplotlib", "PySide6"}} & sys.modules.keys()))
"""
    first, second = (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=ROOT)
        for _ in range(2)
    )
    assert first.returncode == 0
    assert second.stdout.splitlines()[-1] == "[]"
