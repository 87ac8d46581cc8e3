"""The one dialog that says the fault is ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget


def show_crash(parent: QWidget, report: str, folder: Path) -> QMessageBox:
    """Say what is safe and where the details are; the window stays usable."""

    def translated(text: str) -> str:
        return QCoreApplication.translate("Crash", text)

    box = QMessageBox(parent)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(translated("Something went wrong"))
    box.setText(translated("Something went wrong inside the program. What is in the journal is safe."))
    said = translated("The details hold no word of your journal. They are in {folder}.")
    box.setInformativeText(said.format(folder=folder))
    copy = box.addButton(translated("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(report))
    box.addButton(QMessageBox.StandardButton.Close)
    box.setWindowModality(Qt.WindowModality.NonModal)
    box.show()
    return box
