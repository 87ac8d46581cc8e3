"""Use cases of insights: negotiations laid beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.domain.filter import Filter
from negojournal.domain.moment import today
from negojournal.service.holding import Holding
from negojournal.service.trend import Trends, filter_plain

if TYPE_CHECKING:
    from negojournal.analysis.insight.grouping import Grouping
    from negojournal.analysis.insight.report import InsightReport

# What computes insights takes a tenth of a second to load, which only those who ask for them have to wait.


class Insights:
    """Compute what is said of many negotiations; what computes it is loaded when it is first asked for."""

    def __init__(self, holding: Holding, trends: Trends) -> None:
        self._holding = holding
        self._trends = trends

    def report(
        self, chosen: Filter | None = None, questionnaire: str | None = None, grouping: Grouping | None = None
    ) -> InsightReport:
        """Compute every part for a filter, from the questionnaire named or the one with more scores.

        Raises InvalidError for a questionnaire that isn't there.
        """
        from negojournal.analysis.insight import report  # noqa: PLC0415 - as said above
        from negojournal.analysis.insight.grouping import Grouping  # noqa: PLC0415 - as said above

        self._trends.check(questionnaire)
        chosen, store = chosen or Filter(), self._holding.store
        material = report.Material(
            self._holding.cases(chosen),
            self._holding.catalog,
            store.lists.tally(chosen),
            store.milestones.all(),
            store.cases.encounters(chosen),
        )
        return report.build_insights(material, report.Wish(chosen, questionnaire, grouping or Grouping()), today())

    def plain(self, report: InsightReport) -> dict[str, object]:
        """Return a report under the names that `insights --json` prints."""
        from negojournal.analysis.insight.figures import figures_of  # noqa: PLC0415 - as said above

        return {**figures_of(report), "filter": filter_plain(report.filter)}
