import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.message_bar import Message, MessageBar, MessageKind


@pytest.fixture
def bar(qtbot):
    bar = MessageBar()
    qtbot.addWidget(bar)
    return bar


def texts(bar):
    return [message.text for message in bar.messages()]


def button(bar, label):
    return next(each for each in bar.findChildren(QPushButton) if each.text() == label and not each.isHidden())


def test_it_takes_no_room_without_a_message(bar):
    assert bar.isHidden()
    bar.show_message(Message("Saved."))
    assert not bar.isHidden()
    bar.dismiss()
    assert bar.isHidden()
    assert texts(bar) == []


def test_a_message_replaces_the_one_before(bar):
    bar.show_message(Message("Exported 12 reviews."))
    bar.show_message(Message("The disk is full.", MessageKind.ERROR))
    assert texts(bar) == ["The disk is full."]


def test_an_undo_with_a_key_of_its_own_stays(bar, qtbot):
    undone = []
    undo = LabelledAction("Undo", lambda: undone.append(1))
    bar.show_message(Message("“Renewal” is in the bin.", actions=(undo,), key="undo-1"))
    bar.show_message(Message("Exported 12 reviews."))
    bar.show_message(Message("Imported 3 reviews."))
    assert texts(bar) == ["“Renewal” is in the bin.", "Imported 3 reviews."]
    qtbot.mouseClick(button(bar, "Undo"), Qt.MouseButton.LeftButton)
    assert undone == [1]
    assert texts(bar) == ["Imported 3 reviews."]


def test_an_action_may_show_the_next_message(bar, qtbot):
    again = LabelledAction("Try again", lambda: bar.show_message(Message("Saved.")))
    bar.show_message(Message("The disk is full.", MessageKind.ERROR, (again,)))
    qtbot.mouseClick(button(bar, "Try again"), Qt.MouseButton.LeftButton)
    assert texts(bar) == ["Saved."]
    assert not bar.isHidden()


def test_the_cross_and_escape_dismiss_and_tell(bar, qtbot):
    bar.show()
    for press in (
        lambda cross: qtbot.mouseClick(cross, Qt.MouseButton.LeftButton),
        lambda cross: qtbot.keyClick(cross, Qt.Key.Key_Escape),
    ):
        bar.show_message(Message("Saved.", key="note"))
        cross = next(each for each in bar.findChildren(QToolButton) if not each.isHidden())
        with qtbot.waitSignal(bar.dismissed) as told:
            press(cross)
        assert told.args == ["note"]
        assert texts(bar) == []
        qtbot.wait(1)


def test_other_keys_go_on_to_the_page(bar, qtbot):
    bar.show_message(Message("Saved."))
    qtbot.keyClick(bar.findChild(QToolButton), "x")
    assert texts(bar) == ["Saved."]


def test_all_can_be_dismissed_and_an_unknown_key_is_no_matter(bar):
    bar.dismiss("nothing")
    for key in ("a", "b"):
        bar.show_message(Message("Saved.", key=key))
    bar.dismiss_all()
    assert texts(bar) == []


def test_every_button_has_a_name(bar):
    bar.show_message(Message("Saved.", actions=(LabelledAction("Show", bar.update),)))
    assert [each.accessibleName() for each in bar.findChildren(QToolButton)] == ["Dismiss"]
    assert [each.text() for each in bar.findChildren(QPushButton)] == ["Show"]


def test_a_long_message_wraps(bar):
    bar.show_message(Message("The journal can’t be written because the disk is full. " * 5))
    assert bar.heightForWidth(300) > bar.heightForWidth(1200) > 0
