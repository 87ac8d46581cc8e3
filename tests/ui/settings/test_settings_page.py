"""The page Settings, driven by keyboard."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListView, QListWidget, QPushButton, QStackedWidget

from negojournal import paths
from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.change import Change
from negojournal.domain.theme import Scheme
from negojournal.service.journal import open_journal
from negojournal.ui.settings.entry_model import EntryModel
from negojournal.ui.settings.settings_page import SettingsPage
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.text import Text

pytestmark = pytest.mark.usefixtures("themed")
SECTIONS = [
    "Appearance",
    "Questionnaire",
    "Areas",
    "Traps",
    "Questions",
    "Reminder",
    "Backups",
    "Passphrase",
    "The file",
]


@pytest.fixture
def journal(tmp_path):
    one = open_journal(tmp_path / "journal.db", paths.resource_folder(), None)
    yield one
    one.close()


@pytest.fixture
def page(qtbot, workspace, journal):
    one = SettingsPage(workspace)
    workspace.bus.changed.connect(one.on_changed)
    qtbot.addWidget(one)
    with qtbot.waitActive(one):
        one.show()
    one.show_journal(journal)
    one.focus_start()
    return one


def go(page, qtbot, title):
    index = page.findChild(QListWidget)
    assert index.hasFocus()
    while index.currentItem().text() != title:
        qtbot.keyClick(index, Qt.Key.Key_Down)
    return page.findChild(QStackedWidget).currentWidget()


def labels(section):
    model = section.findChild(QListView).model()
    return [model.index(row).data() for row in range(model.rowCount())]


def button(section, name):
    return next(one for one in section.findChildren(QPushButton) if one.text() == name)


@pytest.mark.parametrize(("key", "title"), [("backups", "Backups"), ("passphrase", "Passphrase")])
def test_a_section_is_come_to_from_elsewhere(page, key, title):
    page.show_section(key)
    assert page.findChild(QListWidget).currentItem().text() == title
    assert page.findChild(QListWidget).hasFocus()


def test_sections_by_keyboard(page, qtbot):
    index = page.findChild(QListWidget)
    assert [index.item(row).text() for row in range(index.count())] == SECTIONS
    assert all(go(page, qtbot, title).isVisible() for title in SECTIONS)


@pytest.mark.parametrize("offered", [True, False])
def test_nobody_is_reminded_who_has_not_asked_for_it(qtbot, workspace, monkeypatch, offered):
    monkeypatch.setattr("negojournal.ui.settings.sections.can_notify", lambda: offered)
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.focus_start()
    section = go(page, qtbot, "Reminder")
    row = section.findChild(ChoiceRow)
    assert (row.chosen(), workspace.preferences.reminds()) == ("off", False)
    qtbot.keyClick(row, Qt.Key.Key_2)
    assert workspace.preferences.reminds()
    said = [text.text() for text in section.findChildren(Text)]
    assert any("no place for it" in text for text in said) is not offered


def test_light_and_dark(page, qtbot, workspace):
    row = go(page, qtbot, "Appearance").findChild(ChoiceRow)
    assert row.chosen() == Scheme.SYSTEM
    qtbot.keyClick(row, Qt.Key.Key_3)
    assert workspace.preferences.scheme() is Scheme.DARK
    workspace.preferences.choose("scheme", Scheme.LIGHT)
    assert row.chosen() == Scheme.LIGHT


def test_the_questionnaire_of_a_new_review(page, qtbot, workspace):
    row = go(page, qtbot, "Questionnaire").findChild(ChoiceRow)
    assert row.chosen() == "quick"
    qtbot.keyClick(row, Qt.Key.Key_Right)
    assert workspace.preferences.questionnaire() == "subjective-value"


def test_a_broken_questionnaire_of_ones_own_is_named(qtbot, workspace):
    page = SettingsPage(replace(workspace, catalog_problem="mine.toml: “key” is missing."))
    qtbot.addWidget(page)
    assert any("mine.toml" in text.text() for text in page.findChildren(Text))


def test_an_area_is_added_by_keyboard(page, qtbot, journal):
    section = go(page, qtbot, "Areas")
    field = section.findChild(QLineEdit)
    qtbot.keyClicks(field, "Office rent")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert labels(section)[-1] == "Office rent"
    assert field.text() == ""
    assert journal.catalog.label(EntryKind.AREA, "office-rent") == "Office rent"


def test_a_double_area_stays_in_the_field_with_a_sentence(page, qtbot):
    section = go(page, qtbot, "Areas")
    field, twice = section.findChild(QLineEdit), labels(section)[0]
    qtbot.keyClicks(field, twice)
    button(section, "Add").click()
    assert field.text() == twice
    assert any("twice" in text.text() for text in section.findChildren(Text))


def test_a_trap_is_renamed_hidden_and_moved_by_keyboard(page, qtbot, journal):
    section = go(page, qtbot, "Traps")
    view, before = section.findChild(QListView), labels(section)
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert labels(section) == [before[1], before[0], *before[2:]]
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert before[0] not in [entry.label for entry in journal.catalog.of(EntryKind.TRAP)]
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    editor.selectAll()
    qtbot.keyClicks(editor, "Talking too much")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: labels(section)[1] == "Talking too much")
    assert view.currentIndex().row() == 1


def test_the_file_is_named_measured_and_copied(page, qtbot, journal, themed):
    section = go(page, qtbot, "The file")
    texts = [text.text() for text in section.findChildren(Text)]
    assert str(journal.path) in texts
    button(section, "Copy the path").click()
    assert themed.clipboard().text() == str(journal.path)


def test_the_folder_is_opened(page, qtbot, journal, monkeypatch):
    opened = []
    monkeypatch.setattr("negojournal.ui.settings.sections.QDesktopServices.openUrl", opened.append)
    button(go(page, qtbot, "The file"), "Open the folder").click()
    assert [url.toLocalFile() for url in opened] == [str(journal.path.parent)]


def test_a_journal_in_memory_says_so(qtbot, workspace):
    memory = open_journal(None, paths.resource_folder(), None)
    page = SettingsPage(workspace)
    qtbot.addWidget(page)
    page.show_journal(memory)
    assert any("in memory" in text.text() for text in page.findChildren(Text))
    memory.close()


def test_only_changes_of_the_lists_are_read_again(page, monkeypatch):
    asked = []
    monkeypatch.setattr(page, "refresh", lambda: asked.append(1))
    page.on_changed(Change())
    page.on_changed(Change(catalog=True))
    page.on_changed(Change(everything=True))
    assert asked == [1, 1]


def test_the_model_is_a_good_one(qtmodeltester):
    model = EntryModel()
    model.show_entries((Entry(EntryKind.AREA, "rent", "Rent"), Entry(EntryKind.AREA, "pay", "Pay", hidden=True)))
    qtmodeltester.check(model)
    assert not model.setData(model.index(5), "x")
    assert not model.setData(model.index(0), "Rent")
    assert not model.setData(model.index(0), "x", Qt.ItemDataRole.ToolTipRole)
    assert not model.index_of("gone").isValid()
