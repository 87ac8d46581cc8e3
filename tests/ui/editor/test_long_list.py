"""What a list of many rows does at once."""

import pytest
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from negojournal.domain.preparation import Term
from negojournal.ui.editor.row_cell import line_cell
from negojournal.ui.editor.row_list import FIRST, RowList
from negojournal.ui.editor.row_spec import CellSpec, RowFoot, RowSpec

pytestmark = pytest.mark.usefixtures("themed")

ADVICE = {f"[{number}].goal": "Look again." for number in range(FIRST)}


class Measured(RowFoot):
    """Count how often the layout asks for its height."""

    times = 0

    def show_value(self, value):
        pass

    def hasHeightForWidth(self):
        return True

    def heightForWidth(self, width):
        Measured.times += 1
        return 10


@pytest.fixture
def terms(qtbot):
    spec = RowSpec(Term(""), ((CellSpec("name", "Term", line_cell()),),), add="Add a term", foot=Measured)
    area, page = QScrollArea(widgetResizable=True), QWidget()
    qtbot.addWidget(area)
    column, rows = QVBoxLayout(page), RowList(spec)
    column.addWidget(rows)
    column.addStretch()
    area.setWidget(page)
    rows.show_rows(tuple(Term(f"Term {number}") for number in range(FIRST)))
    area.show()
    qtbot.waitUntil(lambda: rows.height() == rows.sizeHint().height())
    yield rows
    area.hide()


def test_rows_are_laid_out_together_and_make_room_for_what_is_said_of_them(terms, qtbot):
    before, Measured.times = terms.height(), 0
    terms.show_advice(ADVICE)
    qtbot.waitUntil(lambda: terms.height() > before)
    assert Measured.times < 15 * FIRST
    assert all(row.height() >= row.sizeHint().height() for row in terms._rows)
