"""The page of paper as a user drives it, over a real journal in memory."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QCheckBox, QFileDialog, QListWidget, QPushButton

from negojournal.domain.filter import Filter
from negojournal.ui.paper.leaf import Leaf
from negojournal.ui.paper.paper_page import PaperPage
from tests.builders import build_full_record, build_id
from tests.ui.fakes import fake_workspace, open_memory_journal

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def page(qtbot, tmp_path: Path):
    journal = open_memory_journal()
    journal.records.save(build_full_record(follows=None))
    made = PaperPage(fake_workspace(tmp_path, journal.catalog))
    qtbot.addWidget(made)
    made.workspace.actions.answer_always(dict.fromkeys(("save-paper", "print", "copy-paper", "coach-copy")))
    made.resize(900, 700)
    made.show()
    made.show_journal(journal)
    yield made
    QGuiApplication.clipboard().clear()  # what Python made and an offscreen clipboard holds at the end, it dies of
    journal.close()


def test_an_empty_page_says_what_will_be_here(page, qtbot):
    assert not page.commands()
    button = next(one for one in page.findChildren(QPushButton) if one.isVisible())
    page.focus_start()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    assert "Report" in page.findChild(Leaf).toPlainText()


def test_a_brief_is_read_and_copied(page):
    page.show_brief(build_id(7))
    page.focus_start()
    assert "Renewal of the training contract" in page.findChild(Leaf).toPlainText()
    page.commands()["copy-paper"]()
    copied = QGuiApplication.clipboard().mimeData()
    assert "Renewal" in copied.text()
    assert "<h1>" in copied.html()


def test_a_coach_copy_is_seen_before_it_leaves(page, qtbot):
    page.show_review(build_id(7))
    replaced = page.findChild(QListWidget)
    assert not replaced.isVisible()
    page.commands()["coach-copy"]()
    assert page.findChild(QCheckBox).isChecked()
    assert replaced.isVisible()
    assert replaced.item(0).text() == "Marta Ruiz → Counterpart A"
    assert "Marta" not in page.findChild(Leaf).toPlainText()
    page.refresh()
    page.commands()["coach-copy"]()
    assert "Marta" in page.findChild(Leaf).toPlainText()


def test_until_a_coach_copy_is_there_the_page_is_not_handed_on(page):
    page.show_review(build_id(7))
    offered = []
    page.commands_changed.connect(lambda: offered.append(bool(page.commands())))
    page.workspace.tasks.held = True
    page.commands()["coach-copy"]()
    page.workspace.tasks.answer_all()
    assert offered == [False, True]


def test_a_page_is_saved_where_the_user_says(page, tmp_path: Path):
    page.show_brief(build_id(7))
    page.commands()["save-paper"]()
    dialog = page.findChild(QFileDialog)
    dialog.filterSelected.emit("Web page (*.html)")
    assert dialog.defaultSuffix() == "html"
    for name in ("brief.html", "brief.pdf"):
        dialog.fileSelected.emit(str(tmp_path / name))
    assert (tmp_path / "brief.html").read_text().startswith("<!DOCTYPE html>")
    assert (tmp_path / "brief.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()


def test_a_page_is_printed(page, tmp_path: Path, qtbot):
    page.show_brief(build_id(7))
    page.commands()["print"]()
    dialog = page.findChild(QPrintDialog)
    dialog.printer().setOutputFileName(str(tmp_path / "printed.pdf"))
    dialog.accepted.emit(dialog.printer())
    assert (tmp_path / "printed.pdf").read_bytes().startswith(b"%PDF")
    dialog.close()


def test_what_is_gone_is_said(page):
    page.show_brief(build_id(7))
    page.show_review(build_id(42))
    assert not page.commands()


def test_a_page_loads_nothing_from_elsewhere(page, tmp_path: Path):
    leaf = page.findChild(Leaf)
    kind = QTextDocument.ResourceType.ImageResource.value
    near = tmp_path / "near.html"
    near.write_text("Here")
    assert leaf.loadResource(kind, QUrl.fromLocalFile(str(near))) is None
    assert leaf.loadResource(kind, QUrl("https://a.example/x.png")) is None
    assert leaf.loadResource(kind, QUrl("data:image/png;base64,AAAA")) is None


def test_pictures_are_loaded_as_large_as_they_are_shown(page):
    page.show_brief(build_id(7))
    leaf = page.findChild(Leaf)
    kind = QTextDocument.ResourceType.ImageResource.value
    names = re.findall('src="(data:[^"]+)"', leaf.content(page._presenter.sheet.printout).html())
    assert names
    for name in names:
        picture = leaf.loadResource(kind, QUrl(name))
        assert not picture.isNull()
        assert picture.width() <= 300 * leaf.devicePixelRatioF()


def test_the_keyboard_stays_with_what_is_read(page, qtbot):
    page.activateWindow()
    page.focus_start()
    page.show_brief(build_id(7))
    assert page.focusWidget() is page.findChild(Leaf)
    page.show_period(Filter())
    assert page.focusWidget() is page.findChild(Leaf)
    page.findChild(QCheckBox).setFocus()
    page.commands()["coach-copy"]()
    assert page.focusWidget() is page.findChild(QCheckBox)
