"""What the page Today lists, as data."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.ui.widgets.button import LabelledAction


@dataclass(frozen=True, slots=True)
class Entry:
    """Hold one thing that waits; the first of its actions is the main one, which Enter does."""

    title: str
    detail: str
    actions: tuple[LabelledAction, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Hold things of one kind, the most urgent first; what is only offered doesn't ask to be done."""

    key: str
    heading: str
    entries: tuple[Entry, ...]
    is_offer: bool = False
