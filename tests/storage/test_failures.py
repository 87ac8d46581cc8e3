"""The world's faults: sorted by result code, whole sentences, nothing half written."""

from __future__ import annotations

import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError
from sqlcipher3 import dbapi2 as driver

from negojournal.domain.filter import Filter
from negojournal.domain.review import Review
from negojournal.errors import ConflictError, FullError, LockedError, NotFoundError, StorageError, UnreachableError
from negojournal.storage.failure import BY_RESULT_CODE, failure_of, translated
from negojournal.storage.store import Store, open_store
from tests.builders import build_full_record, build_id, build_record

resource = pytest.importorskip("resource")

HERE = Path("journal.db")
BIG = build_record(1, review=Review(summary="word " * 200_000))


def error_with(code: int) -> driver.Error:
    error = driver.OperationalError("said by the driver")
    error.sqlite_errorcode = code
    return error


@pytest.mark.parametrize("code", BY_RESULT_CODE)
@pytest.mark.parametrize("extension", [0, 1 << 8, 10 << 8])
def test_failures_are_sorted_by_result_code(code: int, extension: int) -> None:
    failure = failure_of(error_with(code + extension), HERE)
    assert type(failure) is BY_RESULT_CODE[code][0]
    assert str(failure).startswith(("journal.db ", "Another", "There is no room", "The disk"))
    assert str(failure).endswith(".")
    assert any(word in str(failure) for word in ("is safe", "left as it is", "nothing"))
    assert "said by the driver" not in str(failure)


@pytest.mark.parametrize("code", [driver.SQLITE_ERROR, driver.SQLITE_CONSTRAINT, driver.SQLITE_MISUSE])
def test_our_own_faults_pass_as_they_are(code: int) -> None:
    assert failure_of(error_with(code), HERE) is None
    with pytest.raises(driver.OperationalError), translated(HERE):
        raise error_with(code)


def test_an_error_without_a_code_is_our_own() -> None:
    assert failure_of(driver.ProgrammingError("closed"), HERE) is None


def test_no_error_holds_the_text_of_a_record(store: Store) -> None:
    with store._database.writing() as connection:
        connection.exec_driver_sql("CREATE TRIGGER t BEFORE INSERT ON negotiation BEGIN SELECT RAISE(ABORT, 'no'); END")
    with pytest.raises(IntegrityError) as caught:
        store.records.save(build_record(title="SECRET"))
    assert "SECRET" not in str(caught.value)


HOLD = """
import sys
from sqlcipher3 import dbapi2
connection = dbapi2.connect(sys.argv[1], isolation_level=None)
connection.execute(sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
"""


class Holder:
    """Hold a lock in a process of its own until let go."""

    def __init__(self, path: Path, statement: str) -> None:
        command = [sys.executable, "-c", HOLD, str(path), statement]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def __enter__(self) -> Holder:
        assert self._process.stdout.readline() == "held\n"
        return self

    def __exit__(self, *_: object) -> None:
        self._process.communicate("\n", timeout=20)


def test_a_lock_held_by_another_program_is_said_and_outlived(path: Path, monkeypatch) -> None:
    monkeypatch.setattr("negojournal.storage.connection.BUSY_SECONDS", 0.05)
    with open_store(path) as store:
        store.records.save(build_record())
        with Holder(path, "BEGIN IMMEDIATE"):
            with pytest.raises(LockedError, match="Another program"):
                store.records.save(build_record(title="Later"))
            assert store.records.get(build_id(0)).title == "Talk 0"
        store.records.save(build_record(title="Later"))
        assert store.records.get(build_id(0)).title == "Later"


