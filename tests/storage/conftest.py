"""A journal in memory and one in a file, and the statements that are sent to SQLite."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from negojournal.storage.store import Store, open_store

Sent = list[tuple[str, Any]]


@pytest.fixture
def store() -> Iterator[Store]:
    with open_store(None) as memory:
        yield memory


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "journal.db"


@pytest.fixture
def sent() -> Callable[[Store], AbstractContextManager[Sent]]:
    """Return what notes the statements of a store, transactions left out, and their parameters."""

    @contextmanager
    def noting(store: Store) -> Iterator[Sent]:
        statements: Sent = []

        def note(_connection, _cursor, statement, parameters, _context, _many) -> None:
            if not statement.startswith("BEGIN"):
                statements.append((statement, parameters))

        engine = store._database._engine
        event.listen(engine, "before_cursor_execute", note)
        yield statements
        event.remove(engine, "before_cursor_execute", note)

    return noting
