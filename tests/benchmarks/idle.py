"""What the program costs while nobody touches it: `python -m tests.benchmarks.idle [--minutes 10]`.

It is opened on the large journal twice, once in sight and once minimised, and left alone in real time. Printed are,
of each, the seconds of a processor and how often one of its threads woke up, and both as JSON to idle.json.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

OUTPUT = Path("idle.json")
TICKS = os.sysconf("SC_CLK_TCK")
SETTLING = 10.0
"""Seconds after which a program that was started has loaded all that it loads."""

SIGHTS = ("visible", "minimised")


@dataclass(frozen=True, slots=True)
class Cost:
    """Hold what a process has cost so far, or in between."""

    seconds: float
    wakeups: int

    def since(self, before: Cost) -> Cost:
        """Return what it has cost since then."""
        return Cost(round(self.seconds - before.seconds, 2), self.wakeups - before.wakeups)


def main() -> int:
    """Measure, say what was found, and return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    minutes = parser.parse_args().minutes
    costs = dict(zip(SIGHTS, _left_alone(minutes * 60), strict=True))
    for sight, cost in costs.items():
        each = cost.wakeups / minutes
        sys.stdout.write(f"{sight:<12}{cost.seconds:>8.2f} s{cost.wakeups:>9,} wake-ups, {each:,.0f} a minute\n")
    found = {"minutes": minutes} | {sight: asdict(cost) for sight, cost in costs.items()}
    OUTPUT.write_text(json.dumps(found, indent=2) + "\n", "utf-8")
    return 0


def _left_alone(seconds: float) -> list[Cost]:
    """Return what the program costs in each sight, side by side, on a copy of the large journal each."""
    from tests.benchmarks.journal import MANY, benches

    with benches(MANY) as (many,), TemporaryDirectory(dir=many.path.parent) as folder:
        ready = Path(folder) / "ready.db"
        many.journal.backups.make(ready)
        running = [_opened(sight, Path(folder), ready) for sight in SIGHTS]
        time.sleep(SETTLING)
        before = [_cost(one.pid) for one in running]
        time.sleep(seconds)
        after = [_cost(one.pid) for one in running]
        for one in running:
            one.kill()
            one.wait()
    return [late.since(early) for early, late in zip(before, after, strict=True)]


def _opened(sight: str, folder: Path, ready: Path) -> subprocess.Popen[bytes]:
    """Open the program in a home of its own, and wait until it has come to rest."""
    from tests.benchmarks.driven import environment

    home = folder / sight
    home.mkdir()
    journal = Path(shutil.copy(ready, home / "journal.db"))
    process = subprocess.Popen(
        [sys.executable, "-c", CHILD, str(journal), sight], env=environment(home), stdout=subprocess.PIPE
    )
    if process.stdout is None or process.stdout.read(1) != b".":
        raise RuntimeError(f"The program, {sight}, did not come to rest.")
    return process


CHILD = """
import os, sys
from pathlib import Path
from tests.benchmarks.driven import run_driven, settled, shell
def script():
    yield settled(5)
    if sys.argv[2] == "minimised":
        shell().showMinimized()
    os.write(1, b".")
run_driven(Path(sys.argv[1]), script)
"""


def _cost(pid: int) -> Cost:
    """Read what a process has cost so far: see proc(5), stat and status."""
    used = Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()
    threads = Path(f"/proc/{pid}/task").glob("*/status")
    woken = sum(
        int(line.split()[1]) for one in threads for line in one.read_text("utf-8").splitlines() if "ctxt" in line
    )
    return Cost((int(used[11]) + int(used[12])) / TICKS, woken)


if __name__ == "__main__":
    sys.exit(main())
