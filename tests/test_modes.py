"""What the program writes is for its owner only, whatever the system lets others read by default.

The same is held of a whole life of the window in tests/ui/test_solitude.py, and of the log in test_silence.py.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.private import open_to_others
from tests.ui.solitude import run

COMMANDS = (
    ["log", "Rent of the hall", "--with", "Dana", "--process", "5", "--instrumental", "4"],
    ["plan", "Rent of the garden", "--date", "2099-01-01"],
    *(["export", name] for name in ("all.json", "all.csv", "all.md")),
    ["import", "all.json"],
    ["calendar", "all.ics"],
    *(["trends", "--out", name] for name in ("trends.png", "trends.svg", "trends.pdf")),
    ["insights", "--chart", "traps", "--out", "traps.png"],
    *(["report", name] for name in ("report.pdf", "report.html")),
    ["backup"],
    ["backup", "backup.db"],
    ["demo", "demo.db", "--count", "3"],
    ["check"],
)


def main() -> None:
    """Run every command in this process, each as the program is started."""
    sys.stdout.write(json.dumps([run(*command) for command in COMMANDS]))


@pytest.mark.slow
@pytest.mark.skipif(os.name == "nt", reason="modes mean something else there")
def test_no_command_writes_what_others_can_read(home, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(sys.path))
    words = [sys.executable, "-c", "from tests.test_modes import main; main()"]
    ended = subprocess.run(words, capture_output=True, text=True, timeout=150, check=False, umask=0)
    assert json.loads(ended.stdout.splitlines()[-1]) == [0] * len(COMMANDS), ended.stderr
    written = {command[-1] for command in COMMANDS if "." in command[-1]}
    assert written <= {file.name for file in tmp_path.iterdir()}
    assert open_to_others(tmp_path) == {}
    assert open_to_others(home) == {}
