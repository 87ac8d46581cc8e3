"""The place of one phase in the form, built when it is first wanted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QVBoxLayout, QWidget

from negojournal.domain.negotiation import Negotiation
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part_frame import PartFrame
from negojournal.ui.editor.section import OutlineLine, Section
from negojournal.ui.widgets.text import Text, TextRole
from negojournal.ui.widgets.theme import look, spaced


class SectionFrame(QWidget):
    """Hold the parts of a section below its heading."""

    def __init__(self, section: Section, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.section = section
        self.frames: Mapping[str, PartFrame] = {}
        self._heading = Text(section.title, TextRole.HEADING, self)
        self._column = spaced(QVBoxLayout(self), gap=look().theme.spacing.between)
        self._column.addWidget(self._heading)
        self.hide()

    def build(self, context: Context) -> Mapping[str, PartFrame]:
        """Make room for every part of the section."""
        self.frames = {spec.key: PartFrame(spec, context, self) for spec in self.section.parts}
        for frame in self.frames.values():
            self._column.addWidget(frame)
        return self.frames

    def show_heading(self, *, is_told: bool) -> None:
        """Say which section it is, where there is more than one."""
        self._heading.setVisible(is_told and bool(self.section.title))

    def heading(self, record: Negotiation, context: Context) -> OutlineLine:
        """Return what the index says of the section, whether it is in the form or not."""
        said = self.section.filled(record, context)
        return OutlineLine(self.section.key, self.section.title, ", ".join(said), is_heading=True)

    def lines(self) -> tuple[OutlineLine, ...]:
        """Return what the index says of the parts on show."""
        if self.isHidden():
            return ()
        return tuple(frame.line() for frame in self.frames.values() if not frame.isHidden())
