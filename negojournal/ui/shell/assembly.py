"""Put a window together from what it is to be made of, and run it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QApplication

from negojournal.domain.theme import Scheme
from negojournal.ui.shell.action import ACTIONS
from negojournal.ui.shell.actions import Actions
from negojournal.ui.shell.bus import ChangeBus
from negojournal.ui.shell.crash import CrashHook
from negojournal.ui.shell.filter_state import FilterState
from negojournal.ui.shell.memory import FILTER, filter_from
from negojournal.ui.shell.menu_bar import fill_menu_bar
from negojournal.ui.shell.messages import BarMessages
from negojournal.ui.shell.page import page_actions
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.places import Places
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.program import Program
from negojournal.ui.shell.progress_strip import ProgressStrip
from negojournal.ui.shell.rail import Rail
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.signals import on_signals
from negojournal.ui.shell.tasks import Worker
from negojournal.ui.shell.window import Window
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.icon import app_icon
from negojournal.ui.widgets.message_bar import MessageBar
from negojournal.ui.widgets.theme import apply_theme

NAME = "negojournal"


def run_program(setup: Setup) -> int:
    """Show windows until the user quits, and return the exit status."""
    app = QApplication([NAME])
    app.setApplicationName(NAME)
    app.setDesktopFileName(NAME)
    hook = CrashHook(setup.log_folder)
    hook.install()
    following: Setup | None = setup
    status = 0
    while following is not None:
        program = build_program(app, following)
        hook.crashed.connect(program.on_crashed)
        app.commitDataRequest.connect(program.ending.on_session_end)
        with on_signals(program.ending.on_signal):
            program.begin()
            program.parts.window.show()
            status = app.exec()
        program.end()
        following = program.following
    hook.uninstall()
    return status


def build_program(app: QApplication, setup: Setup) -> Program:
    """Return a program whose window is not shown yet."""
    preferences = Preferences(setup.settings_file)
    apply_theme(app, setup.theme, preferences.scheme())
    app.setWindowIcon(app_icon())
    parts = _build_parts(setup, preferences)
    program = Program(setup, parts, app)
    parts.workspace.actions.answer_always({**_place_answers(parts, setup), **_window_answers(parts, preferences)})
    parts.workspace.bus.changed.connect(parts.messages.on_changed)
    parts.messages.shown.connect(parts.window.order_tabs)
    parts.worker.failed.connect(program.on_failed)
    preferences.changed.connect(program.show_scheme)
    program.show_scheme()
    return program


def _build_parts(setup: Setup, preferences: Preferences) -> Parts:
    worker = Worker()
    bar, places = MessageBar(), Places(setup.pages)
    actions = Actions((*ACTIONS, *page_actions(setup.pages)))
    messages = BarMessages(bar, partial(actions.run_for_window, "undo"))
    workspace = Workspace(
        tasks=worker,
        bus=ChangeBus(),
        filter=FilterState(filter_from(preferences.text(FILTER))),
        actions=actions,
        preferences=preferences,
        navigator=places,
        messages=messages,
        catalog=setup.catalog,
        catalog_problem=setup.catalog_problem,
    )
    editor = setup.editor(workspace)
    places.furnish(workspace, editor)
    window = Window(Rail(setup.pages, actions), places, bar, ProgressStrip(worker))
    fill_menu_bar(window.menuBar(), actions)
    return Parts(window, workspace, worker, places, editor, messages)


def _place_answers(parts: Parts, setup: Setup) -> dict[str, Run]:
    places = parts.places
    return {
        "new-review": places.edit,
        "search": places.search,
        "preferences": partial(places.go, "settings"),
        **{f"go-{page.key}": partial(places.go, page.key) for page in setup.pages},
    }


def _window_answers(parts: Parts, preferences: Preferences) -> dict[str, Run]:
    schemes = {
        f"{Preferences.SCHEME}-{scheme}": partial(preferences.choose, Preferences.SCHEME, scheme) for scheme in Scheme
    }
    return {"quit": parts.window.close, "hide": parts.window.toggle_curtain, **schemes}
