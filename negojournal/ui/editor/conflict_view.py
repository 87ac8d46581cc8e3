"""Both versions of a record side by side, and the ways out."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from negojournal.exchange.difference import Difference
from negojournal.service.keeping import Conflict
from negojournal.ui.editor.port import Way
from negojournal.ui.widgets.button import main_button, plain_button, quiet_button
from negojournal.ui.widgets.locale_text import recent_text
from negojournal.ui.widgets.text import Hairline, Text, TextRole
from negojournal.ui.widgets.theme import look, spaced
from negojournal.ui.widgets.tip import tip

FIELD, MINE, THEIRS = range(3)
"""The columns."""

NOTHING = "—"


class ConflictView(QWidget):
    """Show every field in which the two versions differ; `chosen` carries the way that is taken.

    The keyboard is on the table, so that a key meant for the form takes none.
    """

    chosen = Signal(Way)
    put_off = Signal()

    def __init__(self, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        spacing = look().theme.spacing
        column = spaced(QVBoxLayout(self), gap=0)
        head = spaced(QVBoxLayout(), gap=spacing.inside)
        head.setContentsMargins(spacing.around, spacing.around, spacing.around, spacing.between)
        head.addWidget(Text(self._title(conflict), TextRole.HEADING))
        head.addWidget(Text(self._sentence(conflict), TextRole.MUTED))
        column.addLayout(head)
        table = self._build_table(conflict)
        column.addWidget(table, 1)
        column.addWidget(Hairline(parent=self))
        column.addLayout(self._build_buttons(conflict))
        self.setFocusProxy(table)

    def _title(self, conflict: Conflict) -> str:
        if conflict.is_deleted:
            return self.tr("This was deleted elsewhere")
        return self.tr("This was changed elsewhere")

    def _sentence(self, conflict: Conflict) -> str:
        both = self.tr("Both are kept until you choose, and every choice can be taken back.")
        if conflict.differences:
            return both
        return " ".join((both, self.tr("They say the same; only one of them is in the bin.")))

    def _build_table(self, conflict: Conflict) -> QScrollArea:
        spacing = look().theme.spacing
        page = QWidget()
        grid = spaced(QGridLayout(page), gap=spacing.inside)
        grid.setHorizontalSpacing(spacing.between)
        grid.setContentsMargins(spacing.around, spacing.inside, spacing.around, spacing.around)
        for at, stretch in ((FIELD, 2), (MINE, 5), (THEIRS, 5)):
            grid.setColumnStretch(at, stretch)
        self._add_heads(grid, conflict)
        for difference in conflict.differences:
            self._add_row(grid, difference)
        grid.setRowStretch(grid.rowCount(), 1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName(self.tr("What differs: mine, and theirs"))
        return area

    def _add_heads(self, grid: QGridLayout, conflict: Conflict) -> None:
        theirs = self.tr("in the bin") if conflict.is_deleted else self.tr("in the journal since {time}")
        said = theirs.format(time=recent_text(conflict.theirs.updated_at))
        heads = (
            (MINE, self.tr("Mine"), self.tr("as it is in the form, kept as a draft")),
            (THEIRS, self.tr("Theirs"), said),
        )
        for at, name, where in heads:
            grid.addWidget(Text(name, TextRole.STRONG), 0, at)
            grid.addWidget(Text(where, TextRole.SMALL), 1, at)

    def _add_row(self, grid: QGridLayout, difference: Difference) -> None:
        at = grid.rowCount()
        grid.addWidget(Hairline(), at, FIELD, 1, THEIRS + 1)
        grid.addWidget(Text(difference.label, TextRole.MUTED, limited=False), at + 1, FIELD, Qt.AlignmentFlag.AlignTop)
        sides = ((MINE, difference.mine, self.tr("mine")), (THEIRS, difference.theirs, self.tr("theirs")))
        for column, lines, whose in sides:
            cell = Text("\n".join(lines) or NOTHING, TextRole.BODY if lines else TextRole.MUTED, limited=False)
            cell.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            cell.setAccessibleName(f"{difference.label}, {whose}: {cell.text()}")
            grid.addWidget(cell, at + 1, column, Qt.AlignmentFlag.AlignTop)

    def _build_buttons(self, conflict: Conflict) -> QHBoxLayout:
        is_deleted = conflict.is_deleted
        theirs = self.tr("Leave it deleted") if is_deleted else self.tr("Take theirs")
        later = quiet_button(self.tr("Choose later"), self.put_off.emit)
        later.setToolTip(tip(self.tr("Goes back to the form; both versions stay")))
        ways = (
            (Way.MINE, plain_button(self.tr("Keep mine")), self.tr("Mine takes the place of theirs")),
            (Way.THEIRS, plain_button(theirs), self.tr("The journal stays as it is; mine is discarded")),
            (Way.BOTH, main_button(self.tr("Keep both")), self.tr("Mine becomes a record of its own beside theirs")),
        )
        row = spaced(QHBoxLayout(), margin=look().theme.spacing.inside)
        row.addWidget(later)
        row.addStretch()
        for way, button, what in ways:
            button.setToolTip(tip(what))
            button.setAccessibleDescription(what)
            button.clicked.connect(lambda _checked, way=way: self.chosen.emit(way))
            row.addWidget(button)
        return row
