import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from negojournal.ui.widgets.chip import Chip
from negojournal.ui.widgets.chip_field import ChipField


@pytest.fixture
def page(shown):
    page = QWidget()
    page.field, page.after = ChipField("Add a person"), QLineEdit()
    page.field.setAccessibleName("Counterparts")
    column = QVBoxLayout(page)
    column.addWidget(page.field)
    column.addWidget(page.after)
    shown(page)
    page.field.setFocus()
    return page


@pytest.fixture
def field(page):
    return page.field


@pytest.fixture
def entry(page):
    return page.focusWidget()


def chips(field):
    return [chip.text() for chip in field._chips]


def test_enter_and_comma_make_chips(field, entry, qtbot):
    qtbot.keyClicks(entry, "Mara")
    qtbot.keyClick(entry, Qt.Key.Key_Return)
    qtbot.keyClicks(entry, "Omar, Li")
    assert chips(field) == ["Mara", "Omar"]
    assert field.texts() == ("Mara", "Omar", "Li")


def test_what_is_half_typed_counts_and_becomes_a_chip_when_the_focus_leaves(page, field, entry, qtbot):
    qtbot.keyClicks(entry, "Mara")
    assert field.texts() == ("Mara",)
    qtbot.keyClick(entry, Qt.Key.Key_Tab)
    assert page.focusWidget() is page.after
    assert chips(field) == ["Mara"]
    assert entry.text() == ""


def test_the_same_name_is_the_same_text(field, entry, qtbot):
    qtbot.keyClicks(entry, "Mara,  mara ,MARA,,")
    assert field.texts() == ("Mara",)


def test_backspace_in_the_empty_entry_removes_the_last(field, entry, qtbot):
    field.show_texts(["Mara", "Omar"])
    with qtbot.waitSignal(field.edited):
        qtbot.keyClick(entry, Qt.Key.Key_Backspace)
    assert field.texts() == ("Mara",)
    qtbot.keyClicks(entry, "x")
    qtbot.keyClick(entry, Qt.Key.Key_Backspace)
    assert field.texts() == ("Mara",)


def test_backspace_without_chips_does_nothing(field, entry, qtbot):
    qtbot.keyClick(entry, Qt.Key.Key_Backspace)
    qtbot.keyClick(entry, Qt.Key.Key_Left)
    assert field.texts() == ()


def test_chips_are_reached_by_arrow_and_removed_by_key(page, field, entry, qtbot):
    field.show_texts(["Mara", "Omar", "Li"])
    for _ in range(3):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    assert page.focusWidget().text() == "Mara"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Left)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.focusWidget().text() == "Omar"
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Delete)
    assert field.texts() == ("Mara", "Li")
    assert page.focusWidget() is entry


def test_arrow_right_of_the_last_chip_is_the_entry(page, field, entry, qtbot):
    field.show_texts(["Mara"])
    qtbot.keyClick(entry, Qt.Key.Key_Left)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert page.focusWidget() is entry


def test_a_click_on_a_chip_removes_it(field, qtbot):
    field.show_texts(["Mara", "Omar"])
    with qtbot.waitSignal(field.edited):
        qtbot.mouseClick(field._chips[0], Qt.MouseButton.LeftButton)
    assert field.texts() == ("Omar",)


def test_a_click_in_the_field_goes_to_the_entry(page, field, entry, qtbot):
    page.after.setFocus()
    qtbot.mouseClick(field, Qt.MouseButton.LeftButton, pos=field.rect().bottomRight())
    assert page.focusWidget() is entry


def test_typing_is_told(field, entry, qtbot):
    edits, typed = [], []
    field.edited.connect(lambda: edits.append(field.texts()))
    field.typed.connect(typed.append)
    qtbot.keyClicks(entry, "Mo")
    assert edits == [("M",), ("Mo",)]
    assert typed == ["M", "Mo"]


def test_showing_says_nothing_and_the_same_texts_leave_the_typing_alone(field, entry, qtbot):
    edits = []
    field.edited.connect(lambda: edits.append(1))
    field.show_texts(["Mara", " Mara ", ""])
    assert field.texts() == ("Mara",)
    assert edits == []
    qtbot.keyClicks(entry, "Om")
    field.show_texts(["Mara", "Om"])
    assert entry.text() == "Om"
    field.show_texts(["Li"])
    assert entry.text() == ""


def test_completions_are_offered_without_those_that_are_there(field, entry, qtbot):
    field.show_completions(["Mara Lindqvist", "Maria Silva", "Omar"])
    field.show_texts(["Maria Silva"])
    qtbot.keyClicks(entry, "mar")
    model = entry.completer().completionModel()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["Mara Lindqvist", "Omar"]


def test_a_chosen_completion_becomes_a_chip(field, entry, qtbot):
    field.show_completions(["Mara Lindqvist"])
    qtbot.keyClicks(entry, "lind")
    popup = entry.completer().popup()
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClick(popup, Qt.Key.Key_Down)
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not entry.text())
    assert chips(field) == ["Mara Lindqvist"]


def test_names_for_screen_readers(field, entry):
    field.show_texts(["Mara"])
    assert entry.accessibleName() == "Counterparts"
    assert field._chips[0].accessibleName() == "Mara"


def test_many_chips_wrap(field):
    low = field.heightForWidth(600)
    field.show_texts([f"Person number {number}" for number in range(12)])
    assert field.heightForWidth(600) > 2 * low
    assert field.heightForWidth(300) > field.heightForWidth(600)


def test_the_first_chip_does_not_change_the_height(field):
    empty = field.sizeHint().height()
    field.show_texts(["Mara"])
    assert field.sizeHint().height() == empty


@pytest.mark.parametrize(
    "key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space]
)
def test_a_chip_of_its_own_is_removed_by_key(shown, qtbot, key):
    chip = shown(Chip("Area: budgets"))
    with qtbot.waitSignal(chip.removed):
        qtbot.keyClick(chip, key)
    assert min(chip.sizeHint().width(), chip.sizeHint().height()) >= 24


def test_a_chip_leaves_other_keys_alone(shown, qtbot):
    chip = shown(Chip("Area: budgets"))
    with qtbot.assertNotEmitted(chip.removed):
        qtbot.keyClick(chip, "x")
        qtbot.keyClick(chip, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
