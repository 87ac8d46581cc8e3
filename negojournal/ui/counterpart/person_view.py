"""One counterpart: what there has been, what is promised, what to remember."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from negojournal.domain.agenda import Errand
from negojournal.ui.counterpart import wording
from negojournal.ui.counterpart.merge_form import MergeForm
from negojournal.ui.widgets.button import main_button, plain_button, quiet_button
from negojournal.ui.widgets.chart_table import ChartTable
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import look, spaced
from negojournal.ui.widgets.tip import tip

if TYPE_CHECKING:
    from negojournal.domain.summary import Intention
    from negojournal.service.person import Panel

TABLE_LINES = 10
"""How many negotiations are seen without scrolling in the table."""


class PersonView(QScrollArea):
    """Show one counterpart; signals tell what the user asked for."""

    plan_wanted = Signal()
    list_wanted = Signal()
    record_chosen = Signal(str)
    note_edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._name, self._facts = Text("", TextRole.TITLE), Text("", TextRole.MUTED)
        self._scores = Text("", TextRole.SMALL, limited=False)
        self._note = TextArea(self.tr("What to remember about them"), lines=2)
        self._note.edited.connect(self.note_edited)
        gap = look().theme.spacing.between
        self._open, self._past = spaced(QVBoxLayout(), gap=gap), spaced(QVBoxLayout(), gap=gap)
        self._table = ChartTable()
        self._table.review_chosen.connect(self.record_chosen)
        self.merging = MergeForm()
        self._page = self._build()
        self.setWidget(self._page)
        self.show_panel(None, ())

    def show_panel(self, panel: Panel | None, names: tuple[str, ...]) -> None:
        """Show a counterpart, or nothing; `names` are those it could be merged with."""
        self._page.setVisible(panel is not None)
        if panel is None:
            self._note.show_text("")
            return
        if self._name.text() != panel.name:
            self.merging.close_form()
        self._name.setText(panel.name)
        self._facts.setText(wording.facts(panel))
        self._scores.setText(wording.scores_line(panel.cases))
        self._note.show_text(panel.note)
        self._show_said(panel)
        self._table.show_table(
            wording.case_table(panel.cases), self.tr("Negotiations with {name}").format(name=panel.name)
        )
        self._fit_table(len(panel.cases))
        self.merging.show_names(panel.name, names)

    def note(self) -> str:
        """Return the note as it is typed."""
        return self._note.text()

    def _build(self) -> QWidget:
        spacing = look().theme.spacing
        page = QWidget()
        column = spaced(QVBoxLayout(page), gap=spacing.between, margin=spacing.around)
        head = spaced(QVBoxLayout(), gap=spacing.step)
        for part in (self._name, self._facts, self._scores):
            head.addWidget(part)
        column.addLayout(head)
        column.addLayout(self._build_buttons())
        column.addWidget(self.merging)
        column.addWidget(Field(self.tr("Notes"), self._note))
        column.addLayout(self._open)
        column.addWidget(self._table)
        column.addLayout(self._past)
        column.addStretch()
        return page

    def _build_buttons(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout())
        row.addWidget(main_button(self.tr("Plan a negotiation"), self.plan_wanted.emit))
        row.addWidget(plain_button(self.tr("Show in the journal"), self.list_wanted.emit))
        row.addWidget(quiet_button(self.tr("Merge with another name"), self.merging.open_form))
        row.addStretch()
        return row

    def _show_said(self, panel: Panel) -> None:
        empty(self._open)
        empty(self._past)
        if panel.intention is not None:
            _add_block(self._open, self.tr("What I meant to do next time"), self._intention(panel.intention))
        promises = [Text(line) for line in wording.promise_lines(panel)]
        _add_block(self._open, self.tr("Promises"), [*promises, *map(self._promise, panel.promises)])
        _add_block(self._past, self.tr("Trust in them, of 7"), _lines(wording.trust_lines(panel.cases)))
        _add_block(self._past, self.tr("Giving and returning"), _lines(wording.giving_lines(panel.cases)))

    def _intention(self, intention: Intention) -> list[QWidget]:
        said = self.tr("After “{title}”, {day}").format(title=intention.title, day=day_text(intention.held_at.day))
        return [Text(intention.next_time), Text(said, TextRole.SMALL)]

    def _promise(self, errand: Errand) -> QWidget:
        button = quiet_button(
            wording.open_promise(errand).replace("&", "&&"), partial(self.record_chosen.emit, errand.id)
        )
        button.setToolTip(tip(self.tr("Opens “{title}”").format(title=errand.title)))
        row = QWidget()
        line = spaced(QHBoxLayout(row))
        line.addWidget(button)
        line.addStretch()
        return row

    def _fit_table(self, lines: int) -> None:
        """Give the table the height of its lines, up to a number that is looked at without scrolling in it."""
        row = self._table.verticalHeader().defaultSectionSize()
        shown = min(max(lines, 1), TABLE_LINES)
        self._table.setFixedHeight(self._table.horizontalHeader().sizeHint().height() + shown * row + row // 2)


def _lines(texts: Iterable[str]) -> list[QWidget]:
    return [Text(text, limited=False) for text in texts]


def _add_block(layout: QVBoxLayout, title: str, parts: Sequence[QWidget]) -> None:
    """Set parts below a heading, where there are any."""
    if parts:
        block = QWidget()
        column = spaced(QVBoxLayout(block), gap=look().theme.spacing.step)
        for part in (Text(title, TextRole.STRONG), *parts):
            column.addWidget(part)
        layout.addWidget(block)
