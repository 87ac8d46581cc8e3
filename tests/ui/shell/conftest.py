"""A whole program over a real journal, with the smallest form."""

import gc
from dataclasses import replace

import pytest
from shiboken6 import isValid

from negojournal import paths
from negojournal.domain.negotiation import Status
from negojournal.domain.passphrase import Passphrase
from negojournal.ui.shell import trace
from negojournal.ui.shell.assembly import build_program
from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.doorway import Doorway, Entrance
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.window import Window
from tests.builders import build_record
from tests.ui.plain_editor import PlainEditor
from tests.ui.program import build_setup
from tests.ui.shell.locked import secret, unlock


@pytest.fixture(autouse=True)
def looked_at(monkeypatch):
    """Have a lock look for waste among what the test has made, and not among all tests."""
    monkeypatch.setattr(trace, "look_at_all", gc.collect)


@pytest.fixture
def resources():
    return paths.resource_folder()


@pytest.fixture
def setup(tmp_path):
    return build_setup(tmp_path, editor=PlainEditor)


@pytest.fixture
def start(themed, qtbot, setup, tmp_path):
    """Return a function that begins a program, as `setup` with some changes, and shows its window."""
    begun = []

    def begin(**changes):
        preferences, window = Preferences(tmp_path / "window.ini"), Window()
        preferences.restore_window(window)
        program = build_program(themed, replace(setup, **changes), window, preferences)
        begun.append(program)
        program.begin()
        with qtbot.waitActive(program.parts.window):
            program.parts.window.show()
        return program

    yield begin
    for program in begun:
        if isValid(program.parts.window):
            program.end()


@pytest.fixture
def opened(start, qtbot):
    """Return a function that begins a program and waits until its journal is open."""

    def begin(**changes):
        program = start(greets=False, **changes)
        qtbot.waitUntil(lambda: program.parts.editor.journal is not None)
        program.parts.worker.drain()
        return program

    return begin


@pytest.fixture
def encrypted(quick_keys, setup):
    """Return a setup whose journal is encrypted and holds one record."""
    journal = setup.open_journal(setup.journal, Passphrase(secret()))
    journal.records.save(build_record(title="Rent of the hall", status=Status.HELD))
    journal.close()
    return setup


@pytest.fixture
def enter_locked(themed, qtbot, encrypted, tmp_path):
    """Return a function that opens the door to the encrypted journal and waits until it asks."""
    doors = []

    def begin(*, glance=tuple, **changes):
        made = [replace(encrypted, **changes)]
        entrance = Entrance(encrypted.theme, tmp_path / "window.ini", tmp_path / "log", False, made.pop, glance)
        door = Doorway(themed, entrance, CrashHook(tmp_path / "log"))
        doors.append(door)
        with qtbot.waitActive(door.window):
            door.window.show()
        qtbot.waitUntil(lambda: door._program is not None)
        return door

    yield begin
    for door in doors:
        door.end()


@pytest.fixture
def inside(enter_locked, qtbot):
    """Return a function that opens the door and unlocks the journal."""

    def begin(**changes):
        door = enter_locked(**changes)
        unlock(door, qtbot)
        return door

    return begin
