"""What the window says of backups, and what follows a restore."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from negojournal.domain.filter import Filter
from negojournal.domain.passphrase import Passphrase
from negojournal.service.backup_folder import own_folder
from negojournal.service.passphrase import DOUBT, NO_WAY_BACK
from negojournal.ui.editor.editor import Editor
from negojournal.ui.settings.backup.backup_section import BackupSection
from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.doorway import Doorway, Entrance
from tests.builders import build_record

DATA = Path(__file__).parents[2] / "data"


def messages(program):
    return {one.key: one for one in program.parts.messages._bar.messages()}


def fill(setup, number=2):
    journal = setup.open_journal(setup.journal, None)
    for one in range(number):
        journal.records.save(build_record(one))
    return journal


def test_a_failed_backup_is_said_and_leads_to_the_settings(opened, setup, qtbot):
    fill(setup).close()
    own_folder(setup.journal).write_text("in the way")
    program = opened()
    program._journal.records.save(build_record(5))
    program._journal.backups.finish()
    qtbot.waitUntil(lambda: "backup" in messages(program))
    message = messages(program)["backup"]
    assert message.text.startswith("Today’s backup could not be made: ")
    message.actions[0].run()
    assert program.parts.places.key() == "settings"


def test_a_plain_file_in_the_place_of_an_encrypted_journal_is_told(opened, setup, qtbot, quick_keys):
    fill(setup).close()
    plain = setup.journal.read_bytes()
    journal = setup.open_journal(setup.journal, None)
    journal.passphrase.set(Passphrase("correct horse"), NO_WAY_BACK)
    journal.backups.make()
    journal.close()
    setup.journal.write_bytes(plain)
    program = opened()
    assert messages(program)["backup"].text == DOUBT


def test_a_synced_folder_is_said_until_it_was_read(opened, setup, qtbot, tmp_path):
    fill(setup).close()
    (tmp_path / ".stfolder").mkdir()
    program = opened()
    qtbot.waitUntil(lambda: "sync" in messages(program))
    settings, read = messages(program)["sync"].actions
    settings.run()
    assert program.parts.places.key() == "settings"
    assert program.parts.places.findChild(BackupSection).isVisibleTo(program.parts.places)
    read.run()
    assert "sync" not in messages(program)
    again = opened()
    assert "sync" not in messages(again)


@pytest.fixture
def door(themed, qtbot, setup, tmp_path):
    entrance = Entrance(
        setup.theme, tmp_path / "window.ini", tmp_path / "log", True, lambda: replace(setup, editor=Editor)
    )
    one = Doorway(themed, entrance, CrashHook(tmp_path / "log"))
    yield one
    one.end()


def begun(door, qtbot):
    qtbot.waitUntil(lambda: door._program is not None and door._program._journal is not None)
    door._program.parts.worker.drain()
    return door._program


@pytest.mark.parametrize(("typed", "place"), [("", "settings"), ("Half a title", "editor")])
def test_after_a_restore_the_window_shows_the_restored_journal_with_what_was_typed(door, setup, qtbot, typed, place):
    journal = fill(setup)
    backup = journal.backups.make()
    journal.records.save(build_record(7))
    journal.close()
    with qtbot.waitActive(door.window):
        door.window.show()
    qtbot.keyClicks(door.window.focusWidget(), typed)
    before = begun(door, qtbot)
    before.parts.navigation.go("settings")
    before.parts.worker.drain()
    space, backups = before.parts.workspace, before._journal.backups
    space.tasks.run(lambda: backups.restore(backup.path), space.bus.replaced.emit)
    qtbot.waitUntil(lambda: door._program is not before)
    after = begun(door, qtbot)
    assert after._journal.lists.tally(Filter()).negotiations == 2
    assert messages(after)["news"].text.startswith("Restored: 2 negotiations. The file as it was before is kept as ")
    assert after.parts.places.key() == place
    after.parts.navigation.edit()
    unfinished = after.parts.editor.unfinished()
    assert (unfinished.record.title if unfinished else "") == typed
    assert after.succession.here().news == ""


def test_a_backup_of_an_older_version_is_brought_up_to_date(door, setup, qtbot):
    fill(setup).close()
    with qtbot.waitActive(door.window):
        door.window.show()
    before = begun(door, qtbot)
    before.parts.navigation.go("settings")
    space, backups = before.parts.workspace, before._journal.backups
    space.tasks.run(lambda: backups.restore(DATA / "schema-0001.db"), space.bus.replaced.emit)
    space.tasks.run(before._journal.elsewhere.look, lambda _change: None)
    qtbot.waitUntil(lambda: door._program is not before)
    after = begun(door, qtbot)
    kinds = {one.kind.value for one in after._journal.backups.all()}
    assert kinds == {"migration", "restore"}
    assert after._journal.lists.tally(Filter()).negotiations == 14
