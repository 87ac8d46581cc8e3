"""Whatever stands in the journal, the window shows it as text: every place, with every hostile string."""

from __future__ import annotations

import csv
import time
from dataclasses import replace

import pytest
import time_machine
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QListWidget, QPlainTextEdit, QTextBrowser

from negojournal.domain.draft import Draft
from negojournal.domain.filter import Filter
from negojournal.domain.moment import moment_of, now
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Review
from negojournal.exchange.difference import build_difference
from negojournal.service.keeping import Conflict
from negojournal.ui.editor.conflict_view import ConflictView
from negojournal.ui.journal.reading_pane import Document
from negojournal.ui.pages import PAGES
from negojournal.ui.shell.command_palette import CommandPalette
from tests import hostile
from tests.builders import build_record
from tests.ui import plain_text
from tests.ui.program import build_setup, show_program

HELD, PLANS = hostile.build_hostiles(), hostile.build_hostiles(Status.PLANNED, first=hostile.PLANNED)


class Resources:
    """Remember what text documents have asked for."""

    def __init__(self, monkeypatch):
        self.asked = []
        for kind in (QTextBrowser, QTextDocument):
            for each in _subclasses(kind):
                self._watch(monkeypatch, each)

    def _watch(self, monkeypatch, kind):
        own = kind.loadResource

        def load(document, what, name):
            self.asked.append(str(getattr(name, "toString", lambda: name)()))
            return own(document, what, name)

        monkeypatch.setattr(kind, "loadResource", load)

    def foreign(self):
        return [one for one in self.asked if not plain_text.is_own(one)]


def _subclasses(kind):
    import negojournal.ui.journal.reading_pane
    import negojournal.ui.paper.leaf
    import negojournal.ui.paper.printing
    import negojournal.ui.shell.sheet  # noqa: F401 - so that they are known

    return [one for one in kind.__subclasses__() if one.__module__.startswith("negojournal.")]


class Walk:
    """Go through a window and look at all of it."""

    def __init__(self, program, qtbot):
        self.program, self.qtbot = program, qtbot
        self.parts, self.journal = program.parts, program._journal

    def settle(self):
        for _ in range(3):
            self.parts.worker.drain()
            QApplication.processEvents()

    def look(self):
        self.settle()
        assert plain_text.faults() == []

    def look_here(self):
        """Look at the place alone, which is all that changed."""
        self.settle()
        assert plain_text.faults([self.page()]) == []

    def page(self):
        return self.parts.places.currentWidget()


@pytest.fixture
def resources(monkeypatch):
    return Resources(monkeypatch)


@pytest.fixture
def walk(themed, qtbot, tmp_path, resources):
    setup = build_setup(
        tmp_path,
        is_sample=True,
        open_journal=lambda *_: hostile.open_hostile_journal(),
        open_sample=hostile.open_hostile_journal,
    )
    with time_machine.travel("2026-02-10T09:00:00+00:00", tick=True):
        program = show_program(themed, qtbot, setup)
        yield Walk(program, qtbot)
        program.end()
    assert resources.foreign() == []


@pytest.mark.parametrize("place", [page.key for page in PAGES])
def test_every_page(walk, place):
    walk.parts.navigation.go(place)
    walk.look()


def test_every_section_of_the_settings(walk):
    walk.parts.navigation.go("settings")
    walk.settle()
    index = walk.page().findChild(QListWidget)
    for row in range(index.count()):
        index.setCurrentRow(row)
        walk.look()


def test_every_record_to_read(walk):
    for held, planned, text in zip(HELD, PLANS, hostile.TEXTS.values(), strict=True):
        for record in (held, planned):
            walk.parts.navigation.open_record(record.id)
            walk.look_here()
            shown = walk.page().findChild(Document).toPlainText()
            assert " ".join(text.split()) in " ".join(shown.split())
    titles = {label.text().replace("\u200b", "") for label in walk.page().findChildren(QLabel)}
    assert PLANS[-1].title in titles
    walk.look()


