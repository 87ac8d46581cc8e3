"""Lists of rows, as a user drives them by the keyboard."""

from decimal import Decimal

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from negojournal.domain.preparation import Better, Exchange, Kind, Risk, Side, Term
from negojournal.ui.editor.during.offer_part import offer_rows
from negojournal.ui.editor.row_cell import (
    amount_cell,
    choice_cell,
    line_cell,
    percent_cell,
    text_cell,
    tick_cell,
    yes_no_cell,
)
from negojournal.ui.editor.row_list import FIRST, RowList
from negojournal.ui.editor.row_spec import CellSpec, RowFoot, RowSpec
from negojournal.ui.editor.slot import Slot
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.tab_order import chain
from tests.builders import build_full_preparation
from tests.strategies import values_of

pytestmark = pytest.mark.usefixtures("themed")

ALT, CONTROL, SHIFT = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Said(RowFoot):
    def __init__(self, parent):
        super().__init__(parent)
        self.values = []

    def show_value(self, value):
        self.values.append(value)


TERMS = RowSpec(
    Term(""),
    (
        (
            CellSpec("name", "Term", line_cell()),
            CellSpec("better", "Better", choice_cell({"more": "more", "less": "less"}, Better, required=True), False),
        ),
        (CellSpec("goal", "Goal", amount_cell()), CellSpec("opening", "Opening", amount_cell())),
    ),
    required="name",
    ask="A name, please.",
    add="Add a term",
    foot=Said,
)
RISKS = RowSpec(
    Risk(""),
    ((CellSpec("cause", "Cause", text_cell()), CellSpec("happened", "Happened", yes_no_cell())),),
    required="cause",
    add="Add a cause",
)
TEXTS = RowSpec("", ((CellSpec("", "Question", line_cell()),),), add="Add a question")
EXCHANGES = RowSpec(
    Exchange("", Side.ME),
    (
        (
            CellSpec("item", "Item", line_cell()),
            CellSpec("giver", "Giver", choice_cell({"me": "I", "them": "They"}, Side, required=True), False),
            CellSpec("kind", "Kind", choice_cell({"hard": "hard", "soft": "soft"}, Kind, required=True), False),
            CellSpec("probability", "Chance", percent_cell(1.0)),
            CellSpec("included", "In", tick_cell("In")),
        ),
    ),
    required="item",
    add="Add an item",
)
AGREED = RowSpec(Term(""), ((CellSpec("agreed", "Agreed", amount_cell()),),), heading=lambda term: term.name)


@pytest.fixture
def show(qtbot):
    def shown(spec):
        window = RowList(spec)
        window.resize(500, 300)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        window.setFocus()
        return window

    return shown


def type_in(text):
    QTest.keyClicks(QApplication.focusWidget(), text)


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def test_rows_are_typed_one_after_the_other(show):
    terms = show(TERMS)
    assert terms.rows() == ()
    for name, goal in (("day rate", "-1.5"), ("days", "12")):
        type_in(name)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_2)
        press(Qt.Key.Key_Return)
        type_in(goal)
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
    assert terms.rows() == (
        Term("day rate", better=Better.LESS, goal=Decimal("-1.5")),
        Term("days", better=Better.LESS, goal=Decimal(12)),
    )
    assert len(terms._rows) == 3


def test_enter_in_an_empty_last_row_goes_on_past_the_list(qtbot):
    questions = RowList(TEXTS)
    window = QWidget()
    column, after = QVBoxLayout(window), QLineEdit()
    column.addWidget(questions)
    column.addWidget(after)
    questions.rearranged.connect(lambda: chain(window))
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    questions.setFocus()
    type_in("Who else decides?")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is after
    assert questions.rows() == ("Who else decides?",)


def test_shift_and_enter_begins_a_line(show):
    risks = show(RISKS)
    type_in("One")
    press(Qt.Key.Key_Return, SHIFT)
    type_in("two")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_1)
    press(Qt.Key.Key_Return)
    type_in("Three")
    assert risks.rows() == (Risk("One\ntwo", happened=True), Risk("Three"))


def test_rows_are_moved_and_removed_by_keys(show):
    questions = show(TEXTS)
    questions.show_rows(("a", "b", "c"))
    questions.setFocus()
    told = []
    questions.edited.connect(lambda: told.append(questions.rows()))
    press(Qt.Key.Key_Up, ALT)
    assert not told
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    press(Qt.Key.Key_Down, ALT)
    assert told == [("b", "a", "c"), ("b", "c", "a")]
    assert QApplication.focusWidget().text() == "a"
    assert QApplication.focusWidget().accessibleName() == "Question 3"
    press(Qt.Key.Key_Backspace, CONTROL)
    assert told[-1] == ("b", "c")
    press(Qt.Key.Key_Backspace, CONTROL)
    assert told[-1] == ("b", "c")
    assert QApplication.focusWidget().text() == "c"


