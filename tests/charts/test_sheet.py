"""The report of a period: figures, charts, negotiations, and what a coach isn't given."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from negojournal.analysis.insight.report import without_milestones
from negojournal.charts.sheet import TELLING, period_paper
from negojournal.domain.filter import Filter
from negojournal.exchange.page import page_html
from negojournal.exchange.paper import Figure, Note, Table
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.service.look import shipped_theme
from negojournal.service.sample import open_sample

THEME = shipped_theme(resource_folder())
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def period():
    journal = open_sample()
    try:
        yield journal.papers.period(Filter(), DAY)
    finally:
        journal.close()


def figures(paper) -> list[Figure]:
    return [block for block in paper.blocks if isinstance(block, Figure)]


def test_a_period_has_figures_charts_and_negotiations(period):
    paper = period_paper(period, THEME)
    table, listed = (block for block in paper.blocks if isinstance(block, Table))
    assert [row[0] for row in table.rows] == ["Instrumental", "Process", "Relationship", "Self", "Overall"]
    assert len(listed.rows) == len(period.lines)
    assert len(figures(paper)) > 10
    assert all(one.picture.content.startswith(b"\x89PNG") and one.picture.words for one in figures(paper))
    assert all(one.caption.endswith(".") for one in figures(paper))
    assert sum(column.width for column in table.columns) == 100


def test_a_coach_gets_no_chart_that_names_people_or_amounts(period):
    whole, copy = period_paper(period, THEME), period_paper(period, THEME, for_coach=True)
    assert len(figures(copy)) == len(figures(whole)) - len(TELLING)
    note = next(block for block in copy.blocks if isinstance(block, Note) and block.text.startswith("Left out"))
    for title in ("Promises", "Dodged", "Where you negotiate"):
        assert title in note.text
    assert figures(copy)[0] != figures(whole)[0]


def test_a_coach_sees_no_milestone(period):
    """What is drawn can't be masked, so it is as if there were none."""
    (milestone,) = period.trends.milestones
    assert milestone.title in figures(period_paper(period, THEME))[0].picture.words
    assert period.insights.habits.milestones == period.insights.expectation.milestones == (milestone,)
    copy = figures(period_paper(period, THEME, for_coach=True))
    assert not any(milestone.title in one.picture.words for one in copy)
    bare = replace(period, trends=replace(period.trends, milestones=()), insights=without_milestones(period.insights))
    assert copy == figures(period_paper(bare, THEME, for_coach=True))
    assert bare.insights.habits.milestones == bare.insights.expectation.milestones == ()


def test_a_period_without_reviews_says_so():
    journal = open_journal(None, resource_folder())
    try:
        paper = period_paper(journal.papers.period(Filter(), DAY), THEME)
    finally:
        journal.close()
    assert [type(block) for block in paper.blocks] == [Note]
    assert "0 negotiations" in page_html(paper, THEME.light)
