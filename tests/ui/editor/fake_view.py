"""A form without widgets: what the user would have changed since the last draft is kept as changes."""

from dataclasses import dataclass, field, replace

from negojournal.domain.draft import Draft
from negojournal.errors import Problem
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.port import Kept


@dataclass
class FakeView:
    changes: dict[str, object] = field(default_factory=dict)
    unread: tuple[Problem, ...] = ()
    shown: list[Draft] = field(default_factory=list)
    settled: list[Draft] = field(default_factory=list)
    contexts: list[Context] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()
    focused: bool = False
    failures: list[str] = field(default_factory=list)
    retry: object = None
    changed: list[object] = field(default_factory=list)
    conflict: object = None
    conflicts: int = 0
    renewed: int = 0
    returned: list[Draft] = field(default_factory=list)
    bring_back: object = None
    parts: list[str] = field(default_factory=list)
    left: list[tuple[object, Kept]] = field(default_factory=list)

    @property
    def beside(self):
        return self

    def type(self, **changes):
        """Do what a user does."""
        self.changes |= changes

    def show_draft(self, draft):
        self.changes = {}
        self.shown.append(draft)

    def settle(self, saved):
        self.settled.append(saved)

    def draft(self, shown):
        return replace(shown, record=replace(shown.record, **self.changes))

    def go_to(self, part):
        self.parts.append(part)

    def show_context(self, context):
        self.contexts.append(context)

    def show_kept(self, kept):
        self.kept.append(kept)

    def show_problems(self, problems, *, focus):
        self.problems, self.focused = problems, focus

    def unreadable(self):
        return self.unread

    def show_failure(self, sentence, retry):
        self.failures.append(sentence)
        self.retry = retry

    def show_changed(self, conflict):
        self.changed.append(conflict)

    def show_conflict(self, conflict):
        self.conflicts += conflict is not None
        self.conflict = conflict

    def show_renewed(self):
        self.renewed += 1

    def come_back(self, draft):
        self.returned.append(draft)

    def show_discarded(self, bring_back):
        self.bring_back = bring_back

    def leave(self, record, kept):
        self.left.append((record, kept))
