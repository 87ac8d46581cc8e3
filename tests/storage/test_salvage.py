"""Salvage: whatever is intact comes out, the rest is told, and the broken file stays as it is."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import EncryptedError, NotJournalError, UnreachableError, WrongPassphraseError
from negojournal.storage.header import PAGE
from negojournal.storage.salvage import Salvage, salvage
from negojournal.storage.store import open_store
from negojournal.storage.wreck.page import Kind, page_of
from tests.builders import build_id, build_milestone, build_record
from tests.quick_key import quick_keys
from tests.storage.broken import (
    SECRET,
    THOROUGH,
    Records,
    filled,
    fingerprints,
    flip,
    those_at,
    touched,
    without_page,
)

SECONDS = 10
"""Far more than any of these small files takes."""


@dataclass(frozen=True)
class Sound:
    """Hold a sound journal, and what breaks when a page of it breaks."""

    content: bytes
    passphrase: Passphrase | None
    records: Records
    touched: dict[int, frozenset[int]]

    @property
    def pages(self) -> int:
        return len(self.content) // PAGE


def sound(folder: Path, passphrase: Passphrase | None, count: int) -> Sound:
    path = folder / "sound.db"
    records = filled(path, passphrase, count)
    return Sound(path.read_bytes(), passphrase, records, touched(path, passphrase))


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    with quick_keys():
        yield


@pytest.fixture(scope="module", params=[None, SECRET], ids=["plain", "encrypted"])
def small(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sound:
    return sound(tmp_path_factory.mktemp("small"), request.param, 12)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Sound:
    return sound(tmp_path_factory.mktemp("large"), None, 60)


@pytest.fixture
def look(tmp_path: Path) -> Iterator[Callable[[bytes, Passphrase | None], Salvage]]:
    """Return what salvages a content, in time, and sees that it is left alone."""
    folder = tmp_path / "look"
    folder.mkdir()

    def looked(content: bytes, passphrase: Passphrase | None) -> Salvage:
        path = folder / "journal.db"
        path.write_bytes(content)
        before, began = fingerprints(folder), time.process_time()
        found = salvage(path, passphrase)
        assert time.process_time() - began < SECONDS
        assert fingerprints(folder) == before
        return found

    return looked


def check(found: Salvage, of: Sound, hit: frozenset[int]) -> None:
    """Hold that what no damage hit is there and right; what is wrong or missing had something in a page that is hit."""
    got = {one.id: one for one in found.records}
    broken = those_at(of.records, frozenset().union(*(of.touched.get(page, frozenset()) for page in hit)))
    wrong = {id_ for id_, one in of.records.items() if got.get(id_) != one}
    assert wrong <= broken, f"{len(wrong - broken)} intact records did not come out"


def test_a_sound_journal_comes_out_whole(small, look) -> None:
    found = look(small.content, small.passphrase)
    assert {one.id: one for one in found.records} == small.records
    assert [one.id for one in found.binned] == [build_id(3)]
    assert found.milestones == (build_milestone(),)
    assert [entry.label for entry in found.entries] == ["Vendors"]
    assert [note.text for note in found.notes] == ["Keeps her word"]
    assert found.drafts == {"new": '{"typed": true}'}
    assert (found.partly, found.lost, found.is_whole) == (frozenset(), 0, True)


STEP = 1 if THOROUGH else 41
"""How far it is from one broken page to the next that is tried."""


def test_a_lost_page_costs_only_what_stood_in_it(small, look) -> None:
    for number in range(1 if small.passphrase is None else 2, small.pages + 1, STEP):
        found = look(without_page(small.content, number, number), small.passphrase)
        check(found, small, frozenset({number}))
        unlike = {one.id for one in found.records if small.records.get(one.id) != one}
        assert unlike <= found.partly, number


def test_the_first_page_of_an_encrypted_journal_can_be_lost_but_for_its_salt(tmp_path, look) -> None:
    journal = sound(tmp_path, SECRET, 8)
    noise = random.Random(1).randbytes(PAGE - 16)
    found = look(journal.content[:16] + noise + journal.content[PAGE:], SECRET)
    assert {one.id: one for one in found.records} == journal.records


def test_a_way_to_pages_that_is_lost_costs_only_the_rows_on_it(large, look) -> None:
    numbered = [number for number in large.touched if _kind(large.content, number) is Kind.TABLE_INNER]
    others = [number for number in large.touched if _kind(large.content, number) is Kind.INDEX_INNER]
    assert len(numbered) > 2
    for number in (*numbered, *others[::STEP]):
        check(look(without_page(large.content, number, number), None), large, frozenset({number}))


def _kind(content: bytes, number: int) -> Kind | None:
    page = page_of(content[(number - 1) * PAGE : number * PAGE], PAGE, 100 if number == 1 else 0)
    return page.kind if page else None


@pytest.mark.parametrize("length", [0, 1, 100, PAGE - 1, PAGE, PAGE + 1, 0.2, 0.5, 0.9, -PAGE - 7, -1])
def test_what_stands_before_the_end_of_a_file_that_was_cut_comes_out(small, look, length: float) -> None:
    if isinstance(length, float):
        length = int(length * len(small.content))
    content = small.content[:length]
    cut = frozenset(range(len(content) // PAGE + 1, small.pages + 1))
    if small.passphrase is not None and len(content) < PAGE:
        with pytest.raises(NotJournalError):
            look(content, small.passphrase)
    else:
        found = look(content, small.passphrase)
        check(found, small, cut)
        assert {one.id for one in found.records if small.records.get(one.id) != one} <= found.partly


@pytest.mark.parametrize("seed", range(30 if THOROUGH else 1))
@pytest.mark.parametrize("count", [1, 6, 40])
def test_bits_that_turned_over_cost_only_what_they_stood_in(small, look, seed: int, count: int) -> None:
    content, hit = flip(small.content, count, seed)
    if small.passphrase is not None:
        content = small.content[:16] + content[16:]
    check(look(content, small.passphrase), small, hit)


def newer(path: Path) -> None:
    """Bring a journal to a schema that is not known yet: more columns and tables, another order."""
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        for statement in (
            "UPDATE alembic_version SET version_num = '9999'",
            "ALTER TABLE negotiation ADD COLUMN mood TEXT",
            "UPDATE negotiation SET mood = 'calm'",
            "CREATE TABLE mood (negotiation INTEGER PRIMARY KEY, word TEXT)",
            """CREATE TABLE trap_new (negotiation INTEGER, weight REAL, note TEXT, ordinal INTEGER, "key" TEXT,
            PRIMARY KEY (negotiation, ordinal)) WITHOUT ROWID""",
            'INSERT INTO trap_new SELECT negotiation, 1.5, note, ordinal, "key" FROM trap',
            "DROP TABLE trap",
            "ALTER TABLE trap_new RENAME TO trap",
        ):
            connection.execute(statement)


def test_a_newer_journal_comes_out_as_far_as_it_is_known(tmp_path: Path, look) -> None:
    path = tmp_path / "journal.db"
    records = filled(path, None, 9)
    newer(path)
    found = look(path.read_bytes(), None)
    assert {one.id: one for one in found.records} == records
    assert found.is_whole


def test_an_older_journal_comes_out(look) -> None:
    old = Path(__file__).parents[1] / "data" / "schema-0001.db"
    found = look(old.read_bytes(), None)
    with closing(driver.connect(f"{old.as_uri()}?immutable=1", uri=True)) as connection:
        (count,) = connection.execute("SELECT count(*) FROM negotiation WHERE deleted_at IS NULL").fetchone()
    assert len(found.records) == count > 0
    assert not found.partly


def text(path: Path) -> None:
    path.write_text("Dear diary, " * 5000, encoding="utf-8")


def picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + random.Random(3).randbytes(200_000))


def another_program(path: Path) -> None:
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT)")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO note (text) VALUES (?)", [(f"Milk {n}",) for n in range(2000)])
        connection.execute("COMMIT")


def nothing(path: Path) -> None:
    path.touch()


@pytest.mark.parametrize("make", [text, another_program, nothing])
def test_nothing_comes_out_of_what_is_no_journal(tmp_path: Path, make) -> None:
    path = tmp_path / "journal.db"
    make(path)
    before = fingerprints(tmp_path)
    found = salvage(path)
    assert (found.records, found.binned, found.milestones, found.notes, found.entries) == ((), (), (), (), ())
    assert fingerprints(tmp_path) == before


def test_what_looks_encrypted_asks_for_its_passphrase(tmp_path: Path, small) -> None:
    path = tmp_path / "journal.db"
    picture(path)
    with pytest.raises(EncryptedError):
        salvage(path)
    if small.passphrase is not None:
        path.write_bytes(small.content)
        with pytest.raises(EncryptedError):
            salvage(path)
        with pytest.raises(WrongPassphraseError):
            salvage(path, Passphrase("another one"))


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreachableError):
        salvage(tmp_path / "journal.db")


def killed(path: Path, passphrase: Passphrase | None) -> None:
    """Leave a journal as a kill does: with its first records in the file, and the last in the log beside it."""
    elsewhere = path.parent / "open" / path.name
    elsewhere.parent.mkdir()
    filled(elsewhere, passphrase, 9)
    with open_store(elsewhere, passphrase) as store:
        store.records.save_many((build_record(number, title=f"Late {number}"), None) for number in range(30, 50))
        for file in elsewhere.parent.glob("*.db*"):
            if not file.name.endswith("-shm"):
                shutil.copy(file, path.with_name(file.name))
    shutil.rmtree(elsewhere.parent)


@pytest.mark.parametrize("passphrase", [None, SECRET], ids=["plain", "encrypted"])
def test_what_waits_in_the_log_comes_out_and_stays_there(tmp_path: Path, passphrase) -> None:
    path = tmp_path / "journal.db"
    killed(path, passphrase)
    with path.open("r+b") as stream:
        stream.truncate(path.stat().st_size // 2)
    before = fingerprints(tmp_path)
    assert sorted(before) == ["journal.db", "journal.db-wal"]
    found = salvage(path, passphrase)
    late = {one.title for one in found.records if one.title.startswith("Late")}
    assert late == {f"Late {number}" for number in range(30, 50)}
    assert fingerprints(tmp_path) == before


def altered(path: Path, *statements: str) -> Salvage:
    """Return what is salvaged of a journal of three records after some statements that our program never gives."""
    filled(path, None, 3)
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
    return salvage(path)


def test_what_hangs_from_a_negotiation_that_is_lost_stands_under_its_date(tmp_path: Path) -> None:
    found = altered(tmp_path / "journal.db", f"DELETE FROM negotiation WHERE id = '{build_id(1)}'")
    lost = found.records[1]
    assert (lost.title, str(lost.held_at)) == ("Negotiation of 6 January 2026 (title lost)", "2026-01-06")
    assert lost.review is not None
    assert lost.review.trust == 6
    assert found.partly == {lost.id}
    assert salvage(tmp_path / "journal.db").records[1].id == lost.id


def test_a_negotiation_of_which_nothing_is_left_is_counted(tmp_path: Path) -> None:
    found = altered(
        tmp_path / "journal.db", "PRAGMA foreign_keys = ON", f"DELETE FROM negotiation WHERE id = '{build_id(1)}'"
    )
    assert (len(found.records), found.lost, found.is_whole) == (2, 1, False)


def test_what_every_record_has_is_replaced_where_it_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    altered(
        path,
        f"UPDATE negotiation SET title = 'Ta' || char(1) || 'lk', updated_at = 'soon' WHERE id = '{build_id(0)}'",
        f"UPDATE negotiation SET title = '', held_at = '0001-01-01' WHERE id = '{build_id(1)}'",
    )
    path.write_bytes(path.read_bytes().replace(build_id(2).encode(), build_id(1).encode()))
    first, second, third = salvage(path).records
    assert (first.title, str(first.updated_at)) == ("Ta\N{REPLACEMENT CHARACTER}lk", "2026-01-05T00:00:00+00:00")
    assert (second.title, str(second.held_at)) == ("Negotiation of 6 January 2026 (title lost)", "2026-01-06")
    assert len({first.id, second.id, third.id}) == 3


def test_names_that_are_lost_are_taken_from_the_list(tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    found = altered(
        path, "DELETE FROM text WHERE field = 'counterparts'", "UPDATE negotiation SET names = 5 WHERE position > 0"
    )
    assert found.records[1].counterparts == ()
    found = altered(tmp_path / "other.db", "DELETE FROM text WHERE field = 'counterparts'")
    assert found.records[1].counterparts == ("Marta Ruiz", "Brightside GmbH")
