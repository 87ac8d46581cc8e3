"""A few rounds of what `make torture` does at length; on any system that can fork, and thoroughly on Linux."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.torture.call import CAN_TRACE

pytestmark = [pytest.mark.slow, pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")]

ROOT = Path(__file__).parents[2]

CARELESS = """
import sys
from negojournal.storage import connection
connection.PRAGMAS = tuple(one.replace("FULL", "NORMAL") for one in connection.PRAGMAS)
from tests.torture.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

SLOW_TO_BACK_UP = """
import sys, time
from pathlib import Path
made = Path.mkdir
def make_slowly(folder, *arguments, **named):
    is_for_backups = folder.name == "journal-backups"
    time.sleep(0.02 * is_for_backups)
    made(folder, *arguments, **named)
    time.sleep(0.1 * is_for_backups)
Path.mkdir = make_slowly
from tests.torture.__main__ import main
sys.exit(main(sys.argv[1:]))
"""

CARELESS_OF_A_FOLDER = """
import os, sys
from pathlib import Path
from tests.torture.child import end_at_call
place = Path(sys.argv[1])
def act(tell):
    (folder := place / "new").mkdir()
    with (folder / "kept").open("wb", buffering=0) as stream:
        stream.write(b"1")
        os.fsync(stream.fileno())
    os.fsync(os.open(folder, os.O_RDONLY))
    tell()
    os.fsync(os.open(place, os.O_RDONLY))
    tell()
print(*end_at_call(act, None, place, place).faults, sep="\\n")
"""


def tortured(*arguments: str) -> tuple[int, list[str]]:
    done = subprocess.run([sys.executable, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_nothing_acknowledged_is_lost() -> None:
    status, (seed, *lines) = tortured("-m", "tests.torture", "--rounds", "2")
    assert status == 0, "\n".join([seed, *lines])
    assert len(lines) >= 3
    for line in lines:
        assert re.fullmatch(r"[a-z, ]+ \d rounds +\d+ acknowledged +0 lost +[\d.]+ s", line)


@pytest.mark.skipif(not CAN_TRACE, reason="the calls of a process can't be followed here")
def test_what_is_acknowledged_before_it_is_on_the_disk_is_found() -> None:
    status, (_, line, *losses) = tortured("-c", CARELESS, "--rounds", "1", "--only", "saving", "--seed", "1")
    assert status == 1
    assert " 0 lost" not in line
    assert "acknowledged before it was on the disk: journal.db-wal" in losses[0]


@pytest.mark.skipif(not CAN_TRACE, reason="the calls of a process can't be followed here")
def test_a_folder_counts_by_what_is_in_it(tmp_path: Path) -> None:
    _, faults = tortured("-c", CARELESS_OF_A_FOLDER, str(tmp_path))
    assert faults == ["acknowledged before it was on the disk: kept"]


def test_no_save_waits_for_the_backup_of_a_day() -> None:
    status, lines = tortured("-c", SLOW_TO_BACK_UP, "--rounds", "1", "--only", "saving", "--seed", "1")
    assert status == 0, "\n".join(lines)
