"""The page of paper: what is printed or handed on, seen before it leaves."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QCheckBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.ui.paper.leaf import Leaf
from negojournal.ui.paper.presenter import PaperPresenter, Sheet
from negojournal.ui.paper.printing import draw_pages, page_layout, print_pdf
from negojournal.ui.paper.replaced_list import ReplacedList
from negojournal.ui.shell.page import PaperPlace
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import LabelledAction, icon_button, plain_button
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.file_dialog import ask_target
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from negojournal.service.journal import Journal

KINDS = {".pdf": "Document (*.pdf)", ".html": "Web page (*.html)"}


class PaperPage(PaperPlace):
    """Show a brief or a report, and let it be saved, printed and copied."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._presenter = PaperPresenter(self, workspace.tasks, workspace.messages)
        self._build()

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self._presenter.show_journal(journal)

    def show_brief(self, record: NegotiationId) -> None:
        """Show the brief of a plan."""
        self._presenter.want_brief(record)

    def show_review(self, record: NegotiationId) -> None:
        """Show the report of one negotiation."""
        self._presenter.want_review(record)

    def show_period(self, chosen: Filter) -> None:
        """Show the report of all that a filter lets through."""
        self._presenter.want_period(chosen)

    def refresh(self) -> None:
        """Ask again for what is on the page."""
        self._presenter.refresh()

    def commands(self) -> Mapping[str, Run]:
        """Return what can be done with the page."""
        if self._presenter.sheet is None:
            return {}
        return {
            "save-paper": self._ask_where,
            "print": self._ask_printer,
            "copy-paper": self._copy,
            "coach-copy": self._coach.click,
        }

    def focus_start(self) -> None:
        """Begin with the page, or with what an empty one offers."""
        (self._empty if self._presenter.sheet is None else self._leaf).setFocus()

    def show_sheet(self, sheet: Sheet, *, for_coach: bool) -> None:
        """Show a page, and what is replaced in it where it is for a coach."""
        began_here = self._has_focus()
        self._leaf.show_printout(sheet.printout)
        self._replaced.show_replaced(sheet.copy.replaced)
        self._replaced.setVisible(for_coach)
        self._stack.setCurrentIndex(1)
        if began_here:
            self._leaf.setFocus()
        self.commands_changed.emit()

    def show_waiting(self) -> None:
        """Say that a page is being set which takes a while."""
        self._show_state(self.tr("One moment"), self.tr("The charts of the report are being drawn."))

    def show_nothing(self, why: str) -> None:
        """Say why there is no page."""
        self._show_state(self.tr("Nothing to show"), why)

    def _show_state(self, title: str, sentence: str) -> None:
        if self._has_focus():
            self.setFocus()
        self._empty.show_state(title, sentence)
        self._stack.setCurrentIndex(0)
        self.commands_changed.emit()

    def _has_focus(self) -> bool:
        """Tell whether the keyboard is on this page, beside what is done with a page."""
        focused = QApplication.focusWidget()
        parts = (self, self._leaf, self._empty, *self._empty.findChildren(QWidget))
        return focused is not None and focused in parts

    def _build(self) -> None:
        spacing = look().theme.spacing
        everything = LabelledAction(
            self.tr("Report what the filter lets through"), lambda: self.show_period(self.workspace.filter.value())
        )
        said = self.tr(
            "A brief tells on one page what to know before a meeting: open a plan and press Ctrl+B. A report tells "
            "afterwards how one negotiation went, or many."
        )
        self._empty = EmptyState(self.tr("Nothing on paper yet"), said, (everything,))
        self._stack = QStackedWidget()
        for part in (self._empty, self._build_sheet()):
            self._stack.addWidget(part)
        column = spaced(QVBoxLayout(self), gap=0)
        column.setContentsMargins(spacing.around, spacing.between, spacing.around, 0)
        column.addWidget(self._stack)

    def _build_sheet(self) -> QWidget:
        spacing = look().theme.spacing
        self._leaf, self._replaced = Leaf(), ReplacedList()
        sheet = QWidget()
        column = spaced(QVBoxLayout(sheet), gap=spacing.between)
        column.addLayout(self._build_tools())
        row = spaced(QHBoxLayout(), gap=0)
        row.addStretch(1)
        row.addWidget(self._leaf, 1 << 8)
        row.addWidget(self._replaced)
        row.addStretch(1)
        column.addLayout(row, 1)
        return sheet

    def _build_tools(self) -> QHBoxLayout:
        run = self.workspace.actions.run
        self._coach = QCheckBox(self.tr("Coach’s copy: names and amounts replaced"))
        self._coach.clicked.connect(lambda chosen: self._presenter.show_for_coach(for_coach=chosen))
        self._coach.clicked.connect(self.commands_changed)
        row = spaced(QHBoxLayout())
        row.addWidget(self._coach)
        row.addStretch(1)
        row.addWidget(plain_button(self.tr("Save…"), lambda: run("save-paper")))
        row.addWidget(plain_button(self.tr("Print…"), lambda: run("print")))
        row.addWidget(icon_button("copy", self.tr("Copy the page"), lambda: run("copy-paper")))
        return row

    def _copy(self) -> None:
        if sheet := self._presenter.sheet:
            QGuiApplication.clipboard().setMimeData(self._leaf.content(sheet.printout))
            self.workspace.messages.info(self.tr("The page is copied."))

    def _ask_where(self) -> None:
        kinds = [self.tr(kind) for kind in KINDS.values()]
        name = self._presenter.file_name
        ask_target(self, self.tr("Save the page"), name, kinds, lambda path: self._presenter.save(path, print_pdf))

    def _ask_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter  # noqa: PLC0415 - only for those who print

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setPageLayout(page_layout())
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.accepted.connect(lambda: self._print(printer))
        dialog.show()

    def _print(self, printer: QPrinter) -> None:
        if sheet := self._presenter.sheet:
            draw_pages(sheet.printout, printer)
