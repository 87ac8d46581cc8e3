"""A disk that is really full: a small one of its own, which only this test sees."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

OWN_DISKS = ("unshare", "--user", "--map-root-user", "--mount")

SCRIPT = """
import subprocess, sys
from contextlib import closing
from pathlib import Path
from negojournal.domain.draft import Draft
from negojournal.errors import FullError, UnreachableError
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from tests.builders import build_full_record

folder, FIRST = Path(sys.argv[1]), 10

def disk(*options):
    subprocess.run(["mount", "-t", "tmpfs", "-o", ",".join(options), "tmpfs", folder], check=True)

def refused(work, *given):
    try:
        work(*given)
    except FullError as error:
        assert "no room left" in str(error)
        return True
    return False

disk("size=1m")
with closing(open_journal(folder / "journal.db", resource_folder())) as journal:
    number = FIRST
    while not refused(journal.records.save, build_full_record(number)):
        number += 1
    record = build_full_record(number + 1)
    draft = Draft(record, "x" * 500_000, is_new=True, saved_at=record.created_at)
    assert refused(journal.drafts.keep, draft)
    assert not journal.drafts.all()
    tried = [build_full_record(each).id for each in range(FIRST, number + 1)]
    kept = {one.id for one in journal._store.records.load(tried)}
    assert kept == {build_full_record(each).id for each in range(FIRST, number)}
    disk("remount", "size=16m")
    journal.drafts.keep(draft)
    journal.records.save(build_full_record(number))
    assert [one.held_at_text for one in journal.drafts.all()] == [draft.held_at_text]
    assert journal.records.get(build_full_record(number).id).title == build_full_record(number).title
with closing(open_journal(folder / "journal.db", resource_folder())) as journal:
    for each in range(FIRST, number + 1):
        journal.records.get(build_full_record(each).id)
print("kept", number - FIRST)
"""


@pytest.mark.slow
def test_a_full_disk_is_said_and_what_was_refused_is_kept_once_there_is_room(tmp_path: Path) -> None:
    if (
        not shutil.which(OWN_DISKS[0])
        or subprocess.run([*OWN_DISKS, "true"], capture_output=True, check=False).returncode
    ):
        pytest.skip("this system gives nobody disks of their own")
    command = [*OWN_DISKS, sys.executable, "-c", SCRIPT, str(tmp_path)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert int(done.stdout.removeprefix("kept ")) > 0
