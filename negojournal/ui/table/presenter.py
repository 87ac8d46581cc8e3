"""What the page of a table does, without Qt: read it, show what its rows would become, take it in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from negojournal.domain.catalog import Catalog
from negojournal.domain.change import Change
from negojournal.errors import InvalidError, JournalError, Problem
from negojournal.exchange.column import ColumnMapping, settle
from negojournal.exchange.custom import Custom, Scale
from negojournal.exchange.dating import DateOrder
from negojournal.exchange.transcript import Transcript

if TYPE_CHECKING:
    from negojournal.exchange.sheet import Sheet
    from negojournal.service.journal import Journal
    from negojournal.service.table import TableCounts
    from negojournal.ui.shell.port import Messages, Run, Tasks

TOPIC = "table"


@dataclass(frozen=True, slots=True)
class Wish:
    """Hold what the user chose of how the table writes; None leaves it to what the table holds, and to the locale."""

    order: DateOrder | None = None
    decimal: str | None = None
    scale: Scale | None = None

    def applied(self, custom: Custom) -> Custom:
        """Return how a table writes, with what was chosen in its place."""
        return replace(
            custom,
            order=self.order or custom.order,
            decimal=self.decimal or custom.decimal,
            scale=self.scale or custom.scale,
        )


@dataclass(frozen=True, slots=True)
class Sight:
    """Hold a table as it is on show: how it is read, what its first rows would become, or why they can't be read.

    `catalog` knows the choices that the table brings.
    """

    sheet: Sheet
    mapping: ColumnMapping
    catalog: Catalog
    transcript: Transcript | None = None
    problems: tuple[Problem, ...] = ()


class TableView(Protocol):
    """Be told what to show."""

    def show_sight(self, sight: Sight) -> None:
        """Show a table, and what its first rows would become."""

    def show_refused(self, problems: tuple[Problem, ...]) -> None:
        """Show what kept the table from being taken in."""

    def show_waiting(self, name: str) -> None:
        """Say that a file is being read."""

    def show_nothing(self, why: str = "") -> None:
        """Say what will be here, or why there is no table."""


class TablePresenter:
    """Answer the page of a table; `tell` says what changed, `leave` goes to where it can be seen."""

    def __init__(
        self, view: TableView, tasks: Tasks, messages: Messages, tell: Callable[[Change], None], leave: Run
    ) -> None:
        self._view, self._tasks, self._messages = view, tasks, messages
        self._tell, self._leave = tell, leave
        self._journal: Journal | None = None
        self._path: Path | None = None
        self._locale = Custom()
        self._wish = Wish()
        self._sight: Sight | None = None
        self._base: tuple[int, ColumnMapping] | None = None

    @property
    def sight(self) -> Sight | None:
        """Return what is on show."""
        return self._sight

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._journal = journal
        if self._path is not None and self._sight is None:
            self.want(self._path, self._locale)

    def want(self, path: Path, locale: Custom) -> None:
        """Show a table; `locale` is how the user's own tables write."""
        self._path, self._locale, self._wish, self._sight, self._base = path, locale, Wish(), None, None
        self._view.show_waiting(path.name)
        if (journal := self._journal) is not None:
            self._tasks.run_latest(TOPIC, lambda: _first_sight(journal, path, locale), self._show, self._on_unread)

    def refresh(self) -> None:
        """Look again at what the rows would become; the choices of the journal may be others."""
        self._look(lambda mapping: mapping)

    def choose_target(self, number: int, target: str) -> None:
        """Say what a column is.

        All choices for one column start from what was before the first of them, so that to pass a field on the way
        to another takes it from no other column.
        """

        def changed(mapping: ColumnMapping) -> ColumnMapping:
            if self._base is None or self._base[0] != number:
                self._base = (number, mapping)
            return self._base[1].with_target(number, target)

        self._look(changed)

    def choose_rest(self, rest: str) -> None:
        """Say what becomes of the columns that are no field."""
        self._base = None
        self._look(lambda mapping: mapping.with_rest(rest))

    def choose_custom(self, wish: Wish) -> None:
        """Say how the table writes."""
        self._wish = wish
        self.refresh()

    def import_table(self) -> None:
        """Take the table in, all of it or nothing."""
        journal, sight = self._journal, self._sight
        if journal is None or sight is None or sight.problems:
            return
        self._tasks.run_long(
            "Importing",
            lambda progress: journal.tables.import_sheet(sight.sheet, sight.mapping, progress=progress),
            self._on_imported,
            self._on_refused,
        )

    def _look(self, changed: Callable[[ColumnMapping], ColumnMapping]) -> None:
        journal, sight = self._journal, self._sight
        if journal is None or sight is None:
            return
        mapping = changed(sight.mapping)
        # Kept at once, so that of two choices made quickly the second doesn't undo the first.
        self._sight = replace(sight, mapping=mapping)
        locale, wish = self._locale, self._wish
        self._tasks.run_latest(
            TOPIC, lambda: _sight_of(journal, sight.sheet, _read(sight.sheet, mapping, locale, wish)), self._show
        )

    def _show(self, sight: Sight) -> None:
        self._sight = sight
        self._view.show_sight(sight)

    def _on_unread(self, error: JournalError) -> None:
        self._path = self._sight = None
        self._view.show_nothing(str(error))

    def _on_imported(self, done: tuple[TableCounts, Change]) -> None:
        counts, change = done
        self._path = self._sight = None
        self._view.show_nothing()
        if change == Change():
            self._messages.info(f"{counts.words()}.")
            return
        self._tell(change)
        self._leave()
        self._messages.undoable(f"Imported: {counts.words()}.")

    def _on_refused(self, error: JournalError) -> None:
        if isinstance(error, InvalidError):
            self._view.show_refused(error.problems)
        else:
            self._messages.error(str(error), self.import_table)


def _first_sight(journal: Journal, path: Path, locale: Custom) -> Sight:
    sheet = journal.tables.sheet(path)
    return _sight_of(journal, sheet, journal.tables.mapping(sheet, locale))


def _read(sheet: Sheet, mapping: ColumnMapping, locale: Custom, wish: Wish) -> ColumnMapping:
    """Return a mapping with how the table writes: as was chosen, else as its columns settle, else by the locale."""
    if mapping.custom.is_ours:
        return mapping
    settled = settle(sheet, replace(mapping, custom=locale))
    return replace(settled, custom=wish.applied(settled.custom))


def _sight_of(journal: Journal, sheet: Sheet, mapping: ColumnMapping) -> Sight:
    if problems := mapping.problems():
        return Sight(sheet, mapping, journal.catalog, problems=problems)
    transcript = journal.tables.preview(sheet, mapping)
    catalog = replace(journal.catalog, entries=(*journal.catalog.entries, *transcript.entries))
    return Sight(sheet, mapping, catalog, transcript)
