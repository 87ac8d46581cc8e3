"""What every page is to the shell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.summary import Summary
from negojournal.ui.shell.action import ActionSpec, Menu
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.domain.draft import Draft
    from negojournal.service.journal import Journal


class JournalPage(QWidget):
    """Be one place of the window.

    The shell makes it after the first paint, calls `show_journal` once when the journal is open, and then
    `refresh` or `on_changed` as the journal changes. `commands_changed` says that `commands` answers differently now.
    """

    commands_changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace

    def show_newest(self, lines: tuple[Summary, ...]) -> None:
        """Show the newest lines while the journal is being opened; most pages list no negotiations."""

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal and show what is in it."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Query again and show the answer."""
        raise NotImplementedError

    def on_changed(self, change: Change) -> None:  # noqa: ARG002 - a page that can do with less than all looks at it
        """Answer a change while on screen; the shell calls `refresh` for pages that were hidden meanwhile."""
        self.refresh()

    def commands(self) -> Mapping[str, Run]:
        """Return what the page does now for actions of the registry, by their keys; the shell disables the others."""
        return {}

    def keep_now(self) -> None:
        """Store at once, through the tasks, what is being typed; most pages have nothing to store."""

    def is_kept(self) -> bool:
        """Tell whether all that was typed is stored; on most pages nothing is typed."""
        return True

    def record(self) -> NegotiationId | None:
        """Return the record on screen, to come back to it; on most pages there is none."""
        return None

    def focus_start(self) -> None:
        """Put the keyboard where one begins on this page."""
        self.setFocus()


class EditorPage(JournalPage):
    """Be the form in which a record is written; it takes keys before the journal is open.

    `finished` carries the id of what was saved, or None when the form was left.
    """

    finished = Signal(object)

    def show_new(self) -> None:
        """Show an empty new review, or the unfinished one that is on screen already."""
        raise NotImplementedError

    def show_plan(self) -> None:
        """Show an empty new plan, or the unfinished one that is on screen already."""
        raise NotImplementedError

    def show_record(self, record: NegotiationId, part: str = "") -> None:
        """Show a record to be changed, and go to a part of the form by its key."""
        raise NotImplementedError

    def show_started(self, record: Negotiation, *, is_new: bool = True) -> None:
        """Show what was made for the user to go on with: a new record, or a stored one changed by a step."""
        raise NotImplementedError

    def show_draft(self, draft: Draft, *, is_stored: bool = True) -> None:
        """Show what was left unfinished; what is stored nowhere is shown at once, and stored when it can be."""
        raise NotImplementedError

    def keep_now(self) -> None:
        """Store the draft at once, through the tasks."""
        raise NotImplementedError

    def is_untouched(self) -> bool:
        """Tell whether this is a new review in which nothing was typed."""
        raise NotImplementedError

    def unfinished(self) -> Draft | None:
        """Return what is typed and not in the journal, stored as a draft or not; None where nothing is typed."""
        raise NotImplementedError

    def is_plan(self) -> bool:
        """Tell whether what is on screen is a plan."""
        raise NotImplementedError

    def is_kept(self) -> bool:
        """Tell whether all that was typed is stored."""
        raise NotImplementedError


class RecordPage(JournalPage):
    """Be the page that can show one record: the journal."""

    def show_record(self, record: NegotiationId) -> None:
        """Show a record in the reading pane."""
        raise NotImplementedError


class PersonPage(JournalPage):
    """Be the page that can show one counterpart."""

    def show_person(self, name: str) -> None:
        """Show a counterpart by name."""
        raise NotImplementedError


class PaperPlace(JournalPage):
    """Be the page that shows what is printed or handed on."""

    def show_brief(self, record: NegotiationId) -> None:
        """Show the brief of a plan."""
        raise NotImplementedError

    def show_review(self, record: NegotiationId) -> None:
        """Show the report of one negotiation."""
        raise NotImplementedError

    def show_period(self, chosen: Filter) -> None:
        """Show the report of all that a filter lets through."""
        raise NotImplementedError


class TablePlace(JournalPage):
    """Be the page on which a table of another program is mapped and taken in."""

    def show_table(self, path: Path) -> None:
        """Show a table, and how its columns would be read."""
        raise NotImplementedError


class SectionPage(JournalPage):
    """Be the page of many sections: the settings."""

    def show_section(self, key: str) -> None:
        """Show one of the sections, and put the keyboard into the index beside it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class PageEntry:
    """Hold what rail and Go menu show of a page, the keys that lead to it, and how its class is loaded when wanted.

    A page that isn't in the rail is come to by the Go menu, the palette, and links.
    """

    key: str
    title: str
    icon: str
    load: Callable[[], type[JournalPage]]
    shortcut: str = ""
    in_rail: bool = True


def page_actions(pages: Sequence[PageEntry]) -> tuple[ActionSpec, ...]:
    """Return the actions that go to the pages."""
    return tuple(
        ActionSpec(f"go-{page.key}", page.title, Menu.GO, 0, (page.shortcut,) if page.shortcut else (), page.icon)
        for page in pages
    )
