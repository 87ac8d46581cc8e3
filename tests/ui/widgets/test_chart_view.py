from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPixmap
from PySide6.QtWidgets import QApplication

from negojournal.charts.registry import CHARTS, SMALL
from negojournal.domain.theme import Scheme
from negojournal.ui.widgets.chart_canvas import DEBOUNCE, Shown
from negojournal.ui.widgets.chart_mark import label_rect
from negojournal.ui.widgets.chart_view import ChartView
from negojournal.ui.widgets.theme import apply_theme, font, look
from tests.charts.samples import sample_report
from tests.ui.fakes import SyncTasks

pytestmark = pytest.mark.usefixtures("themed")

REPORT = sample_report(12)


class Drawing:
    """Count the pictures asked for."""

    def __init__(self) -> None:
        self.tasks, self.count = SyncTasks(), 0

    def run_latest(self, topic, work, then):
        self.count += 1
        self.tasks.run_latest(topic, work, then)


@pytest.fixture
def drawing():
    return Drawing()


@pytest.fixture
def view(qtbot, drawing):
    shown = ChartView(drawing.run_latest)
    qtbot.addWidget(shown)
    shown.resize(400, 240)
    shown.show()
    shown.show_chart(Shown(SMALL["process"], REPORT, "Process", "Process, last 12: median 4.5"))
    qtbot.waitUntil(lambda: bool(shown.spots()))
    return shown


def at(view: ChartView, number: int) -> QPoint:
    spot = view.spots()[number]
    return QPointF(spot.x, spot.y).toPoint()


def test_a_chart_has_a_name_and_a_text_for_those_who_listen(view):
    assert view.accessibleName() == "Process"
    assert view.accessibleDescription() == "Process, last 12: median 4.5"


def test_nothing_is_drawn_while_hidden(qtbot, drawing):
    hidden = ChartView(drawing.run_latest)
    qtbot.addWidget(hidden)
    hidden.show_chart(Shown(SMALL["process"], REPORT, "Process", ""))
    assert drawing.count == 0
    hidden.show()
    qtbot.waitUntil(lambda: drawing.count == 1)


def test_the_same_chart_is_not_drawn_twice(qtbot, view, drawing):
    before = drawing.count
    for _ in range(2):
        view.show_chart(Shown(SMALL["process"], sample_report(12), "Process", "again"))
        view.hide()
        view.show()
        qtbot.wait(200)
    assert drawing.count == before + 1


def test_a_new_size_is_drawn_once_it_rests(qtbot, view, drawing):
    before = drawing.count
    for width in (420, 440, 460):
        view.resize(width, 240)
    assert drawing.count == before
    qtbot.waitUntil(lambda: drawing.count == before + 1)
    assert max(spot.x for spot in view.spots()) > 380


def test_a_chart_that_comes_back_in_another_size_waits_for_what_is_asked_anew(qtbot, view, drawing):
    before = drawing.count
    view.hide()
    view.resize(640, 300)
    view.show()
    qtbot.wait(DEBOUNCE // 2)
    assert drawing.count == before
    qtbot.waitUntil(lambda: drawing.count == before + 1)


def test_a_chart_follows_the_scheme(view, drawing):
    def corner():
        return view.grab().toImage().pixelColor(2, 2).name().upper()

    assert corner() == look().theme.light.window
    apply_theme(QApplication.instance(), look().theme, Scheme.DARK)
    assert corner() == look().theme.dark.window
    apply_theme(QApplication.instance(), look().theme, Scheme.LIGHT)


def hover(view, place):
    """Let the pointer move without a real one, which other windows of a test run could take away."""
    where = QPointF(place)
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(QEvent.Type.MouseMove, where, where, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(view, event)


def test_the_pointer_names_the_point_it_is_near(view):
    hover(view, at(view, 3) + QPoint(3, -3))
    assert view.marked() == view.spots()[3]
    assert view.cursor().shape() is Qt.CursorShape.PointingHandCursor
    hover(view, QPoint(2, 2))
    assert view.marked() is None


def test_a_click_on_a_point_chooses_its_review(qtbot, view):
    with qtbot.waitSignal(view.review_chosen) as chosen, qtbot.assertNotEmitted(view.picked):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=at(view, 5))
    assert chosen.args == [view.spots()[5].id]


def test_a_click_elsewhere_picks_the_chart(qtbot, view):
    with qtbot.waitSignal(view.picked), qtbot.assertNotEmitted(view.review_chosen):
        qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 5))


def test_the_right_button_does_nothing(qtbot, view):
    with qtbot.assertNotEmitted(view.picked), qtbot.assertNotEmitted(view.review_chosen):
        qtbot.mouseClick(view, Qt.MouseButton.RightButton, pos=at(view, 5))


def test_arrows_walk_the_points_from_the_latest(qtbot, view):
    spots = view.spots()
    for key, place in (
        (Qt.Key.Key_Left, -1),
        (Qt.Key.Key_Left, -2),
        (Qt.Key.Key_Home, 0),
        (Qt.Key.Key_Left, 0),
        (Qt.Key.Key_Down, 1),
        (Qt.Key.Key_End, -1),
        (Qt.Key.Key_Right, -1),
    ):
        qtbot.keyClick(view, key)
        assert view.marked() == spots[place]


def test_enter_opens_the_named_review_or_picks_the_chart(qtbot, view):
    with qtbot.waitSignal(view.picked):
        qtbot.keyClick(view, Qt.Key.Key_Return)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    with qtbot.waitSignal(view.review_chosen) as chosen:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert chosen.args == [view.spots()[0].id]


def test_escape_first_stops_naming(qtbot, view):
    qtbot.keyClick(view, Qt.Key.Key_Home)
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.marked() is None


def test_leaving_stops_naming(qtbot, view):
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    view.clearFocus()
    assert view.marked() is None


def test_the_name_is_painted_over_the_chart(qtbot, view):
    before = view.grab().toImage()
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.grab().toImage() != before


def test_an_empty_chart_has_nothing_to_walk(qtbot, view):
    view.show_chart(Shown(CHARTS["self"].draw, sample_report(0), "Self", "Self: no ratings yet"))
    qtbot.keyClick(view, Qt.Key.Key_Left)
    assert view.spots() == ()
    assert view.marked() is None


def test_a_view_without_a_chart_paints_nothing(qtbot, drawing):
    empty = ChartView(drawing.run_latest)
    qtbot.addWidget(empty)
    empty.show()
    assert drawing.count == 0
    assert not empty.grab().isNull()


@pytest.mark.parametrize("place", [QPointF(5, 5), QPointF(395, 235), QPointF(200, 120)])
def test_a_name_stays_inside_the_chart_and_off_its_point(place):
    area = QRectF(0, 0, 400, 240)
    words = "A rather long title of a negotiation, 4 October 2025: 4.8, stands out from your usual range"
    label = label_rect(area, place, words, QFontMetricsF(font()))
    assert area.contains(label)
    assert not label.contains(place)


def test_the_picture_is_as_sharp_as_the_screen(view):
    picture = view._picture
    assert isinstance(picture, QPixmap)
    assert picture.devicePixelRatio() == view.devicePixelRatioF()
    assert picture.deviceIndependentSize().toSize() == view.size()
