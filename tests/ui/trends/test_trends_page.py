"""The page of trends as a user drives it, over a real journal in memory."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QPushButton

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment, today
from negojournal.domain.review import Assessment, Review
from negojournal.ui.trends.milestone_section import MilestoneForm
from negojournal.ui.trends.trends_page import TrendsPage
from negojournal.ui.widgets.chart_table import ChartTable, TableModel
from tests.builders import build_record
from tests.ui.charting import FIRST, add_reviews, charts, click, opened, said
from tests.ui.fakes import fake_workspace

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def open_page(qtbot, tmp_path, journal):
    def open_it() -> TrendsPage:
        page = TrendsPage(fake_workspace(tmp_path, journal.catalog))
        page.resize(860, 640)
        return opened(qtbot, page, journal)

    return open_it


@pytest.fixture
def page(journal, open_page):
    add_reviews(journal, 12)
    return open_page()


def names(page) -> list[str]:
    return [view.accessibleName() for view in charts(page)]


def test_four_charts_stand_beside_each_other(page):
    assert names(page) == ["Instrumental", "Process", "Relationship", "Self"]
    assert "12 reviews, Quick (4 ratings), all reviews" in said(page)


def test_what_is_drawn_is_asked_for_before_the_names_in_the_filter(page):
    tasks = page.workspace.tasks
    tasks.held = True
    page.refresh()
    assert not any(topic.startswith("filter-names") for topic, _ in tasks.waiting)
    dict(tasks.waiting)["trends"]()
    topics = [topic for topic, _ in tasks.waiting]
    assert [topic for topic in topics if topic.startswith("filter-names")] == topics[-1:]
    tasks.answer_all()


def test_an_empty_journal_says_what_will_be_here(qtbot, open_page):
    page = open_page()
    assert names(page) == []
    assert "No ratings yet" in said(page)
    assert set(page.commands()) == {"new-milestone", "clear-filter"}
    click(qtbot, page, "New review")
    assert page.workspace.navigator.calls == [("edit", None)]


def test_the_keyboard_is_on_what_an_empty_page_offers(qtbot, journal, tmp_path):
    page = TrendsPage(fake_workspace(tmp_path, journal.catalog))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.focus_start()
    page.show_journal(journal)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.workspace.navigator.calls == [("edit", None)]


def test_a_filter_without_reviews_can_be_left(qtbot, page):
    page.workspace.filter.choose(Filter(search="nothing like it"))
    assert "Nothing to draw" in said(page)
    click(qtbot, page, "Show everything")
    assert len(charts(page)) == 4


def test_the_latest_review_stands_above_while_there_are_few(journal, open_page):
    add_reviews(journal, 2)
    assert names(open_page())[0] == "Latest review"


def test_enter_on_a_small_chart_shows_it_large_and_escape_goes_back(qtbot, page):
    process = charts(page)[1]
    process.setFocus()
    qtbot.keyClick(process, Qt.Key.Key_Return)
    assert names(page) == ["Process"]
    assert charts(page)[0].hasFocus()
    assert "No clear direction" in said(page)
    qtbot.keyClick(charts(page)[0], Qt.Key.Key_Escape)
    assert len(charts(page)) == 4
    assert process.hasFocus()


def test_escape_on_all_four_is_left_to_the_window(qtbot, page):
    qtbot.keyClick(charts(page)[0], Qt.Key.Key_Escape)
    assert len(charts(page)) == 4


def test_a_click_on_a_small_chart_shows_it_large(qtbot, page):
    qtbot.mouseClick(charts(page)[3], Qt.MouseButton.LeftButton, pos=charts(page)[3].rect().topRight())
    assert names(page) == ["Self"]


def test_overall_is_the_fifth_choice(qtbot, page):
    page.focus_start()
    for _ in range(5):
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Right)
    assert names(page) == ["Overall"]


def test_a_click_on_a_point_opens_its_review(qtbot, page):
    chart = charts(page)[0]
    spot = chart.spots()[4]
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPointF(spot.x, spot.y).toPoint())
    assert page.workspace.navigator.calls == [("open_record", spot.id)]


def test_a_note_on_a_review_that_stands_out_opens_it(qtbot, journal, open_page):
    for number in range(20):
        rating = 1 if number == 12 else 5
        answers = dict.fromkeys(("instrumental", "process", "relationship", "self"), rating)
        held = Moment((FIRST + timedelta(days=number)).isoformat())
        review = Review(assessment=Assessment("quick", 1, answers))
        journal.records.log(
            build_record(id=NegotiationId(new_uuid()), title=f"T{number} & more", held_at=held, review=review)
        )
    page = open_page()
    page._charts.picked.emit("process")
    note = next(one for one in page.findChildren(QPushButton) if one.text().startswith("1  T12 && more"))
    qtbot.mouseClick(note, Qt.MouseButton.LeftButton)
    ((call, record),) = page.workspace.navigator.calls
    assert (call, journal.records.get(record).title) == ("open_record", "T12 & more")


def test_the_chart_is_shown_as_a_table_and_back(qtbot, page):
    click(qtbot, page, "Show as table")
    table = page.findChild(ChartTable)
    assert table.isVisible()
    assert table.accessibleName() == "All four"
    assert table.model().index(1, 0).data() == "Process"
    assert table.model().headerData(0, Qt.Orientation.Horizontal) == "Outcome"
    click(qtbot, page, "Show as chart")
    assert len(charts(page)) == 4


def test_enter_on_a_line_of_the_table_opens_its_review(qtbot, page):
    page._charts.picked.emit("process")
    page.commands()["show-table"]()
    table = page.findChild(ChartTable)
    table.setFocus()
    table.setCurrentIndex(table.model().index(2, 0))
    table.activated.emit(table.currentIndex())
    (call,) = page.workspace.navigator.calls
    assert call == ("open_record", table.model().table.lines[2].id)
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert names(page) == ["Process"]


def test_a_line_without_a_review_opens_nothing(page):
    page.commands()["show-table"]()
    table = page.findChild(ChartTable)
    table.activated.emit(table.model().index(0, 0))
    assert page.workspace.navigator.calls == []


def test_the_table_model_keeps_qts_rules(qtmodeltester, page):
    page.commands()["show-table"]()
    model = page.findChild(ChartTable).model()
    assert isinstance(model, TableModel)
    qtmodeltester.check(model)
    assert model.data(QModelIndex()) is None


def test_another_questionnaire_can_be_chosen(qtbot, page):
    box = page.findChild(QComboBox)
    at = box.findData("subjective-value")
    box.setCurrentIndex(at)
    box.activated.emit(at)
    assert charts(page)[0].accessibleDescription() == "Instrumental: no ratings yet"
    page.refresh()
    assert box.currentData() == "subjective-value"


def test_a_saved_review_moves_the_charts(journal, page):
    add_reviews(journal, 1)
    page.on_changed(None)
    assert len(charts(page)[0].spots()) == 13


def test_a_filter_chosen_elsewhere_waits_until_the_page_is_seen(page):
    page.hide()
    page.workspace.filter.choose(Filter(until=FIRST))
    page.show()
    assert len(page._board._small["self"].spots()) == 12
    page.refresh()
    assert len(page._board._small["self"].spots()) == 1


def test_the_chart_is_copied_as_an_image(qtbot, page):
    click(qtbot, page, "Copy the chart")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.pixelColor(0, 0).name()) == (1400, "#ffffff")


def test_the_chart_is_saved_where_the_user_says(qtbot, page, tmp_path):
    click(qtbot, page, "Save the chart")
    dialog = page.findChild(QFileDialog)
    assert dialog.defaultSuffix() == "png"
    dialog.filterSelected.emit("Drawing (*.svg)")
    assert dialog.defaultSuffix() == "svg"
    path = tmp_path / "chart.svg"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert "<svg" in Path(path).read_text(encoding="utf-8")
    assert page.workspace.messages.said == [("info", f"The chart is now in {path}.")]


def test_a_milestone_is_added_edited_and_deleted(qtbot, page, journal):
    page.commands()["new-milestone"]()
    form = page.findChild(MilestoneForm)
    assert form.isVisible()
    qtbot.waitUntil(form.title.hasFocus)
    qtbot.keyClicks(form.title, "Course")
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert not form.isVisible()
    (kept,) = journal.trends.milestones()
    assert (kept.title, kept.on) == ("Course", today())
    click(qtbot, page, "Edit Course")
    assert form.title.text() == "Course"
    qtbot.keyClicks(form.note, "Three days")
    click(qtbot, page, "Keep milestone")
    assert journal.trends.milestones()[0].note == "Three days"
    click(qtbot, page, "Delete Course")
    assert journal.trends.milestones() == ()
    assert ("undoable", "Milestone deleted.") in page.workspace.messages.said


def test_a_milestone_without_a_title_is_mended_in_the_form(qtbot, page):
    page.commands()["new-milestone"]()
    form = page.findChild(MilestoneForm)
    qtbot.keyClick(form.title, Qt.Key.Key_Return)
    assert form.isVisible()
    assert "title" in said(page)
    qtbot.keyClick(form.title, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_how_it_is_computed_can_be_unfolded(qtbot, page):
    assert "Recent level: L" not in said(page)
    click(qtbot, page, "How is this computed?")
    assert "Recent level: L" in said(page)
