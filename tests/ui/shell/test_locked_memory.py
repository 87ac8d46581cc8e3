"""What another program could find in the memory of a locked one."""

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from negojournal.domain.passphrase import Passphrase
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.ui.shell import residue
from tests.builders import build_full_record

ROOT = Path(__file__).parents[3]
PIECES = ("wombat gal", "lops zwanzig")
MARK = "Zwiebelkutsche"

USE = """
import sys, time
from pathlib import Path
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from negojournal import app, paths
from negojournal.service.look import shipped_theme
from negojournal.ui.pages import PAGES
from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.doorway import Doorway, Entrance
from tests.builders import build_record
from tests.ui.shell.locked import is_locked, page

def pause():
    # QTest.qWait would keep all other threads from running.
    QApplication.processEvents()
    time.sleep(0.01)

def wait(is_so):
    for _ in range(3000):
        if is_so():
            return
        pause()
    sys.exit("nothing happens")

def say(word):
    print(word, flush=True)
    sys.stdin.readline()

qt, path = QApplication([]), Path(sys.argv[1])
entrance = Entrance(
    theme=shipped_theme(paths.resource_folder()),
    settings_file=paths.settings_file(),
    log_folder=paths.log_folder(),
    begins_with_form=False,
    setup=lambda: app._setup(path, demo=False),
)
door = Doorway(qt, entrance, CrashHook(paths.log_folder()))
door.window.show()
wait(lambda: is_locked(door) and not page(door)._is_opening)
for piece in sys.argv[2:]:
    QTest.keyClicks(page(door)._field.line, piece)
QTest.keyClick(page(door)._field.line, Qt.Key.Key_Return)
wait(lambda: not is_locked(door))
for place in PAGES:
    door._program.parts.navigation.go(place.key)
    door._program.parts.worker.drain()
    for _ in range(10):
        pause()
door._program._journal.records.save(build_record(99))
door._program._journal.backups.finish()
assert [*path.parent.rglob("*-daily.db")]
say("in use")
door._program.parts.workspace.actions.run("lock")
wait(lambda: is_locked(door) and not page(door)._is_opening)
say("locked")
"""


def memory_of(process: int) -> Iterator[bytes]:
    """Yield what a process has written into its memory, region by region."""
    regions = re.findall(r"^(\w+)-(\w+) rw", Path(f"/proc/{process}/maps").read_text(), re.MULTILINE)
    with Path(f"/proc/{process}/mem").open("rb", buffering=0) as memory:
        for start, end in regions:
            with suppress(OSError):
                memory.seek(int(start, 16))
                yield memory.read(int(end, 16) - int(start, 16))


def counts(process: int, *words: str) -> list[int]:
    """Return how often each word is in the memory of a process, however it is written there."""
    codes = ("utf-8", "latin-1", "utf-16-le", "utf-32-le")
    # In memory that was never used, which is all zeros, bytes.count takes five times as long.
    forms = [[re.compile(re.escape(form)) for form in {word.encode(code) for code in codes}] for word in words]
    found = [[sum(len(form.findall(region)) for form in each) for each in forms] for region in memory_of(process)]
    return [sum(column) for column in zip(*found, strict=True)]


@pytest.mark.slow
@pytest.mark.skipif(residue._library() is None or sys.platform != "linux", reason="only glibc fills what is freed")
def test_a_locked_program_holds_neither_the_passphrase_nor_the_journal(home):
    path, secret = home / "journal.db", "".join(PIECES)
    with closing(open_journal(path, resource_folder(), None, Passphrase(secret))) as journal:
        for number in range(20):
            journal.records.save(
                build_full_record(number, title=f"{MARK} {number}", counterparts=(MARK,), follows=None)
            )
    command = [sys.executable, "-c", USE, str(path), *PIECES]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as program:
        try:
            assert program.stdin
            assert program.stdout
            assert program.stdout.readline() == "in use\n"
            before, given = counts(program.pid, MARK, secret)
            assert before > 100
            assert given
            program.stdin.write("\n")
            program.stdin.flush()
            assert program.stdout.readline() == "locked\n"
            after, given = counts(program.pid, MARK, secret)
            assert given == 0
            assert after * 10 < before
        finally:
            program.kill()
