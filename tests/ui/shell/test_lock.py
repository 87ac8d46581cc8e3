"""Locking and unlocking an encrypted journal in the window, by keys only."""

from datetime import timedelta
from threading import Event

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from negojournal.domain.moment import now
from negojournal.errors import JournalError
from negojournal.ui.editor.editor import Editor
from negojournal.ui.shell.start.unlock import Unlock, pause_after
from negojournal.ui.shell.tasks import Worker
from tests.builders import build_id
from tests.ui.shell.locked import CONTROL, is_locked, lock, page, press, said, type_passphrase, unlock

RECORD = build_id(0)


@pytest.fixture
def alone(themed, qtbot, tmp_path):
    """Return the page without a journal behind it, with the keyboard in its field."""
    shown = Unlock(tmp_path)
    qtbot.addWidget(shown)
    with qtbot.waitActive(shown):
        shown.show()
    shown.setFocus()
    return shown


def title_in(door):
    return door._program.parts.editor._presenter.sheet.current().record.title


def test_the_start_asks_before_anything_else(enter_locked):
    door = enter_locked()
    actions = door._program.parts.workspace.actions
    assert isinstance(door.window.focusWidget(), QLineEdit)
    assert door.window.focusWidget().echoMode() is QLineEdit.EchoMode.Password
    assert not door._program.parts.places.is_form()
    assert not any(actions.is_answered(key) for key in ("new-review", "search", "palette", "undo", "lock"))
    assert actions.is_answered("quit")


def test_the_passphrase_opens_it_and_leaves_the_cursor_in_the_title(enter_locked, qtbot):
    door = enter_locked()
    unlock(door, qtbot)
    assert door._program.parts.places.is_form()
    qtbot.keyClicks(door.window.focusWidget(), "Budget")
    assert door._program.parts.editor.title.text() == "Budget"
    assert not door.window.findChildren(Unlock)


def test_a_wrong_one_is_told_and_the_next_waits(enter_locked, qtbot):
    door = enter_locked()
    type_passphrase(door, qtbot, "wrong horse")
    qtbot.waitUntil(lambda: "not the passphrase" in said(page(door)))
    assert "Try again in 1 second." in said(page(door))
    qtbot.keyClick(door.window.focusWidget(), Qt.Key.Key_Return)
    assert not page(door)._is_opening
    qtbot.waitUntil(lambda: "Try again" not in said(page(door)), timeout=2000)
    unlock(door, qtbot)


def test_each_wrong_one_waits_longer():
    assert [pause_after(wrong) for wrong in range(1, 9)] == [1, 2, 4, 8, 16, 30, 30, 30]


def test_after_several_wrong_ones_it_is_said_how_long_to_wait(alone):
    for _ in range(3):
        alone.show_refused(is_wrong=True)
    assert "4 seconds" in said(alone)


def test_what_is_given_before_the_first_try_ended_is_tried_next(alone, qtbot):
    shown, given = alone, []
    shown.given.connect(lambda passphrase, remember: given.append((passphrase.text, remember)))
    qtbot.keyClicks(shown.focusWidget(), "horse")
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert given == []
    shown.show_refused(is_wrong=False)
    assert given == [("horse", False)]


def test_caps_lock_is_noticed_and_the_passphrase_can_be_seen(alone, qtbot):
    shown = alone
    field = shown.focusWidget()
    qtbot.keyClick(field, "A")
    assert "Caps Lock" in said(shown)
    qtbot.keyClick(field, "A", Qt.KeyboardModifier.ShiftModifier)
    assert "Caps Lock" not in said(shown)
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert field.echoMode() is QLineEdit.EchoMode.Normal


def test_lock_now_asks_again_in_the_same_window(inside, qtbot):
    door = inside()
    window, frame = door.window, door.window.geometry()
    lock(door, qtbot)
    assert door.window is window
    assert window.geometry() == frame
    assert window.menuBar().isVisible()
    assert not door._program.parts.workspace.actions.is_answered("lock")


def test_a_locked_window_stays_minimised_and_takes_no_focus(inside, qtbot):
    door = inside()
    door.window.showMinimized()
    door._program._locking.lock()
    qtbot.waitUntil(lambda: is_locked(door))
    assert door.window.isMinimized()


def test_what_is_not_encrypted_is_not_locked(opened):
    program = opened()
    assert not program.parts.workspace.actions.is_answered("lock")
    assert not program._locking._timer.isActive()


def test_the_draft_being_typed_goes_on_after_unlocking(inside, qtbot):
    door = inside(editor=Editor)
    qtbot.keyClicks(door.window.focusWidget(), "Budget of the hall")
    lock(door, qtbot)
    unlock(door, qtbot)
    program = door._program
    qtbot.waitUntil(lambda: title_in(door) == "Budget of the hall")
    program.parts.worker.drain()
    assert program.parts.places.is_form()
    assert program.parts.messages._bar.messages() == ()


