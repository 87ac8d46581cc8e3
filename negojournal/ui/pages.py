"""The one list of pages: rail, Go menu, palette and shortcuts read it."""

from __future__ import annotations

# ruff: noqa: PLC0415 - a page is loaded when it is first wanted, so that the window need not wait for it
from negojournal.ui.shell.page import JournalPage, PageEntry


def _today() -> type[JournalPage]:
    from negojournal.ui.today.today_page import TodayPage

    return TodayPage


def _journal() -> type[JournalPage]:
    from negojournal.ui.journal.journal_page import ListPage

    return ListPage


def _trends() -> type[JournalPage]:
    from negojournal.ui.trends.trends_page import TrendsPage

    return TrendsPage


def _insights() -> type[JournalPage]:
    from negojournal.ui.insights.insights_page import InsightsPage

    return InsightsPage


def _people() -> type[JournalPage]:
    from negojournal.ui.counterpart.counterpart_page import CounterpartPage

    return CounterpartPage


def _strategy() -> type[JournalPage]:
    from negojournal.ui.strategy.strategy_page import StrategyPage

    return StrategyPage


def _paper() -> type[JournalPage]:
    from negojournal.ui.paper.paper_page import PaperPage

    return PaperPage


def _table() -> type[JournalPage]:
    from negojournal.ui.table.table_page import TablePage

    return TablePage


def _settings() -> type[JournalPage]:
    from negojournal.ui.settings.settings_page import SettingsPage

    return SettingsPage


PAGES: tuple[PageEntry, ...] = (
    PageEntry("today", "&Today", "today", _today, "Ctrl+1"),
    PageEntry("journal", "&Journal", "journal", _journal, "Ctrl+2"),
    PageEntry("trends", "T&rends", "trends", _trends, "Ctrl+3"),
    PageEntry("insights", "&Insights", "insights", _insights, "Ctrl+4"),
    PageEntry("settings", "&Settings", "settings", _settings, "Ctrl+5"),
    PageEntry("people", "&Counterparts", "people", _people, "Ctrl+6", in_rail=False),
    PageEntry("strategy", "Strate&gy", "strategy", _strategy, "Ctrl+7", in_rail=False),
    PageEntry("paper", "Pap&er", "brief", _paper, in_rail=False),
    PageEntry("table", "I&mport a table", "import", _table, in_rail=False),
)
