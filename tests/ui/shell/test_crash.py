"""The fault is ours: log and tell, without a word of the journal."""

import logging
import stat
import sys
import threading

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.crash_dialog import show_crash
from negojournal.ui.shell.log import NAME, begin_log

MARK = "Zanzibar-Rent-4711"


@pytest.fixture
def hook(qapp, tmp_path):
    one = CrashHook(tmp_path / "log")
    one.install()
    yield one
    one.uninstall()
    logger = logging.getLogger(NAME)
    for handler in tuple(logger.handlers):
        handler.close()
        logger.removeHandler(handler)


def crash(secret):
    """Fail the way real code does: the value at fault is quoted in the words of the exception, twice."""
    try:
        {}[secret]
    except KeyError as error:
        message = f"no {secret}"
        raise ValueError(message) from error


def raised():
    try:
        crash(MARK)
    except ValueError:
        return sys.exc_info()


@pytest.mark.expects_log
def test_log_and_report_say_where_but_not_what(hook, tmp_path, capsys):
    told = []
    hook.crashed.connect(told.append)
    sys.excepthook(*raised())
    text = (tmp_path / "log" / "negojournal.log").read_text(encoding="utf-8")
    for one in (text, told[0], capsys.readouterr().err):
        assert MARK not in one
        assert "builtins.KeyError" in one
        assert "builtins.ValueError" in one
        assert "in crash" in one
        assert "Python" in one
    assert stat.S_IMODE((tmp_path / "log" / "negojournal.log").stat().st_mode) == 0o600


@pytest.mark.expects_log
def test_it_is_told_once_and_logged_each_time(hook, tmp_path):
    told = []
    hook.crashed.connect(told.append)
    sys.excepthook(*raised())
    sys.excepthook(*raised())
    assert len(told) == 1
    assert (tmp_path / "log" / "negojournal.log").read_text().count("builtins.ValueError") == 2


@pytest.mark.expects_log
def test_a_thread_that_fails_is_heard(hook, qtbot):
    with qtbot.waitSignal(hook.crashed):
        thread = threading.Thread(target=crash, args=(MARK,))
        thread.start()
        thread.join()


def test_a_thread_that_ends_on_purpose_is_not(hook):
    told = []
    hook.crashed.connect(told.append)
    thread = threading.Thread(target=sys.exit)
    thread.start()
    thread.join()
    assert told == []


def test_where_no_log_can_be_written_there_is_none(tmp_path):
    (tmp_path / "file").write_text("")
    assert begin_log(tmp_path / "file") is None


def test_the_dialog_leaves_the_window_usable_and_copies_the_report(qtbot, themed, tmp_path):
    window = QWidget()
    qtbot.addWidget(window)
    box = show_crash(window, "report", tmp_path)
    assert box.isVisible()
    assert not box.isModal()
    copy = next(button for button in box.findChildren(QPushButton) if "Copy" in button.text())
    copy.click()
    assert themed.clipboard().text() == "report"
    assert isinstance(box, QMessageBox)
