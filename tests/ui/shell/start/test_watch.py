"""What another program does to the file while the window is open."""

import os
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from negojournal.domain.catalog import EntryKind
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.errors import LockedError
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.ui.editor.editor import Editor
from negojournal.ui.editor.port import Way
from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.doorway import Doorway, Entrance
from negojournal.ui.shell.start.watch import MILLISECONDS
from tests.builders import build_record
from tests.ui.shell.locked import is_locked, unlock

ROOT = Path(__file__).parents[4]
RENT = build_record(0, title="Rent")


def command(setup, *arguments, said=""):
    """Run the program as another process."""
    return subprocess.run(
        [sys.executable, "-m", "negojournal", "--journal", str(setup.journal), *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        input=said,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def elsewhere(setup, path=None):
    return closing(open_journal(path or setup.journal, resource_folder()))


def look(program):
    program._reopening.watch.look()
    program.parts.worker.drain()


def bar(program):
    return {message.key: message for message in program.parts.messages._bar.messages()}


def press(program, key, number):
    bar(program)[key].actions[number].run()
    program.parts.worker.drain()


@pytest.fixture
def told(opened):
    """Return an open program, and the changes that are told in it."""
    program, changes = opened(), []
    program.parts.workspace.bus.changed.connect(changes.append)
    return program, changes


def test_what_another_program_changed_is_told(told, setup):
    program, changes = told
    with elsewhere(setup) as journal:
        journal.records.log(RENT)
        look(program)
        assert changes == [Change(everything=True, elsewhere=True)]
        look(program)
        assert len(changes) == 1


def test_what_is_changed_here_is_not_told_again(told):
    program, changes = told
    program._journal.records.log(RENT)
    look(program)
    assert not changes


def test_it_is_looked_every_two_seconds_and_only_while_the_window_is_seen(told, setup):
    program, changes = told
    watch = program._reopening.watch
    assert watch._timer.isActive()
    assert watch._timer.interval() == MILLISECONDS == 2000
    program.parts.window.showMinimized()
    assert not watch._timer.isActive()
    with elsewhere(setup) as journal:
        journal.records.log(RENT)
    look(program)
    assert not changes


@pytest.mark.parametrize("way", ["showMinimized", "hide"])
def test_a_window_that_comes_back_into_sight_looks_at_once(told, setup, way):
    program, changes = told
    watch, window = program._reopening.watch, program.parts.window
    getattr(window, way)()
    with elsewhere(setup) as journal:
        journal.records.log(RENT)
    assert not watch._timer.isActive()
    window.showNormal()
    program.parts.worker.drain()
    assert len(changes) == 1
    assert watch._timer.isActive()


def test_one_look_at_a_time(told, setup):
    program, changes = told
    with elsewhere(setup) as journal:
        journal.records.log(RENT)
    program._reopening.watch.look()
    program._reopening.watch.look()
    assert program.parts.worker._pending == 1
    program.parts.worker.drain()
    assert len(changes) == 1


def test_words_of_ones_own_that_were_added_elsewhere_are_known(told, setup):
    program, _ = told
    with elsewhere(setup) as journal:
        entry = journal.settings.new_entry(EntryKind.AREA, "Gardening")
        journal.settings.replace_entries(EntryKind.AREA, (*journal.settings.entries(EntryKind.AREA), entry))
    look(program)
    assert program._journal.catalog.label(EntryKind.AREA, entry.key) == "Gardening"


def test_a_sample_is_not_watched(opened):
    program = opened(is_sample=True)
    assert not program._reopening.watch._timer.isActive()
    look(program)


def test_the_undo_of_what_was_done_here_stays(told, setup):
    program, _ = told
    program.parts.messages.undoable("Deleted.")
    with elsewhere(setup) as journal:
        journal.records.log(RENT)
    look(program)
    assert "undo" in bar(program)
    program.parts.workspace.bus.tell(Change(everything=True))
    assert "undo" not in bar(program)


def test_another_obstacle_is_not_told_before_something_is_asked(told, monkeypatch):
    program, _ = told

    def refuse(_self):
        raise LockedError(Path("journal.db"), "Another program holds it.")

    monkeypatch.setattr(type(program._journal.elsewhere), "look", refuse)
    look(program)
    assert not bar(program)


def test_a_file_that_was_moved_is_told_once_and_no_more_when_it_is_back(told, setup):
    program, _ = told
    away = setup.journal.with_name("away.db")
    setup.journal.rename(away)
    look(program)
    assert "moved, deleted or replaced" in bar(program)["lost"].text
    program.parts.messages.dismiss("lost")
    look(program)
    assert "lost" not in bar(program)
    away.rename(setup.journal)
    look(program)
    setup.journal.rename(away)
    look(program)
    assert "lost" in bar(program)
    away.rename(setup.journal)
    look(program)
    assert "lost" not in bar(program)
    program._journal.records.log(RENT)


def test_no_new_journal_is_made_where_the_old_one_was(told, setup):
    program, _ = told
    setup.journal.rename(setup.journal.with_name("away.db"))
    look(program)
    press(program, "lost", 0)
    assert "isn’t there" in bar(program)["lost"].text
    assert not setup.journal.exists()


def test_what_is_typed_beside_the_form_and_not_stored_is_not_thrown_away_unasked(told, setup, monkeypatch):
    program, _ = told
    followed = []
    program.followed.connect(followed.append)
    with elsewhere(setup, setup.journal.with_name("other.db")) as journal:
        journal.records.log(RENT)
    setup.journal.with_name("other.db").replace(setup.journal)
    look(program)
    monkeypatch.setattr(type(program.parts.places), "is_kept", lambda _, but="": False)
    press(program, "lost", 0)
    assert "Copy it" in bar(program)["lost"].text
    assert not followed
    press(program, "lost", 0)
    assert followed[0].journal == setup.journal


@pytest.fixture
def entered(themed, qtbot, setup, tmp_path):
    """Return a door behind which the real form is, and a function that waits for its journal."""
    with elsewhere(setup) as journal:
        journal.records.log(RENT)
    entrance = Entrance(
        setup.theme, tmp_path / "window.ini", tmp_path / "log", begins_with_form=True, setup=lambda: with_form(setup)
    )
    door = Doorway(themed, entrance, CrashHook(tmp_path / "log"))
    with qtbot.waitActive(door.window):
        door.window.show()

    def program(before=None):
        qtbot.waitUntil(lambda: door._program not in (None, before) and door._program._journal is not None)
        door._program.parts.worker.drain()
        return door._program

    yield program
    door.end()


def with_form(setup):
    return replace(setup, editor=Editor)


def type_title(program, text):
    program.parts.navigation.edit(RENT.id)
    program.parts.worker.drain()
    form = program.parts.editor._desk.form
    field = form.part("essentials").fields()["title"].control
    field.setText(text)
    field.textEdited.emit(text)


def title(program):
    return program.parts.editor.unfinished().record.title


def replaced(setup, *records):
    """Put another journal in the place of the one that is open."""
    other = setup.journal.with_name("other.db")
    with elsewhere(setup, other) as journal:
        for record in records:
            journal.records.log(record)
    other.replace(setup.journal)


def titles(path):
    with closing(open_journal(path, resource_folder())) as journal:
        return sorted(line.title for line in journal.lists.page(Filter()).lines)


def test_a_file_that_was_replaced_is_opened_again_with_what_is_typed(entered, setup, qtbot):
    program = entered()
    type_title(program, "Rent, mine")
    replaced(setup, replace(RENT, title="Rent, theirs"))
    look(program)
    press(program, "lost", 0)
    following = entered(program)
    assert title(following) == "Rent, mine"
    qtbot.waitUntil(following.parts.editor.is_kept)
    (draft,) = following._journal.drafts.all()
    assert draft.record.title == "Rent, mine"
    following.parts.editor.commands()["done"]()
    following.parts.worker.drain()
    assert titles(setup.journal) == ["Rent, mine"]


def test_both_versions_are_shown_where_the_file_that_came_has_a_later_one(entered, setup):
    program = entered()
    type_title(program, "Rent, mine")
    later = replace(RENT, title="Rent, theirs", updated_at=replace(RENT.updated_at, text="2026-06-01T00:00:00+00:00"))
    replaced(setup, later)
    look(program)
    press(program, "lost", 0)
    following = entered(program)
    conflict = following.parts.editor._presenter.versions._known
    assert (conflict.mine.title, conflict.theirs.title) == ("Rent, mine", "Rent, theirs")
    assert [draft.record.title for draft in following._journal.drafts.all()] == ["Rent, mine"]


def test_what_is_typed_of_a_record_that_the_new_file_has_not_goes_on_as_a_new_one(entered, setup):
    program = entered()
    type_title(program, "Rent, mine")
    replaced(setup)
    look(program)
    press(program, "lost", 0)
    following = entered(program)
    assert following.parts.editor.unfinished().is_new
    assert [draft.record.title for draft in following._journal.drafts.all()] == ["Rent, mine"]


def test_a_moved_file_is_found_by_hand_and_nothing_of_it_is_missing(entered, setup):
    program = entered()
    program._journal.records.log(build_record(1, title="Budget"))
    type_title(program, "Rent, mine")
    away = setup.journal.with_name("away.db")
    setup.journal.rename(away)
    look(program)
    press(program, "lost", 1)
    dialog = program.parts.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(away))
    dialog.close()
    following = entered(program)
    assert title(following) == "Rent, mine"
    assert titles(away) == ["Budget", "Rent"]
    assert not setup.journal.exists()


@pytest.mark.slow
def test_two_processes_that_edit_one_record_overwrite_nothing(entered, setup, qtbot):
    program = entered()
    type_title(program, "Rent, mine")
    shown = command(setup, "show", RENT.id, "--json").stdout
    assert command(setup, "log", "--json", "-", said=shown.replace('"Rent"', '"Rent, theirs"')).returncode == 0

    desk = program.parts.editor._desk
    qtbot.waitUntil(lambda: bool(desk._bar.messages()), timeout=3 * MILLISECONDS)
    assert "changed elsewhere" in desk._bar.messages()[0].text
    program.parts.editor.commands()["done"]()
    program.parts.worker.drain()
    seen = {label.text() for label in desk.findChildren(QLabel) if label.isVisible()}
    assert {"Rent, mine", "Rent, theirs"} <= seen
    assert titles(setup.journal) == ["Rent, theirs"]
    assert [draft.record.title for draft in program._journal.drafts.all()] == ["Rent, mine"]

    program.parts.editor._presenter.versions.choose(Way.MINE)
    program.parts.worker.drain()
    late = command(setup, "log", "--json", "-", said=shown.replace('"Rent"', '"Rent, too late"'))
    assert (late.returncode, late.stdout) == (1, "")
    assert "nothing was overwritten, and both versions are kept" in late.stderr
    assert titles(setup.journal) == ["Rent, mine"]
    program._journal.history.undo()
    assert titles(setup.journal) == ["Rent, theirs"]


@pytest.mark.slow
def test_both_versions_are_there_after_a_kill(entered, setup, tmp_path):
    """Whoever is killed between two versions finds both again; nothing but the file is left of the first window."""
    program = entered()
    type_title(program, "Rent, mine")
    with elsewhere(setup) as journal:
        theirs = journal.records.get(RENT.id)
        journal.records.save(replace(theirs, title="Rent, theirs"), base=theirs.updated_at)
    look(program)
    program.parts.worker.drain()
    left = tmp_path / "left.db"
    for suffix in ("", "-wal"):
        shutil.copy(f"{setup.journal}{suffix}", f"{left}{suffix}")
    with elsewhere(setup, left) as journal:
        (draft,) = journal.drafts.all()
        conflict = journal.records.conflict(draft.record, base=draft.record.updated_at)
    assert (conflict.mine.title, conflict.theirs.title) == ("Rent, mine", "Rent, theirs")


def test_an_encrypted_file_asks_for_its_passphrase_again_and_then_shows_what_is_typed(inside, setup, qtbot):
    door = inside(editor=Editor)
    program = door._program
    program.parts.navigation.edit()
    qtbot.keyClicks(program.parts.window.focusWidget(), "Rent, mine")
    copy = setup.journal.with_name("copy.db")
    shutil.copy(setup.journal, copy)
    copy.replace(setup.journal)
    look(program)
    press(program, "lost", 0)
    qtbot.waitUntil(lambda: door._program is not program and is_locked(door))
    assert not door._program.ending.may_close()
    unlock(door, qtbot)
    qtbot.waitUntil(door._program.parts.editor.is_kept)
    assert title(door._program) == "Rent, mine"
    assert [draft.record.title for draft in door._program._journal.drafts.all()] == ["Rent, mine"]
