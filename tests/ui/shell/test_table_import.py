"""A table comes to its page by Import, by a drop, and by the palette, and its import is taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from negojournal.domain.filter import Filter
from negojournal.ui.table.table_page import TablePage
from tests.ui.shell.test_file_drop import drag, mime_of


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "Mine.CSV"
    path.write_text("Date,Title\n2026-11-03,Budget\n2026-11-04,Rent\n")
    return path


@pytest.fixture
def program(opened):
    return opened()


def sheet_of(program):
    page = program.parts.places.currentWidget()
    assert isinstance(page, TablePage)
    return page._presenter.sight.sheet


def titles(program):
    return sorted(record.title for record in program._journal._holding.store.records.walk(Filter()))


def test_a_table_is_dropped_anywhere(program, table):
    assert drag(program, mime_of(table))
    assert sheet_of(program).source == "Mine.CSV"
    assert titles(program) == []


def test_import_leads_a_table_to_its_page_and_undo_takes_it_back(program, table, monkeypatch):
    offered = []

    def choose(dialog):
        offered.extend(dialog.nameFilters())
        dialog.fileSelected.emit(str(table))

    monkeypatch.setattr(QFileDialog, "open", choose)
    program.parts.workspace.actions.run("import")
    program.parts.worker.drain()
    assert "*.csv" in offered[0]
    assert sheet_of(program).rows == 2
    program.parts.workspace.actions.run("done")
    program.parts.worker.drain()
    assert titles(program) == ["Budget", "Rent"]
    assert program.parts.places.key() == "journal"
    (said,) = [message.text for message in program.parts.messages._bar.messages()]
    assert said == "Imported: 2 negotiations added."
    program.parts.workspace.actions.run("undo")
    program.parts.worker.drain()
    assert titles(program) == []


def test_the_page_stands_in_the_go_menu(program):
    program.parts.workspace.actions.run("go-table")
    assert isinstance(program.parts.places.currentWidget(), TablePage)


def test_an_import_that_is_stopped_leaves_the_journal_and_the_page_as_they_were(program, table):
    program.parts.navigation.open_table(table)
    program.parts.worker.drain()
    asked = []

    def stop_at_once(_title, stop):
        asked.append(True)
        stop()

    program.parts.worker.long_started.connect(stop_at_once, Qt.ConnectionType.DirectConnection)
    program.parts.workspace.actions.run("done")
    program.parts.worker.drain()
    assert asked
    assert titles(program) == []
    assert sheet_of(program).source == "Mine.CSV"
    program.parts.worker.long_started.disconnect(stop_at_once)
    program.parts.workspace.actions.run("done")
    program.parts.worker.drain()
    assert titles(program) == ["Budget", "Rent"]
