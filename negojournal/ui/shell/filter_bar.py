"""The bar that narrows what list and charts show: a menu of choices, and a chip for each one in force."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from negojournal.domain.filter import Filter
from negojournal.domain.moment import today
from negojournal.domain.summary import Tally
from negojournal.ui.shell.filter_choice import build_chips, build_groups, build_search_chips
from negojournal.ui.shell.period_edit import PeriodEdit
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import plain_button, quiet_button
from negojournal.ui.widgets.chip import Chip
from negojournal.ui.widgets.flow_layout import FlowLayout
from negojournal.ui.widgets.icon import icon
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.tab_order import chain
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

MOST_NAMES = 25
"""Names offered in the menu, most used first; the search finds the others."""


class FilterBar(QWidget):
    """Show the filter in force and let the user change it; every page that filters has one.

    With `says_search`, what is searched for is a chip as well, for pages without a search field.
    """

    def __init__(self, workspace: Workspace, *, says_search: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._says_search = says_search
        self._catalog = workspace.catalog
        self._counterparts: tuple[str, ...] = ()
        self._tags: tuple[str, ...] = ()
        self._journal: Journal | None = None
        self._period: PeriodEdit | None = None
        self._build()
        workspace.filter.changed.connect(self.show_filter)
        self.show_filter(workspace.filter.value())

    def show_journal(self, journal: Journal) -> None:
        """Take the journal whose names and areas can be chosen."""
        self._journal = journal
        self.refresh()

    def refresh(self) -> None:
        """Ask again for the names and areas that can be chosen."""
        journal = self._journal
        if journal is None:
            return
        self._catalog = journal.catalog
        self.show_filter(self._workspace.filter.value())
        self._workspace.tasks.run_latest(
            f"filter-names-{id(self)}",
            lambda: (journal.lists.counterparts()[:MOST_NAMES], journal.lists.tags()[:MOST_NAMES]),
            self._on_names,
        )

    def show_filter(self, chosen: Filter) -> None:
        """Show a chip for each part of a filter."""
        focus = QApplication.focusWidget()
        if focus is not None and self._chip_row.isAncestorOf(focus):
            self._button.setFocus()
        empty(self._chips)
        searched = build_search_chips(chosen, self.tr) if self._says_search else ()
        choices = searched + build_chips(chosen, self._catalog, self.tr, day_text)
        for choice in choices:
            chip = Chip(choice.label)
            chip.removed.connect(lambda left=choice.filter: self._choose(left))
            self._chips.addWidget(chip)
        if len(choices) > 1:
            self._chips.addWidget(quiet_button(self.tr("Clear all"), self.clear))
        self._chip_row.setVisible(bool(choices))
        chain(self)
        if self._period is not None and chosen.since is None and chosen.until is None:
            self._period.hide()

    def show_tally(self, tally: Tally) -> None:
        """Say how many negotiations the filter lets through, and how many of them are not rated."""
        words = self.tr("1 negotiation") if tally.negotiations == 1 else self.tr("{} negotiations")
        unrated = tally.negotiations - tally.rated
        rest = self.tr(", {} not rated").format(f"{unrated:,}") if unrated else ""
        self._tally.setText(words.format(f"{tally.negotiations:,}") + rest)

    def clear(self) -> None:
        """Let everything through again, except for a search that stands in a field of its own."""
        self._choose(Filter(search="" if self._says_search else self._workspace.filter.value().search))

    def _build(self) -> None:
        outer = self._column = spaced(QVBoxLayout(self))
        row = spaced(QHBoxLayout())
        row.addWidget(self._build_button())
        self._tally = Text(role=TextRole.SMALL)
        self._tally.setWordWrap(False)
        row.addStretch(1)
        row.addWidget(self._tally)
        outer.addLayout(row)
        self._chip_row = QWidget()
        self._chips = FlowLayout(self._chip_row, look().theme.spacing.inside)
        outer.addWidget(self._chip_row)

    def _build_button(self) -> QPushButton:
        self._button = button = plain_button(self.tr("Filter"))
        button.setIcon(icon("filter"))
        button.setAccessibleName(self.tr("Filter by"))
        self._menu = QMenu(button)
        self._menu.aboutToShow.connect(self._on_menu)
        button.setMenu(self._menu)
        return button

    def _choose(self, chosen: Filter) -> None:
        self._workspace.filter.choose(chosen)

    def _on_names(self, names: tuple[tuple[str, ...], tuple[str, ...]]) -> None:
        self._counterparts, self._tags = names

    def _on_menu(self) -> None:
        self._menu.clear()
        for earlier in self._menu.findChildren(QMenu):
            earlier.deleteLater()
        now = self._workspace.filter.value()
        for group in build_groups(now, self._catalog, self._counterparts, self._tags, today(), self.tr):
            menu = self._menu.addMenu(group.title)
            for choice in group.choices:
                action = menu.addAction(choice.label.replace("&", "&&"))
                action.triggered.connect(lambda _checked=False, to=choice.filter: self._choose(to))
        self._menu.addAction(self.tr("Other period…"), self._on_other_period)
        self._menu.addSeparator()
        self._menu.addAction(self.tr("In the bin"), lambda: self._choose(replace(now, binned=True)))

    def _on_other_period(self) -> None:
        if self._period is None:
            self._period = PeriodEdit()
            self._period.edited.connect(self._on_period)
            self._column.insertWidget(1, self._period)
            chain(self)
        now, day = self._workspace.filter.value(), today()
        self._period.show_period(now.since or day.replace(month=1, day=1), now.until or day)
        self._period.show()
        self._period.setFocus()

    def _on_period(self, since: date, until: date) -> None:
        self._choose(replace(self._workspace.filter.value(), since=since, until=until))
