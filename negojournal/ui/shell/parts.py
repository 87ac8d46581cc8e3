"""What a window is put together from."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.ui.shell.messages import BarMessages
from negojournal.ui.shell.navigation import Navigation
from negojournal.ui.shell.page import EditorPage
from negojournal.ui.shell.places import Places
from negojournal.ui.shell.tasks import Worker
from negojournal.ui.shell.window import Window
from negojournal.ui.shell.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Parts:
    """Hold the parts that the program leads."""

    window: Window
    workspace: Workspace
    worker: Worker
    places: Places
    navigation: Navigation
    messages: BarMessages

    @property
    def editor(self) -> EditorPage:
        """The form."""
        return self.places.editor
