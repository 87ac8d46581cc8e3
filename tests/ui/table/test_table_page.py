"""The page of a table as a user drives it, over a real journal in memory."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QListWidget, QPushButton, QTreeWidget

from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Negotiation
from negojournal.ui.table.column_list import ColumnList
from negojournal.ui.table.custom_bar import CustomBar
from negojournal.ui.table.table_page import TablePage
from negojournal.ui.widgets.chart_table import ChartTable
from tests.builders import build_record
from tests.ui.fakes import fake_workspace, open_memory_journal
from tests.ui.walker import faults

pytestmark = pytest.mark.usefixtures("themed")

TEXT = (
    "Date,Counterparty,Topic,Outcome,Process,Nr\n"
    '03/11/2026,"Ana, Bob",Budget,no deal,4,1\n'
    "04/11/2026 14:30,Acme,Renewal,deal,5,2\nTotal,,,,9,\n"
)


class Bench:
    def __init__(self, page: TablePage, journal, folder: Path) -> None:
        self.page, self.journal, self._folder = page, journal, folder

    def show(self, text: str, name: str = "mine.csv") -> None:
        path = self._folder / name
        path.write_text(text)
        self.page.show_table(path)

    def cells(self) -> list[tuple[str, ...]]:
        table = self.page.findChild(ChartTable).model().table
        return [table.headers, *(line.cells for line in table.lines)]

    def columns(self) -> list[tuple[str, str]]:
        tree = self.page.findChild(QTreeWidget)
        items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
        return [(item.text(0), item.text(1)) for item in items]

    def problems(self) -> list[str]:
        problems = next(one for one in self.page.findChildren(QListWidget) if one.accessibleName().startswith("What"))
        return [] if problems.isHidden() else [problems.item(row).text() for row in range(problems.count())]

    def button(self) -> QPushButton:
        return next(one for one in self.page.findChildren(QPushButton) if one.text().startswith("Import"))

    def box(self, name: str) -> QComboBox:
        return next(one for one in self.page.findChildren(QComboBox) if one.accessibleName() == name)

    def records(self) -> list[Negotiation]:
        return list(self.journal._holding.store.records.walk(Filter()))


@pytest.fixture
def bench(qtbot, tmp_path: Path):
    QLocale.setDefault(QLocale("en_GB"))
    journal = open_memory_journal()
    page = TablePage(fake_workspace(tmp_path, journal.catalog))
    qtbot.addWidget(page)
    page.resize(1000, 700)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    page.show_journal(journal)
    yield Bench(page, journal, tmp_path)
    journal.close()
    QLocale.setDefault(QLocale("C"))


def press(qtbot, box: QComboBox, words: str) -> None:
    """Choose by the keyboard: type what the entry begins with, then Enter."""
    box.setFocus()
    box.showPopup()
    box.view().keyboardSearch(words)
    qtbot.keyClick(box.view(), Qt.Key.Key_Return)


def test_an_empty_page_says_what_will_be_here_and_asks_for_a_file(bench: Bench, qtbot, tmp_path: Path) -> None:
    bench.page.focus_start()
    button = next(one for one in bench.page.findChildren(QPushButton) if one.hasFocus())
    assert button.text() == "Choose a table…"
    assert not bench.page.commands()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    dialog = bench.page.findChild(QFileDialog)
    path = tmp_path / "chosen.csv"
    path.write_text(TEXT)
    dialog.fileSelected.emit(str(path))
    dialog.close()
    assert len(bench.columns()) == 6


def test_a_table_is_seen_as_it_would_be_read(bench: Bench) -> None:
    bench.show(TEXT)
    assert bench.columns() == [
        ("Date", "Date"),
        ("Counterparty", "Counterparts"),
        ("Topic", "Title"),
        ("Outcome", "How it ended"),
        ("Process", "Rating: process"),
        ("Nr", "Kept in the note"),
    ]
    assert bench.cells() == [
        ("Line", "Date", "Title", "Counterparts", "How it ended", "Rating: process", "Note"),
        ("2", "3 Nov 2026", "Budget", "Ana; Bob", "no-agreement", "4", "Nr: 1"),
        ("3", "4 Nov 2026, 14:30", "Renewal", "Acme", "agreement", "5", "Nr: 2"),
    ]
    assert bench.button().text() == "Import 2 rows"
    assert bench.problems() == []
    assert bench.page.findChild(QTreeWidget).hasFocus()


def test_a_column_becomes_something_else_by_keys(bench: Bench, qtbot) -> None:
    bench.show(TEXT)
    tree = bench.page.findChild(QTreeWidget)
    box = bench.box("The chosen column becomes")
    qtbot.keyClick(tree, Qt.Key.Key_End)
    assert box.currentText() == "Kept in the note"
    tree.itemActivated.emit(tree.currentItem(), 0)
    assert box.hasFocus()
    for letter in "Tags":
        qtbot.keyClicks(box, letter)
    assert bench.columns()[-1] == ("Nr", "Tags")
    assert bench.cells()[1][-1] == "1"
    assert tree.currentItem().text(0) == "Nr"
    tree.setCurrentItem(tree.topLevelItem(0))
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Home)
    qtbot.wait(1)
    assert bench.problems() == ["Choose the column that holds the date."]
    assert not bench.button().isEnabled()
    assert not bench.page.commands()


def test_how_the_table_writes_is_chosen(bench: Bench, qtbot) -> None:
    bench.show(TEXT)
    press(qtbot, bench.box("Dates"), "Month")
    assert bench.cells()[1][1] == "11 Mar 2026"
    press(qtbot, bench.box("Ratings"), "1 to 5")
    assert bench.cells()[1][5] == "6"
    assert bench.box("Dates").accessibleDescription() == "As you chose."
    assert bench.box("Decimals").accessibleDescription() == "The table leaves it open."
    press(qtbot, bench.box("Decimals"), "4,5")
    rest = bench.page.findChild(QCheckBox)
    assert rest.isChecked()
    qtbot.keyClick(rest, Qt.Key.Key_Space)
    assert bench.columns()[-1] == ("Nr", "Left out")
    assert "Note" not in bench.cells()[0]
    bench.show("Date,Title\n13/11/2026,A\n", "other.csv")
    assert bench.box("Dates").accessibleDescription() == "As the table shows."
    assert not bench.box("Ratings").isVisible()


def test_another_scale_than_the_usual_ones_is_offered(bench: Bench) -> None:
    bench.show("Date,Title,Process,Self\n2026-11-03,A,3/4,2\n")
    assert bench.box("Ratings").currentText() == "1 to 4, brought to 1 to 7"


def test_what_can_not_be_read_is_listed_by_line(bench: Bench) -> None:
    bench.show(TEXT.replace("Process", "Process (1-7)") + "31/02/2026,Ana,x,,9,\n")
    assert bench.problems() == [
        "Line 5, “Date”: should be a date such as 28.2.2026 or 28/02/2026 14:30, not “31/02/2026”.",
        "Line 5, “Process (1-7)”: should be a rating from 1 to 7, not “9”.",
    ]
    assert not bench.button().isEnabled()


def test_a_table_is_taken_in_by_its_button_and_by_keys(bench: Bench, qtbot) -> None:
    told: list[Change] = []
    bench.page.workspace.bus.changed.connect(told.append)
    bench.show(TEXT)
    bench.page.commands()["done"]()
    assert sorted(record.title for record in bench.records()) == ["Budget", "Renewal"]
    assert bench.page.workspace.navigator.calls == [("go", "journal")]
    assert bench.page.workspace.messages.said[-1][0] == "undoable"
    assert len(told) == 1
    assert not bench.page.commands()
    bench.show(TEXT.replace("Budget", "Other"))
    qtbot.keyClick(bench.button(), Qt.Key.Key_Return)
    assert len(bench.records()) == 3


def test_a_wrong_line_far_below_takes_nothing_in_and_is_shown(bench: Bench) -> None:
    bench.show("Date,Title\n" + "2026-11-03,A\n" * 230 + "soon,B\n")
    assert bench.problems() == []
    bench.page.commands()["done"]()
    assert bench.problems()[0].startswith("Line 232, “Date”")
    assert bench.records() == []
    assert not bench.page.commands()


def test_what_is_no_table_is_said_and_another_can_be_chosen(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"PK\x03\x04")
    bench.page.show_table(path)
    assert bench.page._stack.currentIndex() == 0
    assert "This is a workbook" in bench.page._empty._sentence.text()


def test_other_choices_are_looked_up_again(bench: Bench) -> None:
    bench.show("Date,Title,Area,Goal\n2026-11-03,A,Salary,1500\n")
    assert bench.cells()[1][-2:] == ("Salary", "1500")
    shown = len(bench.cells())
    bench.page.on_changed(Change(saved=frozenset({build_record().id})))
    bench.page.on_changed(Change(catalog=True))
    assert len(bench.cells()) == shown


def test_a_table_of_ours_needs_no_choices(bench: Bench, tmp_path: Path) -> None:
    bench.journal.records.log(build_record(title="x" * 100))
    bench.journal.exchange.export(tmp_path / "ours.csv")
    bench.page.show_table(tmp_path / "ours.csv")
    assert "its columns are known" in bench.page._kind.text()
    assert not bench.box("Dates").isVisible()
    assert bench.cells()[1][2] == "x" * 47 + "…"
    assert bench.button().text() == "Import 1 row"
    bench.page.focus_start()
    assert bench.page.findChild(QTreeWidget).hasFocus()


def test_a_column_without_cells_says_so(bench: Bench) -> None:
    bench.show("Date,Title,Empty,Long\n2026-11-03,A,," + "y" * 300 + "\n")
    tree = bench.page.findChild(QTreeWidget)
    tree.setCurrentItem(tree.topLevelItem(2))
    assert bench.box("The chosen column becomes").accessibleDescription() == "Nothing stands in this column."
    tree.setCurrentItem(tree.topLevelItem(3))
    assert bench.box("The chosen column becomes").accessibleDescription() == "y" * 39 + "…"


@pytest.mark.parametrize("text", [TEXT, TEXT + "soon,,,,,\n"])
def test_the_page_is_used_without_a_mouse_and_without_eyes(bench: Bench, qtbot, text: str) -> None:
    bench.show(text)
    qtbot.wait(20)
    assert faults(bench.page) == {}


def test_marks_in_a_table_stay_text(bench: Bench) -> None:
    bench.show('Date,"<b>Title</b><img src=x>",<i>x</i>\n2026-11-03,"<img src=file:///etc/passwd>",<b>y</b>\n')
    assert bench.columns()[1][0] == "<b>Title</b><img src=x>"
    tree = bench.page.findChild(QTreeWidget)
    assert "<img" not in tree.topLevelItem(1).toolTip(0)
    assert bench.page.findChild(ColumnList).isVisible()
    assert bench.page.findChild(CustomBar).isVisible()
