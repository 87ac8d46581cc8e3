"""The first sight of a window, and what becomes of what was typed into it."""

import logging
from contextlib import closing
from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QMenu, QMessageBox
from shiboken6 import isValid

from negojournal.domain.filter import Filter
from negojournal.errors import LockedError
from negojournal.storage.glance import newest_lines
from negojournal.ui.editor.editor import Editor
from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.doorway import Doorway, Entrance
from negojournal.ui.shell.log import NAME
from negojournal.ui.shell.memory import FILTER, filter_text
from negojournal.ui.shell.places import EDITOR
from negojournal.ui.shell.porch import Porch
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.start.first_start import FirstStart
from tests.builders import build_record

NEAR = 24
"""Device-independent pixels that a field may jump without anyone losing it; fonts differ."""


@pytest.fixture
def enter(themed, qtbot, setup, tmp_path):
    """Return a function that opens the door; the journal is there already unless told otherwise."""
    doors = []

    def begin(*, journal=True, make=lambda: setup, hook=None):
        if journal:
            opened = setup.open_journal(setup.journal, None)
            opened.records.save(build_record())
            opened.close()
        look = partial(newest_lines, setup.journal, 100)
        entrance = Entrance(setup.theme, tmp_path / "window.ini", tmp_path / "log", journal, make, look)
        door = Doorway(themed, entrance, hook or CrashHook(tmp_path / "log"))
        doors.append(door)
        with qtbot.waitActive(door.window):
            door.window.show()
        return door

    yield begin
    for door in doors:
        door.end()


@pytest.fixture
def hooked(qapp, tmp_path):
    """Return a hook that takes what no one caught."""
    hook = CrashHook(tmp_path / "log")
    hook.install()
    yield hook
    hook.uninstall()
    logger = logging.getLogger(NAME)
    for handler in tuple(logger.handlers):
        handler.close()
        logger.removeHandler(handler)


def program(door, qtbot):
    qtbot.waitUntil(lambda: door._program is not None)
    return door._program


def test_the_title_takes_keys_before_anything_else_is_there(enter, qtbot):
    door = enter()
    field = door.window.focusWidget()
    assert isinstance(field, QLineEdit)
    qtbot.keyClicks(field, "Rent")
    assert field.text() == "Rent"
    assert program(door, qtbot).parts.editor.title.text() == "Rent"
    assert program(door, qtbot).parts.editor.title.hasFocus()


def test_every_key_reaches_the_form_in_its_order(themed, enter, setup, qtbot):
    door = enter(make=lambda: replace(setup, editor=Editor))
    field = door.window.focusWidget()
    qtbot.keyClicks(field, "Renr")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field, "t")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "56")
    assert field.text() == "Rent56"
    begun = program(door, qtbot)
    qtbot.waitUntil(lambda: begun._journal is not None)
    begun.parts.editor.keep_now()
    begun.parts.worker.drain()
    (draft,) = begun._journal.drafts.all()
    assert draft.record.title == "Rent"
    assert list(draft.record.review.assessment.answers.values()) == [5, 6]


def drafts(setup):
    """Return the titles of what is stored unfinished, as the next start finds them."""
    with closing(setup.open_journal(setup.journal, None)) as journal:
        return [draft.record.title for draft in journal.drafts.all()]


@pytest.mark.parametrize("end", ["window", "signal", "keys"])
def test_what_was_typed_is_kept_though_the_window_is_closed_before_there_is_a_form(enter, setup, qtbot, end):
    door = enter(make=lambda: replace(setup, editor=Editor))
    field = door.window.focusWidget()
    qtbot.keyClicks(field, "Rent")
    if end == "window":
        door.window.close()
    elif end == "signal":
        door.on_signal()
    else:
        qtbot.keyClick(field, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not door.window.isVisible())
    door.end()
    assert drafts(setup) == ["Rent"]


