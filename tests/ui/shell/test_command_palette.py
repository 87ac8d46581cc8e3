"""Ctrl+K by keyboard."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMainWindow, QTreeWidget
from shiboken6 import isValid

from negojournal.domain.summary import Page
from negojournal.ui.shell.command_palette import CommandPalette
from negojournal.ui.shell.finder import Offer, build_matches
from negojournal.ui.shell.lookup import Lookup
from tests.ui.fakes import fake_workspace

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def chosen():
    return []


@pytest.fixture
def palette(qtbot, chosen):
    window = QMainWindow()
    qtbot.addWidget(window)
    window.show()
    offers = [Offer(text, "", lambda text=text: chosen.append(text)) for text in ("New review", "Undo", "Settings")]

    def find(typed, then):
        then((Offer(f"Record {typed}", "1/5/26", lambda: chosen.append("record")),))

    one = CommandPalette(offers, find, window)
    one.show()
    qtbot.waitExposed(one)
    one.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(one)
    one.window_kept = window
    return one


def field(palette):
    return palette.findChild(QLineEdit)


def shown(palette):
    found = palette.findChild(QTreeWidget)
    return [found.topLevelItem(row).text(0) for row in range(found.topLevelItemCount())]


def test_everything_is_offered_before_anything_is_typed(palette):
    assert shown(palette) == ["New review", "Undo", "Settings"]


def test_a_few_letters_and_return_do_it(palette, chosen, qtbot):
    qtbot.keyClicks(field(palette), "und")
    assert shown(palette) == ["Undo", "Record und"]
    qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert chosen == ["Undo"]
    assert not palette.isVisible()


def test_arrows_choose(palette, chosen, qtbot):
    qtbot.keyClicks(field(palette), "und")
    qtbot.keyClick(field(palette), Qt.Key.Key_Down)
    qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert chosen == ["record"]


def test_return_on_nothing_does_nothing(palette, chosen, qtbot):
    palette._find_records = lambda *_: None
    qtbot.keyClicks(field(palette), "xyz")
    qtbot.keyClick(field(palette), Qt.Key.Key_Return)
    assert chosen == []
    assert palette.isVisible()


def test_a_late_answer_to_older_words_is_not_shown(palette, qtbot):
    waiting = []
    palette._find_records = lambda typed, then: waiting.append(then)
    qtbot.keyClicks(field(palette), "un")
    waiting[0]((Offer("late", "", print),))
    assert "late" not in shown(palette)


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return], ids=["escape", "return"])
def test_an_answer_after_it_was_closed_finds_nothing_to_fill(qtbot, tmp_path, key):
    window, space = QMainWindow(), fake_workspace(tmp_path)
    qtbot.addWidget(window)
    window.show()
    space.actions.answer_always({"undo": lambda: None})
    space.tasks.held = True
    lookup = Lookup(space, window)
    lists = SimpleNamespace(page=lambda *_, **__: Page((), None), counterparts=tuple)
    lookup.show_journal(SimpleNamespace(lists=lists))
    lookup.open()
    palette = window.findChild(CommandPalette)
    qtbot.keyClicks(field(palette), "und")
    with qtbot.waitSignal(palette.destroyed):
        qtbot.keyClick(field(palette), key)
    assert not isValid(palette)
    space.tasks.answer_all()


def test_escape_closes(palette, qtbot):
    qtbot.keyClick(field(palette), Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_every_typed_word_begins_a_word_and_beginnings_come_first():
    offers = [Offer(text, "", print) for text in ("Save chart", "Chart as table", "Charter")]
    assert [offer.text for offer in build_matches(offers, "ch")] == ["Chart as table", "Charter", "Save chart"]
    assert [offer.text for offer in build_matches(offers, "ch sa")] == ["Save chart"]
    assert build_matches(offers, "hart") == ()