def test_one_comes_back_to_the_record_that_was_read(inside, qtbot):
    door = inside()
    door._program.parts.navigation.open_record(RECORD)
    door._program.parts.worker.drain()
    lock(door, qtbot)
    unlock(door, qtbot)
    assert door._program.parts.places.key() == "journal"
    assert door._program.parts.places.record() == RECORD


def test_one_comes_back_to_the_record_that_was_changed(inside, qtbot):
    door = inside(editor=Editor)
    door._program.parts.navigation.edit(RECORD)
    door._program.parts.worker.drain()
    lock(door, qtbot)
    unlock(door, qtbot)
    assert door._program.parts.places.is_form()
    assert door._program.parts.places.record() == RECORD


def test_one_comes_back_to_a_new_plan_and_to_a_page(inside, qtbot):
    door = inside(editor=Editor)
    door._program.parts.navigation.plan()
    lock(door, qtbot)
    unlock(door, qtbot)
    assert door._program.parts.editor.is_plan()
    door._program.parts.navigation.go("strategy")
    lock(door, qtbot)
    unlock(door, qtbot)
    assert door._program.parts.places.key() == "strategy"


def test_where_the_draft_cant_be_kept_the_window_hides_and_locks_later(inside, qtbot, monkeypatch):
    def full(_draft):
        raise JournalError("The disk is full.")

    door = inside(editor=Editor)
    program = door._program
    qtbot.keyClicks(door.window.focusWidget(), "Budget")
    with monkeypatch.context() as world:
        world.setattr(program._journal.drafts, "keep", full)
        press(door, Qt.Key.Key_L, CONTROL)
        assert door.window.is_hidden_now()
        assert "not locked yet" in said(door.window)
        program._locking.look()
        assert door._program is program
    program._locking.look()
    qtbot.waitUntil(lambda: is_locked(door))
    unlock(door, qtbot)
    qtbot.waitUntil(lambda: title_in(door) == "Budget")


def test_it_locks_after_the_minutes_that_nobody_touches_it(inside, qtbot):
    with time_machine.travel(now(), tick=False) as clock:
        door = inside()
        locking = door._program._locking
        for _ in range(43):
            clock.shift(timedelta(seconds=20))
            locking.look()
        assert not door.window.is_hidden_now()
        press(door, Qt.Key.Key_Shift)
        for _ in range(44):
            clock.shift(timedelta(seconds=20))
            locking.look()
        assert not door.window.is_hidden_now()
        clock.shift(timedelta(seconds=20))
        locking.look()
        assert door.window.is_hidden_now()
        qtbot.waitUntil(lambda: is_locked(door))


def test_never_is_never(inside, qtbot):
    with time_machine.travel(now(), tick=False) as clock:
        door = inside()
        door._program.parts.workspace.preferences.choose("lock-after", "0")
        for _ in range(1000):
            clock.shift(timedelta(seconds=20))
            door._program._locking.look()
        assert not door.window.is_hidden_now()


@pytest.mark.parametrize("jump", [timedelta(minutes=1), timedelta(minutes=-1)])
def test_it_locks_when_the_machine_has_slept_however_long_it_may_stand_open(inside, qtbot, jump):
    with time_machine.travel(now(), tick=False) as clock:
        door = inside()
        door._program.parts.workspace.preferences.choose("lock-after", "0")
        clock.shift(jump)
        door._program._locking.look()
        assert door.window.is_hidden_now()
        qtbot.waitUntil(lambda: is_locked(door))


def test_the_first_touch_after_a_sleep_locks_and_does_nothing_else(inside, qtbot):
    with time_machine.travel(now(), tick=False) as clock:
        door = inside()
        clock.shift(timedelta(hours=1))
        press(door, Qt.Key.Key_A)
        assert door.window.is_hidden_now() or is_locked(door)
        qtbot.waitUntil(lambda: is_locked(door))
        unlock(door, qtbot)
        assert door._program.parts.editor.is_untouched()


def test_long_work_is_finished_first(inside, qtbot, monkeypatch):
    door, going = inside(), Event()
    program = door._program
    monkeypatch.setattr(Worker, "drain", lambda _worker: False)
    program.parts.worker.run(going.wait, lambda _done: None)
    press(door, Qt.Key.Key_L, CONTROL)
    assert door.window.is_hidden_now()
    assert "something is still being done" in said(door.window)
    going.set()
    qtbot.waitUntil(program.parts.worker.is_idle)
    program._locking.look()
    qtbot.waitUntil(lambda: is_locked(door))


def test_lifting_the_curtain_gives_the_locking_up(inside, qtbot, monkeypatch):
    door, going = inside(), Event()
    program = door._program
    monkeypatch.setattr(Worker, "drain", lambda _worker: False)
    program.parts.worker.run(going.wait, lambda _done: None)
    press(door, Qt.Key.Key_L, CONTROL)
    qtbot.keyClick(door.window.focusWidget(), Qt.Key.Key_Escape)
    going.set()
    qtbot.waitUntil(program.parts.worker.is_idle)
    program._locking.look()
    assert not door.window.is_hidden_now()
    press(door, Qt.Key.Key_H, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    assert "not locked yet" not in said(door.window)
