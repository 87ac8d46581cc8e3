"""An editor in a window of its own, and the keyboard."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from negojournal.catalog.load import load_catalog
from negojournal.domain.filter import Filter
from negojournal.paths import resource_folder
from negojournal.ui.editor.editor import Editor
from tests.ui.editor.keyboard import KEYS
from tests.ui.editor.record import filled_record
from tests.ui.fakes import fake_workspace, open_memory_journal


class Driver:
    """Press keys, and look at what is in the form and in the journal."""

    def __init__(self, qtbot, tmp_path, *, is_open=True):
        self.qtbot = qtbot
        self.journal = open_memory_journal()
        self.space = fake_workspace(tmp_path, load_catalog(resource_folder()))
        self.editor = Editor(self.space)
        self.form = self.editor._desk.form
        self.finished = []
        self.editor.finished.connect(self.finished.append)
        qtbot.addWidget(self.editor)
        self.editor.resize(1024, 700)
        self.editor.show()
        self.editor.activateWindow()
        qtbot.waitUntil(self.editor.isActiveWindow)
        if is_open:
            self.editor.show_journal(self.journal)
        self.editor.focus_start()

    def type(self, text):
        for character in text:
            QTest.keyClicks(QApplication.focusWidget(), character)

    def press(self, *names):
        for name in names:
            QTest.keyClick(QApplication.focusWidget(), KEYS[name])

    def run(self, command):
        self.editor.commands()[command]()

    def go_to(self, key):
        self.form.go_to(key)

    def control(self, key, path):
        return self.form.part(key).fields()[path].control

    def problem(self, key, path):
        return self.form.part(key).fields()[path].problem()

    @property
    def record(self):
        """What is in the form now."""
        return self.form.draft(self.editor._presenter.sheet.shown).record

    @property
    def saved(self):
        (line,) = self.journal.lists.page(Filter()).lines
        return self.journal.records.get(line.id)

    def open(self, **changes):
        record = replace(filled_record(), **changes)
        self.journal.records.log(record)
        self.editor.show_record(record.id)
        return record
