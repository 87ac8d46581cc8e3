"""The place of one part in the form: folded or open, built when it is first seen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.draft import Draft
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.section import OutlineLine, PartSpec
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.theme import look, spaced


class PartFrame(QWidget):
    """Hold a part, hand drafts to and from it, and say what is filled in where it is folded."""

    edited = Signal()
    rearranged = Signal()
    unfolded = Signal()
    wanted = Signal(str, object)

    def __init__(self, spec: PartSpec, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._context = context
        self._draft: Draft
        self._part: Part | None = None
        self._advice: tuple[Problem, ...] = ()
        self._column = spaced(QVBoxLayout(self))
        self._fold = Fold(spec.title, parent=self) if spec.folded else None
        if self._fold is not None:
            self._column.addWidget(self._fold)
            self._fold.toggled.connect(self._on_toggled)

    def show_draft(self, draft: Draft, *, unfold: bool = True) -> None:
        """Show a draft, if wanted unfolded where there is something to see."""
        self._draft = draft
        if self._part is not None:
            self._part.show_draft(draft)
        if unfold and self._fold is not None and self.spec.is_open(draft, self._context):
            self.open()
        self.follow(draft)

    def settle(self, shown: Draft, saved: Draft) -> None:
        """Show what saving has made of values that the user left alone."""
        if self._part is not None:
            self._part.settle(shown, saved)

    def fold(self) -> None:
        """Fold the part."""
        if self._fold is not None:
            self._fold.set_open(False)

    def draft(self, shown: Draft) -> Draft:
        """Return the draft with what the user has changed in this part."""
        return shown if self._part is None else self._part.draft(shown)

    def show_context(self, context: Context) -> None:
        """Show other things to choose from."""
        self._context = context
        if self._part is not None:
            self._part.show_context(context)

    def follow(self, draft: Draft) -> None:
        """Fit in with what the user has changed anywhere."""
        self._draft = draft
        is_shown = self.spec.shown(draft.record, self._context)
        if is_shown and self._fold is None:
            self.built()
        if self._part is not None:
            self._part.follow(draft)
        if self._fold is not None:
            self._fold.show_summary(self.line().summary)
        self.setVisible(is_shown)

    def line(self) -> OutlineLine:
        """Return what the index says of this part."""
        return OutlineLine(self.spec.key, self.spec.title, self.spec.summary(self._draft.record, self._context))

    def open(self) -> None:
        """Unfold the part."""
        self.built()
        if self._fold is not None:
            self._fold.set_open(True)

    def built(self) -> Part:
        """Return the part, built if it isn't yet."""
        if self._part is not None:
            return self._part
        part = self.spec.build(self._context)
        part.show_draft(self._draft)
        part.follow(self._draft)
        part.edited.connect(self.edited)
        part.rearranged.connect(self.rearranged)
        part.wanted.connect(self.wanted)
        if self._fold is None:
            self._column.addWidget(part)
        else:
            part.column.setContentsMargins(look().theme.spacing.around, 0, 0, look().theme.spacing.inside)
            self._fold.set_content(part)
        self._part = part
        self.show_advice(self._advice)
        self.rearranged.emit()
        return part

    def problems(self) -> tuple[Problem, ...]:
        """Return what can't be taken as it is typed."""
        return self._part.problems() if self._part is not None and not self.isHidden() else ()

    def show_problems(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        """Show the problems of each field of this part, and return all of them; those before go away."""
        if self.isHidden():
            problems = ()
        part = self.built() if problems else self._part
        if part is None:
            return ()
        told: list[Problem] = []
        for path in part.fields():
            mine = [problem for problem in problems if _concerns(problem, path)]
            part.show_problems(path, {problem.field.removeprefix(path): problem.sentence for problem in mine})
            told += mine
        return tuple(told)

    def show_advice(self, advice: tuple[Problem, ...]) -> None:
        """Say quietly beside the fields of this part what might be looked at again."""
        self._advice = advice
        part = self._part
        if part is None:
            return
        for path in part.fields():
            mine = {one.field.removeprefix(path): one.sentence for one in advice if _concerns(one, path)}
            part.show_advice(path, mine)

    def focus_problem(self) -> bool:
        """Go to the first field with a problem, and tell whether there is one."""
        part = self._part
        path = next((path for path in part.fields() if part.has_problem(path)), None) if part else None
        if part is None or path is None or self.isHidden():
            return False
        self.open()
        part.fields()[path].control.setFocus()
        return True

    def _on_toggled(self, is_open: bool) -> None:  # noqa: FBT001 - a signal's value
        if is_open:
            self.open()
            self.unfolded.emit()


def _concerns(problem: Problem, path: str) -> bool:
    """Tell whether a problem is one of the value at a path, or of something in it."""
    return problem.field == path or problem.field.startswith((f"{path}.", f"{path}["))
