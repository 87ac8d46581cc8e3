"""What the page of paper does, with a view that only remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from negojournal.domain.filter import Filter
from negojournal.ui.paper.presenter import PaperPresenter
from tests.builders import build_full_record, build_id
from tests.ui.fakes import RecordingMessages, SyncTasks, open_memory_journal


class View:
    def __init__(self) -> None:
        self.shown: list[tuple[str, bool]] = []
        self.nothing: list[str] = []
        self.waited = 0

    def show_sheet(self, sheet, *, for_coach: bool) -> None:
        self.shown.append((sheet.copy.paper.kind, for_coach))

    def show_waiting(self) -> None:
        self.waited += 1

    def show_nothing(self, why: str) -> None:
        self.nothing.append(why)


@pytest.fixture
def bench():
    view, tasks, messages = View(), SyncTasks(), RecordingMessages()
    return view, tasks, messages, PaperPresenter(view, tasks, messages)


@pytest.fixture
def journal():
    opened = open_memory_journal()
    opened.records.save(build_full_record(follows=None))
    yield opened
    opened.close()


def test_what_is_wanted_early_comes_with_the_journal(bench, journal):
    view, _, _, presenter = bench
    presenter.refresh()
    presenter.want_brief(build_id(7))
    assert not view.shown
    presenter.show_journal(journal)
    assert view.shown == [("Brief", False)]


def test_each_paper_has_a_name_that_tells_nothing(bench, journal):
    view, _, _, presenter = bench
    presenter.show_journal(journal)
    assert presenter.file_name == "paper.pdf"
    presenter.want_brief(build_id(7))
    assert presenter.file_name == "brief.pdf"
    presenter.want_review(build_id(7))
    assert presenter.file_name == "review.pdf"
    presenter.show_for_coach(for_coach=True)
    assert presenter.file_name == "review-coach.pdf"
    assert not view.waited
    presenter.want_period(Filter())
    assert view.waited == 1
    assert presenter.file_name == "report-coach.pdf"
    assert view.shown == [("Brief", False), ("Review", False), ("Review", True), ("Report", True)]


def test_a_coach_copy_replaces_what_it_says(bench, journal):
    _, _, _, presenter = bench
    presenter.show_journal(journal)
    presenter.want_review(build_id(7))
    assert not presenter.sheet.copy.replaced
    presenter.show_for_coach(for_coach=True)
    assert ("Marta Ruiz", "Counterpart A") in presenter.sheet.copy.replaced
    assert "Marta" not in presenter.sheet.printout.html


def test_nothing_is_handed_on_until_it_is_a_coachs_copy(bench, journal, tmp_path: Path):
    _, tasks, messages, presenter = bench
    presenter.show_journal(journal)
    presenter.want_review(build_id(7))
    tasks.held = True
    presenter.show_for_coach(for_coach=True)
    assert presenter.sheet is None
    presenter.save(tmp_path / presenter.file_name, lambda _printout: b"")
    tasks.answer_all()
    assert "Marta" not in presenter.sheet.printout.html
    assert not messages.said


def test_a_record_that_is_gone_leaves_no_page(bench, journal):
    view, _, _, presenter = bench
    presenter.show_journal(journal)
    presenter.want_review(build_id(99))
    assert presenter.sheet is None
    assert len(view.nothing) == 1


def test_a_page_is_written(bench, journal, tmp_path: Path):
    _, tasks, messages, presenter = bench
    path = tmp_path / "a.pdf"
    presenter.save(path, lambda _: b"%PDF")
    presenter.show_journal(journal)
    presenter.save(path, lambda _: b"%PDF")
    assert not path.exists()
    presenter.want_brief(build_id(7))
    presenter.save(path, lambda _: b"%PDF")
    assert path.read_bytes() == b"%PDF"
    assert str(path) in messages.said[-1][1]
    presenter.save(tmp_path / "a.txt", lambda _: b"")
    assert len(tasks.errors) == 1
