import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from negojournal.ui.widgets.text_area import TextArea


@pytest.fixture
def page(shown):
    page = QWidget()
    page.area, page.after = TextArea("What happened?", lines=1, most_lines=4), QLineEdit()
    column = QVBoxLayout(page)
    column.addWidget(page.area)
    column.addWidget(page.after)
    column.addStretch()
    shown(page, width=400).resize(400, 400)
    page.area.setFocus()
    return page


def test_typing_is_told_and_showing_is_not(page, qtbot):
    edits = []
    page.area.edited.connect(lambda: edits.append(page.area.text()))
    page.area.show_text("They opened")
    assert edits == []
    qtbot.keyClicks(page.area, "x")
    assert edits == ["xThey opened"]


def test_the_same_text_leaves_the_cursor_where_it_is(page, qtbot):
    qtbot.keyClicks(page.area, "abc")
    page.area.show_text("abc")
    qtbot.keyClicks(page.area, "d")
    assert page.area.text() == "abcd"


def test_a_text_shown_after_typing_takes_its_place(page, qtbot):
    qtbot.keyClicks(page.area, "abc")
    page.area.show_text("")
    assert page.area.text() == ""


def test_tab_goes_to_the_next_control(page, qtbot):
    qtbot.keyClick(page.area, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.after
    assert page.area.text() == ""


def test_it_grows_with_its_text_and_then_scrolls(page, qtbot):
    heights = []
    for lines in (1, 2, 3, 4, 9):
        page.area.show_text("\n".join("line" for _ in range(lines)))
        qtbot.wait(1)
        heights.append(page.area.height())
    line = page.area.fontMetrics().lineSpacing()
    assert heights[1] < heights[2] < heights[3] == heights[4]
    assert heights[3] - heights[2] == line
    assert page.area.verticalScrollBar().isVisible()
    page.area.show_text("one")
    qtbot.wait(1)
    assert page.area.height() == heights[0]
    assert not page.area.verticalScrollBar().isVisible()


def test_a_line_that_breaks_takes_two(page, qtbot):
    page.area.show_text("one")
    qtbot.wait(1)
    low = page.area.height()
    page.area.show_text("many words in one line " * 6)
    qtbot.wait(1)
    assert page.area.height() > low


def test_one_line_is_a_target(page):
    assert page.area.height() >= 24


def test_the_first_line_stays_in_view_while_it_grows(page, qtbot):
    for word in ("one", "two", "three"):
        qtbot.keyClicks(page.area, word)
        qtbot.keyClick(page.area, Qt.Key.Key_Return)
        qtbot.wait(1)
    assert page.area.firstVisibleBlock().blockNumber() == 0
    assert page.area.cursorRect().bottom() <= page.area.viewport().height()


def test_a_text_that_is_too_long_follows_the_cursor(page, qtbot):
    for _ in range(9):
        qtbot.keyClick(page.area, Qt.Key.Key_Return)
        qtbot.wait(1)
    assert page.area.firstVisibleBlock().blockNumber() > 0
    assert page.area.cursorRect().bottom() <= page.area.viewport().height()


def test_a_word_that_is_wider_than_the_area_breaks_and_is_not_scrolled_to(page, qtbot):
    page.area.show_text(200 * "m")
    qtbot.waitUntil(lambda: page.area.height() >= 4 * page.area.fontMetrics().lineSpacing())
    assert page.area.horizontalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOff
