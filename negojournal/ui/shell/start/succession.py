"""What follows a program in its window: the same again, on the same journal or on another."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from negojournal.ui.shell.ending import Ending
from negojournal.ui.shell.memory import filter_text
from negojournal.ui.shell.parts import Parts
from negojournal.ui.shell.places import EDITOR
from negojournal.ui.shell.port import Run
from negojournal.ui.shell.setup import Setup
from negojournal.ui.shell.start.opening import Opening
from negojournal.ui.shell.whereabouts import Whereabouts


class Succession(QObject):
    """Let another program begin where this one is. `followed` carries the Setup that it is made of."""

    followed = Signal(object)

    def __init__(self, setup: Setup, opening: Opening, parts: Parts, ending: Ending) -> None:
        super().__init__(parts.window)
        self._setup, self._opening, self._parts, self._ending = setup, opening, parts, ending

    def here(self) -> Setup:
        """Return what leads back to here: the same file, and where the user is in it."""
        return replace(
            self._setup,
            journal=self._opening.path,
            passphrase=None,
            asks=False,
            whereabouts=self._whereabouts(),
            unfinished=None,
            news="",
            damage=None,
        )

    def begin_again(self, setup: Setup) -> None:
        """Begin again once all that was typed is stored; where it can't be, stay and say so."""
        if self._ending.may_close():
            self.followed.emit(setup)

    def begin_again_with_form(self, setup: Setup, ask: Callable[[Run], object]) -> None:
        """Begin again where nothing can be stored any more: what is in the form goes along, stored before or not.

        What is typed anywhere else can't; where something is, `ask` is handed what goes on all the same.
        """
        self._ending.keep()
        go_on = partial(self.take_form_along, setup)
        if self._parts.places.is_kept(but=EDITOR):
            go_on()
        else:
            ask(go_on)

    def take_form_along(self, setup: Setup) -> None:
        """Begin again at once, with what is typed in the form."""
        unfinished = self._parts.editor.unfinished()
        self.followed.emit(replace(setup, whereabouts=self._whereabouts(), unfinished=unfinished))

    def _whereabouts(self) -> Whereabouts:
        parts = self._parts
        return Whereabouts(
            place=parts.places.key(),
            record=parts.places.record(),
            is_plan=parts.places.key() in {"", EDITOR} and parts.editor.is_plan(),
            filter=filter_text(parts.workspace.filter.value()),
        )
