"""What the window remembers: where it stood, light or dark, and the filter as far as it holds no words."""

from __future__ import annotations

import json
from dataclasses import replace

from PySide6.QtWidgets import QMainWindow

from negojournal.domain.filter import Filter
from negojournal.domain.plain import plain_of, value_from
from negojournal.errors import InvalidError
from negojournal.ui.shell.preferences import Preferences

GEOMETRY, FILTER = "window", "filter"


def restore_window(window: QMainWindow, preferences: Preferences) -> None:
    """Put the window where it was."""
    window.restoreGeometry(preferences.state(GEOMETRY))


def keep_window(window: QMainWindow, preferences: Preferences) -> None:
    """Remember where the window is."""
    preferences.keep_state(GEOMETRY, window.saveGeometry())


def filter_text(chosen: Filter) -> str:
    """Return what may be remembered of a filter; names and words of the journal don't belong in a settings file."""
    wordless = replace(chosen, search="", counterpart=None, area=None, tag=None, trap=None, binned=False)
    return json.dumps(plain_of(wordless)) if wordless != Filter() else ""


def filter_from(text: str) -> Filter:
    """Return the remembered filter; whatever can't be read lets everything through."""
    try:
        return value_from(Filter, json.loads(text)) if text else Filter()
    except (ValueError, InvalidError):
        return Filter()
