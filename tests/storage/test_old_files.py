"""A real file of every schema, written by the version that had it, and what it exported as."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Row

from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.storage.aggregate import differences
from negojournal.storage.engine import Database
from negojournal.storage.revision import HEAD, REVISIONS
from negojournal.storage.schema import revision_of, settle_schema
from negojournal.storage.soundness import faults
from negojournal.storage.store import open_store
from tests.storage.release import DATA, write_release
from tests.storage.test_schema import schema_of


@pytest.fixture(params=REVISIONS)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of the journal of one revision, its export beside it."""
    for ending in ("db", "json"):
        shutil.copy(DATA / f"schema-{request.param}.{ending}", tmp_path)
    return tmp_path / f"schema-{request.param}.db"


@pytest.fixture
def copied(old: Path) -> Iterator[Database]:
    database = Database(old)
    yield database
    database.close()


def content(file: Path) -> dict[str, object]:
    plain: dict[str, object] = json.loads(file.read_text(encoding="utf-8"))
    plain.pop("exported_at")
    return plain


def test_a_journal_of_an_earlier_version_exports_as_it_did(old: Path, tmp_path: Path) -> None:
    with closing(open_journal(old, resource_folder())) as journal:
        journal.exchange.export(tmp_path / "now.json")
        assert [draft.record.title for draft in journal.drafts.all()] == ["Half typed"]
        assert journal.history.undo_label == "deleting “Talk 2”"
    assert content(tmp_path / "now.json") == content(old.with_suffix(".json"))


def test_it_is_sound_before_and_after(old: Path) -> None:
    assert faults(old, None) == ()
    with open_store(old):
        pass
    assert faults(old, None) == ()


def test_what_is_binned_or_unrated_is_left_out_of_the_counts(copied: Database) -> None:
    rated = (
        "SELECT position FROM negotiation WHERE overall IS NOT NULL AND deleted_at IS NULL ORDER BY position LIMIT 2"
    )
    with copied.writing() as connection:
        for change in ("deleted_at = '2026-11-23 09:00:00'", "self = NULL, overall = NULL", "questionnaire = NULL"):
            connection.exec_driver_sql(f"UPDATE negotiation SET {change} WHERE position IN ({rated})")
    settle_schema(copied)
    with copied.reading() as connection:
        assert [connection.exec_driver_sql(statement).scalar() for statement in differences()] == [0, 0]


def test_the_same_words_are_found_in_the_same_records(copied: Database) -> None:
    """Also in those that are in the bin."""
    before = words_in(copied)
    settle_schema(copied)
    assert before
    assert words_in(copied) == before


def words_in(database: Database) -> Sequence[Row[Any]]:
    with database.reading() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE temp.word USING fts5vocab('main', 'search', 'instance')")
        words = connection.exec_driver_sql("SELECT term, doc FROM temp.word ORDER BY term, doc").all()
        connection.exec_driver_sql("DROP TABLE temp.word")
    return words


def test_it_ends_with_the_schema_of_a_new_journal(copied: Database, tmp_path: Path) -> None:
    settle_schema(copied)
    made = Database(None)
    settle_schema(made)
    assert schema_of(copied) == schema_of(made)


def test_no_schema_changes_without_a_revision_and_a_file(tmp_path: Path) -> None:
    """The newest file has the present schema, untouched; whoever changes that needs a revision, and so a file."""
    shutil.copy(DATA / f"schema-{HEAD}.db", tmp_path)
    kept, made = Database(tmp_path / f"schema-{HEAD}.db"), Database(None)
    settle_schema(made)
    with kept.reading() as connection:
        assert revision_of(connection) == HEAD
    assert schema_of(kept) == schema_of(made)
    kept.close()


def test_what_writes_these_files_can_write_the_next(tmp_path: Path) -> None:
    write_release(tmp_path)
    assert content(tmp_path / f"schema-{HEAD}.json").keys() == content(DATA / f"schema-{HEAD}.json").keys()
    write_release(tmp_path)
    assert len(list(tmp_path.iterdir())) == 2
