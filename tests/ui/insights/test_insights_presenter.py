from __future__ import annotations

from dataclasses import dataclass, field

from negojournal.analysis.insight.grouping import Grouping, GroupingKind
from negojournal.analysis.insight.report import InsightReport
from negojournal.catalog.theme import load_theme
from negojournal.domain.filter import Filter
from negojournal.paths import resource_folder
from negojournal.ui.insights.presenter import HOME, InsightPresenter
from negojournal.ui.shell.charting.presenter import Sight, Typeface
from tests.charts.insight_samples import sample_insights
from tests.ui.fakes import RecordingMessages, SyncTasks

TYPEFACE = Typeface(load_theme(resource_folder() / "theme"), "DejaVu Sans")
BY_AREA = Grouping(GroupingKind.AREA)


@dataclass
class FakeInsights:
    """Answer with a sample report."""

    cases: int = 12
    asked: list[tuple[Filter, str | None, Grouping]] = field(default_factory=list)

    def report(self, chosen: Filter, questionnaire: str | None, grouping: Grouping) -> InsightReport:
        self.asked.append((chosen, questionnaire, grouping))
        return sample_insights(self.cases)


@dataclass
class FakeJournal:
    insights: FakeInsights = field(default_factory=FakeInsights)


@dataclass
class FakeView:
    shown: list[tuple[InsightReport, Sight]] = field(default_factory=list)
    copied: list[bytes] = field(default_factory=list)

    def show_report(self, report: InsightReport, sight: Sight) -> None:
        self.shown.append((report, sight))

    def show_copied(self, image: bytes) -> None:
        self.copied.append(image)


class Stage:
    """Hold a presenter and everything around it."""

    def __init__(self, cases: int = 12) -> None:
        self.view, self.messages = FakeView(), RecordingMessages()
        self.journal = FakeJournal(FakeInsights(cases))
        self.presenter = InsightPresenter(self.view, SyncTasks(), self.messages)

    def begin(self) -> Stage:
        self.presenter.show_journal(self.journal, Filter())
        return self

    def sights(self) -> list[Sight]:
        return [sight for _report, sight in self.view.shown]


def test_nothing_is_asked_before_the_journal_is_there(tmp_path):
    stage = Stage()
    stage.presenter.group_by(BY_AREA)
    stage.presenter.look_at("traps")
    stage.presenter.save(tmp_path / "chart.png", TYPEFACE)
    stage.presenter.copy(TYPEFACE)
    assert stage.view.shown == []
    assert stage.view.copied == []
    assert list(tmp_path.iterdir()) == []
    assert not stage.presenter.has_report


def test_the_comparison_is_seen_first():
    stage = Stage().begin()
    assert stage.sights() == [Sight(HOME)]
    assert HOME == "comparison"
    assert stage.presenter.has_report


def test_an_empty_journal_has_nothing_to_save():
    assert not Stage(0).begin().presenter.has_report


def test_filter_questionnaire_and_grouping_keep_each_other():
    stage = Stage().begin()
    stage.presenter.filter_by(Filter(area="team"))
    stage.presenter.rate_by("quick")
    stage.presenter.group_by(BY_AREA)
    assert stage.journal.insights.asked == [
        (Filter(), None, Grouping()),
        (Filter(area="team"), None, Grouping()),
        (Filter(area="team"), "quick", Grouping()),
        (Filter(area="team"), "quick", BY_AREA),
    ]


def test_a_step_back_leaves_the_table_and_stays_with_the_chart():
    stage = Stage().begin()
    stage.presenter.look_at("traps")
    stage.presenter.tabulate()
    assert stage.presenter.step_back()
    assert not stage.presenter.step_back()
    assert stage.sights()[-2:] == [Sight("traps", as_table=True), Sight("traps")]
    assert len(stage.journal.insights.asked) == 1


def test_the_chart_that_is_seen_is_saved_and_copied(tmp_path):
    stage = Stage().begin()
    stage.presenter.look_at("territory")
    path = tmp_path / "chart.svg"
    stage.presenter.save(path, TYPEFACE)
    stage.presenter.copy(TYPEFACE)
    assert "Caption of territory" in path.read_text(encoding="utf-8")
    assert stage.view.copied[0].startswith(b"\x89PNG")
    assert [text for _kind, text in stage.messages.said] == [
        f"The chart is now in {path}.",
        "The chart is on the clipboard.",
    ]
