from dataclasses import replace
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import today
from negojournal.domain.summary import Chain, Cursor, Page, Tally
from negojournal.errors import LockedError, NotFoundError
from negojournal.ui.journal.presenter import PAGE, Counts, JournalPresenter, Reading
from tests.builders import build_record
from tests.ui.fakes import RecordingMessages, SyncTasks

CHAIN = Chain(after=("later",))
ONE, TWO = NegotiationId("one"), NegotiationId("two")


class FakeView:
    def __init__(self):
        self.calls = []

    def show_lines(self, lines, chosen):
        self.calls.append(("lines", lines, chosen))

    def show_more(self, lines):
        self.calls.append(("more", lines))

    def show_reading(self, reading):
        self.calls.append(("reading", reading))

    def show_counts(self, counts):
        self.calls.append(("counts", counts))

    def last(self, kind):
        return [call for call in self.calls if call[0] == kind][-1]


class FakeJournal:
    """Answer as the service does, and remember what was asked."""

    def __init__(self, years=(2024, 2025)):
        self.asked = []
        self._years = years
        self.records = SimpleNamespace(
            get=self._get, scores=lambda record: None, delete=self._delete, restore=self._restore
        )
        self.lists = SimpleNamespace(
            page=self._page,
            tally=lambda chosen: Tally(2, 1),
            years=lambda chosen: self._years,
            days=lambda chosen, year: {date(year, 3, 1): 2},
        )
        self.plans = SimpleNamespace(chain=lambda _record: CHAIN)
        self.record = build_record()

    def _get(self, record):
        if record == TWO:
            message = "It is gone."
            raise NotFoundError(message)
        return self.record

    def _page(self, chosen, order, after, limit):
        self.asked.append((chosen, order, after, limit))
        return Page(("first",), Cursor("next")) if after is None else Page(("second",), None)

    def _delete(self, records):
        return Change(removed=frozenset(records))

    def _restore(self, records):
        return Change(saved=frozenset(records))


def raiser(error):
    def refuse(*_args):
        raise error

    return refuse


@pytest.fixture
def stage():
    view, tasks, messages, told = FakeView(), SyncTasks(), RecordingMessages(), []
    presenter = JournalPresenter(view, tasks, messages, told.append)
    return SimpleNamespace(view=view, tasks=tasks, messages=messages, told=told, presenter=presenter)


def test_nothing_is_asked_before_the_journal_is_open(stage):
    stage.presenter.filter_by(Filter())
    stage.presenter.read_again()
    stage.presenter.more()
    stage.presenter.delete((ONE,), None)
    stage.presenter.restore((ONE,))
    stage.presenter.choose(ONE)

    assert stage.view.calls == [("reading", None)]
    assert stage.told == []


def test_the_first_page_comes_with_its_tally_and_the_newest_year(stage):
    journal = FakeJournal()
    stage.presenter.show_journal(journal, Filter(area="budgets"))

    assert journal.asked == [(Filter(area="budgets"), Order(), None, PAGE)]
    assert stage.view.last("lines") == ("lines", ("first",), None)
    assert stage.view.last("counts") == ("counts", Counts(Tally(2, 1), 2025, {date(2025, 3, 1): 2}, (2024, 2025)))


def test_an_empty_journal_shows_this_year(stage):
    stage.presenter.show_journal(FakeJournal(years=()), Filter())

    assert stage.view.last("counts")[1].year == today().year


def test_another_year_is_shown_when_wanted_and_kept(stage):
    stage.presenter.show_journal(FakeJournal(), Filter())
    stage.presenter.show_year(2024)
    stage.presenter.filter_by(Filter())

    assert stage.view.last("counts")[1].year == 2024


def test_more_is_asked_once_until_it_has_come(stage):
    journal = FakeJournal()
    stage.presenter.show_journal(journal, Filter())
    assert stage.presenter.has_more()

    stage.tasks.held = True
    stage.presenter.more()
    stage.presenter.more()
    stage.tasks.answer_all()

    assert [asked[2] for asked in journal.asked] == [None, "next"]
    assert stage.view.last("more") == ("more", ("second",))
    assert not stage.presenter.has_more()


