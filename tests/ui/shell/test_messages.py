"""What the program says."""

import pytest

from negojournal.domain.change import Change
from negojournal.ui.shell.messages import MILLISECONDS, BarMessages
from negojournal.ui.widgets.message_bar import MessageBar, MessageKind

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def bar(qtbot):
    one = MessageBar()
    qtbot.addWidget(one)
    return one


@pytest.fixture
def undone():
    return []


@pytest.fixture
def messages(bar, undone):
    return BarMessages(bar, lambda: undone.append("journal"))


def texts(bar):
    return [(message.text, message.kind) for message in bar.messages()]


def test_what_was_said_at_a_place_goes_when_another_is_shown(bar, messages):
    messages.undoable("Deleted.")
    messages.info("One.")
    messages.on_place_shown("journal")
    assert [message.text for message in bar.messages()] == ["Deleted."]


def test_news_take_the_place_of_older_news_and_go_by_themselves(bar, messages):
    messages.info("One.")
    messages.info("Two.")
    assert texts(bar) == [("Two.", MessageKind.INFO)]
    assert messages._timer.interval() == MILLISECONDS
    messages._timer.timeout.emit()
    assert not bar.messages()


def test_an_error_stays_and_can_be_tried_again(bar, messages):
    tried = []
    messages.error("No room.", lambda: tried.append(1))
    assert texts(bar) == [("No room.", MessageKind.ERROR)]
    (action,) = bar.messages()[0].actions
    action.run()
    assert tried == [1]


def test_an_error_without_a_way_out_offers_none(bar, messages):
    messages.error("Broken.")
    assert not bar.messages()[0].actions


def test_undo_is_the_journals_unless_another_is_given(bar, messages, undone):
    messages.undoable("Deleted.")
    bar.messages()[0].actions[0].run()
    messages.undoable("Discarded.", lambda: undone.append("own"))
    bar.messages()[0].actions[0].run()
    assert undone == ["journal", "own"]


def test_the_undo_of_an_older_change_goes(bar, messages):
    messages.undoable("Deleted.")
    messages.info("Stays.")
    messages.on_changed(Change())
    assert texts(bar) == [("Stays.", MessageKind.INFO)]
