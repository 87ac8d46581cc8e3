"""After locking, nothing of the journal is left on screen, in what Python holds, on the clipboard, in the settings."""

import gc
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.summary import Summary
from negojournal.ui.editor.editor import Editor
from negojournal.ui.pages import PAGES
from negojournal.ui.shell.places import EDITOR
from negojournal.ui.shell.sheet import Sheet
from tests.builders import build_full_record, build_id, build_milestone
from tests.ui.shell.locked import is_locked, lock, page, press, secret, unlock

PARTS = ("Quarz", "lurch")
RECORD = build_id(7)


@pytest.fixture(autouse=True)
def looked_at():
    """Look at everything that Python knows of, here and when it is locked."""
    gc.unfreeze()
    yield
    gc.freeze()


def mark():
    """Return a word that stands nowhere else, and in no piece of code."""
    return "".join(PARTS)


def fill(door, word):
    """Put the word into the journal, and the change into the list of what can be taken back."""
    journal, bus = door._program._journal, door._program.parts.workspace.bus
    review = replace(build_full_record().review, summary=word)
    record = build_full_record(title=word, counterparts=(word,), tags=(word,), review=review)
    for work in (
        lambda: journal.records.save(record),
        lambda: journal.trends.save_milestone(build_milestone(title=word)),
    ):
        door._program.parts.workspace.tasks.run(work, bus.tell)
    door._program.parts.worker.drain()


def visit(door):
    """Go to every place, look the word up, and type it into the form."""
    program = door._program
    for key in [one.key for one in PAGES]:
        program.parts.navigation.go(key)
        program.parts.worker.drain()
    program.parts.workspace.actions.run("palette")
    for _ in mark():
        QApplication.focusWidget().setText(mark())
        QApplication.focusWidget().textEdited.emit(mark())
    program.parts.worker.drain()
    QApplication.activePopupWidget().close()
    program.parts.navigation.open_record(RECORD)
    program.parts.worker.drain()
    for chosen in (Filter(counterpart=mark()), Filter(search=mark())):
        program.parts.workspace.filter.choose(chosen)
        program.parts.worker.drain()
    program.parts.navigation.brief(RECORD)
    program.parts.worker.drain()
    program.parts.navigation.edit(RECORD)
    program.parts.worker.drain()


def passphrases():
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, Passphrase)]


def holders(word):
    """Return what refers to a text with the word in it, as far as Python can tell; without a closure of its own."""
    gc.collect()
    known, told = gc.get_objects(), set()
    for text in {id(one): one for one in gc.get_referents(*known) if isinstance(one, (str, bytes))}.values():
        if (word if isinstance(text, str) else word.encode()) in text:
            told.add(id(text))
    return [str(one)[:200] for one in known if told and not told.isdisjoint(map(id, gc.get_referents(one)))]


def texts():
    """Return all that widgets and actions say or could say, whether they are seen or not."""
    names = ("text", "toPlainText", "windowTitle", "toolTip", "accessibleName", "accessibleDescription")
    actions = (action for window in QApplication.topLevelWidgets() for action in window.findChildren(QAction))
    for part in (*QApplication.allWidgets(), *actions):
        for name in names:
            said = getattr(part, name, None)
            if callable(said) and isinstance(text := said(), str):
                yield text


def test_nothing_of_the_journal_is_left(inside, qtbot):
    before = {id(one) for one in passphrases()}
    door = inside(editor=Editor)
    fill(door, mark())
    visit(door)
    assert any(mark() in text for text in texts())
    assert holders(mark())
    assert holders(secret())
    lock(door, qtbot)
    qtbot.waitUntil(lambda: not page(door)._is_opening)
    assert not [text for text in texts() if mark() in text]
    assert not [one for one in passphrases() if id(one) not in before]
    assert not holders(mark())
    unlock(door, qtbot)
    assert any(mark() in text for text in texts())


def test_nothing_is_left_where_lines_were_shown_first_and_no_form_was_made(enter_locked, qtbot):
    word = "".join(reversed(PARTS))  # the test before leaves its own about
    lines = [Summary(RECORD, word, Moment("2026-03-01"), Status.HELD, (word,), None, None, {})]
    door = enter_locked(glance=lambda: (lines.pop(),), editor=Editor)
    assert not lines
    unlock(door, qtbot)
    fill(door, word)
    door._program.parts.navigation.go("journal")
    lock(door, qtbot)
    unlock(door, qtbot)
    assert door._program.parts.places.key() == "journal"
    assert EDITOR not in door._program.parts.places._places
    door._program.parts.worker.drain()
    assert holders(word)
    lock(door, qtbot)
    qtbot.waitUntil(lambda: not page(door)._is_opening)
    assert not holders(word)


def test_the_clipboard_is_cleared_where_it_is_ours(inside, qtbot, monkeypatch):
    clipboard, door = QGuiApplication.clipboard(), inside()
    clipboard.setText(mark())
    lock(door, qtbot)
    assert clipboard.text() == mark()
    monkeypatch.setattr(QClipboard, "ownsClipboard", lambda _clipboard: True)
    unlock(door, qtbot)
    lock(door, qtbot)
    assert clipboard.text() == ""


def test_what_lies_beside_the_window_goes_too(inside, qtbot):
    door = inside()
    press(door, Qt.Key.Key_F1)
    qtbot.waitUntil(lambda: any(isinstance(one, Sheet) for one in QApplication.topLevelWidgets()))
    door._program.parts.workspace.actions.run("lock")
    qtbot.waitUntil(lambda: is_locked(door))
    assert not [one for one in QApplication.topLevelWidgets() if isinstance(one, Sheet)]


def test_the_settings_file_remembers_no_filter_of_an_encrypted_journal(inside, qtbot, tmp_path):
    door = inside()
    wanted = Filter(status=Status.HELD, search=mark())
    door._program.parts.workspace.filter.choose(wanted)
    lock(door, qtbot)
    unlock(door, qtbot)
    assert door._program.parts.workspace.filter.value() == Filter(status=Status.HELD)
    door._preferences._settings.sync()
    assert door._preferences.text("filter") == ""
    assert "held" not in (tmp_path / "window.ini").read_text(encoding="utf-8")
