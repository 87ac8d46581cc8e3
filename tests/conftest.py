"""Every test runs at home in a temporary folder, without a screen, and without modal loops."""

from __future__ import annotations

import gc
import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# How long a draw takes says something of the machine, and nothing of the program.
settings.register_profile("journal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("journal")

os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ.pop("NEGOJOURNAL_FILE", None)
os.environ.pop("QT_SCALE_FACTOR", None)

# A home without its font cache has one made, and on a busy machine that takes long enough for a warning.
logging.getLogger("matplotlib.font_manager").setLevel(logging.ERROR)

DRIVEN = (
    "charts", "torture", "test_", "ui/shell", "ui/widgets", "ui/test_", "ui/editor/test_b", "ui/editor/test_r",
    *(f"cli/test_{letter}" for letter in "chilpst"),
    *(f"ui/{page}/test_{page}_page" for page in ("insights", "paper", "table", "today", "trends")),
    "ui/paper/test_printing",
)  # fmt: skip
"""Where tests begin that drive what isn't counted: to follow them for coverage takes half as long again."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Count coverage where something is counted."""
    here = Path(__file__).parent
    for item in items:
        if item.path.relative_to(here).as_posix().startswith(DRIVEN):
            item.add_marker(pytest.mark.no_cover)


OBJECTS_BETWEEN = 50_000
"""How many new objects there may be before waste is looked for: so it is in the program's own window, too."""


def pytest_collection_finish() -> None:
    """Leave the tests themselves, and what they have loaded, out of each search for waste: it is never any."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_BETWEEN)


XDG = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give every test a home of its own."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(folder))
    monkeypatch.delenv("NEGOJOURNAL_FILE", raising=False)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(folder))
    for name in XDG:
        monkeypatch.setenv(name, str(folder / name.lower()))
    return folder


@pytest.fixture
def quick_keys() -> Iterator[None]:
    """Derive the keys of encrypted journals in no time."""
    from tests import quick_key

    with quick_key.quick_keys():
        yield


@pytest.fixture(autouse=True)
def no_modal_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every loop that would wait for a user."""
    from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox

    def refuse(*_args: object, **_kwargs: object) -> None:
        pytest.fail("a modal loop was started")

    for kind in (QDialog, QMenu, QMessageBox):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory"):
        monkeypatch.setattr(QFileDialog, name, refuse)
    for name in ("information", "question", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse)


class Collector(logging.Handler):
    """Remember what is logged."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Take a line."""
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning, unless it is marked `expects_log`."""
    collector = Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if request.node.get_closest_marker("expects_log") is None:
        assert not collector.lines, f"unexpected log lines: {collector.lines}"


@pytest.fixture(autouse=True)
def no_threads_left() -> Iterator[None]:
    """End the worker threads a test has started."""
    yield
    for thread in threading.enumerate():
        if thread.name == "journal":
            thread._target.__self__.close()
