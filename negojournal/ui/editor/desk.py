"""The form with its index, its messages and its buttons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status
from negojournal.errors import Problem
from negojournal.ui.editor.contest import Contest
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.form import Form
from negojournal.ui.editor.outline import Outline
from negojournal.ui.editor.port import Kept
from negojournal.ui.editor.section import Section
from negojournal.ui.shell.port import Messages, Run
from negojournal.ui.widgets.button import LabelledAction, main_button, plain_button, quiet_button
from negojournal.ui.widgets.message_bar import Message, MessageBar, MessageKind
from negojournal.ui.widgets.tab_order import chain
from negojournal.ui.widgets.text import Hairline, Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

TROUBLE = "trouble"


class Desk(QWidget):
    """Be the view that the presenter knows; signals tell what the user asked for."""

    done = Signal()
    closed = Signal()
    discarded = Signal()
    field_left = Signal()
    left = Signal(object)
    held = Signal()

    def __init__(
        self, sections: Sequence[Section], context: Context, messages: Messages, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._start = ""
        self._is_filling = False
        self._is_rearranged = False
        self._messages = messages
        self._bar = MessageBar(self)
        self.form = Form(sections, context, self)
        self._outline = Outline(self)
        self._kept = Text("", TextRole.SMALL, self)
        self._held = plain_button(self.tr("It took place"), self.held.emit)
        self._held.setToolTip(self.tr("Ctrl+R: goes on to the review; what was expected is sealed"))
        self._discard = quiet_button(self.tr("Discard"), self.discarded.emit)
        self.form.followed.connect(self._on_followed)
        page = self._build_page()
        self.beside = Contest(page, self._bar, messages)
        self.beside.opened.connect(partial(chain, self))
        self.beside.closed.connect(self._on_form_again)
        self._outline.chosen.connect(self.beside.put_off)
        self._outline.chosen.connect(self.form.go_to)
        self._build_layout()
        self.form.rearranged.connect(self._on_rearranged)
        QApplication.instance().focusChanged.connect(self._on_focus_changed)  # type: ignore[union-attr]

    def show_draft(self, draft: Draft) -> None:
        """Show a draft in every part of the form."""
        self._start = ""
        self._bar.dismiss_all()
        with self._chained_once():
            self.form.show_draft(draft)

    def go_to(self, part: str) -> None:
        """Begin at a part, or at the first of a section."""
        self._start = part
        with self._chained_once():
            self.form.go_to(part)

    def focus_start(self, usual: str) -> None:
        """Put the keyboard where one was sent to, or else where one usually begins."""
        self.form.go_to(self._start or usual)

    def settle(self, saved: Draft) -> None:
        """Take what is in the journal now for what was shown."""
        self.form.settle(saved)

    def draft(self, shown: Draft) -> Draft:
        """Return what was shown with what the user has changed since."""
        return self.form.draft(shown)

    def show_context(self, context: Context) -> None:
        """Show what there is to choose from."""
        self.form.show_context(context)

    def show_kept(self, kept: Kept) -> None:
        """Say where the form's content is kept; where it is, nothing stands in its way any more."""
        if kept in {Kept.DRAFT, Kept.JOURNAL}:
            self._bar.dismiss(TROUBLE)
        self._discard.setEnabled(kept in {Kept.DRAFT, Kept.WAITING, Kept.REFUSED})
        said = {
            Kept.NOWHERE: "",
            Kept.WAITING: self.tr("Held here until the journal is open"),
            Kept.DRAFT: self.tr("Draft kept"),
            Kept.JOURNAL: self.tr("Kept in the journal"),
            Kept.REFUSED: self.tr("Not kept yet"),
        }
        self._kept.setText(said[kept])

    def show_problems(self, problems: tuple[Problem, ...], *, focus: bool) -> None:
        """Show problems beside their fields in place of those before, and go to the first if asked to."""
        elsewhere = self.form.show_problems(problems)
        if focus:
            self.form.focus_problem()
        if elsewhere:
            sentence = " ".join(problem.sentence for problem in elsewhere)
            self._bar.show_message(Message(sentence, MessageKind.ERROR, key=TROUBLE))

    def unreadable(self) -> tuple[Problem, ...]:
        """Return the problems of what is typed and means nothing yet."""
        return self.form.problems()

    def show_failure(self, sentence: str, retry: Run) -> None:
        """Say what stands in the way of keeping, and offer to try again."""
        text = self.tr("{sentence} What you typed is still here in the form.").format(sentence=sentence)
        actions = (LabelledAction(self.tr("Try again"), retry),)
        self._bar.show_message(Message(text, MessageKind.ERROR, actions, TROUBLE))

    def show_discarded(self, bring_back: Run) -> None:
        """Say that what was typed is gone from the form, and offer to bring it back."""
        self._messages.undoable(self.tr("What you typed was discarded."), bring_back)

    def leave(self, record: NegotiationId | None, kept: Kept) -> None:
        """Go to the record or back where the user came from, and say where what was typed is kept now."""
        self.left.emit(record)
        if kept is Kept.JOURNAL:
            self._messages.undoable(self.tr("Kept in the journal."))
        elif kept is Kept.DRAFT:
            self._messages.info(self.tr("What you typed is kept as a draft; Today offers it again."))

    def _build_page(self) -> QWidget:
        buttons = spaced(QHBoxLayout(), margin=look().theme.spacing.inside)
        buttons.addWidget(self._kept)
        buttons.addStretch()
        close = plain_button(self.tr("Close"), self.closed.emit)
        close.setToolTip(self.tr("Escape: leaves the form; what you typed is kept as a draft"))
        done = main_button(self.tr("Done"), self.done.emit)
        done.setToolTip(self.tr("Ctrl+Enter: puts the review into the journal"))
        for button in (self._discard, self._held, close, done):
            buttons.addWidget(button)
        self._held.hide()
        page = QWidget(self)
        column = spaced(QVBoxLayout(page), gap=0)
        for each in (self.form, Hairline(parent=self)):
            column.addWidget(each)
        column.addLayout(buttons)
        return page

    def _build_layout(self) -> None:
        side = spaced(QVBoxLayout(), margin=look().theme.spacing.inside)
        side.addWidget(self._outline)
        self._outline.setFixedWidth(self.fontMetrics().averageCharWidth() * 26)
        right = spaced(QVBoxLayout(), gap=0)
        right.addWidget(self._bar)
        right.addWidget(self.beside, 1)
        row = spaced(QHBoxLayout(self), gap=0)
        row.addLayout(side)
        row.addWidget(Hairline(Qt.Orientation.Vertical, self))
        row.addLayout(right, 1)

    @contextmanager
    def _chained_once(self) -> Iterator[None]:
        """Lay the way of the Tab key after all that is filled in, not after each list of a form that has a dozen."""
        self._is_filling, self._is_rearranged = True, False
        try:
            yield
        finally:
            self._is_filling = False
            if self._is_rearranged:
                chain(self)

    def _on_rearranged(self) -> None:
        self._is_rearranged = True
        if not self._is_filling:
            chain(self)

    def _on_form_again(self) -> None:
        self.focus_start(self.form.index()[0].key)

    def _on_followed(self) -> None:
        self._outline.show_lines(self.form.index())
        self._held.setVisible(self.form.now().record.status is Status.PLANNED)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        self._outline.show_place(self.form.place(new))
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.form.sight.show_focus()
        if self.form.place(old):
            self.field_left.emit()