def test_keys_reach_the_form_though_the_user_has_gone_elsewhere(enter, qtbot):
    door = enter()
    qtbot.keyClicks(door.window.focusWidget(), "Rent")
    other = QLineEdit()
    qtbot.addWidget(other)
    with qtbot.waitActive(other):
        other.show()
        other.activateWindow()
    other.hide()
    door.window.clearFocus()
    assert program(door, qtbot).parts.editor.title.text() == "Rent"


def test_the_mouse_changes_nothing_that_the_form_would_not_hear_of(enter, qtbot):
    door = enter()
    field = door.window.focusWidget()
    assert door.window.childAt(field.mapTo(door.window, field.rect().center())) is not field


@pytest.mark.expects_log
def test_a_failure_while_the_window_is_loaded_is_told(enter, qtbot, hooked, capsys):
    def fail():
        raise ValueError("no questionnaire")

    door = enter(make=fail, hook=hooked)
    qtbot.keyClicks(door.window.focusWidget(), "Rent")
    qtbot.waitUntil(lambda: door.window.findChild(QMessageBox) is not None)
    assert "builtins.ValueError" in capsys.readouterr().err
    assert door.window.close()


def test_keys_of_a_page_lead_to_it_and_what_was_typed_before_them_stays(enter, qtbot):
    door = enter()
    field = door.window.focusWidget()
    qtbot.keyClicks(field, "Rent")
    qtbot.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    begun = program(door, qtbot)
    assert begun.parts.places.key() == "journal"
    assert begun.parts.editor.title.text() == "Rent"


@pytest.mark.parametrize(("key", "modifiers"), [("Q", "Control"), ("F1", "No"), ("K", "Control"), ("Z", "Control")])
def test_a_first_key_that_leads_to_no_place_is_done_once(enter, qtbot, key, modifiers):
    door = enter()
    pressed = getattr(Qt.Key, f"Key_{key}"), getattr(Qt.KeyboardModifier, f"{modifiers}Modifier")
    qtbot.keyClick(door.window.focusWidget(), *pressed)
    assert program(door, qtbot).parts.places.is_form()
    assert door.window.isVisible() is (key != "Q")


def test_keys_that_stand_for_nothing_here_go_to_the_field(enter, qtbot):
    door = enter()
    field = door.window.focusWidget()
    qtbot.keyClicks(field, "Rent")
    qtbot.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClicks(field, "Hall")
    begun = program(door, qtbot)
    assert begun.parts.editor.title.text() == "Hall"
    assert begun.parts.places.is_form()


