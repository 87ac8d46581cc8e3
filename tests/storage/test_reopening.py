"""What a file refused once is tried anew, on a connection that knows nothing of the refusal."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from negojournal.errors import ReadOnlyError, UnreachableError
from negojournal.storage import connection
from negojournal.storage.store import Store, open_store
from tests.builders import build_record

Save = Callable[[Store], None]


def alone(store: Store) -> None:
    store.records.save(build_record(1))


def among_others(store: Store) -> None:
    with store.transaction():
        store.records.save(build_record(1))


@pytest.fixture
def unwritable(path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """Return the store of a file that could not be written when it was opened, and can now."""
    open_store(path).close()
    real = connection.connect
    with monkeypatch.context() as world:
        world.setattr(connection, "connect", lambda file, _mode, passphrase=None: real(file, "ro", passphrase))
        store = open_store(path)
        store.drafts.all()
    return store


@pytest.mark.parametrize("save", [alone, among_others])
def test_what_could_not_be_written_can_be_once_it_is_allowed(unwritable: Store, save: Save) -> None:
    with pytest.raises(ReadOnlyError):
        save(unwritable)
    save(unwritable)
    assert unwritable.records.get(build_record(1).id) == build_record(1)
    unwritable.close()


def test_a_file_that_was_replaced_meanwhile_is_not_taken_for_the_same(unwritable: Store, path: Path) -> None:
    with pytest.raises(ReadOnlyError):
        alone(unwritable)
    shutil.copy(path, path.with_name("newer.db"))
    path.with_name("newer.db").rename(path)
    for _ in range(2):
        with pytest.raises(UnreachableError, match="moved, deleted or replaced"):
            alone(unwritable)
    unwritable.close()


def test_a_file_that_is_away_is_still_read(path: Path) -> None:
    with open_store(path) as store:
        path.rename(path.with_name("elsewhere.db"))
        for _ in range(2):
            with pytest.raises(UnreachableError):
                alone(store)
            assert store.drafts.all() == {}