def test_a_journal_locked_whole_is_said_when_it_is_opened(path: Path, monkeypatch) -> None:
    monkeypatch.setattr("negojournal.storage.connection.BUSY_SECONDS", 0.05)
    open_store(path).close()
    with closing(driver.connect(str(path), isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
    with Holder(path, "BEGIN EXCLUSIVE"), pytest.raises(LockedError):
        open_store(path)
    open_store(path).close()


def test_a_lock_that_is_soon_let_go_is_waited_for(path: Path) -> None:
    with (
        open_store(path) as store,
        closing(driver.connect(str(path), isolation_level=None, check_same_thread=False)) as other,
    ):
        other.execute("BEGIN IMMEDIATE")
        timer = threading.Timer(0.2, other.execute, ["COMMIT"])
        timer.start()
        store.records.save(build_record())
        timer.join()


def test_two_stores_see_each_other_and_overwrite_nothing_silently(path: Path) -> None:
    with open_store(path) as one, open_store(path) as other:
        first = build_record()
        one.records.save(first)
        assert other.records.get(first.id) == first
        changed = build_record(title="Changed", updated_at=build_record(5).updated_at)
        other.records.save(changed, base=first.updated_at)
        with pytest.raises(ConflictError):
            one.records.save(build_record(title="Mine"), base=first.updated_at)
        assert one.records.get(first.id) == changed


WRITE = """
import sys
from pathlib import Path
from negojournal.storage.store import open_store
from tests.builders import build_record
first = int(sys.argv[2])
with open_store(Path(sys.argv[1])) as store:
    for number in range(first, first + 25):
        store.records.save(build_record(number))
"""


def test_two_programs_that_start_and_write_at_once_lose_nothing(path: Path) -> None:
    root = Path(__file__).parents[2]
    commands = [[sys.executable, "-c", WRITE, str(path), first] for first in ("0", "100")]
    writers = [subprocess.Popen(command, cwd=root, stderr=subprocess.PIPE, text=True) for command in commands]
    errors = [writer.communicate(timeout=60)[1] for writer in writers]
    assert errors == ["", ""]
    with open_store(path) as store:
        assert store.lists.tally(Filter()).negotiations == 50
        with store._database.reading() as connection:
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


KEEP = """
import sys
from pathlib import Path
from negojournal.storage.store import open_store
from tests.builders import build_full_record
with open_store(Path(sys.argv[1])) as store:
    for number in range(int(sys.argv[2]), 10**6):
        store.records.save(build_full_record(number))
        print(number, flush=True)
"""


@pytest.mark.slow
def test_what_was_said_to_be_kept_outlives_a_kill(path: Path) -> None:
    root = Path(__file__).parents[2]
    first = 0
    for kept in (1, 7, 20, 33):
        command = [sys.executable, "-c", KEEP, str(path), str(first)]
        with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, text=True) as writer:
            said = [int(writer.stdout.readline()) for _ in range(kept)]
            writer.kill()
            said += [int(line) for line in writer.stdout.read().split()]
        with open_store(path) as store:
            assert [store.records.get(build_id(number)) for number in said] == [*map(build_full_record, said)]
            assert store.lists.tally(Filter(search="renewal")).negotiations >= len(said)
            with store._database.reading() as connection:
                assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"
        first = said[-1] + 2


def test_threads_take_turns(path: Path) -> None:
    with open_store(path) as store:

        def write(first: int) -> None:
            for number in range(first, first + 20):
                store.records.save(build_record(number))
                store.lists.tally(Filter())

        threads = [threading.Thread(target=write, args=(first,)) for first in (0, 100, 200)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert store.lists.tally(Filter()).negotiations == 60


def test_no_thread_sees_the_unfinished_transaction_of_another(store: Store) -> None:
    seen: list[int] = []
    other = threading.Thread(target=lambda: seen.append(store.lists.tally(Filter()).negotiations))
    with store.transaction():
        store.records.save(build_record(1))
        other.start()
        other.join(0.2)
        assert seen == []
        store.records.save(build_record(2))
    other.join()
    assert seen == [2]


def test_no_room_is_said_and_nothing_is_half_written(store: Store) -> None:
    store.records.save(build_record())
    with store._database.reading() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(FullError, match="no room"):
        store.records.save(BIG)
    with pytest.raises(NotFoundError):
        store.records.get(BIG.id)
    with store._database.reading() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    store.records.save(BIG)
    assert store.records.get(BIG.id) == BIG


def test_a_limit_of_size_is_said_and_nothing_is_half_written(path: Path) -> None:
    with open_store(path) as store:
        store.records.save(build_record())
        before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size + 200_000, before[1]))
        try:
            with pytest.raises((FullError, UnreachableError)):
                store.records.save(BIG)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, before)
        assert store.lists.tally(Filter()).negotiations == 1
        store.records.save(BIG)
        assert store.records.get(BIG.id) == BIG


def test_every_sentence_says_what_to_do() -> None:
    for kind, sentence in BY_RESULT_CODE.values():
        assert issubclass(kind, StorageError)
        assert sentence.count("{path}") == 1
        assert (sentence[-1], sentence.count(".")) == (".", 1)
        assert any(word in sentence for word in ("try again", "choose another", "use a backup"))
