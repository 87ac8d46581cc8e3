"""A journal that doesn't open: what the window offers, with counts, and what comes of it."""

import random
from contextlib import closing
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QPushButton

from negojournal.domain.filter import Filter
from negojournal.errors import CorruptError, FullError, LockedError
from negojournal.service import restoring
from negojournal.service.rescue import Rescue
from negojournal.ui.editor.editor import Editor
from negojournal.ui.shell.port import StoppedError
from negojournal.ui.shell.start import rescuing, unlock
from negojournal.ui.shell.start.refusal import Refusal
from negojournal.ui.widgets.text import Text
from tests.builders import build_rated
from tests.storage.broken import SECRET, fingerprints
from tests.storage.test_salvage import newer
from tests.ui.walker import faults

pytestmark = pytest.mark.usefixtures("quick_keys")


def page(program):
    return program.parts.places.currentWidget()


def offers(program):
    """Return what the buttons say that are there, in the order of the Tab key."""
    QApplication.processEvents()
    found, one = [], page(program)
    while (one := one.nextInFocusChain()) is not page(program):
        if isinstance(one, QPushButton) and one.isVisible() and page(program).isAncestorOf(one):
            found.append(one.text())
    return found


def press(program, words):
    next(one for one in page(program).findChildren(QPushButton) if one.text().startswith(words)).click()


def can_press(program, words):
    return next(one for one in page(program).findChildren(QPushButton) if one.text().startswith(words)).isEnabled()


def said(program):
    return " ".join(one.text() for one in page(program).findChildren(Text) if one.isVisible())


def bar(program):
    return {message.key: message for message in program.parts.messages._bar.messages()}


def keep(setup, passphrase=None, *, backup=True):
    """Keep seven negotiations, four of them also in a backup."""
    with closing(setup.open_journal(setup.journal, passphrase)) as journal:
        for number in range(4):
            journal.records.save(build_rated(number))
        if backup:
            journal.backups.make()
        for number in range(4, 7):
            journal.records.save(build_rated(number))


def damage(path):
    content = path.read_bytes()
    path.write_bytes(content[:16] + random.Random(1).randbytes(4080) + content[4096:])


def other(path):
    path.write_text("Dear diary, " * 900, encoding="utf-8")


@pytest.fixture
def refused(start, qtbot):
    """Return a function that begins a program whose journal doesn't open, and waits until all is looked for."""

    def begin(**changes):
        program = start(greets=False, **changes)
        qtbot.waitUntil(lambda: isinstance(page(program), Refusal))
        assert program.parts.worker.drain()
        return program

    return begin


@pytest.mark.parametrize(
    ("do", "title", "readable"),
    [
        (damage, "The journal is damaged", 7),
        (newer, "This journal comes from a newer version", 7),
        (other, "This is not a journal", None),
    ],
)
def test_both_offers_are_made_with_their_counts(refused, setup, do, title, readable):
    keep(setup)
    do(setup.journal)
    before = fingerprints(setup.journal.parent)
    program = refused()
    first, *others = offers(program)
    assert first.startswith("Restore the backup of ")
    assert first.endswith(" (4 negotiations)")
    saving = [f"Save what can be read ({readable} negotiations)…"] if readable else []
    assert others == [*saving, "Try again", "Choose another file…"]
    assert said(program).startswith(title)
    assert page(program).focusProxy().text() == first
    assert faults(page(program)) == {}
    assert {name: one for name, one in fingerprints(setup.journal.parent).items() if name in before} == before


def test_an_encrypted_journal_is_looked_into_by_its_passphrase(refused, setup):
    keep(setup, SECRET)
    damage(setup.journal)
    program = refused(passphrase=SECRET)
    first, second, *_ = offers(program)
    assert first.endswith(" (4 negotiations)")
    assert second == "Save what can be read (7 negotiations)…"
    assert "the same passphrase" in said(program)
    press(program, "Restore")
    program.parts.worker.drain()
    assert program.parts.places.is_form()
    assert program._journal.is_encrypted


def test_where_there_is_nothing_to_offer_that_is_said(refused, setup):
    other(setup.journal)
    program = refused()
    assert offers(program) == ["Try again", "Choose another file…"]
    assert "There is no backup of it, and nothing of a journal can be read in it." in said(program)


def test_what_can_be_mended_by_waiting_is_only_tried_again(refused, setup, monkeypatch):
    monkeypatch.setattr(rescuing.Rescuing, "_look", lambda *_: pytest.fail("there is nothing to look for"))

    def locked(path, _passphrase):
        raise LockedError(path, "Another program holds it.")

    assert offers(refused(open_journal=locked)) == ["Try again", "Choose another file…"]


