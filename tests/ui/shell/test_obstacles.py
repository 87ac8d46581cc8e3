"""What stands in the way of keeping is said in the window; the form keeps what was typed until it can be kept."""

import os
import shutil
import subprocess
import threading
import time
from contextlib import closing, contextmanager

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from sqlcipher3 import dbapi2 as driver

from negojournal.storage import connection
from negojournal.ui.editor.editor import Editor
from negojournal.ui.shell.start.reopening import LOST
from tests.builders import build_record
from tests.storage.test_failures import Holder

resource = pytest.importorskip("resource")

TEXT = "What we said about the rent. " * 3_000


class Person:
    """Type and press keys, and read what the form says and holds."""

    def __init__(self, program, qtbot):
        self.program, self.qtbot = program, qtbot

    def type(self, text):
        self.qtbot.keyClicks(QApplication.focusWidget(), text)

    def keys(self, *sequences):
        for keys in sequences:
            self.qtbot.keySequence(QApplication.focusWidget(), QKeySequence(keys))
            self.settle()

    def paste(self, text):
        """Paste into the notes."""
        self.form.go_to("notes")
        field = self.form.part("notes").fields()["review.summary"].control
        field.setFocus()
        QApplication.clipboard().setText(text)
        self.keys("Ctrl+V")

    def settle(self):
        for _ in range(3):
            QApplication.processEvents()
            self.program.parts.worker.drain()
        QApplication.processEvents()

    @property
    def form(self):
        return self.program.parts.editor._desk.form

    @property
    def record(self):
        return self.form.now().record

    def said(self):
        return [message.text for message in self.program.parts.editor._desk._bar.messages()]

    def kept(self):
        return self.program.parts.editor._desk._kept.text()

    def is_said_to_be_gone(self):
        self.program._reopening.watch.look()
        self.settle()
        return any(message.key == LOST for message in self.program.parts.messages._bar.messages())


@pytest.fixture
def person(start, qtbot, monkeypatch):
    monkeypatch.setattr(connection, "BUSY_SECONDS", 0.05)
    program = start(greets=False, editor=Editor)
    qtbot.waitUntil(lambda: program._journal is not None)
    one = Person(program, qtbot)
    one.settle()
    return one


def own(person):
    """Return the program's own connection to the file."""
    return person.program._journal._store._database._engine.raw_connection().driver_connection


