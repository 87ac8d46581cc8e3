"""What the form is made of, as data: sections of parts, in the order shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part

Summary = Callable[[Negotiation, Context], str]
"""Says in a few words what is filled in; nothing where nothing is."""

Shown = Callable[[Negotiation, Context], bool]


BEFORE, DURING, AFTER, BEYOND = "before", "during", "after", "beyond"
"""The keys of the sections."""


def is_planned(record: Negotiation, _context: Context) -> bool:
    """Tell whether the negotiation is still ahead."""
    return record.status is Status.PLANNED


def is_past(record: Negotiation, _context: Context) -> bool:
    """Tell whether there is something to look back on."""
    return record.status is not Status.PLANNED


def is_held(record: Negotiation, _context: Context) -> bool:
    """Tell whether the negotiation took place."""
    return record.status is Status.HELD


def is_dodged(record: Negotiation, _context: Context) -> bool:
    """Tell whether the negotiation did not take place."""
    return record.status is Status.DODGED


def home_of(record: Negotiation) -> str:
    """Return the section at which the form of a record begins."""
    return BEFORE if record.status is Status.PLANNED else AFTER


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
        """Tell whether the part is open when a draft is shown; one that there isn't for the record never is."""
        if not self.shown(draft.record, context):
            return False
        return self.unfolds(draft) if self.unfolds else bool(self.summary(draft.record, context))


@dataclass(frozen=True, slots=True)
class Section:
    """Hold one phase of a negotiation; the head of the form, which belongs to none, has no title."""

    key: str
    title: str
    parts: tuple[PartSpec, ...]

    def has(self, key: str) -> bool:
        """Tell whether a key is that of the section, or of one of its parts."""
        return key in (self.key, *(spec.key for spec in self.parts))

    def offered(self, record: Negotiation, context: Context) -> tuple[PartSpec, ...]:
        """Return the parts that there are for a record."""
        return tuple(spec for spec in self.parts if spec.shown(record, context))

    def filled(self, record: Negotiation, context: Context) -> tuple[str, ...]:
        """Return the titles of the parts in which something is filled in."""
        return tuple(spec.title for spec in self.offered(record, context) if spec.summary(record, context))


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """Hold what the index says of one part, or of a section."""

    key: str
    title: str
    summary: str
    is_heading: bool = False
