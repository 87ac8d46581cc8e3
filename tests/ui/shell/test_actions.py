"""Actions are answered by the window and by the place on screen."""

import pytest

from negojournal.ui.shell.actions import Actions

pytestmark = pytest.mark.usefixtures("themed")


def test_what_nothing_answers_is_disabled():
    actions = Actions()
    assert not actions.action("keep").isEnabled()
    assert not actions.is_answered("keep")
    actions.run("keep")


def test_the_place_wins_over_the_window():
    actions, told = Actions(), []
    actions.answer_always({"undo": lambda: told.append("window")})
    actions.answer_here({"undo": lambda: told.append("place")})
    actions.action("undo").trigger()
    actions.answer_here({})
    actions.action("undo").trigger()
    assert told == ["place", "window"]


def test_an_answer_can_be_taken_away():
    actions = Actions()
    actions.answer_always({"undo": print})
    actions.answer_always({"undo": None})
    assert not actions.action("undo").isEnabled()


def test_only_what_is_allowed_works():
    actions, told = Actions(), []
    actions.answer_always({"undo": lambda: told.append(1), "quit": lambda: told.append(2)})
    actions.allow_only({"quit"})
    actions.run("undo")
    actions.run("quit")
    assert told == [2]
    assert not actions.action("undo").isEnabled()
    actions.allow_only(None)
    assert actions.action("undo").isEnabled()


def test_a_choice_is_ticked_alone():
    actions = Actions()
    actions.action("scheme-light").setChecked(True)
    actions.action("scheme-dark").setChecked(True)
    assert not actions.action("scheme-light").isChecked()


def test_a_label_can_say_more():
    actions = Actions()
    actions.show_label("undo", "&Undo deleting “Rent”")
    assert actions.action("undo").text() == "&Undo deleting “Rent”"