def test_what_followed_the_old_list_is_no_page_of_the_new_one(stage):
    journal = FakeJournal()
    stage.presenter.show_journal(journal, Filter())
    stage.tasks.held = True
    stage.presenter.filter_by(Filter(area="budgets"))
    assert not stage.presenter.has_more()
    stage.presenter.more()
    stage.tasks.answer_all()

    assert journal.asked[-1] == (Filter(area="budgets"), Order(), None, PAGE)
    assert stage.view.last("lines")[1] == ("first",)
    assert stage.presenter.has_more()


def test_filter_and_order_begin_anew(stage):
    journal = FakeJournal()
    stage.presenter.show_journal(journal, Filter())
    stage.presenter.sort_by(Order(SortKey.TITLE, descending=False))
    stage.presenter.filter_by(Filter(search="budget"))

    assert journal.asked[-1] == (Filter(search="budget"), Order(SortKey.TITLE, descending=False), None, PAGE)


def test_a_chosen_record_is_read_whole(stage):
    journal = FakeJournal()
    stage.presenter.show_journal(journal, Filter(binned=True))
    stage.presenter.choose(ONE)

    assert stage.view.last("reading") == ("reading", Reading(journal.record, None, binned=True, chain=CHAIN))


def test_a_refresh_keeps_the_chosen_record(stage):
    journal = FakeJournal()
    stage.presenter.show_journal(journal, Filter())
    stage.presenter.choose(ONE)
    journal.record = replace(journal.record, title="Changed")
    stage.presenter.filter_by(Filter())
    stage.presenter.read_again()

    assert stage.view.last("lines")[2] == ONE
    assert stage.view.last("reading")[1].record.title == "Changed"


def test_another_filter_lets_its_first_line_be_chosen(stage):
    stage.presenter.show_journal(FakeJournal(), Filter())
    stage.presenter.choose(ONE)
    stage.presenter.filter_by(Filter(area="budgets"))

    assert stage.view.last("lines")[2] is None


def test_a_record_that_is_gone_leaves_the_pane(stage):
    stage.presenter.show_journal(FakeJournal(), Filter())
    stage.presenter.choose(TWO)

    assert stage.view.last("reading") == ("reading", None)
    assert stage.tasks.errors == []


@pytest.mark.parametrize("late", [ONE, TWO], ids=["there", "gone"])
def test_an_answer_about_a_record_that_is_no_longer_chosen_is_not_shown(stage, late):
    stage.presenter.show_journal(FakeJournal(), Filter())
    stage.tasks.held = True
    stage.presenter.choose(late)
    stage.presenter.choose(None)
    shown = len(stage.view.calls)
    stage.tasks.answer_all()

    assert len(stage.view.calls) == shown
    assert stage.view.last("reading") == ("reading", None)


def test_a_record_that_cannot_be_read_now_is_no_record_that_is_gone(stage):
    journal = FakeJournal()
    stage.presenter.show_journal(journal, Filter())
    stage.presenter.choose(ONE)
    journal.records.get = raiser(LockedError(Path("journal.db"), "In use elsewhere."))
    stage.presenter.read_again()

    assert stage.messages.said == [("error", "In use elsewhere.")]
    assert stage.view.last("reading")[1] is not None

    journal.records.get = journal._get
    stage.messages.retry()
    assert stage.view.last("reading")[1].record == journal.record


def test_deleting_tells_the_change_and_offers_undo(stage):
    stage.presenter.show_journal(FakeJournal(), Filter())
    stage.presenter.delete((ONE,), TWO)
    stage.presenter.delete((ONE, TWO), None)
    stage.presenter.delete((), None)

    assert stage.told == [Change(removed=frozenset({ONE})), Change(removed=frozenset({ONE, TWO}))]
    assert [kind for kind, _text in stage.messages.said] == ["undoable", "undoable"]
    assert stage.messages.said[1][1].startswith("2 deleted")


def test_restoring_tells_the_change(stage):
    stage.presenter.show_journal(FakeJournal(), Filter(binned=True))
    stage.presenter.restore((ONE,))
    stage.presenter.restore(())

    assert stage.told == [Change(saved=frozenset({ONE}))]
