"""The settings that are not lists: appearance, questionnaire, and where the journal is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from negojournal import paths
from negojournal.domain.theme import Scheme
from negojournal.ui.settings.presenter import Place, PlacePresenter
from negojournal.ui.settings.section import Section
from negojournal.ui.shell.notification import can_notify
from negojournal.ui.shell.preferences import Preferences
from negojournal.ui.shell.workspace import Workspace
from negojournal.ui.widgets.button import plain_button
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.locale_text import size_text
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class AppearanceSection(Section):
    """Choose light or dark."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._preferences = workspace.preferences
        schemes = {
            Scheme.SYSTEM.value: self.tr("Like the system"),
            Scheme.LIGHT.value: self.tr("Light"),
            Scheme.DARK.value: self.tr("Dark"),
        }
        self._scheme = ChoiceRow(schemes, required=True)
        self._scheme.picked.connect(lambda key: self._preferences.choose(Preferences.SCHEME, key))
        self._preferences.changed.connect(self.refresh)
        column = _column(self)
        column.addWidget(Field(self.tr("Light or dark"), self._scheme))
        column.addStretch()
        self.refresh()

    def refresh(self) -> None:
        """Show the choice in force."""
        self._scheme.show_chosen(self._preferences.scheme())


class QuestionnaireSection(Section):
    """Choose the questionnaire of a new review, and see which there are."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._preferences = workspace.preferences
        self._choice = ChoiceRow({one.key: one.title for one in workspace.catalog.questionnaires}, required=True)
        self._choice.picked.connect(lambda key: self._preferences.choose(Preferences.QUESTIONNAIRE, key))
        column = _column(self)
        column.addWidget(Field(self.tr("For a new review"), self._choice))
        folder = paths.data_folder() / "questionnaires"
        own = self.tr("A questionnaire of your own, as a TOML file in {folder}, is read at the next start.")
        hint = Text(own.format(folder=folder), TextRole.MUTED)
        hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(hint)
        if workspace.catalog_problem:
            left_out = self.tr("Your own questionnaires were left out: {problem}")
            column.addWidget(Text(left_out.format(problem=workspace.catalog_problem), TextRole.PROBLEM))
        column.addStretch()
        self.refresh()

    def refresh(self) -> None:
        """Show the choice in force."""
        self._choice.show_chosen(self._preferences.questionnaire())


class ReminderSection(Section):
    """Choose whether the desktop says that something waits."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._preferences = workspace.preferences
        self._choice = ChoiceRow({"off": self.tr("Off"), "on": self.tr("On")}, required=True)
        self._choice.picked.connect(lambda key: self._preferences.choose(Preferences.REMINDER, key))
        column = _column(self)
        column.addWidget(Field(self.tr("Say when something waits"), self._choice))
        hint = self.tr("When the program starts and when a new day begins: how many things wait, never what they are.")
        column.addWidget(Text(hint, TextRole.MUTED))
        if not can_notify():
            mark = self.tr("This desktop has no place for it; the window’s entry in the task bar is marked instead.")
            column.addWidget(Text(mark, TextRole.MUTED))
        column.addStretch()
        self.refresh()

    def refresh(self) -> None:
        """Show the choice in force."""
        self._choice.show_chosen("on" if self._preferences.reminds() else "off")


class PlaceSection(Section):
    """Say where the journal is."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self.presenter = PlacePresenter(self, workspace.tasks)
        self._place = Place(None, 0)
        self._path = Text("")
        self._path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._size = Text("", TextRole.MUTED)
        self._buttons = QWidget()
        row = spaced(QHBoxLayout(self._buttons))
        row.addWidget(plain_button(self.tr("Open the folder"), self._on_folder))
        row.addWidget(plain_button(self.tr("Copy the path"), self._on_copied))
        row.addStretch()
        column = _column(self)
        for part in (self._path, self._size, self._buttons):
            column.addWidget(part)
        column.addStretch()

    def show_journal(self, journal: Journal) -> None:
        """Take the open journal."""
        self.presenter.show_journal(journal)

    def refresh(self) -> None:
        """Look again."""
        self.presenter.refresh()

    def show_place(self, place: Place) -> None:
        """Show path and size."""
        self._place = place
        self._buttons.setVisible(place.path is not None)
        if place.path is None:
            self._path.setText(self.tr("This journal is in memory and is thrown away when you close the window."))
            self._size.clear()
        else:
            self._path.setText(str(place.path))
            self._size.setText(size_text(place.size))

    def _on_folder(self) -> None:
        if self._place.path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._place.path.parent)))

    def _on_copied(self) -> None:
        QGuiApplication.clipboard().setText(str(self._place.path))


def _column(section: QWidget) -> QVBoxLayout:
    return spaced(QVBoxLayout(section), gap=look().theme.spacing.between)
