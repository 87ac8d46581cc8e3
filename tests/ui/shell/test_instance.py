"""A second start on a journal brings its window forward instead of opening another."""

import os
import signal
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from negojournal.ui.shell import instance
from negojournal.ui.shell.instance import Instance, address_of, bring_forward

ROOT = Path(__file__).parents[3]

ASK = """
import sys
from pathlib import Path
from negojournal.ui.shell.instance import bring_forward
print(bring_forward(Path(sys.argv[1])), "PySide6.QtNetwork" in sys.modules)
"""

LISTEN = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from negojournal.ui.shell import instance
app = QCoreApplication([])
instance.SETTLING = 0
one = instance.Instance()
one.asked.connect(lambda: print("asked", flush=True))
one.expect(Path(sys.argv[1]))
QTimer.singleShot(100, lambda: print("ready", flush=True))
app.exec()
"""

WINDOW = """
import sys
from negojournal import app
from negojournal.ui.shell import doorway, instance
instance.SETTLING = 0
doorway.lead_into = lambda window: print("forward", flush=True)
listened = instance.Instance._listen
def listen(self):
    listened(self)
    print("listening", flush=True)
instance.Instance._listen = listen
sys.exit(app.main(["--journal", sys.argv[1]]))
"""


@pytest.fixture(autouse=True)
def swift(monkeypatch):
    """Listen at once; sockets are in the home of the test, whose path is short enough for one."""
    monkeypatch.setattr(instance, "SETTLING", 0)


def is_there(journal):
    """Tell whether there is a socket for a journal."""
    return Path(address_of(journal)).exists()


@contextmanager
def begun(script, journal):
    """Run a script in a process that doesn't outlive the test."""
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(journal)],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


@contextmanager
def running(script, journal, word):
    """Run a script that goes on until it is killed; it is there once it has said a word."""
    with begun(script, journal) as process:
        assert process.stdout.readline().strip() == word
        yield process


def asked(qtbot, journal):
    """Let another process ask, with the event loop alive; return what it was told, and whether it loaded much."""
    with begun(ASK, journal) as process:
        qtbot.waitUntil(lambda: process.poll() is not None, timeout=30_000)
        return process.stdout.read().split()


@pytest.fixture
def listening(qapp, tmp_path, qtbot):
    """Return an instance that listens on a journal."""
    one = Instance()
    one.expect(tmp_path / "journal.db")
    qtbot.waitUntil(lambda: is_there(tmp_path / "journal.db"))
    yield one
    one.close()


def test_a_second_start_is_heard_and_answered(listening, tmp_path, qtbot):
    with qtbot.waitSignal(listening.asked, timeout=30_000):
        assert asked(qtbot, tmp_path / "journal.db") == ["True", "True"]


def test_the_token_of_the_desktop_goes_along(listening, tmp_path, qtbot, monkeypatch):
    monkeypatch.setenv(instance.TOKEN, "secret-7")
    with begun(ASK, tmp_path / "journal.db"):
        monkeypatch.setenv(instance.TOKEN, "")
        qtbot.waitUntil(lambda: os.environ[instance.TOKEN] == "secret-7", timeout=30_000)


def test_another_name_of_the_file_leads_to_the_same_window(tmp_path):
    (tmp_path / "link").symlink_to(tmp_path, target_is_directory=True)
    assert address_of(tmp_path / "link" / "journal.db") == address_of(tmp_path / "journal.db")
    assert address_of(tmp_path / "other.db") != address_of(tmp_path / "journal.db")


def test_without_a_folder_of_the_session_the_temporary_one_serves(tmp_path, monkeypatch):
    for folder in ("", str(tmp_path / "gone")):
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        assert Path(address_of(tmp_path / "journal.db")).parent.is_dir()


def test_without_a_window_nothing_is_loaded_to_ask(tmp_path, qtbot):
    assert asked(qtbot, tmp_path / "journal.db") == ["False", "False"]


def test_only_a_socket_is_asked(tmp_path):
    Path(address_of(tmp_path / "journal.db")).write_text("a file")
    assert not bring_forward(tmp_path / "journal.db")


def test_a_word_that_is_not_known_is_not_heard(listening, tmp_path, qtbot):
    heard = []
    listening.asked.connect(lambda: heard.append(1))
    socket = QLocalSocket()
    socket.connectToServer(address_of(tmp_path / "journal.db"))
    assert socket.waitForConnected(1000)
    for word in (b"co", b"ncatenate\n"):
        socket.write(word)
        socket.flush()
        qtbot.wait(20)
    qtbot.waitUntil(lambda: socket.state() is QLocalSocket.LocalSocketState.UnconnectedState)
    assert not heard


@pytest.mark.parametrize("token", [b"\0", b"a\0b", b"\xff", b"\x1b[31m", b"x" * 600])
def test_no_token_stops_the_window_from_coming_forward(listening, tmp_path, qtbot, token):
    socket = QLocalSocket()
    socket.connectToServer(address_of(tmp_path / "journal.db"))
    assert socket.waitForConnected(1000)
    with qtbot.waitSignal(listening.asked, timeout=30_000):
        socket.write(b"%s %s\n" % (instance.COME, token[: instance.LONGEST // 2]))
        socket.flush()
    assert os.environ[instance.TOKEN].isprintable()


def test_the_socket_is_the_users_own_and_goes_with_the_window(listening, tmp_path):
    address = Path(address_of(tmp_path / "journal.db"))
    assert address.stat().st_mode & 0o077 == 0
    listening.close()
    assert not address.exists()


def test_another_journal_is_listened_for_instead(listening, tmp_path, qtbot):
    listening.expect(tmp_path / "other.db")
    qtbot.waitUntil(lambda: is_there(tmp_path / "other.db"))
    assert not is_there(tmp_path / "journal.db")
    listening.expect(tmp_path / "other.db")
    qtbot.wait(20)
    assert is_there(tmp_path / "other.db")
    listening.expect(None)
    qtbot.waitUntil(lambda: not is_there(tmp_path / "other.db"))


def test_what_a_sudden_end_left_behind_is_in_nobodys_way(qapp, tmp_path, qtbot):
    journal = tmp_path / "journal.db"
    with running(LISTEN, journal, "ready") as process:
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
    assert is_there(journal)
    assert not bring_forward(journal)
    one = Instance()
    with qtbot.assertNotEmitted(one.preceded):
        one.expect(journal)
        qtbot.waitUntil(lambda: one._server is not None)
    with qtbot.waitSignal(one.asked, timeout=30_000):
        assert asked(qtbot, journal)[0] == "True"
    one.close()


def test_of_two_windows_that_begin_at_once_the_later_makes_way(qapp, tmp_path, qtbot):
    journal = tmp_path / "journal.db"
    with running(LISTEN, journal, "ready") as process:
        one = Instance()
        with qtbot.waitSignal(one.preceded):
            one.expect(journal)
        assert process.stdout.readline().strip() == "asked"
        assert one._server is None
        one.close()


def ends_at_once(journal):
    """Start a window that finds another one there."""
    with begun(WINDOW, journal) as process:
        return process.wait(60) == 0 and process.stdout.read() == ""


@pytest.mark.slow
def test_windows_as_they_are_started(tmp_path):
    mine, other = tmp_path / "mine.db", tmp_path / "other.db"
    with running(WINDOW, mine, "listening") as first, running(WINDOW, other, "listening") as beside:
        assert ends_at_once(mine)
        assert first.stdout.readline().strip() == "forward"
        assert beside.poll() is None
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
        with running(WINDOW, mine, "listening") as third:
            assert ends_at_once(mine)
            assert third.stdout.readline().strip() == "forward"
