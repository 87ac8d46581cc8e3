"""The passphrase at the command line: from a file, standard input or a prompt, and never shown."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from negojournal.cli.command import run
from negojournal.domain.passphrase import Passphrase
from negojournal.service.file import is_encrypted
from negojournal.service.passphrase import DOUBT, NO_WAY_BACK
from tests.cli.conftest import Command, assert_problem, no_paper

OLD = "the bridge is grün"
NEW = "the bridge is blau"
AGREE = ("--agree", NO_WAY_BACK)

pytestmark = pytest.mark.usefixtures("quick_keys")

Give = Callable[[str], object]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return written(tmp_path / "old.txt", f"{OLD}\n")


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return written(tmp_path / "new.txt", NEW)


@pytest.fixture
def locked(command: Command, old: Path) -> tuple[str, Path]:
    """Make an encrypted journal with one review, and return the option that opens it."""
    command("log", "Marzipan")
    assert command("lock", "--new-passphrase-file", old, *AGREE).status == 0
    return "--passphrase-file", old


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Give:
    """Return what puts bytes on standard input."""

    def pipe(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))

    return pipe


def written(file: Path, text: str) -> Path:
    file.write_text(text, "utf-8")
    return file


def test_lock_change_unlock(command: Command, bare: Command, path: Path, old: Path, new: Path) -> None:
    command("log", "Marzipan")
    said = command("lock", "--new-passphrase-file", old, *AGREE)
    assert (said.status, said.out, said.err) == (0, "Encrypted\n", "")
    assert is_encrypted(path)
    unlocked = ("--journal", path, "--passphrase-file")
    assert "Marzipan" in bare(*unlocked, old, "list").out
    said = bare(*unlocked, old, "lock", "--new-passphrase-file", new)
    assert (said.status, said.out, said.err) == (0, "Passphrase changed\n", "")
    assert_problem(bare(*unlocked, old, "list"), "passphrase doesn’t open")
    assert "Marzipan" in bare(*unlocked, new, "list").out
    said = bare(*unlocked, new, "unlock")
    assert (said.status, said.out, said.err) == (0, "No longer encrypted\n", "")
    assert not is_encrypted(path)
    assert "Marzipan" in command("list").out


def test_an_encrypted_journal_says_what_opens_it(command: Command, locked: object, piped: Give) -> None:
    piped("")
    for argv in (("list",), ("log", "More"), ("lock",), ("unlock",)):
        assert_problem(command(*argv), "is encrypted", "--passphrase-file")


def test_a_wrong_passphrase_is_told_plainly(command: Command, locked: object, new: Path) -> None:
    assert_problem(command("--passphrase-file", new, "list"), "passphrase doesn’t open")


def test_a_passphrase_that_is_not_needed_is_refused(command: Command, old: Path) -> None:
    command("log", "Marzipan")
    assert_problem(command("--passphrase-file", old, "list"), "is not encrypted")
    assert_problem(command("unlock"), "no passphrase")


def test_nothing_is_encrypted_without_the_warning(command: Command, path: Path, old: Path, piped: Give) -> None:
    assert_problem(command("--passphrase-file", old, "log", "New"), "There is no journal", "lock")
    assert not path.exists()
    command("log", "Marzipan")
    piped("")
    assert_problem(command("lock", "--new-passphrase-file", old), "no back door", "--agree", NO_WAY_BACK)
    assert_problem(command("lock", "--new-passphrase-file", old, "--agree", "yes"), NO_WAY_BACK)
    assert_problem(command("lock", *AGREE), "--new-passphrase-file")
    assert not is_encrypted(path)


def test_a_poor_passphrase_is_refused(command: Command, path: Path, tmp_path: Path) -> None:
    command("log", "Marzipan")
    poor = written(tmp_path / "poor.txt", "short")
    assert_problem(command("lock", "--new-passphrase-file", poor, *AGREE), "at least 8")
    assert not is_encrypted(path)


@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff"])
def test_what_an_editor_adds_to_a_file_does_not_matter(
    command: Command, locked: object, tmp_path: Path, start: str, end: str
) -> None:
    file = tmp_path / "as-kept.txt"
    file.write_bytes(f"{start}{OLD}{end}".encode())
    assert "Marzipan" in command("--passphrase-file", file, "list").out


@pytest.mark.parametrize(
    ("content", "word"),
    [
        (b"", "one line"),
        (b"\n", "one line"),
        (f"{OLD}\nand more".encode(), "one line"),
        (b"x" * 9000, "one line"),
        (OLD.encode("latin-1"), "UTF-8"),
    ],
)
def test_a_file_that_holds_no_passphrase_is_told(
    command: Command, locked: object, tmp_path: Path, content: bytes, word: str
) -> None:
    file = tmp_path / "odd.txt"
    file.write_bytes(content)
    assert_problem(command("--passphrase-file", file, "list"), "odd.txt", word)


def test_a_file_that_is_not_there_is_told(command: Command, locked: object, tmp_path: Path) -> None:
    assert_problem(command("--passphrase-file", tmp_path / "absent.txt", "list"), "absent.txt")


def test_standard_input_holds_one_thing(command: Command, locked: tuple[str, Path], piped: Give, old: Path) -> None:
    piped(f"{OLD}\n")
    assert "Marzipan" in command("--passphrase-file", "-", "list").out
    piped(NEW)
    assert command(*locked, "lock", "--new-passphrase-file", "-").status == 0
    for argv in (("log", "--json", "-"), ("plan", "--json", "-"), ("lock", "--new-passphrase-file", "-")):
        piped(NEW)
        said = command("--passphrase-file", "-", *argv)
        assert (said.status, said.out) == (2, "")
        assert "standard input" in said.err


def test_a_sample_needs_no_passphrase(bare: Command, old: Path) -> None:
    said = bare("--demo", "--passphrase-file", old, "list")
    assert (said.status, said.out) == (2, "")
    assert bare("--demo", "unlock").status == 1
    assert_problem(bare("--demo", "lock", "--new-passphrase-file", old, *AGREE), "thrown away")


def test_backups_that_stay_readable_are_named(command: Command, path: Path, old: Path) -> None:
    command("log", "Marzipan")
    command("backup")
    damaged = next(path.parent.rglob("*-manual.db"))
    damaged.write_bytes(damaged.read_bytes()[:5000])
    said = command("lock", "--new-passphrase-file", old, *AGREE)
    assert said.status == 0
    assert said.err == f"stays as it was: {damaged}\n"
    said = command("--passphrase-file", old, "list")
    assert "Marzipan" in said.out
    assert str(damaged) in said.err


def test_a_plain_file_in_the_place_of_an_encrypted_journal_is_told(command: Command, path: Path, old: Path) -> None:
    command("log", "Budget")
    plain = path.read_bytes()
    command("lock", "--new-passphrase-file", old, *AGREE)
    command("--passphrase-file", old, "backup")
    path.write_bytes(plain)
    assert DOUBT in command("log", "Salary").err


def test_the_window_is_handed_the_passphrase_once(path: Path, locked: tuple[str, Path], capsys) -> None:
    handed: list[Passphrase | None] = []

    def window(journal: Path, *, demo: bool, passphrase: Callable[[], Passphrase | None]) -> int:
        handed.extend((passphrase(), passphrase()))
        return 0

    assert run(["--journal", str(path), *map(str, locked)], window, no_paper) == 0
    assert handed == [Passphrase(OLD), None]


TYPING = """
import os, pty, sys
answers = sys.argv[1].split("|")
child, terminal = pty.fork()
if not child:
    os.execv(sys.executable, [sys.executable, "-m", "negojournal", *sys.argv[2:]])
