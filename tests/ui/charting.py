"""A page of charts as a user drives it."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QToolButton

from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.moment import Moment
from negojournal.domain.review import Assessment, Review
from negojournal.ui.widgets.chart_view import ChartView
from negojournal.ui.widgets.text import Text
from tests.builders import build_record

FIRST = date(2026, 3, 1)
"""The day of the first review."""


def add_reviews(journal, count, *areas):
    """Log quick reviews of one day after the other, in areas that take turns."""
    for number in range(count):
        rating = 3 + number % 4
        answers = {"instrumental": rating, "process": rating, "relationship": 8 - rating, "self": 5}
        record = build_record(
            id=NegotiationId(new_uuid()),
            title=f"Talk {number}",
            held_at=Moment((FIRST + timedelta(days=number)).isoformat()),
            area=areas[number % len(areas)] if areas else None,
            review=Review(assessment=Assessment("quick", 1, answers)),
        )
        journal.records.log(record)


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
