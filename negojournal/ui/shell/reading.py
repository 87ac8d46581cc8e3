"""Help, the list of shortcuts, and what program this is."""

from __future__ import annotations

import platform
from pathlib import Path

from PySide6.QtCore import QCoreApplication, qVersion
from PySide6.QtWidgets import QWidget

from negojournal import __version__
from negojournal.ui.shell.action import ActionSpec, Menu
from negojournal.ui.shell.actions import Actions, keys_of, words_of
from negojournal.ui.shell.sheet import show_sheet

IN_PLACE = (
    ("Enter", "goes from the title to the ratings"),
    ("1 … 7", "rates, and moves on"),
    ("0", "not applicable"),
    ("Backspace", "goes back to the rating before"),
    ("Escape", "closes what is open on top, or leaves the form as it is"),
)
"""Keys that mean something in one place only."""


def show_help(parent: QWidget, resources: Path) -> None:
    """Say how the program is used."""
    show_sheet(_tr("How it works"), (resources / "help" / "help.md").read_text(encoding="utf-8"), parent)


def show_shortcuts(parent: QWidget, actions: Actions) -> None:
    """List every shortcut, menu by menu."""
    show_sheet(_tr("Keyboard shortcuts"), shortcut_text(actions), parent)


def show_about(parent: QWidget) -> None:
    """Say what program this is."""
    show_sheet(_tr("About NegoJournal"), about_text(), parent)


def shortcut_text(actions: Actions) -> str:
    """Return all shortcuts as Markdown tables."""
    specs = [spec for spec in actions.specs.values() if spec.shortcuts]
    parts = [_table(_tr(menu).replace("&", ""), [_row(spec) for spec in specs if spec.menu is menu]) for menu in Menu]
    parts.append(_table(_tr("In the form"), [(keys, _tr(meaning)) for keys, meaning in IN_PLACE]))
    return "\n\n".join(parts)


def about_text() -> str:
    """Return name, version and licences as Markdown."""
    return "\n\n".join(
        (
            f"# NegoJournal {__version__}",
            _tr("An after-action review journal for people who negotiate. It opens no network connection."),
            _tr("Free software under the MIT licence. It stands on Qt (LGPL), SQLite, Matplotlib and SciPy."),
            f"Python {platform.python_version()}, Qt {qVersion()}",
        )
    )


def _row(spec: ActionSpec) -> tuple[str, str]:
    return ", ".join(keys_of(spec)), words_of(spec)


def _table(title: str, rows: list[tuple[str, str]]) -> str:
    lines = [f"| {keys} | {meaning} |" for keys, meaning in rows]
    return "\n".join((f"| {title} | |", "|---|---|", *lines))


def _tr(text: str) -> str:
    return QCoreApplication.translate("Reading", text)
