"""The scrolling form: every part of every section, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.part_frame import PartFrame
from negojournal.ui.editor.section import OutlineLine, Section
from negojournal.ui.widgets.text import line_width
from negojournal.ui.widgets.theme import look, spaced


class Form(QScrollArea):
    """Hand a draft to every part and gather it again; `followed` says that what is filled in may have changed."""

    edited = Signal()
    followed = Signal()
    rearranged = Signal()

    def __init__(self, sections: Sequence[Section], context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Draft
        self._record = ""
        self._page = page = QWidget(self)
        around = look().theme.spacing.around
        self._column = spaced(QVBoxLayout(page), gap=look().theme.spacing.between, margin=around)
        page.setMaximumWidth(line_width() + 3 * around)
        specs = [spec for section in sections for spec in section.parts]
        self._frames = {spec.key: PartFrame(spec, context, page) for spec in specs}
        for frame in self._frames.values():
            frame.edited.connect(partial(self._on_edited, frame))
            frame.rearranged.connect(self.rearranged)
            frame.unfolded.connect(partial(self._bring_into_view, frame))
            self._column.addWidget(frame)
        self._column.addStretch()
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft in every part; that of another record from the top, with no more unfolded than need be."""
        if draft.record.id != self._record:
            self._record = draft.record.id
            self.verticalScrollBar().setValue(0)
            for frame in self._frames.values():
                frame.fold()
        self._shown = draft
        for frame in self._frames.values():
            frame.show_draft(draft)
        self.followed.emit()

    def draft(self, shown: Draft) -> Draft:
        """Return the draft with what the user has changed."""
        return reduce(lambda draft, frame: frame.draft(draft), self._frames.values(), shown)

    def show_context(self, context: Context) -> None:
        """Show other things to choose from."""
        for frame in self._frames.values():
            frame.show_context(context)
        self._follow(self.draft(self._shown))

    def lines(self) -> tuple[OutlineLine, ...]:
        """Return what the index says of every part on show."""
        return tuple(frame.line() for frame in self._frames.values() if not frame.isHidden())

    def place(self, widget: QWidget | None) -> str:
        """Return the key of the part that a widget belongs to, or nothing."""
        inside = (key for key, frame in self._frames.items() if widget is not None and frame.isAncestorOf(widget))
        return next(inside, "")

    def go_to(self, key: str) -> None:
        """Unfold a part, bring it into view and give it the keyboard."""
        frame = self._frames[key]
        if not frame.isHidden():
            frame.open()
            frame.built().focus_first()
            self._bring_into_view(frame)

    def go_on_from(self, key: str) -> None:
        """Go to the next part on show."""
        keys = [line.key for line in self.lines()]
        self.go_to(keys[keys.index(key) + 1])

    def part(self, key: str) -> Part:
        """Return a part."""
        return self._frames[key].built()

    def problems(self) -> tuple[Problem, ...]:
        """Return what can't be taken as it is typed."""
        return tuple(problem for frame in self._frames.values() for problem in frame.problems())

    def show_problems(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Show problems beside their fields in place of those before, and return those that have no field here."""
        told = [problem for frame in self._frames.values() for problem in frame.show_problems(problems)]
        return tuple(problem for problem in problems if problem not in told)

    def focus_problem(self) -> None:
        """Go to the first field with a problem."""
        next((frame for frame in self._frames.values() if frame.focus_problem()), None)

    def _bring_into_view(self, frame: PartFrame) -> None:
        """Scroll until a part is seen whole, or from its heading on, once the layout has answered."""

        def scroll() -> None:
            if frame.height() > self.viewport().height():
                self.verticalScrollBar().setValue(frame.y())
            else:
                self.ensureWidgetVisible(frame)

        QTimer.singleShot(0, frame, scroll)

    def _on_edited(self, frame: PartFrame) -> None:
        """Let the part that was edited have the last word on a value that another one shows as well."""
        self._follow(frame.draft(self.draft(self._shown)))
        self.edited.emit()
        # Once the layout has answered to a text that has grown.
        QTimer.singleShot(0, self, self._show_cursor)

    def _follow(self, draft: Draft) -> None:
        for frame in self._frames.values():
            frame.follow(draft)
        self.followed.emit()

    def _show_cursor(self) -> None:
        """Keep the line that is being typed in view."""
        area = QApplication.focusWidget()
        if isinstance(area, QPlainTextEdit) and self.isAncestorOf(area):
            at = area.viewport().mapTo(self._page, area.cursorRect().bottomLeft())
            self.ensureVisible(at.x(), at.y(), 0, look().theme.spacing.around)
