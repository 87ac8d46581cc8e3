import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QFont
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.theme import look, spaced

CHANNELS = {"in-person": "In person", "video": "Video", "phone": "Phone", "email": "E-mail"}


@pytest.fixture
def row(shown):
    return shown(ChoiceRow(CHANNELS, name="Channel"))


@pytest.fixture
def heard(row):
    heard = []
    row.picked.connect(heard.append)
    return heard


def click(qtbot, row, index):
    qtbot.mouseClick(row, Qt.MouseButton.LeftButton, pos=row.target_rects()[index].center())


def test_a_click_chooses_and_a_second_one_takes_it_back(row, heard, qtbot):
    click(qtbot, row, 1)
    assert row.chosen() == "video"
    click(qtbot, row, 1)
    assert row.chosen() is None
    assert heard == ["video", None]


@pytest.mark.parametrize(
    ("before", "key", "after"),
    [
        (None, Qt.Key.Key_Right, "in-person"),
        (None, Qt.Key.Key_Left, "email"),
        ("video", Qt.Key.Key_Down, "phone"),
        ("video", Qt.Key.Key_Up, "in-person"),
        (None, Qt.Key.Key_3, "phone"),
        ("video", Qt.Key.Key_0, None),
        ("video", Qt.Key.Key_Delete, None),
        ("video", Qt.Key.Key_Backspace, None),
    ],
)
def test_keys(row, heard, qtbot, before, key, after):
    row.show_chosen(before)
    qtbot.keyClick(row, key)
    assert row.chosen() == after
    assert heard == [after]


@pytest.mark.parametrize(
    ("before", "key"),
    [("email", Qt.Key.Key_Right), ("in-person", Qt.Key.Key_Left), (None, Qt.Key.Key_0), (None, Qt.Key.Key_5)],
)
def test_a_key_that_changes_nothing_says_nothing(row, heard, qtbot, before, key):
    row.show_chosen(before)
    qtbot.keyClick(row, key)
    assert row.chosen() == before
    assert heard == []


def test_a_required_choice_is_never_taken_back(shown, qtbot):
    row = shown(ChoiceRow(CHANNELS, required=True))
    row.show_chosen("video")
    click(qtbot, row, 1)
    qtbot.keyClick(row, "0")
    assert row.chosen() == "video"


def test_showing_says_nothing_and_an_unknown_key_is_none(row, heard):
    row.show_chosen("phone")
    assert row.chosen() == "phone"
    row.show_chosen("pigeon")
    assert row.chosen() is None
    assert heard == []


def test_screen_readers_are_told(row):
    assert (row.accessibleName(), row.accessibleDescription()) == ("Channel", "nothing chosen")
    row.show_chosen("email")
    assert row.accessibleDescription() == "E-mail"


def test_it_wraps_when_it_is_narrow_and_cuts_nothing(row, monkeypatch):
    large = QFont(look().font)
    large.setPointSizeF(look().font.pointSizeF() * 2)
    monkeypatch.setattr(look(), "font", large)
    width = row.minimumSizeHint().width()
    row.resize(width, row.heightForWidth(width))
    rects = row.target_rects()
    assert len({rect.top() for rect in rects}) > 1
    assert all(row.rect().contains(rect) and rect.height() >= 24 for rect in rects)
    assert row.heightForWidth(width) > row.sizeHint().height()


def test_the_chosen_one_is_filled_and_the_focus_is_seen(row):
    row.show_chosen("video")
    rect = row.target_rects()[1]
    picture = row.grab().toImage()
    assert picture.pixelColor(rect.topLeft() + QPoint(5, 5)) == QColor(look().palette.selection)
    assert picture.pixelColor(rect.center().x(), rect.top() + 1) == QColor(look().palette.focus)


def test_a_row_that_has_got_wide_takes_one_line_of_its_layout(qtbot, themed):
    box = QWidget()
    qtbot.addWidget(box)
    row = ChoiceRow({"a": "A longer choice", "b": "Another choice"})
    spaced(QVBoxLayout(box)).addWidget(row)
    box.resize(row.minimumSizeHint().width(), 200)
    box.show()
    narrow = box.layout().minimumSize().height()
    box.resize(600, 200)
    qtbot.waitUntil(lambda: box.layout().minimumSize().height() < narrow)
