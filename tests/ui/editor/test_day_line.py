"""Days as one types them, with the keyboard alone."""

from datetime import date

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from negojournal.ui.editor.day_line import DayLine, day_slot

TODAY = date(2026, 3, 5)


@pytest.fixture
def line(qtbot, themed):
    with time_machine.travel("2026-03-05T12:00:00", tick=False):
        shown = DayLine()
        qtbot.addWidget(shown)
        yield shown


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-04-01", date(2026, 4, 1)),
        ("1.4.2026", date(2026, 4, 1)),
        ("today", TODAY),
        (" Tomorrow ", date(2026, 3, 6)),
        ("yesterday", date(2026, 3, 4)),
        ("+14", date(2026, 3, 19)),
        ("", None),
    ],
)
def test_a_day_is_read_and_written_out(line, text, day):
    QTest.keyClicks(line, text)
    assert line.day() == day
    assert not line.problem()
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert line.text() == (day.isoformat() if day else "")
    assert line.day() == day


@pytest.mark.parametrize("text", ["31 Feb", "2026-03-05 14:30", "soon", "+", "+9999"])
def test_what_is_no_day_is_told_and_what_was_shown_stands(line, text):
    slot = day_slot(line)
    slot.show(TODAY)
    line.selectAll()
    QTest.keyClicks(line, text)
    assert line.problem()
    assert slot.value() == TODAY
    slot.show(TODAY)
    assert line.text() == text
    slot.show(None)
    assert line.text() == ""


def test_up_and_down_go_on_by_a_day(line):
    told = []
    line.textEdited.connect(told.append)
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.day() == TODAY
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_Up)
    QTest.keyClick(line, Qt.Key.Key_Down)
    assert line.day() == date(2026, 3, 6)
    assert len(told) == 4
    QTest.keyClick(line, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert line.day() == date(2026, 3, 6)


def test_there_is_a_last_day(line):
    QTest.keyClicks(line, "9999-12-31")
    QTest.keyClick(line, Qt.Key.Key_Up)
    assert line.day() == date.max
