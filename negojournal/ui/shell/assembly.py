"""Put everything into a window from what it is to be made of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QApplication

from negojournal.domain.summary import Summary
from negojournal.domain.theme import Scheme
from negojournal.ui.shell.action import ACTIONS
from negojournal.ui.shell.actions import Actions
from negojournal.ui.shell.backup_notice import BackupNotice
from negojournal.ui.shell.bus import ChangeBus
from negojournal.ui.shell.curtain import Curtain
from negojournal.ui.shell.day_watch import DayWatch
from negojournal.ui.shell.file_drop import FileDrop
from negojournal.ui.shell.filter_state import FilterState
from negojournal.ui.shell.history import Undoing
from negojournal.ui.shell.lookup import Lookup
from negojournal.ui.shell.memory import FILTER, filter_from
from negojournal.ui.shell.menu_bar import fill_menu_bar
from negojournal.ui.shell.messages import BarMessages
from negojournal.ui.shell.navigation import Navigation
from negojournal.ui.shell.notification import notify
from negojournal.ui.shell.offer import DraftOffer
from negojournal.ui.shell.page import page_actions
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.places import EDITOR, PAPER, SETTINGS, Places
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.program import BLANK, JournalUser, Program
from negojournal.ui.shell.progress_strip import ProgressStrip
from negojournal.ui.shell.rail import Rail
from negojournal.ui.shell.reading import show_about, show_help, show_shortcuts
from negojournal.ui.shell.reminder import Reminder
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.tasks import Worker
from negojournal.ui.shell.text_undo import TextUndo
from negojournal.ui.shell.transfer import Transfer
from negojournal.ui.shell.window import Window
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.icon import app_icon
from negojournal.ui.widgets.message_bar import MessageBar


def build_program(
    app: QApplication,
    setup: Setup,
    window: Window,
    preferences: Preferences,
    others: Sequence[JournalUser] = (),
    newest: tuple[Summary, ...] = (),
) -> Program:
    """Put everything into a window and return the program that leads it.

    `others` wait for the journal, too; a list shows its `newest` lines until then.
    """
    app.setWindowIcon(app_icon())
    parts = _build_parts(setup, window, preferences, newest)
    space, lookup = parts.workspace, Lookup(parts.workspace, window)
    offer = DraftOffer(space, parts.messages, partial(parts.places.record, EDITOR), setup.whereabouts.record, window)
    notice = BackupNotice(space, parts.messages, window)
    reminder = Reminder(space, window, partial(notify, window))
    transfer = Transfer(space, window)
    drop = FileDrop(transfer, parts.messages, window)
    own = (parts.navigation, Undoing(space, window), transfer, lookup, offer, notice, reminder, drop)
    users: tuple[JournalUser, ...] = (*own, *others)
    program = Program(setup, parts, users, app)
    space.actions.answer_always(
        {**_place_answers(parts, setup), **_window_answers(parts), **_reading_answers(parts, setup, lookup)}
    )
    space.bus.changed.connect(parts.messages.on_changed)
    parts.places.shown.connect(offer.on_place_shown)
    parts.places.shown.connect(parts.messages.on_place_shown)
    parts.messages.shown.connect(window.order_tabs)
    parts.worker.failed.connect(program.on_failed)
    preferences.changed.connect(program.show_scheme)
    watch = DayWatch(app, window)
    for answer in (parts.places.read_again, reminder.on_day_changed):
        watch.changed.connect(answer)
    TextUndo(app, window, parts.places.is_form)
    program.show_scheme()
    return program


def _build_parts(setup: Setup, window: Window, preferences: Preferences, newest: tuple[Summary, ...]) -> Parts:
    worker = Worker(window)
    bar, places = MessageBar(), Places(setup.pages)
    actions = Actions((*ACTIONS, *page_actions(setup.pages)), window)
    remembered = setup.whereabouts.filter or ("" if setup.is_sample else preferences.text(FILTER))
    chosen = FilterState(filter_from(remembered), window)
    navigation = Navigation(places, chosen, worker)
    messages = BarMessages(bar, partial(actions.run_for_window, "undo"))
    workspace = Workspace(
        tasks=worker,
        bus=ChangeBus(window),
        filter=chosen,
        actions=actions,
        preferences=preferences,
        navigator=navigation,
        messages=messages,
        catalog=setup.catalog,
        catalog_problem=setup.catalog_problem,
        keychain=setup.keychain,
    )
    places.furnish(workspace, setup.editor, newest)
    places.finished.connect(navigation.leave_form)
    window.show_body(Rail(setup.pages, actions), places, bar, ProgressStrip(worker), Curtain())
    fill_menu_bar(window.menuBar(), actions)
    # A blanked window hides its menus, and with them the keys of what stands there only.
    window.addActions([actions.action(key) for key in BLANK])
    return Parts(window, workspace, worker, places, navigation, messages)


def _place_answers(parts: Parts, setup: Setup) -> dict[str, Run]:
    ways = parts.navigation
    return {
        "new-review": ways.edit,
        "new-plan": ways.plan,
        "search": ways.search,
        "preferences": partial(ways.go, SETTINGS),
        **{section: partial(ways.open_settings, section) for section in ("backups", "passphrase")},
        **({"report": ways.report} if any(page.key == PAPER for page in setup.pages) else {}),
        **{f"go-{page.key}": partial(ways.go, page.key) for page in setup.pages},
    }


def _window_answers(parts: Parts) -> dict[str, Run]:
    choose, key = parts.workspace.preferences.choose, Preferences.SCHEME
    schemes: dict[str, Run] = {f"{key}-{scheme}": partial(choose, key, scheme) for scheme in Scheme}
    return {"quit": parts.window.close, "hide": parts.window.toggle_curtain, **schemes}


def _reading_answers(parts: Parts, setup: Setup, lookup: Lookup) -> dict[str, Run]:
    return {
        "palette": lookup.open,
        "help": partial(show_help, parts.window, setup.resources),
        "shortcuts": partial(show_shortcuts, parts.window, parts.workspace.actions),
        "about": partial(show_about, parts.window),
    }
