"""What opens an encrypted journal without being typed, and what the page that asks does besides."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from negojournal.domain.passphrase import Passphrase
from negojournal.ui.shell.start.refusal import Refusal
from tests.ui.fakes import FakeKeychain
from tests.ui.shell.locked import is_locked, lock, page, said, secret, type_passphrase, unlock
from tests.ui.walker import faults


@pytest.fixture
def keychain():
    return FakeKeychain()


def test_what_the_computer_remembers_opens_it_without_asking(enter_locked, encrypted, keychain, qtbot):
    keychain.kept[encrypted.journal] = Passphrase(secret())
    door = enter_locked(keychain=keychain)
    qtbot.waitUntil(lambda: not is_locked(door))
    assert door._program.parts.places.is_form()


def test_once_locked_it_is_typed_again_whatever_is_remembered(enter_locked, encrypted, keychain, qtbot):
    keychain.kept[encrypted.journal] = Passphrase(secret())
    door = enter_locked(keychain=keychain)
    qtbot.waitUntil(lambda: not is_locked(door))
    asked = len(keychain.asked)
    lock(door, qtbot)
    qtbot.waitUntil(lambda: not page(door)._is_opening)
    qtbot.wait(50)
    assert is_locked(door)
    assert len(keychain.asked) == asked
    unlock(door, qtbot)


def test_a_remembered_one_that_is_wrong_is_forgotten_and_not_held_against_the_user(
    enter_locked, encrypted, keychain, qtbot
):
    keychain.kept[encrypted.journal] = Passphrase("wrong horse")
    door = enter_locked(keychain=keychain)
    qtbot.waitUntil(lambda: not page(door)._is_opening)
    assert keychain.kept == {}
    assert "not the passphrase" not in said(page(door))
    unlock(door, qtbot)


@pytest.mark.parametrize("keeps", [True, False])
def test_the_computer_remembers_when_the_box_is_ticked(enter_locked, encrypted, keychain, qtbot, keeps):
    keychain.keeps = keeps
    door = enter_locked(keychain=keychain)
    box = page(door).findChild(QCheckBox)
    qtbot.waitUntil(box.isVisible)
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    page(door).setFocus()
    unlock(door, qtbot)
    assert keychain.kept == ({encrypted.journal: Passphrase(secret())} if keeps else {})
    told = [message.text for message in door._program.parts.messages._bar.messages()]
    assert any("could not be remembered" in text for text in told) is not keeps


def test_what_was_given_with_the_start_is_tried_first_and_once(enter_locked, qtbot):
    door = enter_locked(passphrase=Passphrase(secret()))
    qtbot.waitUntil(lambda: not is_locked(door))
    lock(door, qtbot)
    qtbot.waitUntil(lambda: not page(door)._is_opening)
    assert is_locked(door)


def test_a_given_one_that_is_wrong_is_told(enter_locked, qtbot):
    door = enter_locked(passphrase=Passphrase("wrong horse"))
    qtbot.waitUntil(lambda: "not the passphrase" in said(page(door)))


def test_after_several_wrong_ones_damage_is_suspected_in_a_bar_that_leads_on(enter_locked, qtbot):
    door = enter_locked()
    program = door._program
    for number in range(1, 4):
        assert "opening" not in {one.key for one in program.parts.messages._bar.messages()}
        program._opening.begin_by(Passphrase("wrong horse"))
        qtbot.waitUntil(lambda number=number: page(door)._wrong == number)
    (message,) = [one for one in program.parts.messages._bar.messages() if one.actions]
    assert "may be damaged" in message.text
    message.actions[0].run()
    assert door.window.findChildren(Refusal)


def test_a_passphrase_for_a_plain_file_is_refused_and_not_asked_for(enter_locked, setup, tmp_path, qtbot):
    setup.open_journal(tmp_path / "plain.db", None).close()
    door = enter_locked(journal=tmp_path / "plain.db", passphrase=Passphrase(secret()))
    shown = door._program.parts.places
    qtbot.waitUntil(lambda: isinstance(shown.currentWidget(), Refusal))
    again = next(one for one in shown.currentWidget().findChildren(QPushButton) if one.text() == "Try again")
    qtbot.keyClick(again, Qt.Key.Key_Space)
    qtbot.waitUntil(shown.is_form)


def test_another_file_is_opened_instead(enter_locked, setup, tmp_path, qtbot):
    setup.open_journal(tmp_path / "plain.db", None).close()
    door = enter_locked()
    page(door).other_wanted.emit(tmp_path / "plain.db")
    qtbot.waitUntil(lambda: door._program._journal is not None)
    assert door._program._journal.path == tmp_path / "plain.db"
    assert not door._program.parts.workspace.actions.is_answered("lock")


def test_another_encrypted_file_is_asked_for_in_its_turn(enter_locked, setup, tmp_path, qtbot):
    setup.open_journal(tmp_path / "other.db", Passphrase("staple lantern")).close()
    door = enter_locked()
    type_passphrase(door, qtbot, "wrong")
    qtbot.waitUntil(lambda: "not the passphrase" in said(page(door)))
    page(door).other_wanted.emit(tmp_path / "other.db")
    qtbot.waitUntil(lambda: page(door).path == tmp_path / "other.db")
    assert "not the passphrase" not in said(page(door))
    unlock(door, qtbot, "staple lantern")
    lock(door, qtbot)
    assert page(door).path == tmp_path / "other.db"


def test_the_page_is_used_without_a_mouse_and_without_eyes(enter_locked, keychain, qtbot):
    door = enter_locked(keychain=keychain)
    shown = page(door)
    qtbot.waitUntil(shown.findChild(QCheckBox).isVisible)
    type_passphrase(door, qtbot, "wrong")
    qtbot.waitUntil(lambda: "not the passphrase" in said(shown))
    assert faults(shown) == {}
    assert "not the passphrase" in QApplication.focusWidget().accessibleDescription()
