"""An invitation that is dropped on the window starts a plan."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from negojournal.errors import FormatError
from tests.builders import build_record


def mime_of(*files):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def drag(program, mime):
    """Carry something over the window and let it go; tell whether the window wanted it."""
    target, ways = program.parts.window.windowHandle(), Qt.DropAction.CopyAction
    button, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(300, 300), ways, mime, button, keys)
    QApplication.sendEvent(target, enter)
    QApplication.sendEvent(target, QDropEvent(QPointF(300, 300), ways, mime, button, keys))
    program.parts.worker.drain()
    return enter.isAccepted()


@pytest.fixture
def program(opened, monkeypatch):
    one = opened()
    plans = one.parts.editor.journal.plans

    def invitation(_self, path):
        if path.name.startswith("broken"):
            raise FormatError(f"{path.name} is no calendar file.")
        return build_record(title=path.stem)

    monkeypatch.setattr(type(plans), "invitation", invitation, raising=False)
    one.parts.editor.asked.clear()
    return one


def test_an_invitation_starts_a_plan(program):
    program.parts.navigation.go("today")
    assert drag(program, mime_of(Path("/tmp/Budget.ICS")))
    ((asked, record, is_new),) = program.parts.editor.asked
    assert (asked, record.title, is_new) == ("started", "Budget", True)
    assert program.parts.places.is_form()


def test_several_files_are_not_taken_together(program):
    assert drag(program, mime_of("one.ics", "two.txt"))
    assert program.parts.editor.asked == []
    assert "drop it alone" in program.parts.messages._bar.messages()[-1].text


def test_a_broken_invitation_is_named(program):
    assert drag(program, mime_of("broken.ics"))
    assert program.parts.messages._bar.messages()[-1].text == "broken.ics is no calendar file."


def test_anything_else_is_left_to_the_fields(program):
    plain = QMimeData()
    plain.setText("one.ics")
    for mime in (mime_of("letter.txt"), plain):
        drag(program, mime)
    assert program.parts.editor.asked == []
    assert program.parts.messages._bar.messages() == ()
