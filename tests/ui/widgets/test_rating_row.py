from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QFont

from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import Item
from negojournal.ui.widgets.rating_row import UNANSWERED, RatingRow
from negojournal.ui.widgets.theme import look

WORDING = "Did they listen to you, and did it show in what they did next, " + "as far as you can tell? " * 4
ITEM = Item("process_1", Outcome.PROCESS, WORDING, "Not at all", "Now and then", "All the time")


@pytest.fixture
def row(shown):
    return shown(RatingRow(ITEM))


@pytest.fixture
def heard(row):
    heard = []
    row.rated.connect(heard.append)
    row.moved_on.connect(lambda: heard.append("on"))
    row.went_back.connect(lambda: heard.append("back"))
    return heard


def centre(row, index) -> QPoint:
    return row.target_rects()[index].center()


@pytest.mark.parametrize("digit", range(1, 8))
def test_a_digit_rates_and_moves_on(row, heard, qtbot, digit):
    qtbot.keyClick(row, str(digit))
    assert row.rating() == digit
    assert heard == [digit, "on"]


def test_zero_is_not_applicable_and_moves_on(row, heard, qtbot):
    qtbot.keyClick(row, "0")
    assert row.rating() is None
    assert heard == [None, "on"]


def test_a_digit_of_the_keypad_counts_too(row, qtbot):
    qtbot.keyClick(row, Qt.Key.Key_3, Qt.KeyboardModifier.KeypadModifier)
    assert row.rating() == 3


@pytest.mark.parametrize("key", ["8", "9", "x"])
def test_other_keys_are_left_to_the_page(row, heard, qtbot, key):
    qtbot.keyClick(row, key)
    assert row.rating() is UNANSWERED
    assert heard == []


def test_a_shortcut_of_the_page_is_no_rating(row, heard, qtbot):
    qtbot.keyClick(row, "1", Qt.KeyboardModifier.ControlModifier)
    assert heard == []


def test_backspace_goes_back_and_keeps_the_rating(row, heard, qtbot):
    row.show_rating(4)
    qtbot.keyClick(row, Qt.Key.Key_Backspace)
    assert heard == ["back"]
    assert row.rating() == 4


def test_up_and_down_move_without_rating(row, heard, qtbot):
    qtbot.keyClick(row, Qt.Key.Key_Down)
    qtbot.keyClick(row, Qt.Key.Key_Up)
    assert heard == ["on", "back"]


def test_delete_clears(row, heard, qtbot):
    row.show_rating(4)
    qtbot.keyClick(row, Qt.Key.Key_Delete)
    assert row.rating() is UNANSWERED
    assert heard == [UNANSWERED]


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        (UNANSWERED, Qt.Key.Key_Right, 1),
        (UNANSWERED, Qt.Key.Key_Left, 7),
        (None, Qt.Key.Key_Right, 1),
        (4, Qt.Key.Key_Right, 5),
        (4, Qt.Key.Key_Left, 3),
        (7, Qt.Key.Key_Right, 7),
        (1, Qt.Key.Key_Left, 1),
    ],
)
def test_arrows_step_and_stay(row, heard, qtbot, before, key, after):
    row.show_rating(before)
    qtbot.keyClick(row, key)
    assert heard == [after]


@pytest.mark.parametrize(("index", "rating"), [(0, 1), (3, 4), (6, 7), (7, None)])
def test_a_click_rates_and_stays(row, heard, qtbot, index, rating):
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=centre(row, index))
    assert heard == [rating]


def test_a_click_beside_the_targets_rates_nothing(row, heard, qtbot):
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseClick(row, Qt.MouseButton.RightButton, pos=centre(row, 0))
    assert heard == []


def test_showing_a_rating_says_nothing(row, heard):
    row.show_rating(3)
    assert row.rating() == 3
    assert heard == []


@pytest.mark.parametrize(
    ("rating", "spoken"),
    [(UNANSWERED, "not answered"), (None, "not applicable"), (5, "5 of 7"), (7, "7 of 7, All the time")],
)
def test_screen_readers_are_told(row, rating, spoken):
    row.show_rating(rating)
    assert row.accessibleName() == WORDING
    assert row.accessibleDescription() == spoken


def test_the_chosen_target_is_filled_in_the_colour_of_the_outcome(row):
    row.show_rating(5)
    corner = row.target_rects()[4].topLeft() + QPoint(6, 6)
    picture = row.grab().toImage()
    filled = look().theme.outcomes[Outcome.PROCESS].colour
    assert picture.pixelColor(corner) == QColor(filled)
    assert picture.pixelColor(row.target_rects()[3].topLeft() + QPoint(6, 6)) != QColor(filled)


def test_the_row_with_the_focus_has_another_ground(row, qtbot):
    point = QPoint(row.width() - 20, row.height() // 2)
    assert row.grab().toImage().pixelColor(point) == QColor(look().palette.raised)
    row.clearFocus()
    assert row.grab().toImage().pixelColor(point) == QColor(look().palette.window)


def test_the_target_under_the_pointer_is_marked(row, qtbot):
    point = row.target_rects()[2].topLeft() + QPoint(6, 6)
    qtbot.mouseMove(row, centre(row, 2))
    assert row.grab().toImage().pixelColor(point) == QColor(look().palette.selection)


@pytest.mark.parametrize("factor", [1, 1.5, 2.5])
@pytest.mark.parametrize("width", [0, 420, 700, 1600])
def test_nothing_is_cut_or_overlaps_at_any_width_and_font(row, monkeypatch, factor, width):
    large = QFont(look().font)
    large.setPointSizeF(look().font.pointSizeF() * factor)
    monkeypatch.setattr(look(), "font", large)
    width = max(width, row.minimumSizeHint().width())
    row.resize(width, row.heightForWidth(width))
    targets = row.target_rects()
    assert all(min(rect.width(), rect.height()) >= 28 for rect in targets)
    assert all(row.rect().contains(rect) for rect in targets)
    assert not any(one.intersects(other) for one, other in pairwise(targets))
    assert all(row.rect().contains(rect) for rect in words(row))
    assert not any(rect.intersects(QRect(target)) for rect in words(row) for target in targets)


def words(row):
    return [word.rect for word in row._geometry(row.width()).words]


def test_a_narrow_row_is_higher_than_a_wide_one(shown):
    row = shown(RatingRow(replace(ITEM, high="All of the time, without a single exception")))
    assert row.heightForWidth(row.minimumSizeHint().width()) > row.heightForWidth(1600)
    assert row.sizeHint().height() == row.heightForWidth(1 << 16)
