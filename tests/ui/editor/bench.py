"""A form of one section by itself, and the keyboard."""

from dataclasses import replace

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from negojournal.domain.review import Review
from negojournal.ui.editor.beginning import draft_of
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.form import Form
from negojournal.ui.widgets.tab_order import chain
from tests.builders import build_record
from tests.strategies import CATALOG
from tests.ui.editor.keyboard import KEYS


class Bench:
    """Press keys, and look at what is in the form."""

    def __init__(self, qtbot, *sections, **changes):
        self.qtbot = qtbot
        self.shown = draft_of(build_record())
        self.form = Form(sections, Context(CATALOG))
        self.form.rearranged.connect(lambda: chain(self.form))
        qtbot.addWidget(self.form)
        self.form.resize(840, 620)
        self.show(**changes)
        self.form.show()
        self.form.activateWindow()
        qtbot.waitUntil(self.form.isActiveWindow)

    def show(self, **changes):
        self.shown = replace(self.shown, record=build_record(**changes))
        self.form.show_draft(self.shown)

    def review(self, **changes):
        self.show(review=Review(**changes))

    def go_to(self, key):
        self.form.go_to(key)

    def type(self, text):
        for character in text:
            QTest.keyClicks(QApplication.focusWidget(), character)

    def press(self, *names):
        for name in names:
            QTest.keyClick(QApplication.focusWidget(), KEYS[name])

    def control(self, key, path):
        return self.form.part(key).fields()[path].control

    def problem(self, key, path):
        return self.form.part(key).fields()[path].problem()

    def summary(self, key):
        return next(line.summary for line in self.form.lines() if line.key == key)

    @property
    def record(self):
        """What is in the form now."""
        return self.form.draft(self.shown).record
