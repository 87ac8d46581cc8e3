"""The menus, made from the table of actions."""

from __future__ import annotations

from itertools import groupby

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from negojournal.ui.shell.action import ActionSpec, Menu
from negojournal.ui.shell.actions import Actions


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Add one menu for each in the table, its groups between hairlines."""
    specs = tuple(actions.specs.values())
    for title in Menu:
        menu = bar.addMenu(QCoreApplication.translate("Menu", title))
        _fill(menu, [spec for spec in specs if spec.menu is title], actions)


def _fill(menu: QMenu, specs: list[ActionSpec], actions: Actions) -> None:
    for number, (_group, members) in enumerate(groupby(sorted(specs, key=_group_of), key=_group_of)):
        if number:
            menu.addSeparator()
        for spec in members:
            menu.addAction(actions.action(spec.key))


def _group_of(spec: ActionSpec) -> int:
    return spec.group
