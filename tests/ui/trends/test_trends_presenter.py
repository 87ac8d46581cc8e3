from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

import pytest

from negojournal.analysis.report import TrendReport
from negojournal.catalog.theme import load_theme
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Milestone
from negojournal.errors import InvalidError, JournalError, Problem, UnreachableError
from negojournal.paths import resource_folder
from negojournal.ui.shell.charting.presenter import Sight, Typeface
from negojournal.ui.trends.presenter import HOME, MilestonePresenter, TrendsPresenter
from tests.charts.samples import sample_report
from tests.ui.fakes import RecordingMessages, SyncTasks

TYPEFACE = Typeface(load_theme(resource_folder() / "theme"), "DejaVu Sans")
COURSE = Milestone(MilestoneId("course"), date(2026, 3, 1), "Course", "Three days")


@dataclass
class FakeTrends:
    """Answer with a sample report, and keep milestones."""

    reviews: int = 12
    asked: list[tuple[Filter, str | None]] = field(default_factory=list)
    kept: dict[str, Milestone] = field(default_factory=dict)
    error: JournalError | None = None

    def report(self, chosen: Filter, questionnaire: str | None) -> TrendReport:
        self.asked.append((chosen, questionnaire))
        return sample_report(self.reviews)

    def milestones(self) -> tuple[Milestone, ...]:
        return tuple(self.kept.values())

    def new_milestone(self, on: date, title: str, note: str | None) -> Milestone:
        return Milestone(MilestoneId("new"), on, title, note)

    def save_milestone(self, milestone: Milestone) -> Change:
        if self.error:
            raise self.error
        self.kept[milestone.id] = milestone
        return Change(milestones=True)

    def delete_milestone(self, milestone: MilestoneId) -> Change:
        del self.kept[milestone]
        return Change(milestones=True)


@dataclass
class FakeJournal:
    trends: FakeTrends = field(default_factory=FakeTrends)


@dataclass
class FakeView:
    shown: list[tuple[TrendReport, Sight]] = field(default_factory=list)
    copied: list[bytes] = field(default_factory=list)

    def show_report(self, report: TrendReport, sight: Sight) -> None:
        self.shown.append((report, sight))

    def show_copied(self, image: bytes) -> None:
        self.copied.append(image)


class Stage:
    """Hold a presenter and everything around it."""

    def __init__(self, reviews: int = 12) -> None:
        self.view, self.tasks, self.messages = FakeView(), SyncTasks(), RecordingMessages()
        self.journal = FakeJournal(FakeTrends(reviews))
        self.presenter = TrendsPresenter(self.view, self.tasks, self.messages)

    def begin(self) -> Stage:
        self.presenter.show_journal(self.journal, Filter())
        return self

    def sights(self) -> list[Sight]:
        return [sight for _report, sight in self.view.shown]


def test_nothing_is_shown_or_saved_before_the_journal_is_there(tmp_path):
    stage = Stage()
    stage.presenter.filter_by(Filter(search="x"))
    stage.presenter.look_at("self")
    stage.presenter.save(tmp_path / "chart.png", TYPEFACE)
    stage.presenter.copy(TYPEFACE)
    assert stage.view.shown == []
    assert stage.view.copied == []
    assert stage.messages.said == []
    assert not stage.presenter.has_report
    assert list(tmp_path.iterdir()) == []


def test_the_journal_is_shown_through_the_filter_in_force():
    stage = Stage().begin()
    assert stage.journal.trends.asked == [(Filter(), None)]
    assert stage.sights() == [HOME]
    assert stage.presenter.has_report


def test_an_empty_journal_has_nothing_to_save():
    assert not Stage(0).begin().presenter.has_report


def test_a_filter_and_a_questionnaire_ask_again_and_keep_each_other():
    stage = Stage().begin()
    stage.presenter.filter_by(Filter(area="team"))
    stage.presenter.rate_by("quick")
    stage.presenter.rate_by(None)
    assert stage.journal.trends.asked[1:] == [
        (Filter(area="team"), None),
        (Filter(area="team"), "quick"),
        (Filter(area="team"), None),
    ]


def test_another_chart_and_its_table_are_shown_from_the_same_report():
    stage = Stage().begin()
    stage.presenter.look_at("self")
    stage.presenter.tabulate()
    assert stage.sights()[1:] == [Sight("self"), Sight("self", as_table=True)]
    assert len(stage.journal.trends.asked) == 1
    assert stage.presenter.sight == Sight("self", as_table=True)