def test_the_list_is_there_before_the_journal_is_open(enter, setup, qtbot):
    """The form isn't made for it, and a line can't be opened before it can be read."""
    door = enter()
    qtbot.keyClick(door.window.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    begun = program(door, qtbot)
    page = begun.parts.places.currentWidget()
    assert begun._journal is None
    assert EDITOR not in begun.parts.places._places
    assert [line.title for line in newest_lines(setup.journal, 100)] == [page._list._model.line(0).title]
    page._list.opened.emit(page._list._model.line(0).id)
    assert begun.parts.places.key() == "journal"
    qtbot.waitUntil(lambda: page._reading is not None)
    assert begun.parts.places._newest == ()
    page._list.opened.emit(page._reading.record.id)
    assert begun.parts.places.is_form()


@pytest.mark.parametrize("is_written", [False, True])
def test_of_a_journal_that_is_refused_no_line_stays(enter, setup, qtbot, is_written):
    def refuse(path, _passphrase):
        raise LockedError(path, "The journal is in use.")

    door = enter(make=lambda: replace(setup, open_journal=refuse))
    field = door.window.focusWidget()
    qtbot.keyClicks(field, "Rent" * is_written)
    qtbot.keyClick(field, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    begun = program(door, qtbot)
    page = begun.parts.places.currentWidget()
    assert page._list._model.rowCount() == 1
    qtbot.waitUntil(lambda: page._list._model.rowCount() == 0)
    assert begun.parts.places._newest == ()
    assert (begun.parts.places.currentWidget() is page) is is_written


def test_a_filter_of_the_last_time_is_waited_for(enter, setup, qtbot, tmp_path):
    kept = Preferences(tmp_path / "window.ini")
    kept.choose(FILTER, filter_text(Filter(until=date(2001, 1, 1))))
    kept.deleteLater()
    door = enter()
    qtbot.keyClick(door.window.focusWidget(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    begun = program(door, qtbot)
    assert begun.parts.places.currentWidget()._list._model.rowCount() == 0
    qtbot.waitUntil(lambda: begun._journal is not None)


def test_the_title_does_not_jump(enter, setup, qtbot):
    door = enter(make=lambda: replace(setup, editor=Editor))
    before = door.window.focusWidget().mapTo(door.window, QPoint(0, 0))
    program(door, qtbot)
    qtbot.wait(50)
    after = door.window.focusWidget().mapTo(door.window, QPoint(0, 0))
    assert (after - before).manhattanLength() < NEAR


def test_menus_are_there_at_once_and_filled_later(enter, qtbot):
    door = enter()
    entries = door.window.menuBar().actions()
    assert len(entries) == 5
    assert not any(entry.isEnabled() for entry in entries)
    program(door, qtbot)
    assert door.window.menuBar().actions() == entries
    assert all(QMenu.menuInAction(entry).actions() for entry in entries)
    assert all(entry.isEnabled() for entry in entries)


def test_without_a_journal_there_is_no_form_first(enter, qtbot):
    door = enter(journal=False)
    assert door.window.findChild(Porch) is None
    assert isinstance(program(door, qtbot).parts.places.currentWidget(), FirstStart)


def test_an_end_before_everything_is_there(enter, qtbot):
    door = enter()
    door.on_signal()
    assert not door.window.isVisible()
    assert door._program is None


def test_an_end_asked_for_by_the_system(enter, qtbot):
    door = enter()
    begun = program(door, qtbot)
    door.on_signal()
    assert not door.window.isVisible()
    assert begun.parts.editor.asked[-1] == "keep"


def test_the_sample_follows_in_the_same_window(enter, qtbot):
    door = enter(journal=False)
    first, frame = program(door, qtbot), door.window.geometry()
    first.parts.places.currentWidget().sample_wanted.emit()
    qtbot.waitUntil(lambda: door._program is not None and door._program.setup.is_sample)
    assert not isValid(first)
    assert door.window.isVisible()
    assert door.window.geometry() == frame
    assert door._program.parts.places.key() == "journal"
    assert all(entry.isEnabled() for entry in door.window.menuBar().actions())


def test_what_follows_twice_follows_once(enter, setup, qtbot):
    door = enter(journal=False)
    first = program(door, qtbot)
    first.parts.places.currentWidget().sample_wanted.emit()
    first.succession.begin_again(setup)
    qtbot.waitUntil(lambda: door._program is not None and door._program is not first)
    qtbot.wait(20)
    assert door._program.setup.is_sample


def test_a_second_start_brings_the_window_forward(enter, qtbot):
    door = enter()
    program(door, qtbot)
    door.window.showMinimized()
    door._instance.asked.emit()
    assert not door.window.isMinimized()
    qtbot.waitUntil(door.window.isActiveWindow)


def test_a_window_that_came_second_makes_way_unless_something_is_written_in_it(enter, qtbot):
    door = enter()
    qtbot.keyClicks(program(door, qtbot).parts.editor.title, "Rent")
    door._instance.preceded.emit()
    assert door.window.isVisible()
    program(door, qtbot).parts.editor.title.clear()
    door._instance.preceded.emit()
    assert not door.window.isVisible()


def test_only_a_journal_that_others_can_open_is_listened_for(enter, setup, qtbot):
    door = enter(make=lambda: replace(setup, is_sample=True), journal=False)
    program(door, qtbot)
    assert door._instance._journal is None
    door._follow(setup)
    assert door._instance._journal == setup.journal
