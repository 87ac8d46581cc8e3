"""What the form is made of, as data: sections of parts, in the order shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Negotiation
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part

Summary = Callable[[Negotiation, Context], str]
"""Says in a few words what is filled in; nothing where nothing is."""

Shown = Callable[[Negotiation, Context], bool]


def always(_record: Negotiation, _context: Context) -> bool:
    """Show a part for every record."""
    return True


@dataclass(frozen=True, slots=True)
class PartSpec:
    """Hold one part: how it is built, what is said of it, and when it is shown.

    A `folded` part is built when it is first opened, so that the form is there at once. It is open from the start
    where `unfolds` says so: by default where something is filled in.
    """

    key: str
    title: str
    build: Callable[[Context], Part]
    summary: Summary
    folded: bool = True
    shown: Shown = always
    unfolds: Callable[[Draft], bool] | None = None

    def is_open(self, draft: Draft, context: Context) -> bool:
        """Tell whether the part is open when a draft is shown."""
        return self.unfolds(draft) if self.unfolds else bool(self.summary(draft.record, context))


@dataclass(frozen=True, slots=True)
class Section:
    """Hold one phase of a negotiation."""

    key: str
    title: str
    parts: tuple[PartSpec, ...]


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """Hold what the index says of one part."""

    key: str
    title: str
    summary: str
