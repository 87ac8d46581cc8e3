"""Use cases of trends and milestones."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

from negojournal.analysis.dimension import figures_of
from negojournal.analysis.report import TrendReport
from negojournal.domain.change import Change
from negojournal.domain.filter import Filter
from negojournal.domain.identity import MilestoneId, new_uuid
from negojournal.domain.negotiation import Milestone
from negojournal.domain.plain import plain_of
from negojournal.domain.validation import problems_of_milestone, unknown_choice
from negojournal.errors import InvalidError, NotFoundError
from negojournal.service.edit import Marking, Step
from negojournal.service.history import History
from negojournal.service.holding import Holding
from negojournal.service.report import build_report


class Trends:
    """Compute trends, and keep the milestones on their time line."""

    def __init__(self, holding: Holding, history: History) -> None:
        self._holding = holding
        self._history = history

    def report(self, chosen: Filter | None = None, questionnaire: str | None = None) -> TrendReport:
        """Compute every dimension for a filter, from the questionnaire named or the one with more scores."""
        chosen = chosen or Filter()
        self.check(questionnaire)
        return build_report(self._holding, chosen, questionnaire)

    def plain(self, report: TrendReport) -> dict[str, object]:
        """Return a report under the names that `trends --json` prints."""
        return {
            "dimensions": {name: figures_of(dimension) for name, dimension in report.dimensions.items()},
            "reviews": report.reviews,
            "filter": filter_plain(report.filter),
        }

    def milestones(self) -> tuple[Milestone, ...]:
        """Return every milestone in order of its day."""
        return self._holding.store.milestones.all()

    def new_milestone(self, on: date, title: str, note: str | None = None) -> Milestone:
        """Return a milestone with an id of its own, not kept yet."""
        return Milestone(MilestoneId(new_uuid()), on, title, note)

    def save_milestone(self, milestone: Milestone) -> Change:
        """Keep a milestone, new or changed; raises InvalidError."""
        if problems := problems_of_milestone(milestone):
            raise InvalidError(problems)
        before = self._milestone(milestone.id)
        verb = "changing" if before else "adding"
        return self._history.do(Step(f"{verb} “{milestone.title}”", (Marking(milestone.id, before, milestone),)))

    def delete_milestone(self, milestone: MilestoneId) -> Change:
        """Delete a milestone; raises NotFoundError."""
        before = self._milestone(milestone)
        if before is None:
            raise NotFoundError("This milestone is no longer in the journal.")
        return self._history.do(Step(f"deleting “{before.title}”", (Marking(milestone, before, None),)))

    def _milestone(self, milestone: MilestoneId) -> Milestone | None:
        return next((one for one in self.milestones() if one.id == milestone), None)

    def check(self, questionnaire: str | None) -> None:
        """Raise InvalidError for a questionnaire that isn't there; None is none in particular."""
        known = [one.key for one in self._holding.catalog.questionnaires]
        if questionnaire is not None and questionnaire not in known:
            raise InvalidError((unknown_choice("questionnaire", questionnaire, known),))


def filter_plain(chosen: Filter) -> dict[str, object]:
    """Return the parts of a filter that are in force."""
    return {part.name: plain_of(value) for part in fields(chosen) if (value := getattr(chosen, part.name))}
