"""The settings of one list of the user's own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListView, QSizePolicy, QVBoxLayout

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.ui.settings.entry_model import EntryModel
from negojournal.ui.settings.presenter import EntryPresenter
from negojournal.ui.settings.section import Section
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import icon_button, plain_button
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

MOVES = ((-1, "Alt+Up", "chevron-up"), (1, "Alt+Down", "chevron-down"))


class EntrySection(Section):
    """Add, rename, hide and arrange entries: by buttons, or by F2, Space, Alt+Up and Alt+Down."""

    def __init__(self, kind: EntryKind, title: str, hint: str, workspace: Workspace) -> None:
        super().__init__()
        self.presenter = EntryPresenter(kind, self, workspace.tasks, workspace.messages, workspace.bus.tell)
        self._model = EntryModel(self)
        self._model.renamed.connect(self.presenter.rename)
        self._model.ticked.connect(lambda key, offered: self.presenter.hide(key, hidden=not offered))
        self._list = QListView()
        self._list.setAccessibleName(title)
        self._list.setModel(self._model)
        self._list.setSizeAdjustPolicy(QListView.SizeAdjustPolicy.AdjustToContents)
        self._list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._list.setEditTriggers(QListView.EditTrigger.DoubleClicked | QListView.EditTrigger.EditKeyPressed)
        self._new = QLineEdit()
        self._new.returnPressed.connect(self._on_added)
        add = plain_button(self.tr("Add"), self._on_added)
        self._field = Field(self.tr("New entry"), self._new, beside=add)
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.between)
        column.addWidget(Text(hint, TextRole.MUTED))
        column.addLayout(self._list_row())
        column.addWidget(self._field)
        column.addStretch(1)

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self.presenter.show_journal(journal)

    def refresh(self) -> None:
        """Read the list again."""
        self.presenter.refresh()

    def show_entries(self, entries: Sequence[Entry], chosen: str) -> None:
        """Show the entries, the chosen one or the first selected."""
        self._model.show_entries(entries)
        self._list.setCurrentIndex(self._model.index_of(chosen) if chosen else self._model.index(0))

    def show_added(self) -> None:
        """Be ready for the next one."""
        self._new.clear()

    def show_problem(self, sentence: str) -> None:
        """Show what is wrong beside where one types."""
        self._field.show_problem(sentence)

    def _list_row(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout())
        row.addWidget(self._list, 1)
        buttons = spaced(QVBoxLayout(), gap=look().theme.spacing.step)
        for step, keys, picture in MOVES:
            name = self.tr("Move up") if step < 0 else self.tr("Move down")
            buttons.addWidget(icon_button(picture, name, partial(self._on_moved, step)))
            shortcut = QShortcut(QKeySequence(keys), self._list, context=Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(partial(self._on_moved, step))
        buttons.addWidget(icon_button("edit", self.tr("Rename"), self._on_edited))
        buttons.addStretch()
        row.addLayout(buttons)
        return row

    def _on_added(self) -> None:
        self.presenter.add(self._new.text())

    def _on_edited(self) -> None:
        self._list.edit(self._list.currentIndex())

    def _on_moved(self, step: int) -> None:
        if (entry := self._model.entry(self._list.currentIndex())) is not None:
            self.presenter.move(entry.key, step)
