"""What is said of what waits, outside the window, and when."""

from datetime import date, timedelta
from types import SimpleNamespace

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSystemTrayIcon, QWidget

from negojournal.domain.agenda import Agenda, Errand, Waiting
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.ui.shell.day_watch import DayWatch
from negojournal.ui.shell.notification import can_notify, notify
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.reminder import Reminder, waiting_count
from tests.builders import build_record
from tests.ui.fakes import fake_workspace

pytestmark = pytest.mark.usefixtures("themed")

DAY = date(2026, 11, 23)


def errand(kind, days):
    due = None if days is None else DAY + timedelta(days=days)
    return Errand(kind, due, NegotiationId("1"), "The secret budget", ("Dana",))


DUE = (errand(Waiting.REVIEW, -1), errand(Waiting.COMMITMENT, 0))
LATER = (errand(Waiting.PLAN, 1), errand(Waiting.COMMITMENT, None), errand(Waiting.DEEPEN, -1))


def test_what_is_only_offered_or_lies_ahead_does_not_count():
    assert waiting_count(Agenda(DAY, DUE + LATER)) == 2
    assert waiting_count(Agenda(DAY, LATER)) == 0


@pytest.fixture
def desk(qtbot, tmp_path):
    """Hold a reminder, what it said, and what waits."""
    desk = SimpleNamespace(said=[], space=fake_workspace(tmp_path), waiting=DUE, is_active=False)
    window = QWidget()
    qtbot.addWidget(window)
    window.isActiveWindow = lambda: desk.is_active
    desk.journal = SimpleNamespace(agenda=SimpleNamespace(today=lambda: Agenda(DAY, desk.waiting)))
    desk.reminder = Reminder(desk.space, window, desk.said.append)
    return desk


def test_nobody_is_told_who_has_not_asked_for_it(desk):
    desk.reminder.show_journal(desk.journal)
    desk.reminder.on_day_changed()
    assert desk.said == []


def test_at_the_start_only_the_count_is_told(desk):
    desk.space.preferences.choose(Preferences.REMINDER, "on")
    desk.reminder.on_day_changed()
    desk.reminder.show_journal(desk.journal)
    assert desk.said == ["2 things wait for you today."]
    desk.waiting = DUE[:1]
    desk.reminder.on_day_changed()
    assert desk.said[1:] == ["1 thing waits for you today."]


def test_a_new_day_is_not_told_to_who_sees_the_window_or_when_nothing_waits(desk):
    desk.space.preferences.choose(Preferences.REMINDER, "on")
    desk.waiting = LATER
    desk.reminder.show_journal(desk.journal)
    desk.reminder.on_day_changed()
    desk.waiting, desk.is_active = DUE, True
    desk.reminder.on_day_changed()
    assert desk.said == []


def test_a_new_day_is_noticed_once(qapp, qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    told = []
    with time_machine.travel("2026-11-23T20:00:00+00:00", tick=False) as clock:
        watch = DayWatch(qapp, window)
        watch.changed.connect(lambda: told.append(1))
        watch._timer.timeout.emit()
        assert told == []
        clock.shift(timedelta(days=1))
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        watch._timer.timeout.emit()
    assert told == [1]


def test_the_program_reminds_at_its_start_when_it_is_asked_to(opened, setup, tmp_path, monkeypatch):
    said = []
    monkeypatch.setattr("negojournal.ui.shell.assembly.notify", lambda _window, text: said.append(text))
    journal = setup.open_journal(setup.journal, None)
    plan = build_record(title="Rent", status=Status.PLANNED, held_at=Moment("2026-01-05"))
    journal.records.log(plan)
    journal.close()
    opened()
    assert said == []
    Preferences(tmp_path / "window.ini").choose(Preferences.REMINDER, "on")
    opened()
    assert said == ["1 thing waits for you today."]


def test_a_notification_goes_through_the_tray_and_leads_into_the_window(qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    said = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "show", lambda _self: None)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, *words: said.append(words[:2]))
    notify(window, "2 things wait for you today.")
    assert said == [("NegoJournal", "2 things wait for you today.")]
    window.findChild(QSystemTrayIcon).messageClicked.emit()
    assert window.isVisible()


def test_a_desktop_without_a_place_for_it_shows_none(qtbot, monkeypatch):
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    notify(window, "2 things wait for you today.")
    assert not can_notify()
    assert window.findChild(QSystemTrayIcon) is None
