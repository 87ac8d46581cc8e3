"""Every action of the program as data: menus, shortcuts, palette and shortcut list read this one table."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Menu(StrEnum):
    """Name the menus, in the order they stand."""

    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    GO = "&Go"
    HELP = "&Help"


class Role(StrEnum):
    """Say which place macOS has for an action."""

    NONE = "none"
    PREFERENCES = "preferences"
    QUIT = "quit"
    ABOUT = "about"


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """Hold one action.

    The `&` in `text` marks the letter for the menu. Actions of one `group` stand together between hairlines. With
    `local`, the shortcut works only in the widgets that the action was added to (`widget.addAction`). `choice` names
    the set of which one action is ticked.
    """

    key: str
    text: str
    menu: Menu
    group: int = 0
    shortcuts: tuple[str, ...] = ()
    icon: str = ""
    role: Role = Role.NONE
    local: bool = False
    choice: str = ""


ACTIONS: tuple[ActionSpec, ...] = (
    ActionSpec("new-review", "&New review", Menu.FILE, 0, ("Ctrl+N",), "new-review"),
    ActionSpec("new-plan", "New &plan", Menu.FILE, 0, ("Ctrl+Shift+N",), "new-plan"),
    ActionSpec("keep", "&Keep now", Menu.FILE, 1, ("Ctrl+S",)),
    ActionSpec("done", "&Done", Menu.FILE, 1, ("Ctrl+Return", "Ctrl+Enter"), "check"),
    ActionSpec("import", "&Import…", Menu.FILE, 2, (), "import"),
    ActionSpec("export", "&Export…", Menu.FILE, 2, ("Ctrl+Shift+E",), "export"),
    ActionSpec("calendar", "Export &calendar…", Menu.FILE, 2, (), "calendar"),
    ActionSpec("brief", "&Brief", Menu.FILE, 3, ("Ctrl+B",), "brief"),
    ActionSpec("report", "&Report…", Menu.FILE, 3, ("Ctrl+Shift+R",), "report"),
    ActionSpec("report-record", "Report of the negoti&ation…", Menu.FILE, 3, ("Ctrl+Alt+R",)),
    ActionSpec("save-image", "&Save chart…", Menu.FILE, 3, ("Ctrl+Shift+S",), "save-image"),
    ActionSpec("save-paper", "Save as PDF or &HTML…", Menu.FILE, 4, (), "export"),
    ActionSpec("copy-paper", "Copy the pa&ge", Menu.FILE, 4, (), "copy"),
    ActionSpec("coach-copy", "C&oach’s copy", Menu.FILE, 4),
    ActionSpec("print", "Prin&t…", Menu.FILE, 4, ("Ctrl+P",)),
    ActionSpec("lock", "&Lock now", Menu.FILE, 5, ("Ctrl+L",), "lock"),
    ActionSpec("quit", "&Quit", Menu.FILE, 5, ("Ctrl+Q",), role=Role.QUIT),
    ActionSpec("undo", "&Undo", Menu.EDIT, 0, ("Ctrl+Z",), "undo"),
    ActionSpec("redo", "&Redo", Menu.EDIT, 0, ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
    ActionSpec("edit-record", "&Edit record", Menu.EDIT, 1, ("Ctrl+E",), "edit"),
    ActionSpec("ratings", "Change rati&ngs", Menu.EDIT, 1, ("Ctrl+R",)),
    ActionSpec("negotiate-again", "Negotiate &again", Menu.EDIT, 1, ("Ctrl+Shift+A",), "again"),
    ActionSpec("delete", "&Delete", Menu.EDIT, 1, ("Del",), "delete", local=True),
    ActionSpec("copy-image", "&Copy chart", Menu.EDIT, 2, ("Ctrl+Shift+C",), "copy"),
    ActionSpec("new-milestone", "New &milestone…", Menu.EDIT, 2, ("Ctrl+M",), "milestone"),
    ActionSpec("search", "&Search", Menu.EDIT, 3, ("Ctrl+F",), "search"),
    ActionSpec("clear-filter", "Clear &filter", Menu.EDIT, 3, ("Ctrl+Shift+F",), "filter"),
    ActionSpec("preferences", "&Preferences", Menu.EDIT, 4, ("Ctrl+,",), "settings", Role.PREFERENCES),
    ActionSpec("backups", "&Backups", Menu.EDIT, 4),
    ActionSpec("passphrase", "Passp&hrase", Menu.EDIT, 4, (), "lock"),
    ActionSpec("scheme-system", "Colours like the &system", Menu.VIEW, 0, choice="scheme"),
    ActionSpec("scheme-light", "&Light colours", Menu.VIEW, 0, choice="scheme"),
    ActionSpec("scheme-dark", "&Dark colours", Menu.VIEW, 0, choice="scheme"),
    ActionSpec("show-table", "Show as &table", Menu.VIEW, 1, ("Ctrl+T",)),
    ActionSpec("hide", "&Hide now", Menu.VIEW, 2, ("Ctrl+Shift+H",), "hide"),
    ActionSpec("previous", "&Previous record", Menu.GO, 1, ("Alt+Up",), "chevron-up"),
    ActionSpec("next", "&Next record", Menu.GO, 1, ("Alt+Down",), "chevron-down"),
    ActionSpec("section-before", "&Before", Menu.GO, 2, ("Alt+1",)),
    ActionSpec("section-during", "&During", Menu.GO, 2, ("Alt+2",)),
    ActionSpec("section-after", "&After", Menu.GO, 2, ("Alt+3",)),
    ActionSpec("section-beyond", "Be&yond", Menu.GO, 2, ("Alt+4",)),
    ActionSpec("palette", "&Find anything…", Menu.GO, 3, ("Ctrl+K",), "palette"),
    ActionSpec("help", "&How it works", Menu.HELP, 0, ("F1",), "help"),
    ActionSpec("shortcuts", "&Keyboard shortcuts", Menu.HELP, 0, ("Ctrl+?",)),
    ActionSpec("about", "&About", Menu.HELP, 1, (), "info", Role.ABOUT),
)
"""The actions; those that go to pages come to them (`page_actions`)."""
