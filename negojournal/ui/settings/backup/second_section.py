"""Where backups go as well: a second folder of the user's choice, and what a sync service has to do with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from negojournal.ui.settings.backup.presenter import Overview
from negojournal.ui.widgets.button import plain_button, quiet_button
from negojournal.ui.widgets.file_dialog import ask_folder
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class SecondSection(QWidget):
    """Show the second folder, and let the user choose or give up one."""

    def __init__(self, choose: Callable[[Path | None], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choose = choose
        self._sync = Text("", TextRole.BODY)
        self._folder = Text("", TextRole.MUTED)
        self._folder.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._problem = Text("", TextRole.PROBLEM)
        self._remove = quiet_button(self.tr("Use it no longer"), partial(choose, None))
        row = spaced(QHBoxLayout())
        row.addWidget(plain_button(self.tr("Choose a second folder…"), self._ask))
        row.addWidget(self._remove)
        row.addStretch(1)
        column = spaced(QVBoxLayout(self), gap=look().theme.spacing.inside)
        for part in (self._sync, self._folder, self._problem):
            column.addWidget(part)
        column.addLayout(row)

    def show_second(self, overview: Overview) -> None:
        """Show which folder it is, and whether it can be reached."""
        second, service = overview.second, overview.service
        none = self.tr("Every backup can go to a second folder as well, on another disk or one that a service syncs.")
        chosen = self.tr("Each backup also goes to {folder}").format(folder=second)
        self._folder.setText(none if second is None else chosen)
        self._remove.setVisible(second is not None)
        self._sync.setVisible(service is not None)
        self._sync.setText(
            self.tr(
                "{service} keeps the folder of this journal, and may copy it while it is being written. "
                "Keep the journal in a folder of this computer, and choose one that {service} keeps for its backups."
            ).format(service=service)
        )
        away = self.tr("It isn’t there at the moment; connect its disk, or choose another.")
        self.show_problem(overview.problem or (away if overview.is_away else ""))

    def show_problem(self, sentence: str) -> None:
        """Show why a second folder can't be used."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _ask(self) -> None:
        ask_folder(self, self.tr("Choose a second folder for backups"), self._choose)
