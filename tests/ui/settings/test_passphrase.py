"""The section about the passphrase, driven by keyboard, over a real journal."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from negojournal import paths
from negojournal.domain.change import Change
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import FullError
from negojournal.service.passphrase import NO_WAY_BACK
from negojournal.ui.settings.passphrase.presenter import Standing
from negojournal.ui.settings.passphrase.section import PassphraseSection
from negojournal.ui.widgets.choice_row import ChoiceRow
from tests.ui.fakes import FakeKeychain
from tests.ui.walker import faults

pytestmark = pytest.mark.usefixtures("themed")
OLD, NEW = "correct horse battery", "staple lantern pepper"


@pytest.fixture
def keychain():
    return FakeKeychain()


@pytest.fixture
def workspace(workspace, keychain):
    return replace(workspace, keychain=keychain)


@pytest.fixture
def open_at(quick_keys, tmp_path):
    from negojournal.service.journal import open_journal

    opened = []

    def begin(passphrase=None):
        opened.append(open_journal(tmp_path / "journal.db", paths.resource_folder(), None, passphrase))
        return opened[-1]

    yield begin
    for journal in opened:
        journal.close()


@pytest.fixture
def show(qtbot, workspace):
    """Return a function that shows the section for a journal."""

    def begin(journal):
        section = PassphraseSection(workspace)
        qtbot.addWidget(section)
        with qtbot.waitActive(section):
            section.show()
        section.show_journal(journal)
        return section

    return begin


def said(section):
    return " ".join(label.text() for label in section.findChildren(QLabel) if label.isVisible())


def type_all(qtbot, *texts):
    """Type into one field after the other, past the buttons that show what is typed, and press Return."""
    for number, text in enumerate(texts):
        if number:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            if isinstance(QApplication.focusWidget(), QPushButton):
                qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(QApplication.focusWidget(), text)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)


def open_fold(section, qtbot, number):
    section._folds[number].set_open(True)
    (section._changing, section._removing)[number]._fields["old"].line.setFocus()


def test_a_passphrase_is_set_typed_twice_and_agreed_to(open_at, show, workspace, qtbot, tmp_path):
    journal, told = open_at(), []
    workspace.bus.changed.connect(told.append)
    section = show(journal)
    assert "no back door" in said(section)
    section._setting._fields["passphrase"].line.setFocus()
    type_all(qtbot, OLD, OLD, NO_WAY_BACK)
    assert journal.passphrase.is_set
    assert told == [Change()]
    assert workspace.messages.said == [("info", "The journal is encrypted.")]
    assert workspace.tasks.titles == ["Encrypting"]
    assert "no back door" not in said(section)
    assert section._minutes.hasFocus()
    assert section._setting.passphrase("passphrase").text == ""
    journal.close()
    assert open_at(Passphrase(OLD)).is_encrypted


def test_what_is_wrong_is_said_beside_the_fields(open_at, show, qtbot):
    journal = open_at()
    section = show(journal)
    form = section._setting
    form._fields["passphrase"].line.setFocus()
    type_all(qtbot, OLD, NEW, NO_WAY_BACK)
    assert "isn’t the same" in form._fields["again"].problem()
    form.clear()
    form._fields["passphrase"].line.setFocus()
    type_all(qtbot, OLD, OLD, "yes")
    assert NO_WAY_BACK in form._agreement.problem()
    assert form._fields["again"].problem() == ""
    form.clear()
    form._fields["passphrase"].line.setFocus()
    type_all(qtbot, "short", "short", NO_WAY_BACK)
    assert "8 characters" in form._fields["passphrase"].problem()
    assert not journal.passphrase.is_set


def test_without_all_fields_nothing_is_given(open_at, show, qtbot):
    journal = open_at()
    section = show(journal)
    section._setting._fields["passphrase"].line.setFocus()
    type_all(qtbot, OLD, OLD)
    assert not journal.passphrase.is_set
    assert said(section).count("isn’t the same") == 0


def test_how_strong_it_is_is_said_while_one_types(open_at, show, qtbot):
    section = show(open_at())
    field_ = section._setting._fields["passphrase"]
    field_.line.setFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "horse")
    assert "Weak" in said(section)
    qtbot.keyClicks(QApplication.focusWidget(), " battery staple lantern pepper")
    assert "Strong." in said(section)


def test_it_is_changed_and_taken_off(open_at, show, workspace, qtbot):
    journal = open_at(Passphrase(OLD))
    section = show(journal)
    open_fold(section, qtbot, 0)
    type_all(qtbot, "wrong horse", NEW, NEW)
    assert "not the passphrase" in section._changing._fields["old"].problem()
    section._changing.clear()
    section._changing._fields["old"].line.setFocus()
    type_all(qtbot, OLD, NEW, OLD)
    assert "isn’t the same" in section._changing._fields["again"].problem()
    section._changing.clear()
    section._changing._fields["old"].line.setFocus()
    type_all(qtbot, OLD, NEW, NEW)
    assert workspace.messages.said == [("info", "The passphrase is changed.")]
    assert not section._folds[0].is_open()
    assert section._minutes.hasFocus()
    open_fold(section, qtbot, 1)
    type_all(qtbot, OLD)
    assert "not the passphrase" in section._removing._fields["old"].problem()
    section._removing.clear()
    section._removing._fields["old"].line.setFocus()
    type_all(qtbot, NEW)
    assert not journal.passphrase.is_set
    assert "no back door" in said(section)
    assert section._setting._fields["passphrase"].line.hasFocus()


def test_what_this_computer_remembers_is_forgotten_when_asked(open_at, show, keychain, qtbot):
    journal = open_at(Passphrase(OLD))
    keychain.remember(journal.path, Passphrase(OLD))
    section = show(journal)
    assert "without asking" in said(section)
    section._forget.setFocus()
    qtbot.keyClick(section._forget, Qt.Key.Key_Space)
    assert keychain.kept == {}
    assert "without asking" not in said(section)
    assert not section._forget.isVisible()


def test_the_minutes_are_chosen(open_at, show, workspace, qtbot):
    section = show(open_at(Passphrase(OLD)))
    row = section.findChild(ChoiceRow)
    assert row.chosen() == "15"
    row.setFocus()
    qtbot.keyClick(row, Qt.Key.Key_Left)
    assert workspace.preferences.lock_after() == 5
    workspace.preferences.choose("lock-after", "7")
    assert workspace.preferences.lock_after() == 15


def test_a_sample_needs_none(journal, show):
    section = show(journal)
    assert "sample" in said(section)
    assert not section._setting.isVisible()
    assert not section._encrypted.isVisible()


def test_backups_that_stay_readable_are_named(open_at, show, tmp_path):
    section = show(open_at())
    section.show_standing(Standing(is_possible=True, is_set=True, readable=(tmp_path / "old.db",)))
    assert str(tmp_path / "old.db") in said(section)
    section.show_done(())
    assert str(tmp_path / "old.db") not in said(section)


def test_an_obstacle_is_said_in_the_bar_and_what_was_typed_stays(
    open_at, show, workspace, qtbot, monkeypatch, tmp_path
):
    def full(*_):
        raise FullError(tmp_path, "No room.")

    journal = open_at()
    section = show(journal)
    monkeypatch.setattr(journal.passphrase, "set", full)
    section._setting._fields["passphrase"].line.setFocus()
    type_all(qtbot, OLD, OLD, NO_WAY_BACK)
    assert workspace.messages.said == [("error", "No room.")]
    assert section._setting.passphrase("passphrase").text == OLD


def test_before_the_journal_is_open_nothing_is_done(show, workspace, qtbot):
    section = PassphraseSection(workspace)
    qtbot.addWidget(section)
    section.look()
    section.presenter.remove(Passphrase(OLD))
    section.presenter.forget()
    assert workspace.tasks.titles == []


def test_without_a_place_to_remember_it_nothing_is_asked_of_one(open_at, workspace, qtbot):
    section = PassphraseSection(replace(workspace, keychain=None))
    qtbot.addWidget(section)
    section.show()
    section.show_journal(open_at(Passphrase(OLD)))
    section.presenter.forget()
    assert "are encrypted" in said(section)
    assert not section._forget.isVisible()


def test_the_system_is_asked_only_while_someone_looks(open_at, workspace, keychain, qtbot):
    section = PassphraseSection(workspace)
    qtbot.addWidget(section)
    section.show_journal(open_at(Passphrase(OLD)))
    section.refresh()
    assert not keychain.asked
    section.show()
    assert keychain.asked


@pytest.mark.parametrize("passphrase", [None, Passphrase(OLD)])
def test_all_of_it_can_be_reached_and_is_named(open_at, show, keychain, qtbot, passphrase):
    journal = open_at(passphrase)
    keychain.remember(journal.path, Passphrase(OLD))
    section = show(journal)
    for fold in section._folds:
        fold.set_open(True)
    section.show_problems(())
    qtbot.wait(20)
    assert faults(section) == {}
