"""The presenter of counterparts where there is nothing yet, and where the world fails."""

from negojournal.errors import NotFoundError
from negojournal.ui.counterpart.presenter import PeoplePresenter
from tests.ui.fakes import RecordingMessages, RecordingNavigator, SyncTasks


class FakeView:
    shown = "nothing"

    def note(self):
        return "typed"

    def show_people(self, people, chosen):
        self.people = (people, chosen)

    def show_panel(self, panel):
        self.shown = panel

    def show_problem(self, sentence):
        self.problem = sentence


class Nobody:
    def all(self):
        return ()

    def merge(self, source, target, progress):
        raise NotFoundError("Gone.")


class EmptyJournal:
    people = Nobody()


def presenter_of(view, messages):
    return PeoplePresenter(view, SyncTasks(), messages, RecordingNavigator(), lambda change: None)


def test_before_the_journal_is_open_nothing_is_asked():
    view = FakeView()
    one = presenter_of(view, RecordingMessages())
    for act in (one.refresh, one.keep_note, one.plan, one.show_negotiations):
        act()
    one.choose("Dana")
    one.merge("Other", "said")
    assert view.shown == "nothing"


def test_an_empty_journal_shows_nobody():
    view = FakeView()
    presenter_of(view, RecordingMessages()).show_journal(EmptyJournal())
    assert (view.people, view.shown) == (((), None), None)


def test_a_counterpart_that_is_gone_is_told_in_the_bar():
    view, messages = FakeView(), RecordingMessages()
    one = presenter_of(view, messages)
    one.show_journal(EmptyJournal())
    one._chosen, one._noted = "Dana", "typed"
    one.merge("Other", "said")
    assert one._tasks.titles == ["Merging"]
    assert messages.said == [("error", "Gone.")]