def test_a_step_back_leaves_the_table_and_then_the_large_chart():
    stage = Stage().begin()
    stage.presenter.look_at("self")
    stage.presenter.tabulate()
    stage.presenter.step_back()
    stage.presenter.step_back()
    assert stage.sights()[-2:] == [Sight("self"), HOME]


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_chart_that_is_seen_is_saved(tmp_path, suffix):
    stage = Stage().begin()
    stage.presenter.look_at("self")
    path = tmp_path / f"chart.{suffix}"
    stage.presenter.save(path, TYPEFACE)
    assert path.stat().st_size > 1000
    assert stage.messages.said == [("info", f"The chart is now in {path}.")]


def test_a_chart_that_cannot_be_saved_says_why(tmp_path):
    stage = Stage().begin()
    stage.presenter.save(tmp_path / "nowhere" / "chart.png", TYPEFACE)
    assert isinstance(stage.tasks.errors[0], UnreachableError)
    assert stage.messages.said == []


def test_the_chart_that_is_seen_is_copied():
    stage = Stage().begin()
    stage.presenter.copy(TYPEFACE)
    assert stage.view.copied[0].startswith(b"\x89PNG")
    assert stage.messages.said == [("info", "The chart is on the clipboard.")]


@dataclass
class FakeMilestoneView:
    listed: list[tuple[Milestone, ...]] = field(default_factory=list)
    forms: list[Milestone | None] = field(default_factory=list)
    closed: int = 0
    problems: list[str] = field(default_factory=list)

    def show_milestones(self, milestones: tuple[Milestone, ...]) -> None:
        self.listed.append(milestones)

    def show_form(self, milestone: Milestone | None) -> None:
        self.forms.append(milestone)

    def close_form(self) -> None:
        self.closed += 1

    def show_problem(self, sentence: str) -> None:
        self.problems.append(sentence)


class MilestoneStage:
    def __init__(self) -> None:
        self.view, self.messages = FakeMilestoneView(), RecordingMessages()
        self.told: list[Change] = []
        self.journal = FakeJournal()
        self.journal.trends.kept[COURSE.id] = COURSE
        self.presenter = MilestonePresenter(self.view, SyncTasks(), self.messages, self.tell)

    def tell(self, change: Change) -> None:
        self.told.append(change)
        self.presenter.refresh()

    def begin(self) -> MilestoneStage:
        self.presenter.show_journal(self.journal)
        return self


def test_without_a_journal_milestones_are_neither_read_nor_kept():
    stage = MilestoneStage()
    stage.presenter.refresh()
    stage.presenter.keep(COURSE.on, "Course", "")
    stage.presenter.delete(COURSE.id)
    assert (stage.view.listed, stage.told, stage.view.closed) == ([], [], 0)


def test_milestones_are_listed():
    assert MilestoneStage().begin().view.listed == [(COURSE,)]


def test_a_new_milestone_is_kept_and_told():
    stage = MilestoneStage().begin()
    stage.presenter.begin()
    stage.presenter.keep(date(2026, 5, 1), "  Coaching ", " ")
    assert stage.view.forms == [None]
    assert stage.journal.trends.kept["new"] == Milestone(MilestoneId("new"), date(2026, 5, 1), "Coaching", None)
    assert (stage.told, stage.view.closed) == ([Change(milestones=True)], 1)
    assert len(stage.view.listed[-1]) == 2


def test_an_edited_milestone_keeps_its_identity():
    stage = MilestoneStage().begin()
    stage.presenter.begin(COURSE)
    stage.presenter.keep(COURSE.on, "Longer course", "Five days")
    assert stage.view.forms == [COURSE]
    assert stage.view.listed[-1] == (replace(COURSE, title="Longer course", note="Five days"),)


def test_a_milestone_is_deleted_with_an_undo():
    stage = MilestoneStage().begin()
    stage.presenter.delete(COURSE.id)
    assert stage.view.listed[-1] == ()
    assert stage.messages.said == [("undoable", "Milestone deleted.")]
    assert stage.told == [Change(milestones=True)]


def test_what_the_user_can_mend_stands_beside_the_form():
    stage = MilestoneStage().begin()
    stage.journal.trends.error = InvalidError((Problem("title", "Say what happened."),))
    stage.presenter.keep(COURSE.on, "", "")
    assert (stage.view.problems, stage.view.closed, stage.messages.said) == (["Say what happened."], 0, [])


def test_what_the_world_does_stands_in_the_bar():
    stage = MilestoneStage().begin()
    stage.journal.trends.error = JournalError("The disk is full.")
    stage.presenter.keep(COURSE.on, "Course", "")
    assert (stage.view.problems, stage.messages.said) == ([], [("error", "The disk is full.")])
