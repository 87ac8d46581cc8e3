"""Ask where a chart is to be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QFileDialog, QWidget

from negojournal.ui.shell.charting.presenter import Typeface
from negojournal.ui.widgets.theme import look

KINDS = {".png": "Picture (*.png)", ".svg": "Drawing (*.svg)", ".pdf": "Document (*.pdf)"}


def ask_where(parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Open a dialog for a file of one of the kinds; what follows gets its path."""
    dialog = QFileDialog(parent, QCoreApplication.translate("Saving", "Save the chart"), str(Path.home()))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([QCoreApplication.translate("Saving", kind) for kind in KINDS.values()])
    dialog.setDefaultSuffix(".png")
    dialog.selectFile(f"{name}.png")
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*")[2].rstrip(")")))
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()


def typeface() -> Typeface:
    """Return what a saved chart is drawn in: the window's theme and font."""
    return Typeface(look().theme, QFontInfo(look().font).family())
