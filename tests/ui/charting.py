"""A page of charts as a user drives it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from negojournal.ui.widgets.chart_view import ChartView
from negojournal.ui.widgets.text import Text


def opened(qtbot, page, journal):
    """Show a page with a journal, its actions wired as the shell does, and return it drawn."""
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    page.focus_start()
    page.show_journal(journal)
    page.workspace.bus.changed.connect(page.on_changed)
    page.workspace.actions.answer_here(page.commands())
    page.commands_changed.connect(lambda: page.workspace.actions.answer_here(page.commands()))
    settle(qtbot, page)
    return page


def charts(page) -> list[ChartView]:
    """Return the charts in sight."""
    return [view for view in page.findChildren(ChartView) if view.isVisible()]


def settle(qtbot, page):
    """Wait until every chart in sight is drawn."""
    qtbot.waitUntil(lambda: all(view._picture for view in charts(page)))


def said(page) -> str:
    """Return the text in sight."""
    return "\n".join(text.text() for text in page.findChildren(Text) if text.isVisible())


def button(page, words):
    """Return the button in sight that says something, or None."""
    found = [*page.findChildren(QPushButton), *page.findChildren(QToolButton)]
    return next((one for one in found if one.isVisible() and words in (one.text(), one.accessibleName())), None)


def click(qtbot, page, words):
    """Click on the button that says something."""
    qtbot.waitUntil(lambda: button(page, words) is not None)
    qtbot.mouseClick(button(page, words), Qt.MouseButton.LeftButton)