def test_every_record_in_the_form(walk):
    for record in (*HELD[::2], *PLANS[1::2]):
        walk.parts.navigation.edit(record.id)
        walk.look_here()
    fields = [one.toPlainText() for one in walk.page().findChildren(QPlainTextEdit)]
    assert sum(plain_text.MARK in text for text in fields) > 10
    walk.look()


def test_every_counterpart(walk):
    for name in hostile.LINES.values():
        walk.parts.navigation.open_person(name)
        walk.look_here()
    walk.look()


def test_every_brief_and_report(walk):
    for held, planned in zip(HELD[::2], PLANS[1::2], strict=False):
        for show, record in ((walk.parts.navigation.brief, planned), (walk.parts.navigation.report, held)):
            show(record.id)
            walk.look_here()
    walk.look()


def test_both_versions_of_a_record(walk, qtbot):
    for mine, theirs in ((HELD[0], HELD[3]), (HELD[-2], HELD[-1])):
        conflict = Conflict(mine, theirs, False, build_difference(mine, theirs, walk.journal.catalog))
        view = ConflictView(conflict)
        qtbot.addWidget(view)
        view.show()
        assert plain_text.faults([view]) == []


def test_a_table_that_is_to_be_imported(walk, tmp_path):
    file = tmp_path / "table.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow(["Title", "Date", *hostile.LINES.values()])
        writer.writerows([line, "2026-01-05", *hostile.TEXTS.values()] for line in hostile.LINES.values())
    walk.parts.navigation.go("table")
    walk.page().show_table(file)
    walk.settle()
    assert plain_text.MARK in " ".join(label.text() for label in walk.page().findChildren(QLabel)) or _cells(
        walk.page()
    )
    walk.look()


def _cells(page):
    models = [view.model() for view in page.findChildren(QAbstractItemView) if view.model() is not None]
    return [one for model in models if plain_text.MARK in str(one := model.index(0, 0).data())]


def test_every_filter(walk):
    walk.parts.navigation.go("journal")
    for name, line in hostile.LINES.items():
        chosen = Filter(search=line, counterpart=line, tag=line, area=f"hostile-{name}", trap=f"hostile-{name}")
        walk.parts.navigation.show_filter(chosen)
        walk.look_here()


def test_the_palette_finds_what_is_typed(walk):
    walk.parts.workspace.actions.run("palette")
    palette = next(one for one in QApplication.topLevelWidgets() if isinstance(one, CommandPalette) and one.isVisible())
    for line in hostile.LINES.values():
        palette._field.setText(line)
        palette._field.textEdited.emit(line)
        walk.settle()
        assert plain_text.faults([palette]) == []
        found = [palette._list.topLevelItem(row).text(0) for row in range(palette._list.topLevelItemCount())]
        assert any(line in text for text in found)
    palette.close()


def test_every_word_of_an_undo(walk):
    for record in hostile.build_hostiles()[:9]:
        change = walk.journal.records.delete((record.id,))
        walk.parts.workspace.bus.tell(change)
        walk.parts.messages.undoable(f"“{record.title}” is in the bin.")
        walk.look()
        walk.parts.workspace.actions.run("undo")
        walk.look()


def test_every_draft_that_waits(walk):
    for record in hostile.build_hostiles(first=900):
        walk.journal.drafts.keep(Draft(record, record.title, is_new=True, saved_at=moment_of(now())))
    walk.parts.navigation.go("today")
    walk.look()


@pytest.mark.slow
def test_a_megabyte_without_a_space_is_read_and_edited(walk):
    text = hostile.HUGE["one word"]
    record = replace(build_record(7000), review=Review(summary=text, why=text))
    walk.journal.records.log(record)
    before = time.process_time()
    walk.parts.navigation.open_record(record.id)
    walk.settle()
    assert walk.page().findChild(Document).toPlainText().count(text[0]) >= len(text) // 2
    walk.parts.navigation.edit(record.id)
    walk.settle()
    assert text in [field.toPlainText() for field in walk.page().findChildren(QPlainTextEdit)]
    assert time.process_time() - before < 30
