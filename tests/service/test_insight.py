"""Insights: what they are built from, and how they are printed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from negojournal.analysis.insight.grouping import Grouping, GroupingKind
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.errors import InvalidError
from negojournal.service.journal import Journal
from tests.builders import build_milestone, build_rated, build_record


def fill(journal: Journal) -> None:
    for number in range(12):
        area = "budgets" if number % 2 else None
        journal.records.save(build_rated(number, rating=3 + number % 3, area=area, counterparts=("Ana",)))
    journal.records.save(build_record(20, status=Status.PLANNED, area="budgets", counterparts=("Ana",)))
    journal.trends.save_milestone(build_milestone())


def test_a_report_rests_on_what_was_held(journal: Journal) -> None:
    fill(journal)
    report = journal.insights.report()
    assert report.cases == 12
    assert report.tally.negotiations == 13
    assert report.questionnaire
    assert report.questionnaire.key == "quick"
    assert sum(field.negotiations for field in report.territory.fields) == 12


def test_a_report_is_filtered_and_grouped(journal: Journal) -> None:
    fill(journal)
    chosen, grouping = Filter(area="budgets"), Grouping(GroupingKind.COUNTERPART, "Ana")
    report = journal.insights.report(chosen, "quick", grouping)
    assert report.cases == 6
    assert report.filter == chosen
    assert report.comparison.grouping == grouping


def test_an_unknown_questionnaire_is_refused(journal: Journal) -> None:
    with pytest.raises(InvalidError, match="“questionnaire” should be one of quick"):
        journal.insights.report(questionnaire="other")


def test_plain_data_has_every_part_and_the_filter(journal: Journal) -> None:
    fill(journal)
    plain = json.loads(json.dumps(journal.insights.plain(journal.insights.report(Filter(area="budgets")))))
    assert plain["filter"] == {"area": "budgets"}
    assert plain["cases"] == 6
    assert {"comparison", "associations", "promises", "territory", "habits"} <= plain.keys()


def test_opening_a_journal_loads_nothing_that_computes_insights() -> None:
    code = """
import sys
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
open_journal(None, resource_folder()).agenda.today()
print(*[name for name in sys.modules if name.startswith("negojournal.analysis.insight") or name == "icalendar"])
"""
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout == "\n"
