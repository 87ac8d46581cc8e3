"""Settings → Backups, driven by keyboard."""

from __future__ import annotations

import os
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton

from negojournal import paths
from negojournal.domain.passphrase import Passphrase
from negojournal.service.backup_folder import BackupState, own_folder
from negojournal.service.journal import open_journal
from negojournal.service.second_folder import second_folder
from negojournal.ui.settings.backup.backup_list import BackupList, content_words
from negojournal.ui.settings.backup.backup_section import BackupSection
from negojournal.ui.settings.backup.restore_panel import RestorePanel
from negojournal.ui.widgets.text import Text
from tests.builders import build_record
from tests.ui.walker import faults

pytestmark = pytest.mark.usefixtures("themed")


def fill(path, number, passphrase=None):
    journal = open_journal(path, paths.resource_folder(), None, passphrase)
    for one in range(number):
        journal.records.save(build_record(one))
    return journal


@pytest.fixture
def journal(tmp_path):
    one = fill(tmp_path / "journal.db", 3)
    yield one
    one.close()


@pytest.fixture
def section(qtbot, workspace, journal):
    one = BackupSection(workspace)
    qtbot.addWidget(one)
    one.show_journal(journal)
    with qtbot.waitActive(one):
        one.show()
    return one


@pytest.fixture
def replaced(workspace):
    done = []
    workspace.bus.replaced.connect(done.append)
    return done


def button(section, name):
    return next(one for one in section.findChildren(QPushButton) if one.text() == name)


def press(section, qtbot, name):
    button(section, name).setFocus()
    qtbot.keyClick(button(section, name), Qt.Key.Key_Space)


def said(section):
    return " ".join(one.text() for one in section.findChildren(Text) if one.isVisible())


def rows(section):
    found = section.findChild(BackupList)
    return [
        [item.text(number) for number in range(5)] for item in map(found.topLevelItem, range(found.topLevelItemCount()))
    ]


def test_without_backups_it_says_so(section):
    assert "No backups yet" in said(section)
    assert not button(section, "Restore…").isEnabled()
    assert not section.findChild(BackupList).isVisible()


def test_one_is_made_and_listed_with_all_there_is_to_know(section, qtbot):
    press(section, qtbot, "Back up now")
    ((made, why, number, size, where),) = rows(section)
    assert (why, number, where) == ("By hand", "3", "Beside the journal")
    assert made
    assert size
    assert "No backups yet" not in said(section)


def test_the_chosen_one_is_restored_after_a_question(section, qtbot, journal, replaced):
    press(section, qtbot, "Back up now")
    journal.records.save(build_record(9))
    panel = section.findChild(RestorePanel)
    press(section, qtbot, "Restore…")
    assert "(3 negotiations) in the journal’s place?" in said(section)
    assert button(section, "Restore it").hasFocus()
    qtbot.keyClick(button(section, "Restore it"), Qt.Key.Key_Escape)
    assert not panel.isVisible()
    assert section.findChild(BackupList).hasFocus()
    assert not replaced
    qtbot.keyClick(section.findChild(BackupList), Qt.Key.Key_Return)
    assert panel.isVisible()
    qtbot.keyClick(button(section, "Restore it"), Qt.Key.Key_Return)
    (restored,) = replaced
    assert restored.records == 3


def test_the_choice_stays_when_the_list_is_read_again(section, qtbot, journal):
    for _ in range(3):
        journal.backups.make()
    section.refresh()
    found = section.findChild(BackupList)
    found.setFocus()
    qtbot.keyClick(found, Qt.Key.Key_Down)
    chosen = found.backup()
    journal.backups.make()
    section.refresh()
    assert found.backup().path == chosen.path
    assert found.indexOfTopLevelItem(found.currentItem()) == 2


def test_what_cannot_be_made_or_restored_is_told(section, qtbot, journal, replaced):
    press(section, qtbot, "Back up now")
    (file,) = own_folder(journal.path).iterdir()
    file.write_bytes(os.urandom(100))
    press(section, qtbot, "Restore…")
    qtbot.keyClick(button(section, "Restore it"), Qt.Key.Key_Space)
    assert file.name in said(section)
    assert not replaced


@pytest.mark.usefixtures("quick_keys")
def test_another_file_is_restored_with_its_own_passphrase(section, qtbot, tmp_path, replaced):
    fill(tmp_path / "other.db", 1, Passphrase("correct horse")).close()
    press(section, qtbot, "Restore another file…")
    dialog = section.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "other.db"))
    dialog.close()
    assert "other.db" in said(section)
    qtbot.keyClick(button(section, "Restore it"), Qt.Key.Key_Space)
    field = section.findChild(QLineEdit)
    assert field.isVisible()
    assert section.focusWidget() is field.parent()
    assert "doesn’t open" not in said(section)
    qtbot.keyClicks(field, "wrong horse")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "doesn’t open" in said(section)
    field.clear()
    qtbot.keyClicks(field, "correct horse")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert replaced[0].passphrase == Passphrase("correct horse")


def test_a_second_folder_is_chosen_lost_and_given_up(section, qtbot, journal, tmp_path):
    (tmp_path / "disk").mkdir()
    press(section, qtbot, "Choose a second folder…")
    dialog = section.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "disk"))
    dialog.close()
    assert str(tmp_path / "disk") in said(section)
    press(section, qtbot, "Back up now")
    assert [row[4] for row in rows(section)] == ["Beside the journal", "Second folder"]
    chosen = second_folder(journal.path)
    for one in chosen.iterdir():
        one.unlink()
    chosen.rmdir()
    section.refresh()
    assert "isn’t there" in said(section)
    press(section, qtbot, "Use it no longer")
    assert second_folder(journal.path) is None
    assert "isn’t there" not in said(section)


def test_a_synced_folder_is_told(section, tmp_path):
    assert "keeps the folder" not in said(section)
    (tmp_path / ".stfolder").mkdir()
    section.refresh()
    assert "Syncthing keeps the folder of this journal" in said(section)


def test_a_journal_in_memory_has_no_backups(qtbot, workspace):
    memory = open_journal(None, paths.resource_folder())
    section = BackupSection(workspace)
    qtbot.addWidget(section)
    section.show_journal(memory)
    section.show()
    assert "in memory" in said(section)
    assert not section.findChild(BackupList).isVisible()
    memory.close()


def test_what_is_in_a_backup_is_said_in_words(section, qtbot):
    press(section, qtbot, "Back up now")
    backup = section.findChild(BackupList).backup()
    assert content_words(backup) == "3"
    assert content_words(replace(backup, records=None, state=None)) == "…"
    assert content_words(replace(backup, records=None, state=BackupState.DAMAGED)) == "damaged"


def test_all_of_it_can_be_reached_and_is_named(section, qtbot, tmp_path):
    (tmp_path / "disk").mkdir()
    section.presenter.choose_second(tmp_path / "disk")
    press(section, qtbot, "Back up now")
    press(section, qtbot, "Restore…")
    section.ask_passphrase("")
    qtbot.wait(20)
    assert faults(section) == {}
