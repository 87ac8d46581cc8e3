"""From the first paint to the open journal, and to the end."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPushButton

from negojournal.domain.draft import Draft
from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment, moment_of, now
from negojournal.domain.negotiation import Status
from negojournal.domain.theme import Scheme
from negojournal.errors import FullError, LockedError
from negojournal.ui.shell.sheet import Sheet
from negojournal.ui.shell.start.first_start import FirstStart
from negojournal.ui.shell.start.refusal import Refusal
from negojournal.ui.widgets.message_bar import MessageKind
from tests.builders import build_record


def bar(program):
    return program.parts.messages._bar.messages()


def place(program):
    return program.parts.places.currentWidget()


def button(widget, text):
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def test_without_a_journal_one_is_asked_first_and_no_file_is_made(start, setup):
    program = start()
    assert isinstance(place(program), FirstStart)
    assert not setup.journal.exists()
    assert not program.parts.workspace.actions.is_answered("new-review")


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_start_writing_makes_the_journal(start, setup, qtbot, key):
    program = start()
    qtbot.keyClick(program.parts.window.focusWidget(), key)
    qtbot.waitUntil(lambda: program.parts.editor.journal is not None)
    assert setup.journal.exists()
    assert program.parts.places.is_form()
    assert program.parts.editor.title.hasFocus()


def test_whoever_just_types_has_started(start, qtbot):
    program = start()
    qtbot.keyClicks(program.parts.window.focusWidget(), "R")
    qtbot.keyClicks(program.parts.window.focusWidget(), "ent")
    assert program.parts.editor.title.text() == "Rent"


def test_the_sample_follows_on_the_first_start_and_ones_own_on_the_sample(start, setup):
    following = []
    program = start()
    program.followed.connect(following.append)
    button(place(program), "Look at a sample journal").click()
    assert following[-1].is_sample
    sample = start(is_sample=True)
    sample.followed.connect(following.append)
    assert sample.parts.places.key() == "journal"
    bar(sample)[0].actions[0].run()
    assert not following[-1].is_sample
    assert not following[-1].is_first_start()


def test_the_form_takes_keys_before_the_journal_is_open(start, qtbot):
    program = start(greets=False)
    assert program.parts.editor.title.hasFocus()
    qtbot.keyClicks(program.parts.window.focusWidget(), "Rent")
    assert program.parts.editor.title.text() == "Rent"
    qtbot.waitUntil(lambda: program.parts.editor.journal is not None)
    assert program.parts.editor.title.text() == "Rent"


class Door:
    """Refuse to open until told."""

    def __init__(self, setup, error):
        self.error, self.setup, self.paths = error, setup, []

    def __call__(self, path, passphrase):
        self.paths.append(path)
        if self.error is not None:
            raise self.error
        return self.setup.open_journal(path, passphrase)


@pytest.fixture
def door(setup):
    return Door(setup, LockedError(setup.journal, "Another program holds it."))


def test_a_refusal_is_a_state_with_a_way_out(start, door, qtbot):
    program = start(greets=False, open_journal=door)
    qtbot.waitUntil(lambda: isinstance(place(program), Refusal))
    assert not program.parts.workspace.actions.is_answered("go-journal")
    assert program.parts.workspace.actions.is_answered("quit")
    door.error = None
    button(place(program), "Try again").click()
    qtbot.waitUntil(program.parts.places.is_form)
    assert program.parts.workspace.actions.is_answered("go-journal")


def test_another_file_can_be_chosen(start, door, qtbot, tmp_path):
    program = start(greets=False, open_journal=door)
    qtbot.waitUntil(lambda: isinstance(place(program), Refusal))
    button(place(program), "Choose another file…").click()
    dialog = program.parts.window.findChild(QFileDialog)
    door.error = None
    dialog.fileSelected.emit(str(tmp_path / "other.db"))
    dialog.close()
    qtbot.waitUntil(program.parts.places.is_form)
    assert door.paths[-1] == tmp_path / "other.db"


def test_what_was_typed_meanwhile_stays_on_screen(start, door, qtbot):
    program = start(greets=False, open_journal=door)
    qtbot.keyClicks(program.parts.window.focusWidget(), "Rent")
    qtbot.waitUntil(lambda: bool(bar(program)))
    assert program.parts.places.is_form()
    assert bar(program)[0].text == "Another program holds it. What you are writing stays in the form."
    door.error = None
    bar(program)[0].actions[0].run()
    qtbot.waitUntil(lambda: program.parts.editor.journal is not None)
    assert not bar(program)


def keep_draft(setup, **fields):
    journal = setup.open_journal(setup.journal, None)
    record = build_record(status=Status.HELD, **fields)
    journal.drafts.keep(Draft(record, "", is_new=True, saved_at=moment_of(now())))
    journal.close()
    return record


def test_a_draft_is_offered_and_continued(setup, opened):
    record = keep_draft(setup, title="Rent")
    program = opened()
    (message,) = bar(program)
    assert "Rent" in message.text
    message.actions[0].run()
    assert program.parts.editor.asked[-1].record == record


def test_a_draft_is_no_longer_offered_in_the_bar_once_today_lists_it(setup, opened):
    keep_draft(setup, title="Rent")
    program = opened()
    assert [one.key for one in bar(program)] == ["draft"]
    program.parts.navigation.go("today")
    assert bar(program) == ()


def test_what_is_in_the_form_is_not_offered_in_the_bar(setup, start, qtbot, monkeypatch):
    """What is typed before the journal is open is stored and then found."""
    record = keep_draft(setup, title="Rent")
    program = start(greets=False)
    monkeypatch.setattr(program.parts.editor, "record", lambda: record.id)
    qtbot.waitUntil(lambda: program.parts.editor.journal is not None)
    program.parts.worker.drain()
    assert bar(program) == ()


def test_a_draft_can_be_discarded_and_that_taken_back(setup, opened):
    keep_draft(setup, title="Rent")
    program = opened()
    bar(program)[0].actions[1].run()
    program.parts.worker.drain()
    (message,) = bar(program)
    assert message.text == "The unfinished review was discarded."
    assert program.parts.editor.journal.drafts.all() == ()
    message.actions[0].run()
    program.parts.worker.drain()
    assert len(program.parts.editor.journal.drafts.all()) == 1


def test_closing_keeps_what_was_typed(opened):
    program = opened()
    assert program.parts.window.close()
    assert program.parts.editor.asked[-1] == "keep"


def test_closing_without_room_for_the_draft_is_refused_once(opened):
    program = opened()
    program.parts.editor.kept = False
    assert not program.parts.window.close()
    assert program.parts.window.isVisible()
    (message,) = bar(program)
    assert message.kind is MessageKind.ERROR
    message.actions[0].run()
    assert not program.parts.window.isVisible()


def test_a_signal_ends_the_program_whatever_can_be_kept(opened):
    program = opened()
    program.parts.editor.kept = False
    program.ending.on_signal()
    assert not program.parts.window.isVisible()
    assert "keep" in program.parts.editor.asked


def test_the_session_end_keeps_the_draft_and_the_window(opened):
    program = opened()
    program.ending.on_session_end(None)
    assert program.parts.editor.asked[-1] == "keep"
    assert program.parts.window.isVisible()


def test_the_filter_is_remembered_but_not_that_of_a_sample(opened):
    wanted = Filter(status=Status.HELD)
    own = opened()
    own.parts.workspace.filter.choose(wanted)
    own.end()
    sample = opened(is_sample=True)
    assert sample.parts.workspace.filter.value() == Filter()
    sample.parts.workspace.filter.choose(Filter(status=Status.DODGED))
    sample.end()
    assert opened().parts.workspace.filter.value() == wanted


def test_hide_now_blanks_the_window_and_comes_back(opened, qtbot):
    program = opened()
    window, actions = program.parts.window, program.parts.workspace.actions
    actions.run("hide")
    assert window.is_hidden_now()
    assert not program.parts.places.isVisible()
    assert not window.menuBar().isVisible()
    assert not actions.is_answered("palette")
    assert program.parts.editor.asked[-1] == "keep"
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_A)
    assert window.is_hidden_now()
    qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Escape)
    assert program.parts.places.isVisible()
    assert program.parts.editor.title.hasFocus()
    assert actions.is_answered("palette")


def test_the_keys_that_hide_the_window_show_it_again(opened, qtbot):
    program = opened()
    window = program.parts.window
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert window.is_hidden_now()
    qtbot.keyClick(window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert not window.is_hidden_now()


def test_hide_now_closes_what_lies_beside_the_window(opened):
    program = opened()
    program.parts.workspace.actions.run("shortcuts")
    program.parts.workspace.actions.run("hide")
    assert [one.text() for one in program.parts.window.findChildren(QPushButton) if one.isVisible()] == ["Show again"]
    assert not [one for one in program.parts.window.findChildren(Sheet) if one.isVisible()]


def test_undo_and_redo_say_what_in_the_menu_and_tell_everyone(opened):
    program = opened()
    space, journal = program.parts.workspace, program.parts.editor.journal
    program.parts.navigation.go("settings")
    assert not space.actions.is_answered("undo")
    record = build_record(title="Rent & heat")
    space.tasks.run(lambda: journal.records.save(record), space.bus.tell)
    program.parts.worker.drain()
    assert space.actions.action("undo").text() == "&Undo adding “Rent && heat”"
    told = []
    space.bus.changed.connect(told.append)
    space.actions.run("undo")
    program.parts.worker.drain()
    assert record.id in told[0].removed | told[0].saved
    assert bar(program)[-1].text == "Taken back: adding “Rent & heat”."
    space.actions.run("redo")
    program.parts.worker.drain()
    assert bar(program)[-1].text == "Done again: adding “Rent & heat”."
    assert journal.records.get(record.id).title == "Rent & heat"


def test_on_the_form_only_the_message_takes_back(opened):
    program = opened()
    space, journal = program.parts.workspace, program.parts.editor.journal
    record = build_record()
    space.tasks.run(lambda: journal.records.save(record), space.bus.tell)
    program.parts.worker.drain()
    assert not space.actions.is_answered("undo")
    space.messages.undoable("Kept.")
    bar(program)[-1].actions[0].run()
    program.parts.worker.drain()
    assert bar(program)[-1].text.startswith("Taken back")


def test_light_and_dark_are_chosen_and_ticked(opened):
    program = opened()
    actions = program.parts.workspace.actions
    actions.run("scheme-dark")
    assert program.parts.workspace.preferences.scheme() is Scheme.DARK
    assert actions.action("scheme-dark").isChecked()
    actions.run("scheme-light")
    assert actions.action("scheme-light").isChecked()


def test_the_window_is_remembered(opened, start):
    program = opened()
    program.parts.window.resize(800, 620)
    program.end()
    again = start(greets=False)
    assert (again.parts.window.width(), again.parts.window.height()) == (800, 620)


def test_the_title_never_carries_a_name(setup, opened):
    keep_draft(setup, title="Zanzibar")
    program = opened()
    assert program.parts.window.windowTitle() == "NegoJournal"


def test_an_error_no_one_answers_is_said(opened, tmp_path):
    program = opened()

    def fail():
        raise FullError(tmp_path, "No room.")

    program.parts.workspace.tasks.run(fail, lambda _: None)
    program.parts.worker.drain()
    assert bar(program)[-1].text == "No room."


def test_a_saved_moment_is_said_on_the_clock_here(setup, opened):
    keep_draft(setup, title="", held_at=Moment("2026-01-01"))
    program = opened()
    assert bar(program)[0].text.startswith("A review is unfinished since ")
