"""What is remembered, and what must not be."""

from dataclasses import fields
from datetime import date

import pytest
from PySide6.QtCore import QByteArray

from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.domain.preparation import Method
from negojournal.domain.review import Result
from negojournal.domain.theme import Scheme
from negojournal.ui.shell.memory import filter_from, filter_text
from negojournal.ui.shell.preferences import Preferences

WORDS = Filter(search="wordly", counterpart="wordly", area="wordly", tag="wordly", trap="wordly")


def test_a_filter_is_remembered_without_a_word_of_the_journal():
    full = Filter(method=Method.COMBATIVE, outcome=Result.AGREEMENT, status=Status.HELD, since=date(2026, 1, 2))
    assert filter_from(filter_text(full)) == full
    assert filter_text(WORDS) == ""
    assert all(getattr(WORDS, field.name) == "wordly" for field in fields(Filter) if "str" in str(field.type))


@pytest.mark.parametrize("text", ["", "{", '{"status": "gone"}', "[1]"])
def test_a_filter_that_cant_be_read_lets_everything_through(text):
    assert filter_from(text) == Filter()


def test_preferences_outlive_the_window(qapp, tmp_path):
    file = tmp_path / "folder" / "window.ini"
    first, told = Preferences(file), []
    first.changed.connect(told.append)
    assert (first.scheme(), first.questionnaire()) == (Scheme.SYSTEM, "quick")
    first.choose(Preferences.SCHEME, Scheme.DARK)
    first.choose(Preferences.SCHEME, Scheme.DARK)
    first.choose(Preferences.QUESTIONNAIRE, "subjective-value")
    first.keep_state("window", QByteArray(b"\x00\x01"))
    assert told == ["scheme", "questionnaire"]
    first._settings.sync()
    second = Preferences(file)
    assert (second.scheme(), second.questionnaire()) == (Scheme.DARK, "subjective-value")
    assert second.state("window") == QByteArray(b"\x00\x01")
    assert second.state("other") == QByteArray()


def test_a_scheme_that_is_none_follows_the_system(qapp, tmp_path):
    preferences = Preferences(tmp_path / "window.ini")
    preferences.choose(Preferences.SCHEME, "purple")
    assert preferences.scheme() is Scheme.SYSTEM
