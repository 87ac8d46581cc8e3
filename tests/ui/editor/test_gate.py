"""In which order what the form asks for is written."""

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from negojournal.domain.draft import Draft
from negojournal.domain.moment import moment_of, now
from negojournal.errors import JournalError
from negojournal.ui.editor.gate import Gate
from tests.builders import build_record
from tests.ui.fakes import SyncTasks


@dataclass
class Tasks(SyncTasks):
    """Count what is done beside other work."""

    beside: list = field(default_factory=list)

    def run_beside(self, work, then, failed=None):
        self.beside.append(work())
        then(self.beside[-1])


def refuse(*_args, **_named):
    raise JournalError("No room.")


@pytest.fixture
def tasks():
    return Tasks(held=True)


@pytest.fixture
def gate(tasks):
    drafts = SimpleNamespace(keep=lambda draft: draft, drop=refuse)
    gate = Gate(tasks)
    gate.open(SimpleNamespace(drafts=drafts, records=SimpleNamespace(save=refuse)))
    return gate


def test_what_failed_in_turn_holds_up_nothing_afterwards(gate, tasks):
    draft = Draft(build_record(), "", is_new=True, saved_at=moment_of(now()))
    gate.save(draft, lambda *_: None, lambda _: None)
    gate.drop(draft.record.id)
    gate.keep(draft, lambda: None, lambda _: None)
    assert tasks.beside == []
    tasks.answer_all()
    assert [str(error) for error in tasks.errors] == ["No room."]
    gate.keep(draft, lambda: None, lambda _: None)
    assert tasks.beside == [draft]
