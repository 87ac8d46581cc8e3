"""The only place that builds anything: it says what a window is made of, or hands over to the command line."""

# ruff: noqa: PLC0415 - each way to start imports what it needs; the command line works where Qt can't even load

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from negojournal import paths
from negojournal.errors import FormatError
from negojournal.storage.header import is_encrypted

if TYPE_CHECKING:
    from negojournal.domain.catalog import Catalog
    from negojournal.domain.passphrase import Passphrase
    from negojournal.domain.summary import Summary
    from negojournal.exchange.paper import Printout
    from negojournal.service.journal import Journal
    from negojournal.ui.shell.page import EditorPage
    from negojournal.ui.shell.setup import Setup
    from negojournal.ui.shell.workspace import Workspace

OBJECTS_BETWEEN = 50_000
"""How many new objects there may be before waste is looked for; putting a window together makes none."""

LINES_AT_FIRST = 100
"""How many lines of the journal are read before it is open; no screen shows more."""

SECONDS_TO_WAIT = 0.0005
"""For how long the window waits for a thread that computes; at Python's 5 ms, the calls of one page add up to 0.4 s."""

CHART_MODULES = ("negojournal.charts.picture", "negojournal.charts.insight.registry", "scipy.special")
"""What the first chart of a window needs; each is loaded where it is used, and matplotlib and scipy with them."""


def main(argv: Sequence[str]) -> int:
    """Open the window, or do what the arguments say, and return the exit status."""
    if not argv:
        return run_window(paths.journal_file(), demo=False)
    from negojournal.cli.command import run

    return run(argv, run_window, _print_pdf)


def run_window(journal: Path, *, demo: bool, passphrase: Callable[[], Passphrase | None] = lambda: None) -> int:
    """Show the window on a journal, or on a sample that is thrown away, until the user quits.

    `passphrase` hands over what was given to open the journal with, once.
    """
    gc.set_threshold(OBJECTS_BETWEEN)
    sys.setswitchinterval(SECONDS_TO_WAIT)
    from negojournal.ui.shell.display import NO_DISPLAY, has_display

    if not has_display(os.environ, sys.platform):
        sys.stderr.write(f"{NO_DISPLAY}\n")
        return 1
    from negojournal.ui.shell.instance import bring_forward

    if not demo and bring_forward(journal):
        return 0
    from negojournal.service.look import shipped_theme
    from negojournal.ui.shell.doorway import Entrance, run_program

    entrance = Entrance(
        theme=shipped_theme(paths.resource_folder()),
        settings_file=paths.settings_file(),
        log_folder=paths.log_folder(),
        begins_with_form=journal.exists() and not demo and not is_encrypted(journal),
        setup=lambda: replace(_setup(journal, demo=demo), passphrase=passphrase()),
        glance=lambda: () if demo else _newest_lines(journal),
    )
    return run_program(entrance)


def _print_pdf(printout: Printout) -> bytes:
    from negojournal.ui.paper.printing import print_pdf

    return print_pdf(printout)


def _setup(journal: Path, *, demo: bool) -> Setup:
    from negojournal.service import keychain
    from negojournal.service.look import shipped_theme
    from negojournal.ui.pages import PAGES
    from negojournal.ui.shell.setup import Setup

    resources = paths.resource_folder()
    catalog, problem = _catalog(resources)
    own_folder = None if problem else paths.data_folder()
    return Setup(
        journal=journal,
        is_sample=demo,
        open_journal=lambda path, passphrase: _open_journal(path, own_folder, passphrase),
        open_sample=_open_sample,
        theme=shipped_theme(resources),
        catalog=catalog,
        catalog_problem=problem,
        pages=PAGES,
        editor=_new_editor,
        resources=resources,
        log_folder=paths.log_folder(),
        warm_up=_load_charts,
        keychain=keychain,
    )


def _new_editor(workspace: Workspace) -> EditorPage:
    from negojournal.ui.editor.editor import Editor

    return Editor(workspace)


def _newest_lines(journal: Path) -> tuple[Summary, ...]:
    from negojournal.storage.glance import newest_lines

    return newest_lines(journal, LINES_AT_FIRST)


def _catalog(resources: Path) -> tuple[Catalog, str]:
    """Return the catalogue, and what is wrong with a questionnaire of the user's own, which is then left out."""
    from negojournal.catalog.load import load_catalog

    try:
        return load_catalog(resources, paths.data_folder()), ""
    except FormatError as error:
        return load_catalog(resources, None), str(error)


def _open_journal(path: Path, own_folder: Path | None, passphrase: Passphrase | None) -> Journal:
    from negojournal.service.journal import open_journal

    return open_journal(path, paths.resource_folder(), own_folder, passphrase)


def _open_sample() -> Journal:
    from negojournal.service.sample import open_sample

    return open_sample()


def _load_charts() -> None:
    """Load every page, and what draws charts, which takes a second, before it is asked for."""
    import importlib

    from negojournal.ui.pages import PAGES
    from negojournal.ui.shell.waste import settling

    with settling():
        for page in PAGES:
            page.load()
        for name in CHART_MODULES:
            importlib.import_module(name)
