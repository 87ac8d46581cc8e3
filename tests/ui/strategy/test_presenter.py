"""The presenter of the strategy without a journal, and what it knows."""

from datetime import date

from negojournal.domain.note import Note, Subject
from negojournal.ui.strategy.presenter import Strategy, StrategyPresenter
from tests.ui.fakes import RecordingMessages, SyncTasks


class FakeView:
    def __init__(self):
        self.typed = "typed"

    def text(self):
        return self.typed


def test_before_the_journal_is_open_nothing_is_asked_or_kept():
    presenter = StrategyPresenter(FakeView(), SyncTasks(), RecordingMessages(), lambda change: None)
    presenter.refresh()
    presenter.keep()
    presenter.confirm("said")
    presenter.choose_focus(None)


def test_a_strategy_is_as_new_as_its_newest_revision():
    notes = (Note(Subject.STRATEGY, "2026-09-02", "New"), Note(Subject.STRATEGY, "2026-06-01", "Old"))
    assert (Strategy(notes, None, ()).text, Strategy(notes, None, ()).since) == ("New", date(2026, 9, 2))
    assert (Strategy((), None, ()).text, Strategy((), None, ()).since) == ("", None)