def test_the_backup_is_put_in_place_and_the_file_kept(refused, setup):
    keep(setup)
    damage(setup.journal)
    broken = setup.journal.read_bytes()
    program = refused()
    press(program, "Restore")
    program.parts.worker.drain()
    assert program.parts.places.is_form()
    assert program._journal.lists.tally(Filter()).negotiations == 4
    (aside,) = setup.journal.parent.glob("*before-restore*.db")
    assert aside.read_bytes() == broken
    assert str(aside) in bar(program)["saved"].text


def ask(program, target):
    press(program, "Save")
    dialog = program.parts.window.findChild(QFileDialog)
    dialog.fileSelected.emit(str(target))
    dialog.close()
    dialog.deleteLater()


def choose(program, target):
    ask(program, target)
    program.parts.worker.drain()


def refuse(*_args):
    raise FullError(Path("saved.json"), "There is no room.")


def test_what_can_be_read_becomes_a_journal_that_is_opened(refused, setup, tmp_path):
    keep(setup)
    damage(setup.journal)
    before = setup.journal.read_bytes()
    program = refused()
    choose(program, tmp_path / "saved.db")
    assert setup.journal.read_bytes() == before
    message = bar(program)["saved"]
    assert message.text == f"7 negotiations are now in {tmp_path / 'saved.db'}."
    message.actions[0].run()
    program.parts.worker.drain()
    assert program._journal.path == tmp_path / "saved.db"
    assert program._journal.lists.tally(Filter()).negotiations == 7


def test_what_can_be_read_becomes_an_export(refused, setup, tmp_path):
    keep(setup)
    damage(setup.journal)
    program = refused()
    choose(program, tmp_path / "saved.json")
    assert (tmp_path / "saved.json").stat().st_size > 1000
    assert not bar(program)["saved"].actions
    assert isinstance(page(program), Refusal)


def test_what_stands_in_the_way_is_said_and_can_be_tried_again(refused, setup, tmp_path, monkeypatch):
    keep(setup)
    damage(setup.journal)
    program = refused()
    with monkeypatch.context() as patch:
        patch.setattr(Rescue, "write", refuse)
        choose(program, tmp_path / "saved.json")
        assert "There is no room." in said(program)
    choose(program, tmp_path / "saved.json")
    assert "There is no room." not in said(program)
    assert "saved" in bar(program)


def test_what_is_stopped_can_be_begun_again(refused, setup, monkeypatch):
    keep(setup)
    damage(setup.journal)
    program = refused()

    def stopped(*_args, **_named):
        raise StoppedError

    with monkeypatch.context() as patch:
        patch.setattr(restoring, "restore", stopped)
        press(program, "Restore")
        assert not can_press(program, "Restore")
        program.parts.worker.drain()
    assert isinstance(page(program), Refusal)
    press(program, "Restore")
    program.parts.worker.drain()
    assert program.parts.places.is_form()


@pytest.mark.parametrize("fails", [False, True])
def test_what_ends_after_the_page_is_left_is_told_to_no_one(start, setup, qtbot, tmp_path, monkeypatch, fails):
    keep(setup)
    damage(setup.journal)
    program, going = written_in(start, setup, qtbot), Event()
    bar(program)["opening"].actions[1].run()
    program.parts.worker.drain()
    program.parts.worker.run(going.wait, lambda _done: None)
    if fails:
        monkeypatch.setattr(Rescue, "write", refuse)
    ask(program, tmp_path / "saved.json")
    press(program, "Back")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    going.set()
    program.parts.worker.drain()
    assert program.parts.places.is_form()
    assert ("saved" in bar(program)) is not fails


def written_in(start, setup, qtbot):
    """Return a program in whose form something was typed before its journal turned out not to open."""
    typed = Event()

    def late(path, passphrase):
        typed.wait()
        return setup.open_journal(path, passphrase)

    program = start(greets=False, open_journal=late)
    qtbot.keyClicks(program.parts.window.focusWidget(), "Rent")
    typed.set()
    qtbot.waitUntil(lambda: "opening" in bar(program))
    return program


