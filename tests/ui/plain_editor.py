"""The smallest form there can be, in the place of the real one."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from negojournal.ui.shell.page import EditorPage
from negojournal.ui.shell.port import Run


class PlainEditor(EditorPage):
    """Have one field, and remember what the shell asked for."""

    def __init__(self, workspace, parent=None) -> None:
        super().__init__(workspace, parent)
        self.asked: list[object] = []
        self.kept = True
        self.journal = None
        self.title = QLineEdit()
        self.title.setAccessibleName("Title")
        QVBoxLayout(self).addWidget(self.title)

    def show_journal(self, journal) -> None:
        self.journal = journal

    def refresh(self) -> None:
        self.asked.append("refresh")

    def show_new(self) -> None:
        self.asked.append("new")

    def show_plan(self) -> None:
        self.asked.append("plan")

    def show_record(self, record, part="") -> None:
        self.asked.append((record, part) if part else record)

    def show_started(self, record, *, is_new=True) -> None:
        self.asked.append(("started", record, is_new))

    def show_draft(self, draft, *, is_stored=True) -> None:
        self.asked.append(draft)

    def unfinished(self):
        return None

    def keep_now(self) -> None:
        self.asked.append("keep")

    def is_untouched(self) -> bool:
        return not self.title.text()

    def is_plan(self) -> bool:
        return False

    def record(self):
        return None

    def is_kept(self) -> bool:
        return self.kept

    def focus_start(self) -> None:
        self.title.setFocus()

    def commands(self) -> Mapping[str, Run]:
        return {"keep": self.keep_now}
