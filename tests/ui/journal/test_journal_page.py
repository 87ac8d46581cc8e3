"""The journal page as a user drives it, over a real journal in memory."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QToolButton

from negojournal.domain.filter import Filter, SortKey
from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Review
from negojournal.ui.journal.journal_page import ListPage
from negojournal.ui.journal.summary_model import SummaryModel
from negojournal.ui.journal.year_calendar import SHADES, YearCalendar, shade
from negojournal.ui.widgets.chip import Chip
from negojournal.ui.widgets.date_edit import DateEdit
from tests.builders import build_record
from tests.ui.fakes import fake_workspace, open_memory_journal
from tests.ui.walker import out_of_order

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def journal():
    opened = open_memory_journal()
    for number, (title, summary) in enumerate(
        (("Budget", "They wanted a discount <b>now</b>"), ("Room", "A quiet corner"), ("Vendor", "Rates & terms"))
    ):
        day = date(2026, 3, 1) + timedelta(days=number)
        record = build_record(
            id=NegotiationId(new_uuid()), title=title, held_at=Moment(day.isoformat()), review=Review(summary=summary)
        )
        opened.records.log(record)
    yield opened
    opened.close()


@pytest.fixture
def page(qtbot, tmp_path, journal):
    shown = ListPage(fake_workspace(tmp_path, journal.catalog))
    qtbot.addWidget(shown)
    shown.resize(1000, 640)
    shown.show()
    shown.show_journal(journal)
    shown.workspace.bus.changed.connect(shown.on_changed)
    return shown


def titles(page):
    model = page._list.model()
    return [model.index(row, 1).data() for row in range(model.rowCount())]


def test_the_list_is_as_wide_before_a_record_is_read_as_after(qtbot, tmp_path, journal):
    shown = ListPage(fake_workspace(tmp_path, journal.catalog))
    qtbot.addWidget(shown)
    shown.resize(1000, 640)
    shown.show()
    before = shown._split.sizes()
    shown.show_journal(journal)
    assert shown._reading is not None
    qtbot.wait(20)
    assert shown._split.sizes() == before


def test_the_newest_is_listed_first_and_read(page):
    assert titles(page) == ["Vendor", "Room", "Budget"]
    assert "Rates & terms" in page._pane.text()


@pytest.mark.parametrize("width", [944, 1400])
def test_list_and_record_get_half_of_the_page_each(page, width):
    page.resize(width, 640)
    left, right = page._split.sizes()
    assert abs(left - right) <= 1


def test_a_search_narrows_as_one_types(qtbot, page):
    page.commands()["search"]()
    qtbot.keyClicks(page.focusWidget(), "disc")

    assert titles(page) == ["Budget"]
    assert page.workspace.filter.value() == Filter(search="disc")


def test_what_is_found_after_nothing_was_is_seen_before_it_is_counted(page):
    tasks, search = page.workspace.tasks, page.workspace.filter.choose
    search(Filter(search="nowhere"))
    assert not page._list.isVisible()
    tasks.held = True
    search(Filter(search="disc"))
    dict(tasks.waiting)["journal-lines"]()
    assert page._list.isVisible()
    assert titles(page) == ["Budget"]


def test_text_of_a_record_is_never_markup(qtbot, page):
    page._list.selectRow(2)

    assert "<b>now</b>" in page._pane.text()


def shown(page):
    QApplication.processEvents()
    return {button.text(): button for button in page._pane.findChildren(QPushButton) if button.isVisible()}


def test_people_and_what_came_before_and_after_are_linked(page, journal):
    ids = [NegotiationId(new_uuid()) for _ in range(3)]
    for number, one in enumerate(ids):
        names, before = ("Anna & Co",) * (number == 1), ids[number - 1] if number else None
        day = Moment(f"2026-05-0{number + 1}")
        record = build_record(id=one, title=f"Step {number}", held_at=day, counterparts=names, follows=before)
        page.workspace.bus.tell(journal.records.log(record))
    page.show_record(ids[1])
    links = shown(page)
    for label in ("Anna && Co", "1 May 2026 · Step 0", "3 May 2026 · Step 2"):
        links[label].click()
    assert page.workspace.navigator.calls == [
        ("open_person", "Anna & Co"),
        ("open_record", ids[0]),
        ("open_record", ids[2]),
    ]
    page.show_record(ids[0])
    assert "Anna && Co" not in shown(page)
    assert "2 May 2026 · Step 1" in shown(page)
    assert not out_of_order(page._pane)


def test_a_long_title_is_cut_short_in_its_link(page, journal):
    first, second = NegotiationId(new_uuid()), NegotiationId(new_uuid())
    title = "A title that goes on and on " * 5
    for record in (build_record(id=first, title=title.strip()), build_record(id=second, follows=first)):
        page.workspace.bus.tell(journal.records.log(record))
    page.show_record(second)
    link = next(button for text, button in shown(page).items() if text.endswith("…"))
    assert title.strip() in link.toolTip()
    assert title.strip() in link.accessibleName()


def test_a_plan_leads_to_its_review_and_its_brief_and_a_review_to_the_next_plan(page, journal):
    plan = build_record(id=NegotiationId(new_uuid()), title="Ahead", status=Status.PLANNED)
    held = page._reading.record.id
    assert {"Negotiate again", "Edit"} <= shown(page).keys()
    assert not {"Review", "Brief"} & shown(page).keys()
    shown(page)["Negotiate again"].click()
    page.commands()["negotiate-again"]()
    page.commands()["report-record"]()
    page.workspace.bus.tell(journal.records.log(plan))
    assert not {"Negotiate again"} & shown(page).keys()
    shown(page)["Review"].click()
    shown(page)["Brief"].click()
    page.commands()["brief"]()
    assert "negotiate-again" not in page.commands()
    assert page.workspace.navigator.calls == [
        ("follow", held),
        ("follow", held),
        ("report", held),
        ("review", plan.id),
        ("brief", plan.id),
        ("brief", plan.id),
    ]


def test_nothing_found_offers_everything(qtbot, page):
    page.commands()["search"]()
    qtbot.keyClicks(page.focusWidget(), "zebra")
    assert titles(page) == []

    page.commands()["clear-filter"]()
    assert len(titles(page)) == 3


def test_where_nothing_is_found_nothing_is_read_and_then_the_first_again(qtbot, page):
    page.commands()["search"]()
    qtbot.keyClicks(page.focusWidget(), "zebra")
    assert "edit-record" not in page.commands()
    assert not page._pane._document.isVisible()

    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page._list.selection() == (page._list.model().line(0).id,)
    assert "Rates & terms" in page._pane.text()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Down])
def test_from_the_search_one_goes_on_to_what_is_found(qtbot, page, key):
    page.commands()["search"]()
    qtbot.keyClicks(page.focusWidget(), "disc")
    qtbot.keyClick(page.focusWidget(), key)
    assert page._list.hasFocus()


def test_escape_takes_the_search_away_and_then_goes_to_the_list(qtbot, page):
    page.commands()["search"]()
    qtbot.keyClicks(page.focusWidget(), "disc")
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page.workspace.filter.value() == Filter()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Escape)
    assert page._list.hasFocus()


def test_what_is_found_is_edited_from_the_search(qtbot, page):
    page.addAction(QAction(page, shortcut="Ctrl+E", triggered=lambda _checked: page.commands()["edit-record"]()))
    page.commands()["search"]()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert page.workspace.navigator.calls[-1][0] == "edit"


def test_the_keyboard_is_where_an_empty_journal_begins(qtbot, tmp_path):
    opened = open_memory_journal()
    page = ListPage(fake_workspace(tmp_path, opened.catalog))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.focus_start()
    page.show_journal(opened)
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Space)
    assert page.workspace.navigator.calls == [("edit", None)]
    opened.close()


def test_a_deleted_record_leaves_and_its_neighbour_is_read(page, journal):
    page._list.selectRow(0)
    page.commands()["delete"]()

    assert titles(page) == ["Room", "Budget"]
    assert "A quiet corner" in page._pane.text()
    page.workspace.bus.tell(journal.history.undo())
    assert titles(page) == ["Vendor", "Room", "Budget"]
    assert "Rates & terms" in page._pane.text()
    assert page._list.selection() == (page._list.model().line(0).id,)


def test_an_added_record_that_is_taken_back_is_no_longer_read(page, journal):
    record = replace(journal.records.new(), title="Parking space", review=Review(summary="Two places, one key"))
    page.workspace.bus.tell(journal.records.save(record))
    assert "Two places" in page._pane.text()

    page.workspace.bus.tell(journal.history.undo())
    assert "Two places" not in page._pane.text()
    assert page.record() == page._list.model().line(0).id
    assert page._list.selection() == (page.record(),)


def test_a_record_is_taken_out_of_the_bin(qtbot, page):
    page._list.selectRow(0)
    page.commands()["delete"]()
    page.workspace.filter.choose(Filter(binned=True))
    assert titles(page) == ["Vendor"]
    assert "delete" not in page.commands()

    qtbot.mouseClick(page._pane._restore, Qt.MouseButton.LeftButton)
    page.workspace.filter.choose(Filter())
    assert titles(page) == ["Vendor", "Room", "Budget"]


def test_walking_keeps_to_the_list(page):
    page.commands()["next"]()
    assert "A quiet corner" in page._pane.text()
    page.commands()["previous"]()
    page.commands()["previous"]()
    assert "Rates & terms" in page._pane.text()


def test_enter_opens_the_form(qtbot, page):
    page.focus_start()
    qtbot.keyClick(page._list, Qt.Key.Key_Return)

    assert page.workspace.navigator.calls[-1][0] == "edit"


def test_a_column_sorts(qtbot, page):
    header = page._list.horizontalHeader()
    header.setSortIndicator(1, Qt.SortOrder.AscendingOrder)

    assert titles(page) == ["Budget", "Room", "Vendor"]


def test_a_narrow_list_gives_its_room_to_the_title(page):
    page._list.resize(200, 400)
    assert page._list.isColumnHidden(page._list._column(SortKey.AREA))
    page._list.resize(1600, 400)
    assert not page._list.isColumnHidden(page._list._column(SortKey.AREA))


def test_a_day_of_the_calendar_filters_and_again_frees(qtbot, page):
    calendar = page.findChild(YearCalendar)
    place = calendar._grid().cell(31 + 28 + 1).center()
    for expected in (["Room"], ["Vendor", "Room", "Budget"]):
        qtbot.mouseClick(calendar, Qt.MouseButton.LeftButton, pos=QPoint(int(place.x()), int(place.y())))
        assert titles(page) == expected


def test_the_calendar_is_walked_by_keys(qtbot, page):
    calendar = page.findChild(YearCalendar)
    calendar._move_to(date(2026, 3, 1))
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Down):
        qtbot.keyClick(calendar, key)
    qtbot.keyClick(calendar, Qt.Key.Key_Return)

    assert titles(page) == ["Room"]
    assert "2026" in calendar.accessibleDescription()


@pytest.mark.parametrize(
    ("year", "keys"),
    [(1, (Qt.Key.Key_Left, Qt.Key.Key_Up)), (2024, (Qt.Key.Key_Up,)), (9999, (Qt.Key.Key_End, Qt.Key.Key_Right))],
)
def test_the_calendar_ends_with_its_year(qtbot, page, year, keys):
    calendar = page.findChild(YearCalendar)
    edge = date(year, 12, 31) if year == 9999 else date(year, 1, 1)
    calendar.show_days(year, {}, edge)
    for key in keys:
        qtbot.keyClick(calendar, key)
    assert calendar._day_at(calendar.rect().bottomRight().toPointF()) is None
    with qtbot.waitSignal(calendar.picked) as picked:
        qtbot.keyClick(calendar, Qt.Key.Key_Space)
    assert picked.args == [edge]


def test_a_day_after_the_last_one_is_no_day(page):
    calendar = page.findChild(YearCalendar)
    for year in (1, 2025, 9999):
        calendar.show_days(year, {}, date(2026, 3, 1))
        cells = {
            calendar._day_at(calendar._grid().cell(at).center())
            for at in (0, -1 + date(year, 12, 31).timetuple().tm_yday)
        }
        assert cells == {date(year, 1, 1), date(year, 12, 31)}


def test_the_cross_in_the_search_frees_the_list(qtbot, page):
    page.commands()["search"]()
    qtbot.keyClicks(page.focusWidget(), "disc")
    page.focusWidget().findChild(QToolButton).click()
    assert page.workspace.filter.value() == Filter()
    assert len(titles(page)) == 3


def test_a_chip_takes_its_part_of_the_filter_away(qtbot, page):
    page.workspace.filter.choose(Filter(area="budgets", tag="none"))
    bar = page._results.filters
    assert bar._chips.count() == 3  # two chips and "clear all"
    bar._chips.itemAt(0).widget().removed.emit()
    assert page.workspace.filter.value() == Filter(tag="none")


def test_the_menu_offers_areas_and_names(page):
    bar = page._results.filters
    bar._on_menu()
    assert {"Period", "Area", "How it ended"} <= {action.text() for action in bar._menu.actions()}


def test_the_menu_keeps_none_of_its_earlier_menus(qtbot, page):
    bar = page._results.filters
    bar._on_menu()
    made = len(bar._menu.findChildren(QMenu))
    bar._on_menu()
    qtbot.waitUntil(lambda: len(bar._menu.findChildren(QMenu)) == made)


def test_the_model_is_a_sound_one(qtmodeltester, journal):
    lines = list(journal.lists.page(Filter()).lines)
    model = SummaryModel(lambda: bool(lines), lambda: model.show_more((lines.pop(),) if lines else ()))
    model.show_lines((lines.pop(),))
    qtmodeltester.check(model)
    while model.canFetchMore(QModelIndex()):
        model.fetchMore(QModelIndex())
    qtmodeltester.check(model)
    assert model.rowCount() == 3


def test_a_period_of_ones_own_is_chosen_and_leaves_with_its_chip(qtbot, page):
    bar = page._results.filters
    bar._on_other_period()
    bar._period.show_period(date(2026, 3, 1), date(2026, 3, 3))
    bar._period._until.setDate(bar._period._until.date().addDays(-1))

    assert titles(page) == ["Room", "Budget"]
    bar.clear()
    assert not bar._period.isVisible()


def test_a_period_of_ones_own_has_room_for_its_days_in_a_narrow_list(page):
    page._results.filters._on_other_period()
    edits = page._results.filters._period.findChildren(DateEdit)
    assert [edit.width() >= edit.sizeHint().width() for edit in edits] == [True, True]


def test_tab_goes_through_the_filter_as_one_reads_it(qtbot, page):
    page.workspace.filter.choose(Filter(area="budgets", status=Status.HELD))
    page._results.filters._on_other_period()
    assert out_of_order(page._results) == []


def test_the_keyboard_stays_with_the_filter_when_a_chip_goes(qtbot, page):
    page.workspace.filter.choose(Filter(status=Status.HELD))
    chip = page.findChild(Chip)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert page.workspace.filter.value() == Filter()
    assert page.focusWidget().text() == "Filter"


@pytest.mark.parametrize(
    ("count", "busiest", "step"), [(1, 1, 0), (1, 3, 0), (2, 2, 1), (3, 3, 2), (1, 30, 0), (11, 30, 1), (30, 30, 2)]
)
def test_a_day_is_as_dark_as_it_was_busy(count, busiest, step):
    assert shade(count, busiest) == SHADES[step]
