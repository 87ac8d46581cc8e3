"""The page of insights as a user drives it, over a real journal in memory."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog

from negojournal.charts.insight.registry import INSIGHTS
from negojournal.domain.agreement import Dodge
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.ui.insights.finding_list import FINDING, FindingList
from negojournal.ui.insights.insights_page import InsightsPage
from negojournal.ui.widgets.chart_table import ChartTable
from tests.builders import build_record
from tests.ui.charting import FIRST, add_reviews, button, charts, click, opened, said, settle
from tests.ui.fakes import fake_workspace

pytestmark = pytest.mark.usefixtures("themed")

KEYS = list(INSIGHTS)
AREAS = ("vendor-agreements", "budgets")


def add_dodged(journal):
    record = build_record(
        id=NegotiationId(new_uuid()),
        title="Never asked",
        held_at=Moment(FIRST.isoformat()),
        status=Status.DODGED,
        dodge=Dodge(why="No time"),
    )
    journal.records.log(record)
    return record.id


@pytest.fixture
def open_page(qtbot, tmp_path, journal):
    def open_it() -> InsightsPage:
        page = InsightsPage(fake_workspace(tmp_path, journal.catalog))
        page.resize(900, 640)
        return opened(qtbot, page, journal)

    return open_it


@pytest.fixture
def page(journal, open_page):
    add_reviews(journal, 12, *AREAS)
    return open_page()


def findings(page) -> FindingList:
    return page.findChild(FindingList)


def go_to(qtbot, page, key):
    while page.presenter.sight.chart != key:
        qtbot.keyClick(findings(page), Qt.Key.Key_Down)
    settle(qtbot, page)


def test_every_insight_is_listed_with_its_finding(page):
    model = findings(page).model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == [one.title for one in INSIGHTS.values()]
    for row in range(model.rowCount()):
        assert model.index(row, 0).data(FINDING), KEYS[row]
        assert ": " in model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_the_keyboard_is_on_the_list_and_walks_it(qtbot, page):
    assert findings(page).hasFocus()
    qtbot.keyClick(findings(page), Qt.Key.Key_Down)
    assert [view.accessibleName() for view in charts(page)] == ["What goes together"]
    assert charts(page)[0].accessibleDescription()


def test_a_click_on_a_finding_shows_its_chart(qtbot, page):
    index = findings(page).model().index(KEYS.index("traps"), 0)
    place = findings(page).visualRect(index).center()
    qtbot.mouseClick(findings(page).viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.presenter.sight.chart == "traps"


def test_caption_and_method_belong_to_the_chart(qtbot, page):
    assert "12 negotiations, all reviews" in said(page)
    click(qtbot, page, "How is this computed?")
    before = said(page)
    go_to(qtbot, page, "traps")
    assert said(page) != before


def test_what_is_compared_can_be_chosen(qtbot, page):
    assert button(page, "Compare: With and without a plan")
    menu = button(page, "Compare: With and without a plan").menu()
    next(one for one in menu.findChildren(QAction) if one.text() == "Every area").trigger()
    assert page.presenter._grouping.kind == "area"
    assert button(page, "Compare: Area")
    go_to(qtbot, page, "traps")
    assert not button(page, "Compare: Area")


def test_the_chart_is_shown_as_a_table_and_escape_goes_back(qtbot, page):
    click(qtbot, page, "Show as table")
    table = page.findChild(ChartTable)
    assert table.isVisible()
    assert table.accessibleName() == "Comparison"
    qtbot.keyClick(table, Qt.Key.Key_Escape)
    assert charts(page)


def test_a_table_has_room_where_the_chart_has_nothing_to_draw(qtbot, page):
    go_to(qtbot, page, "associations")
    assert charts(page)[0].height() < 100
    page.commands()["show-table"]()
    assert page.findChild(ChartTable).height() > 300


def test_another_insight_is_seen_from_its_top(qtbot, page):
    page.resize(900, 380)
    bar = page._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    qtbot.keyClick(findings(page), Qt.Key.Key_Down)
    assert bar.value() == 0


def test_a_point_and_a_line_of_the_table_open_their_negotiation(qtbot, journal, open_page):
    add_reviews(journal, 2, *AREAS)
    dodged = add_dodged(journal)
    page = open_page()
    go_to(qtbot, page, "dodged")
    (chart,) = charts(page)
    qtbot.waitUntil(lambda: len(chart.spots()) == 1)
    spot = chart.spots()[0]
    qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=QPointF(spot.x, spot.y).toPoint())
    page.commands()["show-table"]()
    table = page.findChild(ChartTable)
    table.activated.emit(table.model().index(0, 0))
    assert page.workspace.navigator.calls == [("open_record", dodged)] * 2


def test_an_empty_journal_says_what_will_be_here(qtbot, open_page):
    page = open_page()
    assert "Nothing to compare yet" in said(page)
    assert set(page.commands()) == {"clear-filter"}
    qtbot.waitUntil(lambda: page.focusWidget() is button(page, "New review"))
    click(qtbot, page, "New review")
    assert page.workspace.navigator.calls == [("edit", None)]


def test_a_filter_without_negotiations_can_be_left(qtbot, page):
    page.workspace.filter.choose(Filter(search="nothing like it"))
    assert "Nothing to draw" in said(page)
    click(qtbot, page, "Show everything")
    assert len(charts(page)) == 1


def test_another_questionnaire_is_asked_for(page):
    page._tools.rated_by.emit("subjective-value")
    assert "12 rated by another questionnaire" in said(page)


def test_a_saved_review_is_counted(journal, page):
    add_reviews(journal, 1, *AREAS)
    page.on_changed(None)
    assert "13 negotiations" in said(page)


def test_the_chart_is_copied_and_saved(qtbot, page, tmp_path):
    click(qtbot, page, "Copy the chart")
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.pixelColor(0, 0).name()) == (1400, "#ffffff")
    click(qtbot, page, "Save the chart")
    dialog = page.findChild(QFileDialog)
    path = tmp_path / "chart.png"
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert path.read_bytes().startswith(b"\x89PNG")