@contextmanager
def limited(_person, _path):
    """Let no file be written beyond about half of what the text needs."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (len(TEXT) // 2, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextmanager
def full(person, _path):
    """Leave no room for another page, as a full disk does."""
    connection = own(person)
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    yield
    connection.execute("PRAGMA max_page_count = 1000000")


@contextmanager
def held(_person, path):
    """Let another program hold the lock."""
    with Holder(path, "BEGIN IMMEDIATE"):
        yield


@contextmanager
def away(_person, path):
    """Rename the folder, as a network drive goes and comes back."""
    elsewhere = path.parent.with_name("elsewhere")
    path.parent.rename(elsewhere)
    try:
        yield
    finally:
        elsewhere.rename(path.parent)


OBSTACLES = pytest.mark.parametrize(
    ("obstacle", "sentence"),
    [
        (limited, "The disk, maybe full or gone, refused to read or write"),
        (full, "There is no room left to write"),
        (held, "Another program is using"),
        (away, "was moved, deleted or replaced while it was open"),
    ],
)


@OBSTACLES
def test_the_form_waits_until_the_obstacle_is_gone(person, setup, obstacle, sentence):
    person.type("Rent")
    person.keys("Ctrl+S")
    with obstacle(person, setup.journal):
        person.type(" of the hall")
        person.paste(TEXT)
        person.keys("Ctrl+S")
        (said,) = person.said()
        assert sentence in said
        assert said.endswith("What you typed is still here in the form.")
        assert person.kept() == "Not kept yet"
        assert person.is_said_to_be_gone() is (obstacle is away)
        assert (person.record.title, person.record.review.summary) == ("Rent of the hall", TEXT)
    assert kept(setup.journal) == [("Rent", "")]
    person.keys("Ctrl+S")
    assert person.said() == []
    assert person.kept() == "Kept in the journal"
    assert kept(setup.journal) == [("Rent of the hall", TEXT)]


@OBSTACLES
def test_a_draft_that_finds_no_room_is_stored_with_the_next_key(person, setup, qtbot, obstacle, sentence):
    with obstacle(person, setup.journal):
        person.type("Rent")
        person.paste(TEXT)
        qtbot.waitUntil(lambda: bool(person.said()), timeout=2000)
        assert sentence in person.said()[0]
        assert not person.program.ending.may_close()
    person.type(".")
    qtbot.waitUntil(lambda: drafted(setup.journal, f"{TEXT}."), timeout=1000)
    qtbot.waitUntil(lambda: person.said() == [])
    assert person.program.ending.may_close()


def test_a_journal_whose_folder_can_t_be_written_is_opened_once_it_can(start, setup, qtbot):
    setup.open_journal(setup.journal, None).close()
    is_typed = threading.Event()

    def open_journal(*given):
        is_typed.wait(5)
        return setup.open_journal(*given)

    with frozen(setup.journal.parent):
        program = start(greets=False, editor=Editor, open_journal=open_journal)
        person = Person(program, qtbot)
        person.type("Rent")
        is_typed.set()
        qtbot.waitUntil(lambda: bool(program.parts.messages._bar.messages()))
        (message,) = program.parts.messages._bar.messages()
        assert "can’t be opened" in message.text
        assert message.text.endswith("What you are writing stays in the form.")
        assert person.record.title == "Rent"
    message.actions[0].run()
    qtbot.waitUntil(lambda: program._journal is not None)
    person.keys("Ctrl+S")
    assert kept(setup.journal) == [("Rent", "")]


def test_a_journal_that_can_t_be_written_is_read_and_written_once_it_can(start, setup, qtbot):
    with closing(setup.open_journal(setup.journal, None)) as journal:
        journal.records.log(build_record(title="Before"))
    with frozen(setup.journal):
        program = start(greets=False, editor=Editor)
        qtbot.waitUntil(lambda: program._journal is not None)
        person = Person(program, qtbot)
        person.type("Rent")
        person.keys("Ctrl+S")
        (said,) = person.said()
        assert "can’t be written" in said
        assert program._journal.records.get(build_record().id).title == "Before"
        assert person.record.title == "Rent"
    person.keys("Ctrl+S")
    assert person.said() == []
    assert sorted(kept(setup.journal)) == [("Before", ""), ("Rent", "")]


@contextmanager
def frozen(path):
    """Let nobody change a file or a folder, not even the one who may do everything."""
    mode, is_root = path.stat().st_mode, os.geteuid() == 0
    if is_root and (not shutil.which("chattr") or subprocess.run(["chattr", "+i", path], check=False).returncode):
        pytest.skip("nothing can be made read-only here for whoever may do everything")
    path.chmod(mode & ~0o222) if not is_root else None
    try:
        yield
    finally:
        subprocess.run(["chattr", "-i", path], check=True) if is_root else path.chmod(mode)


def test_a_draft_is_stored_within_a_second_of_the_last_key(person, setup, qtbot):
    start = time.monotonic()
    for _count in range(30):
        person.type("x")
        qtbot.wait(50)
    last = time.monotonic()
    assert drafted(setup.journal, "x" * 5)
    qtbot.waitUntil(lambda: drafted(setup.journal, "x" * 30), timeout=1000)
    assert last - start > 1.2
    assert time.monotonic() - last < 1


def test_a_draft_is_stored_on_leaving_a_field(person, setup, qtbot):
    person.type("Rent")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    person.program.parts.worker.drain()
    assert drafted(setup.journal, "Rent")


@pytest.fixture
def busy(person):
    """Let long work be under way until told."""
    over = threading.Event()
    person.program.parts.worker.run_long("Exporting", lambda _progress: over.wait(20), lambda _: None)
    yield over
    over.set()
    person.settle()


def test_a_draft_is_stored_within_a_second_beside_long_work(person, setup, qtbot, busy):
    person.type("Rent")
    qtbot.waitUntil(lambda: drafted(setup.journal, "Rent"), timeout=1000)
    assert not busy.is_set()


def test_what_is_typed_while_a_save_waits_outlives_it(person, setup, qtbot, busy):
    person.type("Rent")
    qtbot.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+S"))
    person.type(" of the hall")
    qtbot.keySequence(QApplication.focusWidget(), QKeySequence("Ctrl+N"))
    QApplication.processEvents()
    person.program.parts.navigation.plan()
    busy.set()
    person.settle()
    assert kept(setup.journal) == [("Rent", "")]
    assert drafted(setup.journal, "Rent of the hall")


def kept(path):
    """Return title and summary of every record in the file, as another program reads it."""
    question = "SELECT title, summary FROM negotiation LEFT JOIN review ON review.negotiation = position"
    return [(title, summary or "") for title, summary in asked(path, question)]


def drafted(path, text):
    """Tell whether a draft in the file holds a text, as another program reads it."""
    return any(text in draft for (draft,) in asked(path, "SELECT text FROM draft"))


def asked(path, question):
    with closing(driver.connect(f"{path.as_uri()}?mode=ro", uri=True)) as other:
        return other.execute(question).fetchall()
