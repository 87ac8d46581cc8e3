"""What the settings do."""

from types import SimpleNamespace

import pytest

from negojournal import paths
from negojournal.domain.catalog import EntryKind
from negojournal.errors import LockedError
from negojournal.service.journal import open_journal
from negojournal.ui.settings.presenter import EntryPresenter, Place, PlacePresenter, place_of
from tests.ui.fakes import RecordingMessages, SyncTasks

AREA = EntryKind.AREA


class View:
    def __init__(self):
        self.entries, self.chosen, self.problem, self.place = (), "", "", None
        self.added = 0

    def show_entries(self, entries, chosen):
        self.entries, self.chosen = entries, chosen

    def show_added(self):
        self.added += 1

    def show_problem(self, sentence):
        self.problem = sentence

    def show_place(self, place):
        self.place = place


@pytest.fixture
def journal():
    one = open_journal(None, paths.resource_folder(), None)
    yield one
    one.close()


@pytest.fixture
def desk(journal):
    desk = SimpleNamespace(view=View(), messages=RecordingMessages(), told=[], journal=journal)
    desk.tasks = SyncTasks()
    desk.presenter = EntryPresenter(AREA, desk.view, desk.tasks, desk.messages, desk.told.append)
    desk.presenter.show_journal(journal)
    desk.keys = [entry.key for entry in desk.view.entries]
    return desk


def labels(desk):
    return [entry.label for entry in desk.view.entries]


def test_before_the_journal_is_open_nothing_happens(journal):
    view = View()
    presenter = EntryPresenter(AREA, view, SyncTasks(), RecordingMessages(), print)
    presenter.refresh()
    presenter.add("Rent")
    presenter.rename("rent", "Rent")
    assert view.entries == ()


def test_an_entry_is_added_at_the_end_and_chosen(desk):
    desk.presenter.add("Office rent")
    assert labels(desk)[-1] == "Office rent"
    assert desk.view.chosen == "office-rent"
    assert desk.told[0].catalog
    assert [entry.label for entry in desk.journal.catalog.of(AREA)] == labels(desk)


def test_an_entry_is_renamed_and_keeps_its_key(desk):
    desk.presenter.rename(desk.keys[0], " Money ")
    assert desk.view.entries[0].label == "Money"
    assert desk.view.entries[0].key == desk.keys[0]
    assert desk.view.chosen == desk.keys[0]


def test_an_entry_is_hidden_and_offered_again(desk):
    desk.presenter.hide(desk.keys[0], hidden=True)
    assert desk.keys[0] not in {entry.key for entry in desk.journal.catalog.of(AREA)}
    desk.presenter.hide(desk.keys[0], hidden=False)
    assert desk.keys[0] in {entry.key for entry in desk.journal.catalog.of(AREA)}


@pytest.mark.parametrize(
    ("at", "step", "to"), [(0, 1, 1), (2, -1, 1), (0, -1, 0), (-1, 1, -1)], ids=["down", "up", "top", "bottom"]
)
def test_an_entry_moves_within_the_list(desk, at, step, to):
    key = desk.keys[at]
    desk.presenter.move(key, step)
    assert [entry.key for entry in desk.view.entries][to] == key
    assert desk.view.chosen == key
    assert len(desk.view.entries) == len(desk.keys)


def test_edits_in_quick_succession_all_stay(desk):
    first, second, *rest = desk.keys
    desk.tasks.held = True
    desk.presenter.hide(first, hidden=True)
    desk.presenter.hide(second, hidden=True)
    desk.presenter.move(first, 1)
    desk.presenter.move(first, 1)
    desk.presenter.add("Office rent")
    desk.tasks.held = False
    desk.tasks.answer_all()
    assert [entry.key for entry in desk.view.entries] == [second, rest[0], first, *rest[1:], "office-rent"]
    assert {entry.key for entry in desk.view.entries if entry.hidden} == {first, second}


def test_what_is_being_typed_stays_while_another_entry_is_edited(desk):
    desk.presenter.hide(desk.keys[0], hidden=True)
    assert desk.view.added == 0
    desk.presenter.add("")
    assert desk.view.added == 0
    desk.presenter.add("Office rent")
    assert desk.view.added == 1


@pytest.mark.parametrize("label", ["", "   "])
def test_an_empty_label_is_refused_with_a_sentence(desk, label):
    desk.presenter.add(label)
    assert desk.view.problem
    assert [entry.key for entry in desk.view.entries] == desk.keys
    assert desk.told == []


def test_a_double_label_is_refused_and_the_next_good_one_clears_the_sentence(desk):
    desk.presenter.rename(desk.keys[0], labels(desk)[1])
    assert "twice" in desk.view.problem
    desk.presenter.add("Office rent")
    assert desk.view.problem == ""


def test_a_fault_of_the_world_is_said(desk, monkeypatch, tmp_path):
    def fail(*_):
        raise LockedError(tmp_path, "Held by another program.")

    monkeypatch.setattr(desk.journal.settings, "replace_entries", fail)
    desk.presenter.add("Rent")
    assert desk.messages.said == [("error", "Held by another program.")]


def test_where_the_journal_is(tmp_path):
    view, path = View(), tmp_path / "journal.db"
    path.write_bytes(b"12345")
    path.with_name("journal.db-wal").write_bytes(b"123")
    presenter = PlacePresenter(view, SyncTasks())
    presenter.refresh()
    assert view.place is None
    presenter.show_journal(SimpleNamespace(path=path))
    assert view.place == Place(path, 8)


def test_a_journal_in_memory_is_nowhere():
    assert place_of(None) == Place(None, 0)
