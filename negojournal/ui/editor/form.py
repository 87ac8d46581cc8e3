"""The scrolling form: the parts of the sections that are wanted, one below the other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial, reduce

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.domain.negotiation import Negotiation
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.part_frame import PartFrame
from negojournal.ui.editor.section import OutlineLine, Section, home_of
from negojournal.ui.editor.section_frame import SectionFrame
from negojournal.ui.editor.sight import Sight
from negojournal.ui.widgets.text import line_width
from negojournal.ui.widgets.theme import look, spaced


class Form(QScrollArea):
    """Hand a draft to every part and gather it again; `followed` says that what is filled in may have changed.

    A section is built when it is first wanted: that at which the record begins, one in which something is filled in,
    and one that the user goes to.
    """

    edited = Signal()
    followed = Signal()
    rearranged = Signal()
    wanted = Signal(str, object)

    def __init__(self, sections: Sequence[Section], context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Draft
        self._now: Draft
        self._context = context
        self._beginning = ("", "")
        self._entered: frozenset[str] = frozenset()
        page = QWidget(self)
        around = look().theme.spacing.around
        column = spaced(QVBoxLayout(page), gap=look().theme.spacing.between, margin=around)
        column.setContentsMargins(around, around, look().theme.spacing.between, around)
        page.setMaximumWidth(line_width() + 3 * around)
        self._sections = {section.key: SectionFrame(section, page) for section in sections}
        self._frames: dict[str, PartFrame] = {}
        for each in self._sections.values():
            column.addWidget(each)
        column.addStretch(1)
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sight = Sight(self, page)

    def show_draft(self, draft: Draft) -> None:
        """Show a draft in every part; another record, or what a plan becomes, from the top and folded if it can be."""
        if (beginning := (draft.record.id, home_of(draft.record))) != self._beginning:
            self._beginning = beginning
            self._entered = frozenset()
            self.sight.rest()
            self.verticalScrollBar().setValue(0)
            for frame in self._frames.values():
                frame.fold()
        self._shown = self._now = draft
        for section in self._sections.values():
            for frame in section.frames.values():
                frame.show_draft(draft, unfold=_is_home(section, self._now.record))
        self._follow(draft)

    def settle(self, saved: Draft) -> None:
        """Take what is in the journal now for what was shown, also in parts that are built only later."""
        for frame in self._frames.values():
            frame.settle(self._shown, saved)
        self._shown = saved
        self._follow(self.draft(saved))

    def draft(self, shown: Draft) -> Draft:
        """Return the draft with what the user has changed."""
        return reduce(lambda draft, frame: frame.draft(draft), self._frames.values(), shown)

    def show_context(self, context: Context) -> None:
        """Show other things to choose from."""
        self._context = context
        for frame in self._frames.values():
            frame.show_context(context)
        self._follow(self.draft(self._shown))

    def now(self) -> Draft:
        """Return the draft as it was after the last change."""
        return self._now

    def lines(self) -> tuple[OutlineLine, ...]:
        """Return what is said of every part on show."""
        return tuple(line for section in self._sections.values() for line in section.lines())

    def index(self) -> tuple[OutlineLine, ...]:
        """Return what is said of the sections that there are for the record, and of the parts on show."""
        record, lines = self._now.record, list[OutlineLine]()
        for section in self._sections.values():
            if section.section.title and section.section.offered(record, self._context):
                lines.append(section.heading(record, self._context))
            lines += section.lines()
        return tuple(lines)

    def place(self, widget: QWidget | None) -> str:
        """Return the key of the part that a widget belongs to, or nothing."""
        inside = (key for key, frame in self._frames.items() if widget is not None and frame.isAncestorOf(widget))
        return next(inside, "")

    def go_to(self, key: str) -> None:
        """Unfold a part, bring it into view and give it the keyboard; of a section, the first part of it."""
        section = next((each for each in self._sections.values() if each.section.has(key)), None)
        if section is None:
            return
        self._enter(section.section.key)
        lines = section.lines()
        frame = self._frames[lines[0].key if key == section.section.key and lines else key]
        if not frame.isHidden():
            frame.open()
            frame.built().focus_first()
            self.sight.show_whole(frame)

    def go_on(self) -> None:
        """Go from the head of the form to the part with which the record begins."""
        head, *_ = self._sections.values()
        own = head.lines()[1:] or self._sections[home_of(self._now.record)].lines()
        self.go_to(own[0].key)

    def part(self, key: str) -> Part:
        """Return a part."""
        for section in self._sections.values():
            if section.section.has(key):
                self._build(section)
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

    def _on_edited(self, frame: PartFrame) -> None:
        """Let the part that was edited have the last word on a value that another one shows as well."""
        self._follow(frame.draft(self.draft(self._shown)))
        self.edited.emit()
        self.sight.show_focus()

    def _enter(self, key: str) -> None:
        """Have a section in the form for as long as the record is."""
        if key not in self._entered:
            self._entered |= {key}
            self._follow(self.draft(self._shown))

    def _follow(self, draft: Draft) -> None:
        self._now = draft
        self._show_sections(draft)
        advice = _advice_on(draft.record)
        for frame in self._frames.values():
            frame.follow(draft)
            frame.show_advice(advice)
        self.followed.emit()

    def _show_sections(self, draft: Draft) -> None:
        """Show the sections that are wanted, those without a title always."""
        record, shown = draft.record, list[SectionFrame]()
        home = home_of(record)
        for key, section in self._sections.items():
            spec = section.section
            if key == home or not spec.title or spec.filled(record, self._context):
                self._entered |= {key}
            if key in self._entered and spec.offered(record, self._context):
                self._build(section)
                shown.append(section)
            section.setVisible(section in shown)
        titled = [section for section in shown if section.section.title]
        for section in shown:
            section.show_heading(is_told=len(titled) > 1)

    def _build(self, section: SectionFrame) -> None:
        if section.frames:
            return
        self._frames |= section.build(self._context)
        for frame in section.frames.values():
            frame.show_draft(self._now, unfold=_is_home(section, self._now.record))
            frame.edited.connect(partial(self._on_edited, frame))
            frame.rearranged.connect(self.rearranged)
            frame.wanted.connect(self.wanted)
            frame.unfolded.connect(partial(self.sight.show_whole, frame))
        self.rearranged.emit()


def _is_home(section: SectionFrame, record: Negotiation) -> bool:
    """Tell whether what is filled in here is unfolded, since the record begins here."""
    return section.section.key in {"", home_of(record)}


def _advice_on(record: Negotiation) -> tuple[Problem, ...]:
    """Return what is worth a second look; a review without plan and agreement need not wait for the rules."""
    if record.preparation is None and record.agreement is None:
        return ()
    from negojournal.domain.advice import advice_on  # noqa: PLC0415 - loaded when there is something to look at

    return advice_on(record)
