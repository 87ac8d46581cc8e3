"""The page of counterparts, driven by keyboard."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton

from negojournal import paths
from negojournal.domain.agreement import Agreement, Commitment, Offer
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.preparation import Exchange, Preparation, Side
from negojournal.domain.review import Result, Review
from negojournal.errors import JournalError
from negojournal.service.journal import open_journal
from negojournal.ui.counterpart.counterpart_page import CounterpartPage
from negojournal.ui.counterpart.merge_form import MergeForm
from negojournal.ui.counterpart.person_view import PersonView
from negojournal.ui.widgets.chart_table import ChartTable
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.text import Text
from negojournal.ui.widgets.text_area import TextArea
from tests.builders import build_rated, build_record

pytestmark = pytest.mark.usefixtures("themed")

PROMISES = Agreement(
    commitments=(
        Commitment(Side.ME, "Send the draft", date(2026, 1, 9), date(2026, 1, 8)),
        Commitment(Side.THEM, "Name a date", date(2026, 1, 9)),
        Commitment(Side.THEM, "Think it over"),
    )
)


@pytest.fixture
def journal():
    one = open_journal(None, paths.resource_folder())
    for number, names in enumerate((("Dana Ruiz",), ("Dana Ruiz", "Finance"), ("dana",))):
        record = build_record(number, title=f"Talk {number}", counterparts=names)
        one.records.log(record)
    yield one
    one.close()


@pytest.fixture
def page(qtbot, workspace, journal):
    one = CounterpartPage(workspace)
    workspace.bus.changed.connect(one.on_changed)
    qtbot.addWidget(one)
    one.show_journal(journal)
    with qtbot.waitActive(one):
        one.show()
    one.focus_start()
    return one


def names(page):
    listed = page.findChild(QListWidget)
    rows = [listed.item(row) for row in range(listed.count())]
    return [row.data(Qt.ItemDataRole.UserRole) for row in rows if not row.isHidden()]


def texts(page):
    QCoreApplication.processEvents()
    return [text.text() for text in page.findChild(PersonView).findChildren(Text) if not text.isHidden()]


def button(page, name):
    return next(one for one in page.findChildren(QPushButton) if name in one.text() and not one.isHidden())


def change_first(journal, **fields):
    found = next(line for line in journal.lists.page(Filter()).lines if line.title == "Talk 0")
    record = journal.records.get(found.id)
    journal.records.save(replace(record, **fields), base=record.updated_at)
    return record.id


def test_those_met_most_come_first_and_are_walked_by_arrows(page, qtbot):
    assert names(page) == ["Dana Ruiz", "dana", "Finance"]
    assert "Dana Ruiz" in texts(page)
    qtbot.keyClick(page.findChild(QListWidget), Qt.Key.Key_Down)
    assert "dana" in texts(page)


def test_a_name_is_found_by_a_few_letters(page, qtbot):
    line = page.findChild(QLineEdit)
    qtbot.keyClicks(line, "fin")
    assert names(page) == ["Finance"]
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert page.findChild(QListWidget).hasFocus()
    page.show_person("dana ruiz")
    assert (line.text(), len(names(page))) == ("", 3)
    assert "Dana Ruiz" in texts(page)


@time_machine.travel("2026-01-20 10:00")
def test_promises_trust_and_the_way_there(page, qtbot, journal, workspace):
    record = change_first(
        journal,
        agreement=PROMISES,
        preparation=Preparation(trust=3),
        review=Review(trust=5, next_time="If they hesitate, I will wait"),
    )
    page.refresh()
    said = texts(page)
    assert "I kept 1 of 1 on time" in said
    assert "They kept 0 of 1 on time, 1 overdue" in said
    assert any("3 before, 5 after" in line for line in said)
    assert "If they hesitate, I will wait" in said
    button(page, "Name a date").click()
    assert workspace.navigator.calls[-1] == ("open_record", record)
    assert "without a date" in button(page, "Think it over").text()


def test_a_negotiation_is_opened_from_the_table(page, qtbot, workspace, journal):
    table = page.findChild(ChartTable)
    assert table.model().rowCount() == 2
    table.setCurrentIndex(table.model().index(0, 0))
    table.activated.emit(table.currentIndex())
    assert workspace.navigator.calls[-1][0] == "open_record"


def test_plan_and_list(page, workspace):
    button(page, "Plan a negotiation").click()
    name, started = workspace.navigator.calls[-1]
    assert (name, started.counterparts) == ("start", ("Dana Ruiz",))
    button(page, "Show in the journal").click()
    assert workspace.navigator.calls[-1] == ("show_filter", Filter(counterpart="Dana Ruiz"))


def test_a_note_is_kept_by_itself_and_before_another_is_shown(page, qtbot, journal):
    area = page.findChild(TextArea)
    qtbot.keyClicks(area, "Likes numbers")
    page.on_changed(Change(notes=True))
    assert area.toPlainText() == "Likes numbers"
    qtbot.waitUntil(lambda: journal.people.panel("Dana Ruiz").note == "Likes numbers")
    qtbot.keyClicks(area, " early")
    page.show_person("Finance")
    assert journal.people.panel("Dana Ruiz").note == "Likes numbers early"
    assert area.toPlainText() == ""


def test_a_note_belongs_to_the_counterpart_on_screen_until_the_next_one_is_there(page, qtbot, journal, workspace):
    workspace.tasks.held = True
    page.show_person("Finance")
    qtbot.keyClicks(page.findChild(TextArea), "Likes numbers")
    workspace.tasks.answer_all()
    workspace.tasks.answer_all()
    assert journal.people.panel("Dana Ruiz").note == "Likes numbers"
    assert (journal.people.panel("Finance").note, page.note()) == ("", "")


def test_a_note_that_was_changed_elsewhere_meanwhile_is_kept_as_well(page, qtbot, journal):
    qtbot.keyClicks(page.findChild(TextArea), "Likes numbers")
    journal.people.save_note("Dana Ruiz", "Theirs")
    page.keep_now()
    assert journal.people.panel("Dana Ruiz").note == "Theirs\n\nLikes numbers"


def full(name, text, base):
    raise JournalError("The disk is full.")


def test_a_note_that_could_not_be_kept_stays_and_is_kept_when_tried_again(page, qtbot, journal, workspace, monkeypatch):
    qtbot.keyClicks(page.findChild(TextArea), "Likes numbers")
    with monkeypatch.context() as world:
        world.setattr(journal.people, "save_note", full)
        page.keep_now()
    page.refresh()
    assert workspace.messages.said[-1] == ("error", "The disk is full.")
    assert (page.note(), page.is_kept()) == ("Likes numbers", False)
    workspace.messages.retry()
    assert (journal.people.panel("Dana Ruiz").note, page.is_kept()) == ("Likes numbers", True)


def test_a_note_that_could_not_be_kept_is_tried_again_from_another_counterpart(
    page, qtbot, journal, workspace, monkeypatch
):
    errors, save = [JournalError("The disk is full.")] * 2, journal.people.save_note

    def full_at_first(name, text, base):
        if errors:
            raise errors.pop()
        return save(name, text, base)

    monkeypatch.setattr(journal.people, "save_note", full_at_first)
    qtbot.keyClicks(page.findChild(TextArea), "Likes numbers")
    workspace.tasks.held = True
    page.show_person("Finance")
    for _ in range(3):
        workspace.tasks.answer_all()
    assert (page.note(), journal.people.panel("Dana Ruiz").note) == ("", "")
    workspace.messages.retry()
    workspace.tasks.answer_all()
    assert (page.note(), journal.people.panel("Dana Ruiz").note) == ("", "Likes numbers")
    assert journal.people.panel("Finance").note == ""


def test_a_note_is_kept_when_another_place_is_shown(page, qtbot, journal):
    qtbot.keyClicks(page.findChild(TextArea), "Now")
    page.hide()
    assert journal.people.panel("Dana Ruiz").note == "Now"


def test_two_names_become_one_and_two_again(page, qtbot, journal, workspace):
    page.show_person("dana")
    button(page, "Merge with another name").click()
    form = page.findChild(MergeForm)
    line = form.findChild(QLineEdit)
    assert line.hasFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.keyClicks(line, "Dana")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert any("same name" in text.text() for text in form.findChildren(Text))
    line.clear()
    qtbot.keyClicks(line, "Dana Ruiz")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert names(page) == ["Dana Ruiz", "Finance"]
    assert not form.isVisible()
    assert workspace.messages.said[-1] == ("undoable", "“dana” is now “Dana Ruiz”.")
    journal.history.undo()
    page.refresh()
    assert "dana" in names(page)


def test_merging_is_left_by_escape(page, qtbot):
    button(page, "Merge with another name").click()
    form = page.findChild(MergeForm)
    qtbot.keyClick(form.findChild(QLineEdit), Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_an_empty_journal_says_what_will_be_here(qtbot, workspace):
    empty = open_journal(None, paths.resource_folder())
    page = CounterpartPage(workspace)
    qtbot.addWidget(page)
    page.show_journal(empty)
    page.show()
    page.focus_start()
    assert page.findChild(EmptyState).isVisible()
    empty.close()


def test_medians_come_with_five_ratings(page, journal):
    for number in range(10, 15):
        journal.records.log(build_rated(number, rating=number - 9, counterparts=("Finance",)))
    page.show_person("Finance")
    assert any(line.startswith("Median of 5: Instrumental 3.0, Process 3.0") for line in texts(page))


def test_what_each_side_gave_is_counted(page, journal):
    items = (Exchange("A pilot", Side.ME, included=True), Exchange("A date", Side.THEM, included=True))
    offers = tuple(Offer(Side.ME, "Price", Decimal(value)) for value in (60, 70))
    change_first(
        journal,
        preparation=Preparation(exchanges=items),
        review=Review(outcome=Result.AGREEMENT),
        offers=offers,
    )
    page.refresh()
    said = texts(page)
    assert "Items in agreements: 1 from me, 1 from them" in said
    assert "Steps without return: 1 by me, 0 by them" in said


def test_other_changes_are_nothing_to_this_page(page, monkeypatch):
    asked = []
    monkeypatch.setattr(page, "refresh", lambda: asked.append(1))
    page.on_changed(Change(milestones=True))
    assert asked == []
