"""A box to choose from: how wide it wants to be, and what that does to the form around it."""

from PySide6.QtWidgets import QCheckBox

from negojournal.domain.catalog import Choice
from negojournal.ui.editor.choice_box import ChoiceBox
from negojournal.ui.widgets.text import line_width
from tests.builders import build_record


def test_a_long_entry_asks_for_no_more_room(qtbot, themed):
    box = ChoiceBox("None")
    qtbot.addWidget(box)
    box.show_entries([Choice("long", 40 * "a long title ")])
    assert box.minimumSizeHint().width() < line_width()


def test_a_form_with_more_room_than_it_needs_shows_every_purpose(desk, qtbot):
    """A part that wanted to be wider than the form was given the height of that width: too little."""
    record = build_record(title=6 * "a long title that is cut ", area="budgets")
    desk.journal.records.log(record)
    desk.editor.resize(900, 2400)
    desk.editor.show_plan()
    desk.go_to("purpose")
    ticks = desk.form.part("purpose").fields()["purposes"].control
    qtbot.waitUntil(lambda: ticks.height() == ticks.heightForWidth(ticks.width()) > 0)
    assert all(ticks.rect().contains(box.geometry()) for box in ticks.findChildren(QCheckBox))
