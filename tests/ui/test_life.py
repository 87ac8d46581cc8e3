"""One negotiation lived through in the window, keyboard only, from its plan to the look back after ninety days."""

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication, QLabel

from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Result
from tests.ui.program import build_setup, show_program
from tests.ui.walker import name_of

MOST_TABS = 80


class Person:
    """Press keys and read the page Today, while the clock is set forward."""

    def __init__(self, program, qtbot, clock):
        self.program, self.qtbot, self.clock = program, qtbot, clock

    def keys(self, *sequences):
        for keys in sequences:
            self.qtbot.keySequence(QApplication.focusWidget() or self.program.parts.window, QKeySequence(keys))
            self.settle()

    def type(self, text):
        for letter in text:
            self.qtbot.keyClicks(QApplication.focusWidget(), letter)
        self.settle()

    def tab_to(self, name):
        """Press Tab until the keyboard is on something of this name."""
        for _ in range(MOST_TABS):
            if name_of(QApplication.focusWidget()).startswith(name):
                return
            self.qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
            QApplication.processEvents()
        pytest.fail(f"Tab doesn't come to {name}; it is on {self.focus()}")

    def open(self, part):
        """Unfold a part of the form."""
        self.tab_to(part)
        self.keys("Return")

    def focus(self):
        return name_of(QApplication.focusWidget())

    def come_back(self, when):
        """Come back to the window on another day, and look at what waits."""
        self.clock.move_to(when)
        QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        self.keys("Ctrl+1")
        return self.waiting()

    def waiting(self):
        page = self.program.parts.places.currentWidget()
        return [label.text() for label in page.findChildren(QLabel) if label.isVisible()]

    def record(self):
        journal = self.program._journal
        (line,) = journal.lists.page(Filter()).lines
        return journal.records.get(line.id)

    def settle(self):
        for _ in range(3):
            QApplication.processEvents()
            self.program.parts.worker.drain()
        QApplication.processEvents()


@pytest.fixture
def person(themed, qtbot, tmp_path):
    with time_machine.travel("2026-11-24T09:00:00+00:00") as clock:
        program = show_program(themed, qtbot, build_setup(tmp_path, greets=False))
        yield Person(program, qtbot, clock)
        program.end()


def test_a_negotiation_from_plan_to_the_look_back(person):
    person.keys("Ctrl+Shift+N")
    person.type("Rent of the hall")
    person.tab_to("With")
    person.type("Dana")
    person.keys("Return", "Ctrl+Return", "Ctrl+1")
    assert person.record().status is Status.PLANNED
    assert {"Coming up", "today · Dana"} <= set(person.waiting())

    assert "How did it go?" in person.come_back("2026-11-26T09:00:00+00:00")
    assert person.focus() == "Review: Rent of the hall"
    person.keys("Return")
    person.type("5665")
    person.open("When and how")
    person.tab_to("How it ended")
    person.keys("1", "Alt+4")
    person.open("Commitments")
    person.tab_to("What 1")
    person.type("Send the contract")
    person.tab_to("Due on 1")
    person.type("2026-11-30")
    person.keys("Ctrl+Return")
    review = person.record()
    assert (review.status, review.review.outcome) == (Status.HELD, Result.AGREEMENT)
    assert [look.due_on.isoformat() for look in review.follow_ups] == ["2026-12-24", "2027-02-22"]
    assert "How did it go?" not in person.waiting()
    assert "due 30 Nov 2026 · yours · Rent of the hall · Dana" in person.waiting()

    assert "a day late · yours · Rent of the hall · Dana" in person.come_back("2026-12-01T09:00:00+00:00")
    assert person.focus() == "Kept: Send the contract"
    person.keys("Return")
    assert "Commitments" not in person.waiting()
    person.keys("Ctrl+Z")
    assert "Commitments" in person.waiting()
    person.keys("Ctrl+1", "Return")
    assert person.record().agreement.commitments[0].done_on.isoformat() == "2026-12-01"

    for when in ("2026-12-24", "2027-02-22"):
        assert "due today · Dana" in person.come_back(f"{when}T09:00:00+00:00")
        assert person.focus() == "Look again: Rent of the hall"
        person.keys("Return", "1", "Ctrl+Return")
        assert "Does it still hold?" not in person.waiting()
    assert [(look.done_on.isoformat(), look.holds) for look in person.record().follow_ups] == [
        ("2026-12-24", True),
        ("2027-02-22", True),
    ]
    assert "Nothing waits" in person.waiting()
