"""What waits today."""

from datetime import date
from types import SimpleNamespace

import pytest

from negojournal.domain.agenda import Agenda
from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.summary import Intention
from negojournal.ui.today.presenter import DAYS_LATER, Contents, TodayPresenter
from tests.builders import build_record
from tests.ui.fakes import RecordingMessages, RecordingNavigator, SyncTasks

DRAFT = Draft(build_record(1), "", is_new=True, saved_at=Moment("2026-01-05T09:00:00+00:00"))
INTENTION = Intention(build_record(2).id, "Rent", Moment("2026-01-04"), "Ask first.")
AGENDA = Agenda(date(2026, 1, 5), intention=INTENTION)
ID = NegotiationId("1")
CHANGE = Change(frozenset({ID}))


class View:
    def __init__(self):
        self.shown = []

    def show_contents(self, contents):
        self.shown.append(contents)


class Drafts:
    def __init__(self, *drafts):
        self.kept = {draft.record.id: draft for draft in drafts}

    def all(self):
        return tuple(self.kept.values())

    def drop(self, record):
        del self.kept[record]

    def keep(self, draft):
        self.kept[draft.record.id] = draft


class Agendas:
    def __init__(self):
        self.asked = []

    def today(self):
        return AGENDA

    def __getattr__(self, name):
        def answer(*arguments):
            self.asked.append((name, *arguments))
            return CHANGE

        return answer


@pytest.fixture
def day():
    day = SimpleNamespace(view=View(), messages=RecordingMessages(), navigator=RecordingNavigator(), told=[])
    day.drafts, day.agenda = Drafts(DRAFT), Agendas()
    day.journal = SimpleNamespace(drafts=day.drafts, agenda=day.agenda)
    day.presenter = TodayPresenter(day.view, SyncTasks(), day.messages, day.navigator, day.told.append)
    return day


def test_before_the_journal_is_open_nothing_happens(day):
    day.presenter.refresh()
    day.presenter.discard(DRAFT, "Discarded.")
    day.presenter.skip(ID, 0, "Skipped.")
    assert day.view.shown == []
    assert day.messages.said == []


def test_what_waits_is_shown(day):
    day.presenter.show_journal(day.journal)
    day.presenter.refresh()
    assert day.view.shown == [Contents((DRAFT,), AGENDA)] * 2


def test_a_draft_is_discarded_and_brought_back(day):
    day.presenter.show_journal(day.journal)
    day.presenter.discard(DRAFT, "Discarded.")
    assert day.drafts.all() == ()
    assert day.messages.said == [("undoable", "Discarded.")]
    assert day.told == [Change()]
    day.messages.undo()
    assert day.drafts.all() == (DRAFT,)
    assert day.told == [Change(), Change()]


@pytest.mark.parametrize(
    ("way", "asked"),
    [
        ("keep_promise", ("keep_promise", ID, 2)),
        ("break_promise", ("break_promise", ID, 2)),
        ("skip", ("skip_follow_up", ID, 2)),
        ("postpone", ("postpone", ID, 2, DAYS_LATER)),
    ],
)
def test_what_is_done_is_told_and_can_be_taken_back(day, way, asked):
    day.presenter.show_journal(day.journal)
    getattr(day.presenter, way)(ID, 2, "Done.")
    assert day.agenda.asked == [asked]
    assert day.told == [CHANGE]
    assert day.messages.said == [("undoable", "Done.")]
    assert day.messages.undo is None


def test_the_way_to_where_the_intention_stands(day):
    day.presenter.open_source(INTENTION)
    assert day.navigator.calls == [("open_record", INTENTION.id)]