def test_the_button_removes_and_the_last_row_is_emptied(show):
    questions = show(TEXTS)
    questions.show_rows(("a", "b"))
    questions._rows[0]._remove.click()
    assert questions.rows() == ("b",)
    questions._rows[0]._remove.click()
    assert questions.rows() == ()
    assert QApplication.focusWidget() is questions._rows[0]._cells[""].control


def test_what_has_no_cell_is_kept(show):
    terms = show(TERMS)
    before = build_full_preparation().terms
    terms.show_rows(before)
    terms.setFocus()
    QApplication.focusWidget().selectAll()
    type_in("rate")
    assert terms.rows()[0].agreed == before[0].agreed
    assert terms.rows()[0].bottom_line == before[0].bottom_line
    assert terms.rows()[0].name == "rate"
    assert terms.rows()[1] == before[1]


def test_a_list_that_stays_as_it_is(show):
    agreed = show(AGREED)
    assert agreed.rows() == ()
    before = (*build_full_preparation().terms, Term(""))
    agreed.show_rows(before)
    assert agreed.rows() == before
    agreed.clearFocus()
    agreed.setFocus()
    QApplication.focusWidget().selectAll()
    type_in("7")
    for key, modifier in ((Qt.Key.Key_Down, ALT), (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier)):
        press(key, modifier)
    press(Qt.Key.Key_Backspace, CONTROL)
    assert [term.name for term in agreed.rows()] == ["day rate", "days", ""]
    assert agreed.rows()[0].agreed == 7
    assert [label.text() for label in agreed.findChildren(QLabel) if label.text() == "day rate"]
    assert not agreed._add.isVisible()


def test_what_stands_below_a_row_follows(show):
    terms = show(TERMS)
    type_in("x")
    assert terms._rows[0]._foot.values[-1] == Term("x")


@pytest.mark.parametrize(("typed", "read"), [("9.000", "9"), ("9,000", "9000"), ("1,250.5", "1250.5")])
def test_a_number_that_is_left_stands_as_it_was_read(show, typed, read):
    terms = show(TERMS)
    line = terms._rows[0]._cells["goal"].control
    line.setFocus()
    type_in(typed)
    press(Qt.Key.Key_Tab)
    assert line.text() == read
    assert terms.rows()[0].goal == Decimal(read)


def test_a_share_is_written_in_hundredths(show):
    items = show(EXCHANGES)
    items.show_rows((Exchange("Reference", Side.THEM, probability=0.8, included=True), Exchange("x", Side.ME)))
    lines = [row._cells["probability"].control for row in items._rows]
    assert [line.text() for line in lines] == ["80", "100"]
    lines[0].setFocus()
    lines[0].selectAll()
    type_in("45.5")
    assert items.rows()[0].probability == 0.455
    lines[0].selectAll()
    press(Qt.Key.Key_Delete)
    assert items.rows()[0].probability == 1.0


def test_choosing_a_side_makes_no_row(show):
    items = show(EXCHANGES)
    row = items._rows[0]._cells["giver"].control
    assert isinstance(row, ChoiceRow)
    row.setFocus()
    press(Qt.Key.Key_2)
    assert items.rows() == ()


def test_a_row_without_its_name_is_asked_for_it(show):
    terms = show(TERMS)
    terms.show_rows((Term("a"),))
    terms._add.click()
    press(Qt.Key.Key_Return)
    assert terms.unread() == {}
    terms._rows[1]._cells["goal"].control.setFocus()
    type_in("5")
    assert terms.unread() == {"[1].name": "A name, please."}


def test_problems_stand_at_their_row(show):
    terms = show(TERMS)
    terms.show_rows((Term("a"), Term(""), Term("b")))
    rest = terms.show_problems({"[1].goal": "Too long.", "[1].name": "Never.", "": "Whole."})
    assert rest == {"": "Whole."}
    assert [row.problem() for row in terms._rows] == ["", "", "Too long."]
    assert terms.has_problem()
    terms.clearFocus()
    terms.setFocus()
    assert QApplication.focusWidget().text() == "b"
    terms.show_problems({})
    assert not terms.has_problem()
    terms.show_advice({"[0].goal": "Look again."})
    assert terms._rows[0]._advice.text() == "Look again."


