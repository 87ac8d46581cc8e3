"""The walker finds what it is there to find."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QWidget

from negojournal.ui.widgets.text import Text
from tests.ui import walker

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def place(qtbot):
    one = QWidget()
    one.resize(400, 300)
    qtbot.addWidget(one)
    return one


def put(widget, place, x=0, y=0, width=100, height=30):
    widget.setParent(place)
    widget.setGeometry(x, y, width, height)
    widget.show()
    place.show()
    return widget


def test_a_stop_without_a_name(place):
    put(QLineEdit(), place)
    assert len(walker.nameless(place)) == 1


def test_a_label_without_a_field(place):
    put(QLabel("Title"), place)
    put(Text("Running text"), place, y=40)
    assert walker.lonely_labels(place) == ["Title"]


def test_a_label_with_a_field(place):
    label, field = put(QLabel("Title"), place), put(QLineEdit(), place, y=40)
    label.setBuddy(field)
    assert walker.lonely_labels(place) == []
    assert walker.name_of(field) == "Title"


@pytest.mark.parametrize(
    ("second", "faults"), [((0, 40), 0), ((150, 0), 0), ((150, -40), 0), ((0, -40), 1), ((-150, 0), 1)]
)
def test_a_step_against_reading(place, second, faults):
    put(QPushButton("one"), place, 200, 100)
    put(QPushButton("two"), place, 200 + second[0], 100 + second[1])
    assert len(walker.out_of_order(place)) == faults


def test_a_small_target(place):
    put(QPushButton("x"), place, width=23)
    put(QPushButton("y"), place, y=40, width=24, height=24)
    assert len(walker.small_targets(place)) == 1


def test_a_button_that_only_a_mouse_reaches(place):
    put(QPushButton("x"), place).setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert walker.unreachable(place) == ["x"]


def test_a_colour_of_ones_own(place):
    put(QPushButton("x"), place).setStyleSheet("color: red")
    assert len(walker.coloured(place)) == 1


def test_what_is_hidden_or_inside_a_list_is_not_met(place):
    put(QLineEdit(), place).hide()
    view = put(QListWidget(), place, y=40, height=100)
    view.setAccessibleName("List")
    put(QLineEdit(), view.viewport())
    assert walker.nameless(place) == []
    assert len(walker.stops(place)) == 1
