"""Pages that are shown, and used, before the journal is open."""

import pytest

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.ui.pages import PAGES
from negojournal.ui.shell.page import RecordPage
from tests.ui.fakes import fake_workspace, open_memory_journal

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def journal():
    opened = open_memory_journal()
    yield opened
    opened.close()


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_a_page_waits_for_the_journal(qtbot, tmp_path, journal, entry):
    page = entry.load()(fake_workspace(tmp_path, journal.catalog))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    page.show()

    page.refresh()
    page.on_changed(Change(catalog=True))
    page.workspace.filter.choose(Filter(search="budget"))
    if isinstance(page, RecordPage):
        page.show_record(NegotiationId("one"))
    for key, run in page.commands().items():
        if key != "save-image":
            run()

    page.show_journal(journal)
    page.refresh()
    assert page.workspace.tasks.errors == []
