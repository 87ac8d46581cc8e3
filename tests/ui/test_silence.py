"""Whatever fails, and wherever: no word of the journal is in what is logged, printed, shown or copied."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import negojournal
from tests.private import open_to_others
from tests.ui.crashing import MARK

PROGRAM = [sys.executable, "-m", "negojournal"]


@pytest.fixture
def path(tmp_path):
    path = tmp_path / "journal.db"
    log = [*PROGRAM, "--journal", str(path), "log", MARK, "--note", f"About {MARK}", "--process", "4"]
    subprocess.run(log, check=True, capture_output=True, timeout=60)
    return path


def failed(*argv):
    words = [sys.executable, "-m", "tests.ui.crashing", *map(str, argv)]
    return subprocess.run(words, capture_output=True, text=True, timeout=120, check=False, umask=0)


@pytest.mark.slow
def test_a_window_that_fails_on_every_thread(path, home):
    ended = failed(path)
    logged = "".join(file.read_text(encoding="utf-8") for file in home.rglob("*.log"))
    assert ended.returncode == 0, ended.stderr
    assert open_to_others(home) == {}
    assert "The details hold no word of your journal" in ended.stdout
    assert logged.count("builtins.ValueError") >= 3  # in the window's thread, in the worker's, in another
    assert ended.stderr.count("builtins.ValueError") >= 4  # and of what is thrown away at the end
    assert "which led to" in ended.stdout
    assert "default warning: QTextBrowser" in ended.stderr
    for said in (ended.stdout, ended.stderr, logged):
        assert MARK not in said
        assert "builtins.KeyError" in said
        assert "in fail" in said


@pytest.mark.slow
def test_a_command_that_fails(path):
    ended = failed(path, "show")
    assert ended.returncode == 1
    assert MARK not in ended.stdout + ended.stderr
    assert "builtins.ValueError" in ended.stderr
    assert "negojournal/cli/browse.py" in ended.stderr


def test_nothing_but_a_fault_is_ever_logged():
    """One place writes into the log, so that nothing else can come into it."""
    found = set()
    for file in Path(negojournal.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import | ast.ImportFrom) and "logging" in ast.unparse(node).split("import")[-1]:
                found.add(file.name)
    assert found == {"log.py", "fault.py"}


LIMIT = """
import resource
from negojournal.fault import keep_words
_, most = resource.getrlimit(resource.RLIMIT_CORE)
resource.setrlimit(resource.RLIMIT_CORE, (most, most))
keep_words()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit")
def test_a_crash_writes_nothing_of_the_memory_to_the_disk():
    said = subprocess.run([sys.executable, "-c", LIMIT], capture_output=True, text=True, timeout=60, check=True)
    assert said.stdout == "(0, 0)\n"


def test_the_program_begins_by_keeping_words(monkeypatch):
    from negojournal import __main__

    done = []
    monkeypatch.setattr(__main__.os, "umask", lambda mask: done.append(oct(mask)))
    monkeypatch.setattr(__main__, "keep_words", lambda: done.append("keep"))
    monkeypatch.setattr(__main__.app, "main", lambda argv: done.append("main") or 0)
    with pytest.raises(SystemExit):
        __main__.main()
    assert done == ["0o77", "keep", "main"]
