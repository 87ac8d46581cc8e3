"""The whole window of the program, as it ships, for tests to drive."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from negojournal import paths
from negojournal.catalog.load import load_catalog
from negojournal.catalog.theme import load_theme
from negojournal.service.journal import open_journal
from negojournal.ui.editor.editor import Editor
from negojournal.ui.pages import PAGES
from negojournal.ui.shell.assembly import build_program
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.program import Program
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.window import Window

RESOURCES = paths.resource_folder()


def build_setup(folder: Path, **changes: object) -> Setup:
    """Return what a window is made of on a journal in a folder, with what a test has otherwise."""
    setup = Setup(
        journal=folder / "journal.db",
        is_sample=False,
        open_journal=lambda path, passphrase: open_journal(path, RESOURCES, None, passphrase),
        open_sample=lambda: open_journal(None, RESOURCES, None),
        theme=load_theme(RESOURCES / "theme"),
        catalog=load_catalog(RESOURCES, None),
        catalog_problem="",
        pages=PAGES,
        editor=Editor,
        resources=RESOURCES,
        log_folder=folder / "log",
        warm_up=lambda: None,
    )
    return replace(setup, **changes)


def show_program(app: QApplication, qtbot: QtBot, setup: Setup, *, is_open: bool = True) -> Program:
    """Show a window of 1024 × 700, and wait until its journal is open where it will be."""
    program = build_program(app, setup, Window(), Preferences(setup.journal.with_name("window.ini")))
    program.begin()
    program.parts.window.resize(1024, 700)
    with qtbot.waitActive(program.parts.window):
        program.parts.window.show()
    qtbot.waitUntil(lambda: program._journal is not None or not is_open)
    return program