def test_a_long_list_shows_its_beginning(show):
    terms = show(TERMS)
    many = tuple(Term(f"Term {number}") for number in range(300))
    terms.show_rows(many)
    assert len(terms._rows) == FIRST
    assert terms.rows() == many
    terms._more.click()
    assert len(terms._rows) == 2 * FIRST
    terms._more.click()
    assert len(terms._rows) == 4 * FIRST
    assert terms.rows() == many
    terms._more.click()
    terms._add.click()
    assert len(terms._rows) == 301
    assert not terms._more.isVisible()
    assert terms.rows() == many


def test_a_problem_further_down_shows_all(show):
    questions = show(TEXTS)
    questions.show_rows(tuple(map(str, range(FIRST + 5))))
    questions.show_problems({f"[{FIRST + 2}]": "No."})
    assert questions._rows[FIRST + 2].problem() == "No."


@pytest.mark.parametrize("spec", [TERMS, RISKS, TEXTS, EXCHANGES, AGREED])
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(data=st.data())
def test_what_is_left_alone_comes_back_exactly(qtbot, spec, data):
    values = tuple(data.draw(st.lists(values_of(type(spec.blank)), max_size=3)))
    rows = RowList(spec)
    qtbot.addWidget(rows)
    slot = Slot(rows.show_rows, rows.rows)
    slot.show(values)
    assert slot.value() == values


def test_labels_stand_once_above_rows_of_one_line(show):
    risks = show(RISKS)
    risks.show_rows((Risk("a"), Risk("b")))
    labels = [label for label in risks.findChildren(QLabel) if label.text() == "Cause"]
    assert [label.isVisible() for label in labels] == [True, False]
    risks._rows[0]._remove.click()
    assert labels[1].isVisible()


def test_texts_and_choices_leave_the_keys_of_rows_to_them(show):
    risks = show(RISKS)
    risks.show_rows((Risk("a", happened=True), Risk("b"), Risk("c")))
    risks.clearFocus()
    risks.setFocus()
    press(Qt.Key.Key_Down, ALT)
    assert [risk.cause for risk in risks.rows()] == ["b", "a", "c"]
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Backspace, CONTROL)
    assert risks.rows()[1] == Risk("", happened=True)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Up, ALT)
    assert [risk.cause for risk in risks.rows()] == ["", "b", "c"]
    press(Qt.Key.Key_Backspace, CONTROL)
    assert [risk.cause for risk in risks.rows()] == ["b", "c"]


def test_a_removed_row_can_be_brought_back(show):
    terms = show(TERMS)
    terms.show_rows((Term("a"), Term("b"), Term("c")))
    before = terms.rows()
    terms._rows[1]._remove.click()
    assert [row.name for row in terms.rows()] == ["a", "c"]
    terms._removed.button.click()
    assert terms.rows() == before
    assert QApplication.focusWidget() is terms._rows[1]._cells["name"].control
    assert terms._removed.button.isHidden()


def test_rows_come_back_one_after_the_other(show):
    terms = show(TERMS)
    terms.show_rows((Term("a"), Term("b"), Term("c")))
    before = terms.rows()
    for _ in before:
        terms._rows[0]._remove.click()
    assert terms.rows() == ()
    for _ in before:
        assert not terms._removed.button.isHidden()
        terms._removed.button.click()
    assert terms.rows() == before
    assert terms._removed.button.isHidden()


def test_the_only_row_comes_back_in_its_place(show):
    terms = show(TERMS)
    terms.show_rows((Term("a"),))
    terms._rows[0]._remove.click()
    assert terms.rows() == ()
    terms._removed.button.click()
    assert [row.name for row in terms.rows()] == ["a"]
    assert len(terms._rows) == 1


def test_an_empty_row_is_not_offered_again(show):
    terms = show(TERMS)
    terms._rows[0]._remove.click()
    assert terms._removed.button.isHidden()


def test_another_list_forgets_what_was_removed(show):
    terms = show(TERMS)
    terms.show_rows((Term("a"), Term("b")))
    terms._rows[1]._remove.click()
    terms.show_rows((Term("a"),))
    assert terms._removed.button.isHidden()


def test_tab_comes_to_the_cells_before_the_button_that_removes(show):
    terms = show(TERMS)
    chain(terms)
    type_in("Price")
    for _ in terms._rows[0]._cells:
        assert QApplication.focusWidget() is not terms._rows[0]._remove
        press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is terms._rows[0]._remove


def test_enter_goes_on_from_a_choice_to_what_is_to_be_filled_in(show):
    offers = show(offer_rows())
    row, told = offers._rows[0], []
    row.went_on.connect(lambda: told.append("on"))
    row._cells["by"].control.setFocus()
    press(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is row._cells["value"].control
    assert not told
    press(Qt.Key.Key_Return)
    assert told == ["on"]