seen = b""
while True:
    try:
        piece = os.read(terminal, 4096)
    except OSError:
        break
    seen += piece
    if seen.rstrip(b" ").endswith((b":", b"go on\\r\\n")) and answers:
        os.write(terminal, answers.pop(0).encode() + b"\\n")
        seen += b"#"
sys.stdout.buffer.write(seen)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
"""


@pytest.mark.slow
def test_a_prompt_does_not_show_what_is_typed(path: Path, tmp_path: Path) -> None:
    pytest.importorskip("pty")

    def typed(answers: str, *argv: str) -> tuple[int, str]:
        command = [sys.executable, "-c", TYPING, answers, "--journal", str(path), *argv]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, "TERM": "dumb"})
        return done.returncode, done.stdout

    typed("", "log", "Marzipan")
    status, seen = typed(f"{NO_WAY_BACK}|{OLD}|{OLD}", "lock")
    assert (status, is_encrypted(path)) == (0, True), seen
    assert re.search(r"no back door.*New passphrase.*And again.*Encrypted", seen, re.DOTALL)
    assert OLD not in seen
    status, seen = typed(OLD, "list")
    assert (status, "Marzipan" in seen, OLD in seen) == (0, True, False), seen
    status, seen = typed(NEW, "list")
    assert (status, "doesn’t open" in seen) == (1, True), seen
