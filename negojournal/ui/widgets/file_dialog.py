"""Ask for a file, without holding up the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

Then = Callable[[Path], object]
"""What follows once a file is named."""


def ask_target(parent: QWidget, title: str, name: str, kinds: Sequence[str], then: Then) -> None:
    """Ask where to write; `kinds` are such as "Picture (*.png)", and the one chosen gives a bare name its ending."""
    dialog = _dialog(parent, title, Path.home())
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters(kinds)
    dialog.setDefaultSuffix(Path(name).suffix)
    dialog.selectFile(name)
    dialog.filterSelected.connect(lambda chosen: dialog.setDefaultSuffix(chosen.rpartition("*")[2].rstrip(")")))
    _open(dialog, then)


def ask_source(parent: QWidget, title: str, then: Then, *, kind: str = "", folder: Path | None = None) -> None:
    """Ask what to read: a file that is there, of one kind or of any."""
    dialog = _dialog(parent, title, folder or Path.home())
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    if kind:
        dialog.setNameFilter(kind)
    _open(dialog, then)


def ask_folder(parent: QWidget, title: str, then: Then) -> None:
    """Ask for a folder that is there."""
    dialog = _dialog(parent, title, Path.home())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, then)


def _dialog(parent: QWidget, title: str, folder: Path) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def _open(dialog: QFileDialog, then: Then) -> None:
    dialog.fileSelected.connect(lambda file: then(Path(file)))
    dialog.open()
