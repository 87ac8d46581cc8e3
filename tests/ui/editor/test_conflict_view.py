"""Both versions in the window, and what the keys and buttons do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QScrollArea

from negojournal.domain.catalog import Catalog
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.exchange.difference import LONGEST, build_difference
from negojournal.service.keeping import Conflict
from negojournal.ui.editor.conflict_view import ConflictView
from tests.builders import build_full_record
from tests.hostile import TEXTS
from tests.ui.editor.keyboard import KEYS
from tests.ui.walker import faults


def conflict(desk):
    return next((one for one in desk.editor.findChildren(ConflictView) if one.isVisible()), None)


def button(widget, text):
    return next(one for one in widget.findChildren(QPushButton) if one.text() == text)


def texts(widget):
    return [label.text() for label in widget.findChildren(QLabel)]


def titles(desk):
    return sorted(line.title for line in desk.journal.lists.page(Filter()).lines)


def bar(desk):
    return desk.editor._desk._bar.messages()


@pytest.fixture
def record(desk):
    """Open a record, and type into its title."""
    record = desk.open(title="Rent")
    desk.editor.focus_start()
    desk.type(", mine")
    return desk.journal.records.get(record.id)


def change_elsewhere(desk, record, **changes):
    desk.journal.records.save(replace(record, **changes), base=record.updated_at)


def test_done_shows_both_versions_in_the_place_of_the_form(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs", tags=())
    desk.run("done")
    view = conflict(desk)
    assert view.isVisible()
    assert not desk.form.isVisible()
    assert {"Rent, mine", "Rent, theirs", "renewal\nQ1"} <= set(texts(view))
    assert isinstance(QApplication.focusWidget(), QScrollArea)
    assert QApplication.focusWidget().accessibleName()


def test_what_is_still_typed_chooses_nothing(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.run("done")
    desk.type("7 ")
    desk.press("Enter")
    assert conflict(desk).isVisible()
    assert titles(desk) == ["Rent, theirs"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Keep mine", ["Rent, mine"]),
        ("Take theirs", ["Rent, theirs"]),
        ("Keep both", ["Rent, mine", "Rent, theirs"]),
    ],
)
def test_a_button_is_a_way_out(desk, record, text, left):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.run("done")
    button(conflict(desk), text).click()
    assert titles(desk) == left
    assert conflict(desk) is None
    assert desk.form.isVisible()


def test_theirs_is_in_the_form_and_mine_comes_back_by_undo(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.run("done")
    button(conflict(desk), "Take theirs").click()
    assert desk.record.title == "Rent, theirs"
    desk.space.messages.undo()
    (way, draft) = desk.space.navigator.calls[-1]
    assert (way, draft.record.title) == ("continue_draft", "Rent, mine")


def test_what_was_deleted_elsewhere_says_so(desk, record):
    desk.journal.records.delete([record.id])
    desk.run("done")
    assert "This was deleted elsewhere" in texts(conflict(desk))
    button(conflict(desk), "Leave it deleted").click()
    assert titles(desk) == []
    assert desk.finished == [None]


def test_where_nothing_is_typed_only_the_deletion_is_told(desk):
    record = desk.open(title="Rent")
    desk.journal.records.delete([record.id])
    desk.editor.on_changed(Change(everything=True))
    bar(desk)[0].actions[0].run()
    assert any("the same" in text for text in texts(conflict(desk)))


def test_the_choice_can_wait_and_the_form_goes_on(desk, record, qtbot):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.run("done")
    button(conflict(desk), "Choose later").click()
    assert desk.form.isVisible()
    assert [message.actions[0].label for message in bar(desk)] == ["Compare"]
    desk.type("!")
    assert desk.record.title == "Rent, mine!"
    bar(desk)[0].actions[0].run()
    assert "Rent, mine!" in texts(conflict(desk))


def test_the_index_leads_back_to_the_form(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.run("done")
    desk.editor._desk._outline.chosen.emit("essentials")
    assert desk.form.isVisible()
    assert len(bar(desk)) == 1


def test_a_change_elsewhere_is_said_while_one_is_typing(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.editor.on_changed(Change(everything=True))
    assert "changed elsewhere" in bar(desk)[0].text
    assert desk.form.isVisible()
    desk.type(" and on")
    desk.run("keep")
    assert conflict(desk).isVisible()
    assert not bar(desk)


def test_a_form_in_which_nothing_is_typed_follows(desk):
    record = desk.open(title="Rent")
    stored = desk.journal.records.get(record.id)
    change_elsewhere(desk, stored, title="Rent, theirs")
    desk.editor.on_changed(Change(everything=True))
    assert desk.record.title == "Rent, theirs"
    assert desk.space.messages.said[-1][0] == "info"


def test_every_way_is_reached_by_tab_in_reading_order(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.run("done")
    seen = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), KEYS["Tab"])
        seen.append(QApplication.focusWidget().text())
    assert seen == ["Choose later", "Keep mine", "Take theirs", "Keep both"]


def test_every_cell_says_whose_it_is(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs")
    desk.run("done")
    names = [label.accessibleName() for label in conflict(desk).findChildren(QLabel)]
    assert "Title, mine: Rent, mine" in names
    assert "Title, theirs: Rent, theirs" in names


def test_it_is_met_by_keyboard_and_by_ear_like_any_place(desk, record):
    change_elsewhere(desk, record, title="Rent, theirs", tags=())
    desk.run("done")
    assert faults(conflict(desk)) == {}


def test_text_is_only_text(themed, qtbot):
    record = build_full_record()
    texts_as_told = {
        key: build_difference(replace(record, review=replace(record.review, happened=text)), record, Catalog((), ()))
        for key, text in TEXTS.items()
    }
    differences = tuple(replace(told, label=TEXTS[key][:40]) for key, (told,) in texts_as_told.items())
    view = ConflictView(Conflict(record, record, is_deleted=False, differences=differences))
    qtbot.addWidget(view)
    view.show()
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in view.findChildren(QLabel))
    assert {text[:LONGEST] for text in TEXTS.values()} <= {text.removesuffix("…") for text in texts(view)}
