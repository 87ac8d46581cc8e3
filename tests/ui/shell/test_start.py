"""The program as a process: what it loads, and when; where there is no display; sudden ends."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal

ROOT = Path(__file__).parents[3]
HEAVY = ("matplotlib", "scipy", "numpy", "alembic", "sqlalchemy", "sqlcipher3")

BEFORE_PAINT = """
import sys
from pathlib import Path
from negojournal import app
from negojournal.ui.shell import window
loaded = set()
paint = window.Window.event
def event(self, happening):
    answered = paint(self, happening)
    if happening.type() is window.QEvent.Type.Paint and not loaded:
        loaded.update(name.partition(".")[0] for name in sys.modules)
        self.close()
    return answered
window.Window.event = event
status = app.run_window(Path(sys.argv[1]), demo=False)
print(status, *sorted(loaded))
"""


TYPE_AND_DIE = """
import faulthandler, os, signal, sys
faulthandler.dump_traceback_later(30, exit=True)
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from negojournal import app
from negojournal.ui.shell import program
opened = program.Program._on_opened
def on_opened(self, journal):
    opened(self, journal)
    QTest.keyClicks(self.parts.window.focusWidget(), "Rent of the hall")
    QTimer.singleShot(int(sys.argv[2]), lambda: os.kill(os.getpid(), getattr(signal, sys.argv[3])))
program.Program._on_opened = on_opened
sys.exit(app.run_window(Path(sys.argv[1]), demo=False))
"""


def run(*arguments, home, **environment):
    return subprocess.run(  # noqa: PLW1510 - the status is what is looked at
        [sys.executable, *arguments],
        env=os.environ | {"HOME": str(home), "PYTHONPATH": str(ROOT)} | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )


def test_importing_the_program_loads_nothing_heavy(home):
    done = run("-c", "import sys, negojournal.app; print(*sys.modules)", home=home)
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert not loaded & {*HEAVY, "PySide6", "click"}


@pytest.mark.parametrize("is_first", [True, False])
def test_nothing_heavy_is_loaded_before_the_first_paint(home, tmp_path, is_first):
    journal = tmp_path / "journal.db"
    if not is_first:
        run("-m", "negojournal", "--journal", str(journal), "log", "Rent", home=home)
        assert journal.exists()
    done = run("-c", BEFORE_PAINT, str(journal), home=home)
    status, *loaded = done.stdout.split()
    assert status == "0", done.stderr
    assert "PySide6" in loaded
    assert not set(loaded) & set(HEAVY)


@pytest.mark.skipif(os.name != "posix", reason="these signals are of POSIX systems")
@pytest.mark.parametrize(
    ("name", "after", "status"), [("SIGKILL", 1000, -signal.SIGKILL), ("SIGTERM", 0, 0), ("SIGINT", 0, 0)]
)
def test_what_was_typed_comes_back_after_a_sudden_end(home, tmp_path, name, after, status):
    journal = tmp_path / "journal.db"
    run("-m", "negojournal", "--journal", str(journal), "log", "Budget", home=home)
    done = run("-c", TYPE_AND_DIE, str(journal), str(after), name, home=home)
    assert done.returncode == status, done.stderr
    opened = open_journal(journal, resource_folder(), None)
    assert [draft.record.title for draft in opened.drafts.all()] == ["Rent of the hall"]
    opened.close()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
def test_without_a_display_it_says_so_in_one_sentence(home, tmp_path):
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    done = run("-m", "negojournal", home=home, **nowhere)
    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert "negojournal list" in done.stderr
