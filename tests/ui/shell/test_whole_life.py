"""One negotiation in the real window, by keyboard only, from its plan to the look back after ninety days."""

from datetime import timedelta

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Result
from negojournal.ui.editor.editor import Editor

NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Person:
    """Press keys at the keyboard, and read what is on the screen."""

    def __init__(self, program, clock):
        self.program, self.clock = program, clock
        self.window = program.parts.window

    def press(self, *keys, held=NONE):
        for key in keys:
            QTest.keyClick(QApplication.focusWidget() or self.window, key, held)
            self.settle()

    def type(self, text):
        for character in text:
            QTest.keyClicks(QApplication.focusWidget(), character)

    def settle(self):
        self.program.parts.worker.drain()
        QApplication.processEvents()

    def tab_to(self, name):
        """Press Tab until a control has the keyboard."""
        for _ in range(60):
            if self.focus == name:
                return
            self.press(Qt.Key.Key_Tab)
        raise AssertionError(f"Tab does not come to {name}, but to {self.focus}")

    def wait_days(self, days):
        """Let days pass, as someone who opens Today when they are over."""
        self.clock.shift(timedelta(days=days))
        self.press(Qt.Key.Key_2, held=CONTROL)
        self.program.parts.places.currentWidget().refresh()
        self.press(Qt.Key.Key_1, held=CONTROL)
        self.program.parts.places.currentWidget().refresh()
        self.settle()
        self.program.parts.places.currentWidget().focus_start()

    def read(self):
        self.settle()
        place = self.program.parts.places.currentWidget()
        return [label.text() for label in place.findChildren(QLabel) if label.isVisible()]

    @property
    def focus(self):
        widget = QApplication.focusWidget()
        return widget.accessibleName() or widget.text()

    @property
    def record(self):
        (line,) = self.journal.lists.page(Filter()).lines
        return self.journal.records.get(line.id)

    @property
    def journal(self):
        return self.program._journal


@pytest.fixture
def person(start, qtbot):
    with time_machine.travel("2026-11-23T09:00:00+00:00", tick=False) as clock:
        program = start(greets=False, editor=Editor)
        qtbot.waitUntil(lambda: program._journal is not None)
        one = Person(program, clock)
        one.settle()
        yield one


def test_tab_goes_round_the_whole_window_and_back(person):
    there = []
    while person.focus not in there:
        there.append(person.focus)
        person.press(Qt.Key.Key_Tab)
    assert person.focus == "Title"
    assert {"With", "Review", "Done", "New review", "Insights", "Parts of the form"} <= set(there)
    back = []
    while person.focus not in back:
        back.append(person.focus)
        person.press(Qt.Key.Key_Tab, held=SHIFT)
    assert back == ["Title", *reversed(there[1:])]


def test_from_the_plan_to_the_look_back(person):
    plan(person)
    person.wait_days(0)
    assert "Coming up" in person.read()

    person.wait_days(3)
    assert "How did it go?" in person.read()
    review(person)
    person.wait_days(0)
    assert "How did it go?" not in person.read()

    person.wait_days(6)
    assert any("late" in words for words in person.read())
    person.tab_to("Kept: Send the draft")
    person.press(Qt.Key.Key_Return)
    assert str(person.record.agreement.commitments[0].done_on) == "2026-12-02"
    assert not any("late" in words for words in person.read())

    for days, number in ((23, 0), (60, 1)):
        person.wait_days(days)
        assert "Does it still hold?" in person.read()
        look_again(person, number)
        person.wait_days(0)
        assert "Does it still hold?" not in person.read()


def plan(person):
    person.press(Qt.Key.Key_N, held=CONTROL | SHIFT)
    person.type("Office rent")
    person.press(Qt.Key.Key_Tab)
    person.type("Dana Ruiz")
    person.press(Qt.Key.Key_Return, Qt.Key.Key_Tab)
    person.press(Qt.Key.Key_A, held=CONTROL)
    person.type("2026-11-25")
    person.press(Qt.Key.Key_Return, held=CONTROL)
    assert (person.record.status, person.record.counterparts) == (Status.PLANNED, ("Dana Ruiz",))


def review(person):
    """Rate, say that there was an agreement, and note a commitment."""
    person.press(Qt.Key.Key_Return)
    assert person.focus == "The result, for me"
    person.type("5655")
    person.tab_to("When and how")
    person.press(Qt.Key.Key_Space)
    person.tab_to("How it ended")
    person.press(Qt.Key.Key_1)
    person.press(Qt.Key.Key_4, held=ALT)
    person.tab_to("Commitments")
    person.press(Qt.Key.Key_Space, Qt.Key.Key_Tab)
    person.type("Send the draft")
    person.tab_to("Due on 1")
    person.type("2026-11-30")
    person.press(Qt.Key.Key_Return, held=CONTROL)
    record = person.record
    assert (record.status, record.review.outcome) == (Status.HELD, Result.AGREEMENT)
    assert [one.what for one in record.agreement.commitments] == ["Send the draft"]
    assert [str(one.due_on) for one in record.follow_ups] == ["2026-12-25", "2027-02-23"]


def look_again(person, number):
    person.tab_to("Look again: Office rent")
    person.press(Qt.Key.Key_Return)
    assert person.focus == "Does it hold?"
    person.press(Qt.Key.Key_1)
    person.tab_to("The result, for me")
    person.type("6655")
    person.press(Qt.Key.Key_Return, held=CONTROL)
    look = person.record.follow_ups[number]
    assert (look.holds, look.assessment.answers["process"], look.done_on) == (True, 6, look.due_on)
