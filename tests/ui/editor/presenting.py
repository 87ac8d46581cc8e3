"""The presenter of the form on a real journal, without a window."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from negojournal.catalog.load import load_catalog
from negojournal.domain.filter import Filter
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.presenter import EditorPresenter
from tests.builders import build_record
from tests.ui.editor.fake_view import FakeView
from tests.ui.fakes import SyncTasks


class Bench:
    """A presenter on a journal in memory, with a clock that goes on by a second each time it is read."""

    def __init__(self, *, is_open=True):
        self.at = datetime(2026, 3, 5, 13, 30, tzinfo=UTC)
        self.view, self.tasks, self.changes = FakeView(), SyncTasks(), []
        self.journal = open_journal(None, resource_folder())
        context = Context(load_catalog(resource_folder()), "quick")
        self.presenter = EditorPresenter(self.view, self.tasks, self.changes.append, context, self.clock)
        if is_open:
            self.presenter.show_journal(self.journal)

    def clock(self):
        self.at += timedelta(seconds=1)
        return self.at

    def type(self, **changes):
        self.view.type(**changes)

    @property
    def drafts(self):
        return {draft.record.title: draft for draft in self.journal.drafts.all()}

    @property
    def titles(self):
        return [line.title for line in self.journal.lists.page(Filter()).lines]

    def stored(self, **changes):
        """Put a record into the journal, without a draft."""
        record = build_record(**changes)
        self.journal.records.log(record)
        return self.journal.records.get(record.id)

    def change_elsewhere(self, record, **changes):
        self.journal.records.save(replace(record, **changes), base=record.updated_at)

    def fail(self, part, name, error):
        """Let one call of the journal fail from now on; returns what mends it."""
        target = getattr(self.journal, part)
        patch = pytest.MonkeyPatch()

        def refuse(*_args, **_keywords):
            raise error

        patch.setattr(type(target), name, refuse)
        return patch.undo
