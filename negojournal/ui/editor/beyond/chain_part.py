"""The negotiations before and after this one, and the way to each."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.summary import Summary
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.widgets.button import plain_button, quiet_button
from negojournal.ui.widgets.leaving import empty
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.text import Text, TextRole, line_width
from negojournal.ui.widgets.theme import look, spaced


class ChainPart(Part):
    """Show the chain that a negotiation stands in, in order of time, and go from link to link."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._id: NegotiationId | None = None
        self._follows: NegotiationId | None = None
        self._alone = Text("", TextRole.MUTED, self)
        self._links = spaced(QVBoxLayout(), gap=look().theme.spacing.step)
        self._again = plain_button(self.tr("Negotiate again"), self._on_again)
        self._again.setToolTip(self.tr("Begins a plan that follows from this one"))
        self.column.addWidget(self._alone)
        self.column.addLayout(self._links)
        self.column.addWidget(self._again, 0, Qt.AlignmentFlag.AlignLeft)

    def show_draft(self, draft: Draft) -> None:
        """Show the chain of another record."""
        super().show_draft(draft)
        self._id = draft.record.id
        self._again.setVisible(not draft.is_new)
        self._show_chain()

    def show_context(self, context: Context) -> None:
        """Show the chain as it is in the journal now."""
        known, self.context = self.context.chain, context
        if context.chain != known:
            self._show_chain()

    def follow(self, draft: Draft) -> None:
        """Say what will stand in the chain once it is kept."""
        super().follow(draft)
        if draft.record.follows != self._follows:
            self._follows = draft.record.follows
            self._show_chain()

    def focus_first(self) -> None:
        """Go to the first link, or to the button where there is none."""
        links = [item.widget() for at in range(self._links.count()) if (item := self._links.itemAt(at))]
        next((link for link in links if isinstance(link, QPushButton)), self._again).setFocus()

    def _show_chain(self) -> None:
        """Set the links one below the other, this one among them as plain text."""
        empty(self._links)
        before, after = self.context.chain.before, self.context.chain.after
        nothing = self.tr("Nothing came before it, and nothing follows from it yet.")
        later = self.tr("It goes on from an earlier one; the way there is shown once this is kept.")
        self._alone.setText(later if self._follows else nothing)
        self._alone.setVisible(not before and not after)
        if before or after:
            for summary in before:
                self._add_link(summary)
            here = Text(self.tr("This one"), TextRole.STRONG, self)
            here.setIndent(look().theme.spacing.inside)
            self._add(here)
            for summary in after:
                self._add_link(summary)
        self.rearranged.emit()

    def _add_link(self, summary: Summary) -> None:
        label = f"{day_text(summary.held_at.day)} · {summary.title}"
        short = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, line_width())
        link = quiet_button(short.replace("&", "&&"), partial(self.wanted.emit, "edit", summary.id))
        link.setAccessibleName(label)
        self._add(link)

    def _add(self, widget: QWidget) -> None:
        self._links.addWidget(widget, 0, Qt.AlignmentFlag.AlignLeft)
        widget.show()

    def _on_again(self) -> None:
        self.wanted.emit("follow", self._id)
