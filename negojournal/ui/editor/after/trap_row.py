"""One trap: marked or not, and a sentence on what happened."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from negojournal.domain.catalog import Entry
from negojournal.domain.review import TrapMark
from negojournal.ui.editor.slot import text_slot
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import look, spaced


class TrapRow(QWidget):
    """Tick a trap; once it is ticked, there is room for a sentence."""

    edited = Signal()

    def __init__(self, entry: Entry, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.key = key
        self._box = QCheckBox(f"{key}  {entry.label}".strip().replace("&", "&&"), self)
        self._box.setAccessibleName(entry.label)
        self._box.setAccessibleDescription(entry.hint or "")
        self._box.clicked.connect(self._on_clicked)
        self.setFocusProxy(self._box)
        self._note = TextArea(self.tr("What happened?"), parent=self)
        self._note.setAccessibleName(self.tr("What happened: {trap}").format(trap=entry.label))
        self._note.edited.connect(self.edited)
        self._slot = text_slot(self._note)
        grid = spaced(QGridLayout(self), gap=look().theme.spacing.step)
        grid.setColumnMinimumWidth(0, self._box.fontMetrics().averageCharWidth() * 37)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self._box, 0, 0)
        grid.addWidget(Text(entry.hint or "", TextRole.SMALL, self), 0, 1)
        grid.addWidget(self._note, 1, 0, 1, 2)
        self.show_mark(None)

    def show_mark(self, mark: TrapMark | None) -> None:
        """Show whether the trap is marked, and the sentence."""
        self._box.setChecked(mark is not None)
        self._note.setVisible(mark is not None)
        self._slot.show(mark.note if mark else None)

    def mark(self) -> TrapMark | None:
        """Return the mark, where there is one."""
        return TrapMark(self._entry.key, self._slot.value()) if self._box.isChecked() else None

    def turn(self) -> None:
        """Mark the trap, or take the mark back; the sentence stays with it."""
        self._box.setChecked(not self._box.isChecked())
        self._on_clicked()

    def _on_clicked(self) -> None:
        self._note.setVisible(self._box.isChecked())
        self.edited.emit()
