"""What waits today."""

from types import SimpleNamespace

import pytest

from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.moment import Moment
from negojournal.domain.summary import Intention
from negojournal.ui.today.presenter import TodayPresenter, Waiting
from tests.builders import build_record
from tests.ui.fakes import RecordingMessages, RecordingNavigator, SyncTasks

DRAFT = Draft(build_record(1), "", is_new=True, saved_at=Moment("2026-01-05T09:00:00+00:00"))
INTENTION = Intention(build_record(2).id, "Rent", Moment("2026-01-04"), "Ask first.")


class View:
    def __init__(self):
        self.shown = []

    def show_waiting(self, waiting):
        self.shown.append(waiting)


class Drafts:
    def __init__(self, *drafts):
        self.kept = {draft.record.id: draft for draft in drafts}

    def all(self):
        return tuple(self.kept.values())

    def drop(self, record):
        del self.kept[record]

    def keep(self, draft):
        self.kept[draft.record.id] = draft


@pytest.fixture
def day():
    day = SimpleNamespace(view=View(), messages=RecordingMessages(), navigator=RecordingNavigator(), told=[])
    day.drafts = Drafts(DRAFT)
    day.journal = SimpleNamespace(drafts=day.drafts, lists=SimpleNamespace(latest_intention=lambda: INTENTION))
    day.presenter = TodayPresenter(day.view, SyncTasks(), day.messages, day.navigator, day.told.append)
    return day


def test_before_the_journal_is_open_nothing_happens(day):
    day.presenter.refresh()
    day.presenter.discard(DRAFT, "Discarded.")
    assert day.view.shown == []
    assert day.messages.said == []


def test_what_waits_is_shown(day):
    day.presenter.show_journal(day.journal)
    day.presenter.refresh()
    assert day.view.shown == [Waiting((DRAFT,), INTENTION)] * 2


def test_a_draft_is_discarded_and_brought_back(day):
    day.presenter.show_journal(day.journal)
    day.presenter.discard(DRAFT, "Discarded.")
    assert day.drafts.all() == ()
    assert day.messages.said == [("undoable", "Discarded.")]
    assert day.told == [Change()]
    day.messages.undo()
    assert day.drafts.all() == (DRAFT,)
    assert day.told == [Change(), Change()]


def test_ways_from_here(day):
    day.presenter.continue_draft(DRAFT)
    day.presenter.open_source(INTENTION)
    day.presenter.write()
    assert day.navigator.calls == [("continue_draft", DRAFT), ("open_record", INTENTION.id), ("edit", None)]
