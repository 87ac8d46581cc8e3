"""The menus, made from the table of actions."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QMenuBar

from negojournal.ui.shell.action import ActionSpec, Menu

if TYPE_CHECKING:
    from negojournal.ui.shell.actions import Actions


def show_menu_titles(bar: QMenuBar) -> None:
    """Show the menus' titles before there is anything in them, so that nothing below them moves later."""
    for title in Menu:
        bar.addMenu(QCoreApplication.translate("Menu", title)).setEnabled(False)


def fill_menu_bar(bar: QMenuBar, actions: Actions) -> None:
    """Fill the menu of each title with its actions, their groups between hairlines."""
    specs = tuple(actions.specs.values())
    for title, entry in zip(Menu, bar.actions(), strict=True):
        menu = QMenu.menuInAction(entry)
        if menu is not None:
            _fill(menu, [spec for spec in specs if spec.menu is title], actions)
            menu.setEnabled(True)


def clear_menus(bar: QMenuBar) -> None:
    """Leave the titles, with nothing in them."""
    for entry in bar.actions():
        menu = QMenu.menuInAction(entry)
        if menu is not None:
            menu.clear()
            menu.setEnabled(False)


def _fill(menu: QMenu, specs: list[ActionSpec], actions: Actions) -> None:
    for number, (_group, members) in enumerate(groupby(sorted(specs, key=_group_of), key=_group_of)):
        if number:
            menu.addSeparator()
        for spec in members:
            menu.addAction(actions.action(spec.key))


def _group_of(spec: ActionSpec) -> int:
    return spec.group
