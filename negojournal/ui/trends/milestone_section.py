"""The milestones under the charts: a list, and a small form in its place when one is written."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from negojournal.domain.moment import today
from negojournal.domain.negotiation import Milestone
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.trends.presenter import MilestonePresenter
from negojournal.ui.widgets.button import icon_button, plain_button, quiet_button
from negojournal.ui.widgets.date_edit import DateEdit
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.icon import icon
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.text import Text, TextRole, line_width
from negojournal.ui.widgets.theme import look, spaced


class MilestoneForm(QWidget):
    """Ask for the day, the title and a note of a milestone; Enter keeps it, Escape leaves it."""

    kept = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.day = DateEdit()
        self.title = QLineEdit()
        self.note = QLineEdit()
        self._title = Field(self.tr("What happened"), self.title)
        column = spaced(QVBoxLayout(self))
        fields = spaced(QHBoxLayout(), gap=look().theme.spacing.between)
        fields.addWidget(Field(self.tr("Day"), self.day), 0, Qt.AlignmentFlag.AlignTop)
        fields.addWidget(self._title, 1, Qt.AlignmentFlag.AlignTop)
        column.addLayout(fields)
        column.addWidget(Field(self.tr("Note"), self.note))
        column.addLayout(self._build_buttons())
        self.setMaximumWidth(line_width())
        for line in (self.title, self.note):
            line.returnPressed.connect(self.kept)

    def show_milestone(self, milestone: Milestone | None) -> None:
        """Show a milestone to edit, or nothing yet."""
        day = milestone.on if milestone else today()
        self.day.show_date(QDate(day.year, day.month, day.day))
        self.title.setText(milestone.title if milestone else "")
        self.note.setText((milestone.note or "") if milestone else "")
        self.show_problem("")
        self.title.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong; nothing takes it away."""
        self._title.show_problem(sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave by Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _build_buttons(self) -> QHBoxLayout:
        row = spaced(QHBoxLayout())
        row.addWidget(plain_button(self.tr("Keep milestone"), self.kept.emit))
        row.addWidget(quiet_button(self.tr("Cancel"), self.left.emit))
        row.addStretch(1)
        return row


class MilestoneSection(QWidget):
    """List the milestones, newest first, and let the user add, edit and delete them."""

    opened = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.presenter = MilestonePresenter(self, workspace.tasks, workspace.messages, workspace.bus.tell)
        self._form = MilestoneForm()
        self._form.kept.connect(self._on_kept)
        self._form.left.connect(self.close_form)
        self._form.hide()
        self._add = self._build_add()
        self._list = QWidget()
        self._rows = spaced(QVBoxLayout(self._list), gap=look().theme.spacing.step)
        column = spaced(QVBoxLayout(self))
        column.addWidget(self._form)
        column.addWidget(self._list)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_milestones(self, milestones: tuple[Milestone, ...]) -> None:
        """List the milestones."""
        empty(self._rows)
        for milestone in reversed(milestones):
            self._rows.addWidget(self._build_row(milestone))
        if not milestones:
            self._rows.addWidget(
                Text(self.tr("A course, a coaching, a book: what you mark here stands in every chart."), TextRole.MUTED)
            )

    def show_form(self, milestone: Milestone | None) -> None:
        """Open the form in sight."""
        self._form.show()
        self._add.hide()
        self.opened.emit()
        self._form.show_milestone(milestone)

    def close_form(self) -> None:
        """Close the form; the keyboard goes back to where it was opened."""
        self._form.hide()
        self._add.show()
        self._add.setFocus()

    def show_problem(self, sentence: str) -> None:
        """Say in the form what is wrong with it."""
        self._form.show_problem(sentence)

    def _build_add(self) -> QPushButton:
        button = quiet_button(self.tr("Add a milestone"), self.presenter.begin)
        button.setIcon(icon("plus"))
        return button

    def _build_row(self, milestone: Milestone) -> QWidget:
        row = QWidget()
        line = spaced(QHBoxLayout(row))
        said = f"{day_text(milestone.on)}  {milestone.title}"
        text = Text(f"{said} · {milestone.note}" if milestone.note else said)
        line.addWidget(text, 1)
        edit = self.tr("Edit {title}").format(title=milestone.title)
        delete = self.tr("Delete {title}").format(title=milestone.title)
        line.addWidget(icon_button("edit", edit, partial(self.presenter.begin, milestone)))
        line.addWidget(icon_button("delete", delete, partial(self.presenter.delete, milestone.id)))
        row.setMaximumWidth(line_width())
        return row

    def _on_kept(self) -> None:
        day = self._form.day.date()
        self.presenter.keep(date(day.year(), day.month(), day.day()), self._form.title.text(), self._form.note.text())
