"""What the page of a table does, with a view that only remembers."""

from __future__ import annotations

from pathlib import Path

import pytest

from negojournal.domain.change import Change
from negojournal.errors import LockedError, Problem
from negojournal.exchange.custom import Custom, Scale
from negojournal.exchange.dating import DateOrder
from negojournal.exchange.field import NOTE, OUT
from negojournal.ui.table.presenter import Sight, TablePresenter, Wish
from tests.ui.fakes import RecordingMessages, SyncTasks, open_memory_journal

AMERICAN = Custom(DateOrder.MDY)


class View:
    def __init__(self) -> None:
        self.sights: list[Sight] = []
        self.refused: list[tuple[Problem, ...]] = []
        self.waited: list[str] = []
        self.nothing: list[str] = []

    def show_sight(self, sight: Sight) -> None:
        self.sights.append(sight)

    def show_refused(self, problems: tuple[Problem, ...]) -> None:
        self.refused.append(problems)

    def show_waiting(self, name: str) -> None:
        self.waited.append(name)

    def show_nothing(self, why: str = "") -> None:
        self.nothing.append(why)


class Bench:
    def __init__(self) -> None:
        self.view, self.tasks, self.messages = View(), SyncTasks(), RecordingMessages()
        self.told: list[Change] = []
        self.left = 0
        self.presenter = TablePresenter(self.view, self.tasks, self.messages, self.told.append, self.leave)
        self.journal = open_memory_journal()

    def leave(self) -> None:
        self.left += 1

    def days(self) -> list[str]:
        return [record.held_at.text for record in self.view.sights[-1].transcript.records]

    def targets(self) -> tuple[str, ...]:
        return self.view.sights[-1].mapping.targets


@pytest.fixture
def bench():
    made = Bench()
    yield made
    made.journal.close()


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "a.csv"
    path.write_text("Date,Title,Area,Process,x\n03/11/2026,A,Salary,4,p\n04/11/2026,B,,5,q\n")
    return path


def test_a_table_that_is_wanted_early_comes_with_the_journal(bench: Bench, table: Path) -> None:
    bench.presenter.refresh()
    bench.presenter.choose_target(0, OUT)
    bench.presenter.choose_rest(OUT)
    bench.presenter.import_table()
    bench.presenter.want(table, AMERICAN)
    assert bench.view.waited == ["a.csv"]
    assert not bench.view.sights
    bench.presenter.show_journal(bench.journal)
    assert bench.days() == ["2026-03-11", "2026-04-11"]
    assert bench.targets() == ("held_at", "title", "area", "review.assessment.answers.process", NOTE)
    assert bench.view.sights[-1].catalog.label("areas", "salary") == "Salary"
    shown = len(bench.view.sights)
    bench.presenter.show_journal(bench.journal)
    assert len(bench.view.sights) == shown


def test_columns_and_customs_are_chosen(bench: Bench, table: Path) -> None:
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(table, AMERICAN)
    bench.presenter.choose_custom(Wish(order=DateOrder.DMY, scale=Scale(1, 5)))
    assert bench.days() == ["2026-11-03", "2026-11-04"]
    first = bench.view.sights[-1].transcript.records[0]
    assert first.review.assessment.answers == {"process": 6}
    bench.presenter.choose_rest(OUT)
    assert bench.targets()[-1] == OUT
    bench.presenter.choose_target(4, "tags")
    assert bench.days() == ["2026-11-03", "2026-11-04"]
    assert bench.view.sights[-1].transcript.records[1].tags == ("q",)


def test_a_field_that_is_only_passed_is_taken_from_no_other_column(bench: Bench, table: Path) -> None:
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(table, AMERICAN)
    bench.presenter.choose_target(4, "title")
    assert bench.targets()[1] == NOTE
    bench.presenter.choose_target(4, "tags")
    assert bench.targets() == ("held_at", "title", "area", "review.assessment.answers.process", "tags")
    bench.presenter.choose_rest(OUT)
    bench.presenter.choose_target(4, "title")
    assert (bench.targets()[1], bench.targets()[4]) == (OUT, "title")


def test_of_two_quick_choices_both_hold(bench: Bench, table: Path) -> None:
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(table, AMERICAN)
    bench.tasks.held = True
    bench.presenter.choose_target(4, "tags")
    bench.presenter.choose_target(2, OUT)
    bench.tasks.answer_all()
    assert bench.targets() == ("held_at", "title", OUT, "review.assessment.answers.process", "tags")


def test_without_a_date_nothing_is_taken_in(bench: Bench, table: Path) -> None:
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(table, AMERICAN)
    bench.presenter.choose_target(0, OUT)
    assert [problem.field for problem in bench.view.sights[-1].problems] == ["held_at"]
    assert bench.view.sights[-1].transcript is None
    bench.presenter.import_table()
    assert not bench.tasks.titles


def test_a_table_is_taken_in_and_the_way_leads_on(bench: Bench, table: Path) -> None:
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(table, AMERICAN)
    bench.presenter.import_table()
    assert bench.tasks.titles == ["Importing"]
    assert len(bench.told[0].saved) == 2
    assert bench.left == 1
    assert bench.messages.said == [("undoable", "Imported: 2 negotiations added, 1 choice added.")]
    assert bench.view.nothing == [""]
    assert bench.presenter.sight is None
    bench.presenter.import_table()
    bench.presenter.want(table, AMERICAN)
    bench.presenter.import_table()
    assert bench.messages.said[-1] == ("info", "Nothing to change: 2 here already.")
    assert bench.left == 1


def test_a_line_beyond_the_preview_that_is_wrong_is_shown(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Date,Title\n" + "2026-11-03,A\n" * 250 + "soon,B\n")
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(path, AMERICAN)
    bench.presenter.import_table()
    ((problem,),) = bench.view.refused
    assert problem.field == "line 252"
    assert not bench.told


def test_an_obstacle_is_said_and_can_be_tried_again(bench: Bench, table: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(table, AMERICAN)

    def refuse(*_args: object, **_kwargs: object) -> None:
        raise LockedError(table, "Another program holds the journal.")

    with monkeypatch.context() as patch:
        patch.setattr(bench.journal.tables, "import_sheet", refuse)
        bench.presenter.import_table()
    assert bench.messages.said == [("error", "Another program holds the journal.")]
    bench.messages.retry()
    assert len(bench.told[0].saved) == 2


def test_a_file_that_is_no_table_is_said(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"PK\x03\x04")
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(path, AMERICAN)
    assert "This is a workbook" in bench.view.nothing[-1]
    assert bench.presenter.sight is None


def test_a_table_of_ours_is_read_as_it_is(bench: Bench, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    bench.journal.exchange.export(path)
    bench.presenter.show_journal(bench.journal)
    bench.presenter.want(path, AMERICAN)
    bench.presenter.choose_custom(Wish(order=DateOrder.MDY))
    assert bench.view.sights[-1].mapping.custom.order is DateOrder.YMD
