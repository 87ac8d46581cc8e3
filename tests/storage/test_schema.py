"""The schema: made at once when new, by migrations the same, and Alembic stays away when it can."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from negojournal.domain.filter import Filter
from negojournal.storage import migrations, schema, upgrade
from negojournal.storage.engine import Database
from negojournal.storage.revision import HEAD, REVISIONS
from negojournal.storage.schema import revision_of, settle_schema
from negojournal.storage.store import open_store
from tests.builders import build_full_record

LATER = "9999"

SCHEMA = "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name"


def schema_of(database: Database) -> list[tuple[str, ...]]:
    with database.reading() as connection:
        number = connection.exec_driver_sql("PRAGMA application_id").scalar()
        rows = connection.exec_driver_sql(SCHEMA).all()
        return [(number, revision_of(connection)), *((*row[:3], re.sub(r"\s+", " ", row[3] or "")) for row in rows)]


def test_migrations_from_nothing_make_what_a_new_journal_has() -> None:
    migrated, made = Database(None), Database(None)
    with migrated.rebuilding() as connection:
        upgrade.upgrade(connection)
    settle_schema(made)
    assert schema_of(migrated) == schema_of(made)
    assert {"search", "negotiation", "ix_negotiation_chart"} <= {row[1] for row in schema_of(made)[1:]}


def test_every_revision_is_named() -> None:
    files = (Path(migrations.__file__).parent / "versions").glob("*.py")
    assert sorted(file.name[:4] for file in files) == list(REVISIONS)


def test_making_a_schema_that_another_made_first_changes_nothing() -> None:
    database = Database(None)
    settle_schema(database)
    before = schema_of(database)
    with database.writing() as connection:
        schema._create(connection)
    assert schema_of(database) == before


def test_an_old_journal_is_brought_up_to_date(path: Path, later) -> None:
    record = build_full_record()
    with open_store(path) as store:
        store.records.save(record)
        later(
            """
    with op.batch_alter_table("negotiation", recreate="always") as table:
        table.add_column(sa.Column("mood", sa.Text()))
"""
        )
        settle_schema(store._database)
        with store._database.reading() as connection:
            assert revision_of(connection) == LATER
            assert connection.exec_driver_sql("SELECT count(*), max(mood) FROM negotiation").one() == (1, None)
            assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
        assert store.records.get(record.id) == record
        assert store.lists.tally(Filter(search="renewal")).negotiations == 1


def test_a_migration_that_fails_leaves_everything_as_it_was(path: Path, later) -> None:
    record = build_full_record()
    with open_store(path) as store:
        store.records.save(record)
        store.drafts.put("new", "{}")
        before = schema_of(store._database)
        later(
            """
    op.add_column("negotiation", sa.Column("mood", sa.Text()))
    op.execute("DELETE FROM review")
    op.drop_table("draft")
    op.create_index("ix_again", "negotiation", ["mood"])
    op.execute("INSERT INTO negotiation (position) VALUES (1)")
"""
        )
        with pytest.raises(Exception, match="NOT NULL"):
            settle_schema(store._database)
        assert schema_of(store._database) == before
        assert store.records.get(record.id) == record
        assert store.drafts.get("new") == "{}"


@pytest.fixture
def later(tmp_path: Path, monkeypatch):
    """Return what adds one more migration to a copy of the scripts."""

    def add(body: str) -> None:
        scripts = tmp_path / "migrations"
        shutil.copytree(Path(migrations.__file__).parent, scripts, ignore=shutil.ignore_patterns("__pycache__"))
        head = "import sqlalchemy as sa\nfrom alembic import op\n"
        head += f"revision = '{LATER}'\ndown_revision = '{HEAD}'\n"
        (scripts / "versions" / f"{LATER}_later.py").write_text(f"{head}\n\ndef upgrade():{body}", encoding="utf-8")
        monkeypatch.setattr(upgrade, "SCRIPTS", str(scripts))
        monkeypatch.setattr(schema, "HEAD", LATER)
        monkeypatch.setattr(sys, "dont_write_bytecode", True)

    return add


OPEN = """
import sys
from pathlib import Path
from negojournal.storage.store import open_store
with open_store(Path(sys.argv[1])) as store:
    store.drafts.put("new", "{}")
print(*{"alembic", "mako", "numpy", "scipy", "matplotlib", "PySide6"} & set(sys.modules))
"""


def test_a_journal_that_is_new_or_up_to_date_loads_no_alembic(path: Path) -> None:
    for _ in range(2):
        root = Path(__file__).parents[2]
        done = subprocess.run(
            [sys.executable, "-c", OPEN, str(path)], cwd=root, capture_output=True, text=True, check=True
        )
        assert done.stdout == "\n"
