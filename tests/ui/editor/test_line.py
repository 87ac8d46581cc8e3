"""A line to type into: where a long text is seen from, and where one goes on typing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.ui.editor.line import Line

LONG = "Two places in the open course, travel paid, and a seat at the table of the yearly conference"


@pytest.fixture
def page(qtbot):
    page = QWidget()
    page.line, page.next = Line(), Line()
    column = QVBoxLayout(page)
    for line in (page.line, page.next):
        column.addWidget(line)
    page.resize(160, 90)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    page.next.setFocus()
    page.line.show_text(LONG)
    return page


def test_a_long_text_is_seen_from_its_beginning(page):
    assert page.line.cursorPosition() == 0


def test_one_goes_on_typing_at_the_end(page, qtbot):
    page.line.setFocus()
    qtbot.keyClicks(page.line, "!")
    assert page.line.text() == LONG + "!"


def test_a_line_that_is_left_is_seen_from_its_beginning_again(page, qtbot):
    page.line.setFocus()
    qtbot.keyClicks(page.line, "!")
    page.next.setFocus()
    assert page.line.cursorPosition() == 0


def test_tab_selects_all_as_before(page, qtbot):
    page.next.setFocus()
    qtbot.keyClick(page.next, Qt.Key.Key_Backtab)
    assert page.line.selectedText() == LONG


def test_a_text_shown_while_one_types_leaves_the_cursor_at_its_end(page):
    page.line.setFocus()
    page.line.show_text("Another")
    assert page.line.cursorPosition() == len("Another")
