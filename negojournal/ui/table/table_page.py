"""The page on which a table of another program is mapped and taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.change import Change
from negojournal.errors import Problem
from negojournal.exchange.custom import custom_of
from negojournal.exchange.ending import TABLES
from negojournal.exchange.sheet import Sheet
from negojournal.exchange.transcript import Transcript
from negojournal.ui.shell.page import TablePlace
from negojournal.ui.shell.places import JOURNAL
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.table.column_list import ColumnList
from negojournal.ui.table.custom_bar import CustomBar
from negojournal.ui.table.presenter import Sight, TablePresenter
from negojournal.ui.table.preview import preview_table
from negojournal.ui.table.wording import import_words, kind_words, summary
from negojournal.ui.widgets.button import LabelledAction, main_button, plain_button
from negojournal.ui.widgets.chart_table import ChartTable
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.file_dialog import ask_source
from negojournal.ui.widgets.text import OneLine, Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal

COLUMNS_WIDTH, PREVIEW_WIDTH = 280, 620
PROBLEM_LINES = 5
"""How many problems are seen without scrolling."""


class TablePage(TablePlace):
    """Show the columns of a table beside what its rows would become, and take it in."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        leave = partial(workspace.navigator.go, JOURNAL)
        self._presenter = TablePresenter(self, workspace.tasks, workspace.messages, workspace.bus.tell, leave)
        self._sheet: Sheet | None = None
        self._build()
        self.show_nothing()

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._presenter.show_journal(journal)

    def show_table(self, path: Path) -> None:
        """Show a table, and how its columns would be read."""
        self._presenter.want(path, custom_of(QLocale().name()))

    def refresh(self) -> None:
        """Look again at what the rows would become."""
        self._presenter.refresh()

    def on_changed(self, change: Change) -> None:
        """Look again when the lists of choices changed."""
        if change.catalog or change.everything:
            self.refresh()

    def commands(self) -> Mapping[str, Run]:
        """Take the table in by the keys of Done."""
        return {"done": self._presenter.import_table} if self._import.isEnabled() else {}

    def focus_start(self) -> None:
        """Begin with the columns, or with what an empty page offers."""
        if self._presenter.sight is None:
            self._empty.setFocus()
        else:
            self._columns.focus_start()

    def show_sight(self, sight: Sight) -> None:
        """Show a table, and what its first rows would become."""
        is_new = sight.sheet is not self._sheet
        self._sheet = sight.sheet
        self._name.setText(sight.sheet.source)
        self._kind.setText(kind_words(sight))
        self._custom.show_mapping(sight.sheet, sight.mapping, is_new=is_new)
        self._columns.show_columns(sight.sheet, sight.mapping.targets)
        transcript = sight.transcript or Transcript()
        table = preview_table(transcript, sight.mapping.targets, sight.catalog, self.tr)
        self._preview.show_table(table, self.tr("What the rows become"))
        self._show_problems(sight.problems or transcript.problems(), summary(sight))
        self._import.setText(import_words(sight.sheet.rows - transcript.passed))
        self._show(1)
        if is_new:
            self._columns.focus_start()

    def show_refused(self, problems: Sequence[Problem]) -> None:
        """Show what kept the table from being taken in."""
        said = self.tr("Nothing was imported. Mend these lines in the file and choose it again, or read it otherwise.")
        self._show_problems(problems, said)
        self.commands_changed.emit()

    def show_waiting(self, name: str) -> None:
        """Say that a file is being read."""
        self._empty.show_state(self.tr("One moment"), self.tr("{name} is being read.").format(name=name))
        self._show(0)

    def show_nothing(self, why: str = "") -> None:
        """Say what will be here, or why there is no table."""
        choose = LabelledAction(self.tr("Choose a table…"), self._ask)
        said = self.tr(
            "A journal that you kept in a spreadsheet comes along: save it there as CSV and choose it here, or drop it "
            "on the window. You see what each row becomes before anything is kept."
        )
        title = self.tr("This can’t be read") if why else self.tr("Import a table")
        self._sheet = None
        self._empty.show_state(title, why or said, (choose,))
        self._show(0)

    def _show(self, index: int) -> None:
        self._stack.setCurrentIndex(index)
        self._import.setEnabled(index == 1 and self._problems.isHidden())
        self.commands_changed.emit()

    def _show_problems(self, problems: Sequence[Problem], summary: str) -> None:
        self._summary_text.setText(summary)
        self._problems.clear()
        self._problems.addItems([problem.sentence for problem in problems])
        lines = min(len(problems), PROBLEM_LINES) * self._problems.sizeHintForRow(0)
        self._problems.setFixedHeight(lines + 2 * self._problems.frameWidth() + look().theme.spacing.step)
        self._problems.setVisible(bool(problems))
        self._import.setEnabled(not problems)

    def _ask(self) -> None:
        kind = self.tr("Table ({endings})").format(endings=" ".join(f"*{ending}" for ending in sorted(TABLES)))
        ask_source(self, self.tr("Choose a table"), self.show_table, kind=kind)

    def _build(self) -> None:
        spacing = look().theme.spacing
        self._empty = EmptyState("", "")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty)
        self._stack.addWidget(self._build_table())
        column = spaced(QVBoxLayout(self), gap=0)
        column.setContentsMargins(spacing.around, spacing.between, spacing.around, spacing.between)
        column.addWidget(self._stack)

    def _build_table(self) -> QWidget:
        spacing = look().theme.spacing
        self._custom = CustomBar()
        self._custom.custom_chosen.connect(self._presenter.choose_custom)
        self._custom.rest_chosen.connect(self._presenter.choose_rest)
        self._columns = ColumnList()
        self._columns.target_chosen.connect(self._presenter.choose_target)
        parts = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False)
        parts.addWidget(self._columns)
        parts.addWidget(self._build_preview())
        parts.setStretchFactor(1, 1)
        parts.setSizes([COLUMNS_WIDTH, PREVIEW_WIDTH])
        page = QWidget()
        column = spaced(QVBoxLayout(page), gap=spacing.between)
        column.addLayout(self._build_head())
        column.addWidget(self._custom)
        column.addWidget(parts, 1)
        column.addLayout(self._build_foot())
        return page

    def _build_head(self) -> QHBoxLayout:
        self._name = OneLine("", TextRole.TITLE)
        self._kind = Text("", TextRole.SMALL, limited=False)
        names = spaced(QVBoxLayout(), gap=0)
        names.addWidget(self._name)
        names.addWidget(self._kind)
        row = spaced(QHBoxLayout())
        row.addLayout(names, 1)
        row.addWidget(plain_button(self.tr("Another table…"), self._ask), 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _build_preview(self) -> QWidget:
        self._preview = ChartTable()
        side = QWidget()
        column = spaced(QVBoxLayout(side))
        column.setContentsMargins(look().theme.spacing.between, 0, 0, 0)
        column.addWidget(self._preview, 1)
        return side

    def _build_foot(self) -> QVBoxLayout:
        self._summary_text = Text("", TextRole.MUTED, limited=False)
        self._problems = QListWidget()
        self._problems.setAccessibleName(self.tr("What can’t be read"))
        self._problems.setWordWrap(True)
        self._import = main_button("", self._presenter.import_table)
        row = spaced(QHBoxLayout(), gap=look().theme.spacing.between)
        row.addWidget(self._summary_text, 1)
        row.addWidget(self._import, 0, Qt.AlignmentFlag.AlignBottom)
        foot = spaced(QVBoxLayout())
        foot.addLayout(row)
        foot.addWidget(self._problems)
        return foot
