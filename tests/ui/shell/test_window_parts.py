"""Rail, menus, progress, sheets, transfer and lookup in a whole window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFileDialog, QLineEdit, QMenu, QPushButton, QToolButton, QTreeWidget

from negojournal import __version__
from negojournal.ui.shell.action import ACTIONS, Menu
from negojournal.ui.shell.command_palette import CommandPalette
from negojournal.ui.shell.progress_strip import ProgressStrip
from negojournal.ui.shell.rail import Rail
from negojournal.ui.shell.sheet import Sheet
from negojournal.ui.shell.transfer import KINDS
from tests.builders import build_record


def bar(program):
    return program.parts.messages._bar.messages()


def menus(program):
    return program.parts.window.menuBar().findChildren(QMenu)


def test_every_action_stands_in_its_menu(opened):
    program = opened()
    assert [menu.title() for menu in menus(program) if menu.title()] == list(Menu)
    standing = {action.objectName() for menu in menus(program) for action in menu.actions()}
    assert {spec.key for spec in ACTIONS} <= standing


def test_the_rail_goes_to_pages_and_shows_where_one_is(opened, qtbot):
    program = opened()
    rail = program.parts.window.findChild(Rail)
    buttons = {button.accessibleName(): button for button in rail.findChildren(QToolButton)}
    assert list(buttons) == ["New review", "New plan", "Today", "Journal", "Trends", "Insights", "Settings"]
    assert buttons["New review"].isChecked()
    qtbot.mouseClick(buttons["New plan"], Qt.MouseButton.LeftButton)
    assert [name for name, button in buttons.items() if button.isChecked()] == ["New plan"]
    qtbot.mouseClick(buttons["Settings"], Qt.MouseButton.LeftButton)
    assert program.parts.places.key() == "settings"
    assert [name for name, button in buttons.items() if button.isChecked()] == ["Settings"]
    qtbot.mouseClick(buttons["Settings"], Qt.MouseButton.LeftButton)
    assert buttons["Settings"].isChecked()


@pytest.mark.parametrize(
    ("keys", "place"), [("Ctrl+1", "today"), ("Ctrl+2", "journal"), ("Ctrl+5", "settings"), ("Ctrl+6", "people")]
)
def test_pages_by_keyboard(opened, qtbot, keys, place):
    program = opened()
    qtbot.keySequence(program.parts.window, QKeySequence(keys))
    assert program.parts.places.key() == place
    qtbot.keySequence(program.parts.window, QKeySequence("Ctrl+N"))
    assert program.parts.places.is_form()


@pytest.mark.parametrize(
    ("key", "words"),
    [("help", "Nothing typed is lost"), ("shortcuts", "Ctrl+Shift+H"), ("about", __version__)],
)
def test_sheets_can_be_read(opened, key, words):
    program = opened()
    program.parts.workspace.actions.run(key)
    sheet = program.parts.window.findChild(Sheet)
    assert sheet.isVisible()
    assert not sheet.isModal()
    assert words in sheet.pane.toPlainText()
    sheet.close()


def test_a_sheet_loads_and_follows_nothing(opened, tmp_path):
    program = opened()
    secret = tmp_path / "secret.html"
    secret.write_text("<p>secret</p>")
    program.parts.workspace.actions.run("about")
    pane = program.parts.window.findChild(Sheet).pane
    pane.setSource(secret.as_uri())
    pane.setHtml(f'<img src="{secret.as_uri()}">')
    assert "secret" not in pane.toPlainText()
    pane.window().close()


def test_the_palette_finds_actions_and_records(opened, qtbot):
    program = opened()
    space, journal = program.parts.workspace, program.parts.editor.journal
    record = build_record(title="Rent of the hall", counterparts=("Anna",))
    space.tasks.run(lambda: journal.records.save(record), space.bus.tell)
    program.parts.worker.drain()
    space.actions.run("palette")
    palette = program.parts.window.findChild(CommandPalette)
    found = palette.findChild(QTreeWidget)
    assert found.topLevelItem(0).text(0) == "New review"
    assert found.topLevelItem(0).text(1) == "Ctrl+N"
    qtbot.keyClicks(palette.findChild(QLineEdit), "hall")
    program.parts.worker.drain()
    assert found.topLevelItem(0).text(0) == "Rent of the hall · Anna"
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert program.parts.places.key() == "journal"


def test_the_palette_finds_counterparts(opened, qtbot, monkeypatch):
    program = opened()
    space, journal = program.parts.workspace, program.parts.editor.journal
    met = []
    monkeypatch.setattr(type(program.parts.navigation), "open_person", lambda _self, name: met.append(name))
    record = build_record(title="Rent of the hall", counterparts=("Anna Wolf", "Anton"))
    space.tasks.run(lambda: journal.records.save(record), space.bus.tell)
    space.actions.run("palette")
    palette = program.parts.window.findChild(CommandPalette)
    qtbot.keyClicks(palette.findChild(QLineEdit), "wolf")
    program.parts.worker.drain()
    found = palette.findChild(QTreeWidget)
    assert (found.topLevelItem(0).text(0), found.topLevelItem(0).text(1)) == ("Anna Wolf", "Counterpart")
    assert found.topLevelItem(1).text(0) == "Rent of the hall · Anna Wolf · Anton"
    qtbot.keyClick(palette.findChild(QLineEdit), Qt.Key.Key_Return)
    assert met == ["Anna Wolf"]


@pytest.mark.parametrize(
    ("plans", "said"),
    [(0, "Nothing lies ahead; {} is empty."), (1, "1 entry is now in {}."), (2, "2 entries are now in {}.")],
)
def test_the_calendar_says_how_much_is_in_it(opened, tmp_path, plans, said):
    program = opened()
    space, journal = program.parts.workspace, program.parts.editor.journal
    ahead = [replace(journal.plans.new(), title=f"Plan {number}") for number in range(plans)]
    space.tasks.run(lambda: [journal.records.save(plan) for plan in ahead], lambda _done: None)
    space.actions.run("calendar")
    dialog = program.parts.window.findChild(QFileDialog)
    assert dialog.defaultSuffix() == "ics"
    dialog.fileSelected.emit(str(tmp_path / "all.ics"))
    dialog.close()
    program.parts.worker.drain()
    assert bar(program)[-1].text == said.format(tmp_path / "all.ics")


def test_export_and_import_say_what_they_did(opened, setup, tmp_path):
    program = opened()
    space, journal = program.parts.workspace, program.parts.editor.journal
    space.tasks.run(lambda: journal.records.save(build_record(title="Rent")), space.bus.tell)
    space.actions.run("export")
    dialog = program.parts.window.findChild(QFileDialog)
    assert not dialog.isHidden()
    file = tmp_path / "all.json"
    dialog.fileSelected.emit(str(file))
    dialog.close()
    program.parts.worker.drain()
    assert file.exists()
    assert bar(program)[-1].text == f"1 negotiation is now in {file}."
    other = opened(journal=tmp_path / "other.db")
    other.parts.workspace.actions.run("import")
    dialog = other.parts.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    other.parts.worker.drain()
    assert bar(other)[-1].text.startswith("Imported: 1 negotiation added")
    program.parts.workspace.actions.run("import")
    dialog = program.parts.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    program.parts.worker.drain()
    assert (bar(program)[-1].text, bar(program)[-1].actions) == ("Nothing to change: 1 unchanged.", ())
    bar(other)[-1].actions[0].run()
    other.parts.worker.drain()
    assert other.parts.editor.journal.lists.page(space.filter.value()).lines == ()


def test_the_kind_of_export_gives_the_suffix(opened):
    program = opened()
    program.parts.workspace.actions.run("export")
    dialog = program.parts.window.findChild(QFileDialog)
    for suffix, kind in KINDS.items():
        dialog.filterSelected.emit(kind)
        assert dialog.defaultSuffix() == suffix.removeprefix(".")
    dialog.close()


def test_a_broken_file_is_named_and_nothing_changes(opened, tmp_path):
    program = opened()
    file = tmp_path / "cut.json"
    file.write_text('{"format": "negojou')
    program.parts.workspace.actions.run("import")
    dialog = program.parts.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(file))
    dialog.close()
    program.parts.worker.drain()
    assert "cut.json" in bar(program)[-1].text


def test_what_is_done_soon_shows_no_strip(opened, qtbot):
    program = opened()
    strip = program.parts.window.findChild(ProgressStrip)
    begun = []
    program.parts.worker.long_started.connect(lambda *_: begun.append(strip._delay.isActive()))
    program.parts.workspace.tasks.run_long("Taking back", lambda _progress: None, lambda _none: None)
    program.parts.worker.drain()
    qtbot.waitUntil(lambda: begun == [True] and not strip._delay.isActive())
    assert strip.isHidden()


def test_long_work_shows_its_progress_and_can_be_stopped(opened, qtbot):
    program = opened()
    strip = program.parts.window.findChild(ProgressStrip)
    assert not strip.isVisible()
    answered = []

    def work(progress):
        while True:
            progress(1, 3)

    program.parts.workspace.tasks.run_long("Importing", work, answered.append)
    qtbot.waitUntil(strip.isVisible)
    qtbot.waitUntil(lambda: strip._bar.value() == 1)
    assert strip._bar.accessibleName() == "Importing"
    qtbot.mouseClick(strip.findChild(QPushButton), Qt.MouseButton.LeftButton)
    program.parts.worker.drain()
    qtbot.waitUntil(lambda: not strip.isVisible())
    assert answered == []
