"""The table of actions."""

from collections import Counter

import pytest

from negojournal.ui.pages import PAGES
from negojournal.ui.shell.action import ACTIONS, Menu
from negojournal.ui.shell.page import page_actions

ALL = (*ACTIONS, *page_actions(PAGES))


def test_keys_are_unique():
    assert max(Counter(spec.key for spec in ALL).values()) == 1


def test_shortcuts_are_unique():
    assert max(Counter(keys for spec in ALL for keys in spec.shortcuts).values()) == 1


@pytest.mark.parametrize("menu", Menu)
def test_each_menu_marks_each_letter_once(menu):
    letters = [spec.text[spec.text.index("&") + 1].casefold() for spec in ALL if spec.menu is menu]
    assert letters
    assert max(Counter(letters).values()) == 1


def test_menus_are_told_apart_by_letter():
    assert len({title[title.index("&") + 1] for title in Menu}) == len(Menu)


@pytest.mark.parametrize(
    ("key", "keys"),
    [
        ("new-review", "Ctrl+N"),
        ("search", "Ctrl+F"),
        ("keep", "Ctrl+S"),
        ("done", "Ctrl+Return"),
        ("undo", "Ctrl+Z"),
        ("preferences", "Ctrl+,"),
        ("quit", "Ctrl+Q"),
        ("hide", "Ctrl+Shift+H"),
        ("palette", "Ctrl+K"),
        ("shortcuts", "Ctrl+?"),
        ("help", "F1"),
        ("go-today", "Ctrl+1"),
        ("go-journal", "Ctrl+2"),
        ("go-trends", "Ctrl+3"),
        ("go-settings", "Ctrl+5"),
        ("new-plan", "Ctrl+Shift+N"),
        ("brief", "Ctrl+B"),
        ("section-before", "Alt+1"),
        ("section-beyond", "Alt+4"),
    ],
)
def test_promised_keys(key, keys):
    assert keys in next(spec for spec in ALL if spec.key == key).shortcuts