def test_what_was_typed_meanwhile_goes_along(start, setup, qtbot):
    keep(setup)
    damage(setup.journal)
    program = written_in(start, setup, qtbot)
    bar(program)["opening"].actions[1].run()
    program.parts.worker.drain()
    assert offers(program)[-1] == "Back to what you are writing"
    press(program, "Back")
    assert program.parts.places.is_form()
    bar(program)["opening"].actions[1].run()
    program.parts.worker.drain()
    press(program, "Restore")
    program.parts.worker.drain()
    assert program.parts.places.is_form()
    assert program.parts.editor.title.text() == "Rent"
    assert program.parts.editor.journal is not None


def test_a_page_that_is_gone_by_then_is_not_written_to(refused, setup):
    keep(setup)
    damage(setup.journal)
    program = refused()
    for _ in range(2):
        press(program, "Try again")
    program.parts.worker.drain()
    assert offers(program)[0].startswith("Restore")


def test_damage_that_is_noticed_later_leads_to_the_same_offers(start, setup, qtbot):
    keep(setup)
    program = start(greets=False, editor=Editor)
    program.parts.worker.drain()

    def broken():
        raise CorruptError(setup.journal, f"{setup.journal} is damaged.")

    followed = []
    program.followed.connect(followed.append)
    for _ in range(2):
        program.parts.worker.run(broken, lambda _: None, lambda _: None)
        program.parts.worker.drain()
    assert bar(program)["damage"].text == "The journal is damaged. Nothing more is written to it."
    qtbot.keyClicks(program.parts.window.focusWidget(), "Half a sentence")
    bar(program)["damage"].actions[0].run()
    (after,) = followed
    program.end()
    damage(setup.journal)
    again = start(
        **{name: getattr(after, name) for name in ("damage", "unfinished", "passphrase", "editor")}, greets=False
    )
    again.parts.worker.drain()
    assert isinstance(page(again), Refusal)
    offer = offers(again)[0]
    assert offer.startswith("Restore the backup of")
    press(again, "Restore")
    again.parts.worker.drain()
    assert again.parts.places.is_form()
    assert again.parts.editor.unfinished().record.title == "Half a sentence"
    assert offer.endswith(f" ({again._journal.lists.tally(Filter()).negotiations} negotiations)")


def test_the_passphrase_goes_along_to_what_can_be_done(opened, setup):
    keep(setup, SECRET)
    program = opened(passphrase=SECRET)

    def broken():
        raise CorruptError(setup.journal, f"{setup.journal} is damaged.")

    followed = []
    program.followed.connect(followed.append)
    program.parts.worker.run(broken, lambda _: None, lambda _: None)
    program.parts.worker.drain()
    bar(program)["damage"].actions[0].run()
    assert followed[0].passphrase == SECRET


def test_who_is_sure_of_a_passphrase_comes_to_the_backup(start, setup, monkeypatch):
    keep(setup, SECRET)
    setup.journal.write_bytes(bytes(16) + setup.journal.read_bytes()[16:])
    monkeypatch.setattr(unlock, "pause_after", lambda _wrong: 1)
    program = start(greets=False)
    program.parts.worker.drain()
    for number in range(3):
        assert "opening" not in bar(program), number
        page(program).given.emit(SECRET, False)
        program.parts.worker.drain()
    bar(program)["opening"].actions[0].run()
    program.parts.worker.drain()
    assert "the file is damaged" in said(program)
    assert offers(program)[0].endswith(" (4 negotiations)")
    press(program, "Restore")
    program.parts.worker.drain()
    assert program._journal.lists.tally(Filter()).negotiations == 4


def test_backups_that_need_a_passphrase_are_offered_once_it_is_given(refused, setup):
    keep(setup, SECRET)
    setup.journal.write_bytes(b"")
    program = refused()
    assert offers(program) == ["Enter the passphrase…", "Try again", "Choose another file…"]
    press(program, "Enter")
    assert isinstance(page(program), unlock.Unlock)
    page(program).given.emit(SECRET, False)
    program.parts.worker.drain()
    assert offers(program)[0].endswith(" (4 negotiations)")
    press(program, "Restore")
    program.parts.worker.drain()
    assert program._journal.is_encrypted


def test_damage_on_the_disk_is_noticed_when_the_journal_is_read(opened, setup):
    keep(setup, backup=False)
    program = opened()
    content = setup.journal.read_bytes()
    with setup.journal.open("r+b") as stream:
        stream.seek(4096)
        stream.write(random.Random(2).randbytes(len(content) - 4096))
    program.parts.navigation.go("journal")
    program.parts.worker.drain()
    assert "damage" in bar(program)
    assert setup.journal.read_bytes()[:4096] == content[:4096]
