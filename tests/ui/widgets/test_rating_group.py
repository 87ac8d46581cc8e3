import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QScrollArea, QVBoxLayout, QWidget

from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import Item
from negojournal.ui.widgets.rating_group import RatingGroup
from negojournal.ui.widgets.rating_row import UNANSWERED


def items(*keys):
    return [
        Item(key, outcome, f"Is {key} so?", "No", "Partly", "Yes")
        for key, outcome in zip(keys, [*Outcome] * 4, strict=False)
    ]


FULL = items(*(f"item_{number}" for number in range(16)))


@pytest.fixture
def page(shown):
    page = QWidget()
    page.before, page.group, page.after = QLineEdit(), RatingGroup(FULL[:4]), QLineEdit()
    column = QVBoxLayout(page)
    for part in (page.before, page.group, page.after):
        column.addWidget(part)
    return shown(page)


def press(qtbot, page, keys):
    for key in keys:
        qtbot.keyClick(page.focusWidget(), key)


def test_sixteen_presses_answer_sixteen_items(shown, qtbot):
    page = shown(RatingGroup(FULL))
    page.focus_first()
    press(qtbot, page, "1234567012345670")
    assert list(page.answers().values()) == [1, 2, 3, 4, 5, 6, 7, None] * 2


def test_a_digit_past_the_last_row_goes_on_to_the_next_control(page, qtbot):
    page.group.focus_first()
    with qtbot.waitSignal(page.group.finished):
        press(qtbot, page, "5555")
    assert page.focusWidget() is page.after


def test_backspace_goes_back_row_by_row_and_out_of_the_group(page, qtbot):
    page.group.focus_first()
    press(qtbot, page, "5")
    assert page.focusWidget() is page.group.rows()[1]
    press(qtbot, page, [Qt.Key.Key_Backspace])
    assert page.focusWidget() is page.group.rows()[0]
    press(qtbot, page, [Qt.Key.Key_Backspace])
    assert page.focusWidget() is page.before


def test_a_row_is_one_tab_stop(page, qtbot):
    page.before.setFocus()
    visited = []
    for _ in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        visited.append(page.focusWidget())
    assert visited == [*page.group.rows(), page.after]


def test_it_tells_what_the_user_answered(page, qtbot):
    heard = []
    page.group.answered.connect(lambda key, rating: heard.append((key, rating)))
    page.group.focus_first()
    press(qtbot, page, "30")
    qtbot.keyClick(page.group.rows()[0], Qt.Key.Key_Delete)
    assert heard == [("item_0", 3), ("item_1", None), ("item_0", UNANSWERED)]
    assert page.group.answers() == {"item_1": None}


def test_shown_answers_are_asked_back_and_say_nothing(page):
    heard = []
    page.group.answered.connect(lambda *_: heard.append(1))
    page.group.show_answers({"item_0": 7, "item_2": None})
    assert page.group.answers() == {"item_0": 7, "item_2": None}
    assert heard == []
    assert page.group.rows()[1].rating() is UNANSWERED


def test_the_focus_goes_to_the_first_open_row(page):
    page.group.show_answers({"item_0": 7})
    page.group.focus_first()
    assert page.focusWidget() is page.group.rows()[1]
    page.group.show_answers({item.key: 4 for item in FULL})
    page.group.focus_first()
    assert page.focusWidget() is page.group.rows()[0]


def test_changing_the_questionnaire_and_back_loses_nothing(page):
    page.group.show_answers({"item_0": 7, "item_3": None})
    page.group.show_items(items("quick"))
    assert page.group.answers() == {}
    page.group.show_items(FULL[:4])
    assert page.group.answers() == {"item_0": 7, "item_3": None}


def test_without_items_there_is_nothing_to_focus(shown):
    group = shown(RatingGroup())
    group.focus_first()
    assert group.answers() == {}


def test_the_row_with_the_focus_comes_into_view(shown, qtbot):
    area = QScrollArea(widgetResizable=True)
    group = RatingGroup(FULL)
    area.setWidget(group)
    shown(area).resize(700, 300)
    group.focus_first()
    press(qtbot, area, "4" * 10)
    row = group.rows()[10]
    top = row.mapTo(area.viewport(), row.rect().topLeft()).y()
    assert 0 <= top <= area.viewport().height() - row.height()
