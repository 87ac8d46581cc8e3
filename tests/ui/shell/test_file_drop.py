"""What is dropped on the window is imported: an invitation starts a plan."""

from datetime import date

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog

from negojournal.domain.negotiation import Status

INVITATION = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//A calendar//EN
BEGIN:VEVENT
UID:1@example.org
DTSTAMP:20261101T090000Z
DTSTART:20261201T140000Z
SUMMARY:Budget talk
ATTENDEE;CN=Dana:mailto:dana@example.org
END:VEVENT
END:VCALENDAR
"""


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
def program(opened):
    one = opened()
    one.parts.editor.asked.clear()
    return one


def test_an_invitation_starts_a_plan(program, tmp_path):
    file = tmp_path / "Budget.ICS"
    file.write_text(INVITATION, newline="\r\n")
    program.parts.navigation.go("today")
    assert drag(program, mime_of(file))
    ((asked, plan, is_new),) = program.parts.editor.asked
    assert (asked, is_new) == ("started", True)
    assert (plan.status, plan.title, plan.counterparts) == (Status.PLANNED, "Budget talk", ("Dana",))
    assert plan.held_at.day == date(2026, 12, 1)
    assert program.parts.places.is_form()


def test_several_files_are_not_taken_together(program):
    assert drag(program, mime_of("one.ics", "two.txt"))
    assert program.parts.editor.asked == []
    assert "drop it alone" in program.parts.messages._bar.messages()[-1].text


def test_a_broken_invitation_is_named(program, tmp_path):
    file = tmp_path / "broken.ics"
    file.write_text("no calendar")
    assert drag(program, mime_of(file))
    assert program.parts.editor.asked == []
    assert "broken.ics" in program.parts.messages._bar.messages()[-1].text


def test_a_blanked_window_takes_nothing(program, tmp_path):
    file = tmp_path / "Budget.ics"
    file.write_text(INVITATION, newline="\r\n")
    program.parts.window.toggle_curtain()
    program.parts.editor.asked.clear()
    drag(program, mime_of(file))
    assert program.parts.editor.asked == []


def test_anything_else_is_left_to_the_fields(program):
    plain = QMimeData()
    plain.setText("one.ics")
    for mime in (mime_of("letter.txt"), plain):
        drag(program, mime)
    assert program.parts.editor.asked == []
    assert program.parts.messages._bar.messages() == ()


def test_an_invitation_is_opened_by_import_too(program, tmp_path, monkeypatch):
    file = tmp_path / "budget.ics"
    file.write_text(INVITATION, newline="\r\n")
    offered = []

    def choose(dialog):
        offered.extend(dialog.nameFilters())
        dialog.fileSelected.emit(str(file))

    monkeypatch.setattr(QFileDialog, "open", choose)
    program.parts.workspace.actions.run("import")
    program.parts.worker.drain()
    ((asked, plan, is_new),) = program.parts.editor.asked
    assert (asked, is_new, plan.title) == ("started", True, "Budget talk")
    assert "*.ics" in offered[0]
