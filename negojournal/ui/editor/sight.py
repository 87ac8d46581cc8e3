"""What is kept in view of a long form."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QScrollArea, QWidget

from negojournal.ui.editor.row_spec import SEEN_WHOLE
from negojournal.ui.widgets.theme import look


class Sight(QObject):
    """Scroll an area to where the user goes, and stay there while the layout is still answering.

    Texts that grow and parts that are built move what is below them; the view follows until the user scrolls.
    """

    def __init__(self, area: QScrollArea, page: QWidget) -> None:
        super().__init__(area)
        self._area = area
        self._page = page
        self._whole: QWidget | None = None
        self._is_kept = False
        bar = area.verticalScrollBar()
        bar.rangeChanged.connect(self._look)
        bar.actionTriggered.connect(self.rest)

    def show_whole(self, widget: QWidget) -> None:
        """Bring a widget into view, or where that is too high its beginning, unless the focus is further down."""
        self._whole = widget
        self._begin()

    def show_focus(self) -> None:
        """Bring into view where the keyboard is."""
        focus = QApplication.focusWidget()
        if self._whole is not None and (focus is None or not self._whole.isAncestorOf(focus)):
            self._whole = None
        self._begin()

    def rest(self) -> None:
        """Leave the view where it is."""
        self._is_kept = False

    def _begin(self) -> None:
        self._is_kept = True
        QTimer.singleShot(0, self, self._look)

    def _look(self) -> None:
        if not self._is_kept:
            return
        if self._whole is not None:
            self._look_at(self._whole)
        focus = QApplication.focusWidget()
        if focus is not None and self._page.isAncestorOf(focus):
            self._look_at_focus(focus)

    def _look_at(self, widget: QWidget) -> None:
        if widget.height() > self._area.viewport().height():
            self._area.verticalScrollBar().setValue(widget.mapTo(self._page, QPoint(0, 0)).y())
        else:
            self._area.ensureWidgetVisible(widget)

    def _look_at_focus(self, focus: QWidget) -> None:
        """Show the line that is being typed, or the row that one is in."""
        spacing = look().theme.spacing
        if isinstance(focus, QPlainTextEdit):
            at = focus.viewport().mapTo(self._page, focus.cursorRect().bottomLeft())
            self._area.ensureVisible(at.x(), at.y(), 0, spacing.around)
        else:
            self._area.ensureWidgetVisible(focus, 0, spacing.inside)
        row: QWidget | None = focus
        while row is not None and not row.property(SEEN_WHOLE):
            row = row.parentWidget()
        if row is not None and row.height() < self._area.viewport().height():
            self._area.ensureWidgetVisible(row, 0, spacing.inside)
