"""`salvage`: what can be read of a broken journal, in a file of its own."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest

from negojournal import paths
from negojournal.service.journal import open_journal
from negojournal.storage.connection import look_into
from negojournal.storage.header import PAGE
from tests.builders import build_rated
from tests.storage.broken import SECRET, fingerprints


def broken(path: Path, passphrase=None, count: int = 3) -> None:
    """Keep some negotiations, of which all but one have a power that there isn't, and overwrite an index."""
    with closing(open_journal(path, paths.resource_folder(), None, passphrase)) as journal:
        for number in range(count):
            journal._store.records.save(build_rated(number, power=77 if number else 1))
    with closing(look_into(path, passphrase)) as connection:
        root = "SELECT rootpage FROM sqlite_master WHERE name = 'ix_negotiation_status'"
        (page,) = connection.execute(root).fetchone()
    with path.open("r+b") as stream:
        stream.seek((page - 1) * PAGE)
        stream.write(bytes(PAGE))


@pytest.mark.parametrize("ending", ["json", "csv", "md", "db"])
def test_what_can_be_read_is_saved_and_told(command, path: Path, tmp_path: Path, ending: str) -> None:
    broken(path)
    before = fingerprints(tmp_path)
    target = tmp_path / f"saved.{ending}"
    said = command("salvage", target)
    assert (said.status, said.err) == (0, "")
    first, *others = said.out.splitlines()
    assert first == f"Saved to {target}: 3 negotiations, 2 of them maybe not whole, 0 milestones"
    assert [line.split()[-1] for line in others] == ["1", "2"]
    assert {name: one for name, one in fingerprints(tmp_path).items() if name != target.name} == before


def test_of_many_that_may_not_be_whole_some_are_named(command, path: Path, tmp_path: Path) -> None:
    broken(path, count=25)
    said = command("salvage", tmp_path / "saved.json")
    assert len(said.out.splitlines()) == 1 + 20 + 1
    assert said.out.endswith("maybe not whole: 4 more\n")


def test_the_passphrase_of_an_encrypted_one_is_read_from_a_file(command, path: Path, tmp_path: Path) -> None:
    broken(path, SECRET)
    secret = tmp_path / "secret"
    secret.write_text(SECRET.text, encoding="utf-8")
    said = command("--passphrase-file", secret, "salvage", tmp_path / "saved.json")
    assert said.status == 0
    assert len(json.loads((tmp_path / "saved.json").read_text("utf-8"))["negotiations"]) == 3


def test_where_nothing_can_be_read_nothing_is_written(command, path: Path, tmp_path: Path) -> None:
    path.write_text("Dear diary", encoding="utf-8")
    said = command("salvage", tmp_path / "saved.json")
    assert (said.status, said.err) == (1, f"Nothing of a journal can be read in {path}.\n")
    assert not (tmp_path / "saved.json").exists()


def test_a_sample_has_nothing_to_salvage(bare, tmp_path: Path) -> None:
    said = bare("--demo", "salvage", tmp_path / "saved.json")
    assert said.status == 2
    assert "can’t go together" in said.err
