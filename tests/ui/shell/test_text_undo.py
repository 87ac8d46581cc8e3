"""Ctrl+Z: typing first, then the journal."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from negojournal.ui.shell.text_undo import TextUndo

Z, CTRL, SHIFT = Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def on_form():
    return []


@pytest.fixture
def window(qtbot, themed, on_form):
    one = QWidget()
    qtbot.addWidget(one)
    layout = QVBoxLayout(one)
    one.line, one.area, one.told = QLineEdit(), QPlainTextEdit(), []
    for field in (one.line, one.area):
        layout.addWidget(field)
    for keys in ("Ctrl+Z", "Ctrl+Shift+Z"):
        QShortcut(QKeySequence(keys), one).activated.connect(lambda keys=keys: one.told.append(keys))
    one.watch = TextUndo(themed, one, lambda: bool(on_form))
    one.show()
    qtbot.waitActive(one)
    return one


@pytest.mark.parametrize("name", ["line", "area"])
def test_typing_is_taken_back_first(window, qtbot, name):
    field = getattr(window, name)
    field.setFocus()
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Z, CTRL)
    assert window.told == []
    qtbot.keyClick(field, Z, CTRL)
    assert window.told == ["Ctrl+Z"]


@pytest.mark.parametrize("name", ["line", "area"])
def test_typing_is_done_again_first(window, qtbot, name):
    field = getattr(window, name)
    field.setFocus()
    qtbot.keyClicks(field, "ab")
    qtbot.keyClick(field, Z, CTRL)
    qtbot.keyClick(field, Z, CTRL | SHIFT)
    assert window.told == []
    qtbot.keyClick(field, Z, CTRL | SHIFT)
    assert window.told == ["Ctrl+Shift+Z"]


def test_in_the_form_the_keys_mean_typing_only(window, qtbot, on_form):
    on_form.append(True)
    window.line.setFocus()
    qtbot.keyClick(window.line, Z, CTRL)
    assert window.told == []


def test_a_field_that_is_left_is_no_longer_watched(window, qtbot):
    window.line.setFocus()
    window.area.setFocus()
    window.line.setFocus()
    qtbot.keyClick(window.line, Z, CTRL)
    assert window.told == ["Ctrl+Z"]
