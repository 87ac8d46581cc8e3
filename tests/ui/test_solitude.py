"""The program opens no connection: not in a whole life of its window, and no module of it could."""

from __future__ import annotations

import ast
import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

import negojournal
from tests.private import open_to_others
from tests.ui.solitude import can_forbid

PACKAGE = Path(negojournal.__file__).parent

TALKING = {
    *("socket", "socketserver", "ssl", "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "poplib"),
    *("imaplib", "telnetlib", "nntplib", "xmlrpc", "asyncio", "selectors", "webbrowser", "antigravity", "requests"),
    *("httpx", "aiohttp", "urllib3", "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets"),
    *("PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebView", "PySide6.QtHttpServer"),
    *("PySide6.QtBluetooth", "PySide6.QtSerialPort", "PySide6.QtRemoteObjects", "PySide6.QtDBus"),
}
"""What can open a connection."""

ALLOWED = {"ui/shell/instance.py": {"PySide6.QtNetwork"}}
"""The one place that speaks, with another window of the same user on the same machine."""

HANDING_OVER = {"ui/editor/beyond/letter_panel.py", "ui/settings/sections.py"}
"""Where another program is asked to open something, because a button was pressed: a letter, and a folder."""


def imports_of(file: Path) -> set[str]:
    """Return every module that a file names in an import, and whatever is above it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {one.name for one in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{one.name}" for one in node.names)}
    return {".".join(name.split(".")[:depth]) for name in names for depth in range(1, name.count(".") + 2)}


def files() -> dict[str, Path]:
    return {file.relative_to(PACKAGE).as_posix(): file for file in PACKAGE.rglob("*.py")}


def test_only_one_module_could_speak_with_another_program():
    found = {name: imports_of(file) & TALKING for name, file in files().items()}
    assert {name: said for name, said in found.items() if said - ALLOWED.get(name, set())} == {}


def test_no_module_is_loaded_by_a_name_that_is_put_together():
    """Loading by name is how the test above would be got round."""
    found = {name for name, file in files().items() if {"importlib", "runpy"} & imports_of(file)}
    assert found <= {"app.py", "fault.py", "storage/swap.py"}


def test_another_program_is_asked_only_where_a_button_says_so():
    found = {name for name, file in files().items() if "PySide6.QtGui.QDesktopServices" in imports_of(file)}
    assert found == HANDING_OVER


def lived(path: Path, deed: str) -> subprocess.CompletedProcess[str]:
    argv = [sys.executable, "-m", "tests.ui.solitude", str(path), deed]
    return subprocess.run(argv, capture_output=True, text=True, timeout=150, check=False, umask=0)


@pytest.mark.slow
@pytest.mark.skipif(not can_forbid(), reason="the system can't be told what a process may ask for")
def test_a_life_of_the_window_opens_no_connection_and_nothing_to_others(tmp_path, home):
    path = tmp_path / "journal.db"
    logged = [sys.executable, "-m", "negojournal", "--journal", str(path), "log", "Rent of the hall", "--process", "5"]
    subprocess.run(logged, check=True, capture_output=True, timeout=60, umask=0)
    ended = lived(path, "live")
    assert ended.returncode == 0, ended.stderr
    said = json.loads(ended.stdout.splitlines()[-1])
    assert said["sockets"] == []
    done = said["done"]
    assert (done["window"], done["found"], done["written"]) == (0, 2, ["into", "out"])
    assert done["drawn"] > 1
    assert {**open_to_others(tmp_path), **open_to_others(home)} == {}
    assert {done[word] for word in ("list", "trends", "report", "export", "import", "calendar")} == {0}


@pytest.mark.slow
@pytest.mark.skipif(not can_forbid(), reason="the system can't be told what a process may ask for")
def test_what_would_open_one_is_found(tmp_path):
    assert json.loads(lived(tmp_path, "python").stdout or '{"sockets": ["killed"]}')["sockets"]
    assert lived(tmp_path, "below").returncode == -signal.SIGSYS
