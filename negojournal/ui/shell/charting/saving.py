"""Ask where a chart is to be saved."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QWidget

from negojournal.ui.shell.charting.presenter import Typeface
from negojournal.ui.widgets.file_dialog import ask_target
from negojournal.ui.widgets.theme import look

KINDS = {".png": "Picture (*.png)", ".svg": "Drawing (*.svg)", ".pdf": "Document (*.pdf)"}


def ask_where(parent: QWidget, name: str, then: Callable[[Path], None]) -> None:
    """Open a dialog for a file of one of the kinds; what follows gets its path."""
    kinds = [QCoreApplication.translate("Saving", kind) for kind in KINDS.values()]
    ask_target(parent, QCoreApplication.translate("Saving", "Save the chart"), f"{name}.png", kinds, then)


def typeface() -> Typeface:
    """Return what a saved chart is drawn in: the window's theme and font."""
    return Typeface(look().theme, QFontInfo(look().font).family())
