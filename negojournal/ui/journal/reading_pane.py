"""The reading pane: one whole record, well typeset."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QTextBrowser, QVBoxLayout, QWidget

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.outcome import Outcome
from negojournal.domain.scoring import Scores
from negojournal.domain.summary import Summary
from negojournal.exchange.outline import build_outline
from negojournal.ui.journal.link_row import LinkRow
from negojournal.ui.journal.presenter import Reading
from negojournal.ui.journal.typeset import outline_html, sheet
from negojournal.ui.widgets.button import LabelledAction, icon_button, plain_button
from negojournal.ui.widgets.flow_layout import FlowLayout
from negojournal.ui.widgets.locale_text import day_text, long_day_text, time_text
from negojournal.ui.widgets.outcome_mark import OutcomeMark, outcome_name
from negojournal.ui.widgets.text import Hairline, Text, TextRole, breakable, line_width
from negojournal.ui.widgets.theme import look, spaced

NEAREST = 3
"""How many negotiations before and after the one on show are linked; the others are linked from those."""


@dataclass(frozen=True, slots=True)
class ReadingActions:
    """Hold what the buttons above a record do, and where its links lead."""

    edit: Callable[[], None]
    review: Callable[[], None]
    brief: Callable[[], None]
    follow: Callable[[], None]
    delete: Callable[[], None]
    restore: Callable[[], None]
    previous: Callable[[], None]
    next: Callable[[], None]
    open_person: Callable[[str], None]
    open_record: Callable[[NegotiationId], None]


class Document(QTextBrowser):
    """Show typeset text; nothing in it is ever loaded or followed."""

    def __init__(self) -> None:
        super().__init__()
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setMaximumWidth(line_width() + 4 * look().theme.spacing.around)
        self.document().setDocumentMargin(look().theme.spacing.inside)
        self.document().setIndentWidth(look().theme.spacing.between)

    def loadResource(self, kind: int, name: QUrl | str) -> None:  # noqa: ARG002, N802 - Qt's name
        """Load nothing, whatever a text names."""
        return


class ReadingPane(QWidget):
    """Show a record with its scores; blank where none is chosen."""

    def __init__(self, actions: ReadingActions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._catalog = Catalog((), ())
        self._reading: Reading | None = None
        self._stack = QStackedLayout(self)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._build(actions))
        look().changed.connect(self._typeset)

    def show_catalog(self, catalog: Catalog) -> None:
        """Take the words for areas, traps and questions."""
        self._catalog = catalog

    def show_reading(self, reading: Reading | None) -> None:
        """Show a record, or nothing."""
        self._reading = reading
        self._stack.setCurrentIndex(0 if reading is None else 1)
        if reading is None:
            return
        self._title.setText(breakable(reading.record.title))
        self._meta.setText(self._meta_of(reading.record))
        self._show_scores(reading.scores)
        self._show_buttons(reading)
        self._show_links(reading)
        self._typeset()

    def text(self) -> str:
        """Return the text of the page, as a reader would copy it."""
        return self._document.toPlainText()

    def _build(self, actions: ReadingActions) -> QWidget:
        spacing = look().theme.spacing
        page = QWidget()
        column = spaced(QVBoxLayout(page), gap=0, margin=spacing.around - spacing.inside)
        head = spaced(QVBoxLayout())
        head.setContentsMargins(spacing.inside, spacing.inside, spacing.inside, 0)
        self._title = Text(role=TextRole.TITLE)
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._meta = Text(role=TextRole.MUTED)
        head.addLayout(self._build_buttons(actions))
        self._people = LinkRow(self.tr("With"))
        self._before, self._after = LinkRow(self.tr("Follows")), LinkRow(self.tr("Followed by"))
        links = spaced(QVBoxLayout(), gap=0)
        for row in (self._people, self._before, self._after):
            links.addWidget(row)
        head.addWidget(self._title)
        head.addWidget(self._meta)
        head.addLayout(links)
        head.addWidget(self._build_scores())
        head.addWidget(Hairline())
        column.addLayout(head)
        self._document = Document()
        self._document.setAccessibleName(self.tr("The record"))
        column.addWidget(self._document, 1)
        return page

    def _build_buttons(self, actions: ReadingActions) -> QHBoxLayout:
        row = spaced(QHBoxLayout())
        self._ways = actions
        self._edit = plain_button(self.tr("Edit"), actions.edit)
        self._review = plain_button(self.tr("Review"), actions.review)
        self._brief = plain_button(self.tr("Brief"), actions.brief)
        self._follow = plain_button(self.tr("Negotiate again"), actions.follow)
        self._restore = plain_button(self.tr("Take out of the bin"), actions.restore)
        self._delete = icon_button("delete", self.tr("Delete"), actions.delete)
        row.addWidget(icon_button("chevron-up", self.tr("Previous record"), actions.previous))
        row.addWidget(icon_button("chevron-down", self.tr("Next record"), actions.next))
        row.addStretch(1)
        for button in (self._restore, self._follow, self._brief, self._review, self._edit, self._delete):
            row.addWidget(button)
        # All of them at once, which no record has, would make the list beside them narrow until one is read.
        self._restore.hide()
        self._follow.hide()
        return row

    def _show_buttons(self, reading: Reading) -> None:
        is_plan = reading.record.status is Status.PLANNED
        for buttons, shown in (
            ((self._edit, self._delete), not reading.binned),
            ((self._review, self._brief), not reading.binned and is_plan),
            ((self._follow,), not reading.binned and not is_plan),
            ((self._restore,), reading.binned),
        ):
            for button in buttons:
                button.setVisible(shown)

    def _show_links(self, reading: Reading) -> None:
        """Show with whom it was, and of the chain what stands nearest."""
        names, chain = reading.record.counterparts, reading.chain
        self._people.show_links([LabelledAction(name, partial(self._ways.open_person, name)) for name in names])
        self._before.show_links([self._link(line) for line in chain.before[-NEAREST:]])
        self._after.show_links([self._link(line) for line in chain.after[:NEAREST]])

    def _link(self, line: Summary) -> LabelledAction:
        label = f"{day_text(line.held_at.day)} · {line.title}"
        return LabelledAction(label, partial(self._ways.open_record, line.id))

    def _build_scores(self) -> QWidget:
        self._scores = QWidget()
        spacing = look().theme.spacing
        flow = FlowLayout(self._scores, spacing.between - spacing.step)
        self._numbers: dict[str, Text] = {}
        for outcome in Outcome:
            cell = QWidget()
            row = spaced(QHBoxLayout(cell), gap=spacing.step)
            name, number = Text(outcome_name(outcome), TextRole.SMALL), Text()
            self._numbers[outcome] = number
            row.addWidget(OutcomeMark(outcome))
            for text in (name, number):
                text.setWordWrap(False)
                row.addWidget(text)
            flow.addWidget(cell)
        return self._scores

    def _show_scores(self, scores: Scores | None) -> None:
        self._scores.setVisible(scores is not None)
        for outcome, number in self._numbers.items():
            number.setText(str(scores[outcome]) if scores else "")

    def _meta_of(self, record: Negotiation) -> str:
        moment = record.held_at
        day = long_day_text(moment.day)
        time = time_text(moment.wall.time()) if moment.instant else ""
        area = self._catalog.label(EntryKind.AREA, record.area) if record.area else ""
        status = {Status.PLANNED: self.tr("planned"), Status.DODGED: self.tr("dodged")}.get(record.status, "")
        parts = (day, time, area, status)
        return " · ".join(part for part in parts if part)

    def _typeset(self) -> None:
        if self._reading is None:
            return
        applied = look()
        self._document.document().setDefaultStyleSheet(
            sheet(applied.palette, applied.theme.spacing, applied.theme.type_scale)
        )
        self._document.setHtml(outline_html(build_outline(self._reading.record, self._catalog)))
