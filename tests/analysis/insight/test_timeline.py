from datetime import date

from negojournal.analysis.insight.expectation import build_expectation, expectation_words
from negojournal.analysis.insight.habit import build_habits, habits_words
from negojournal.analysis.insight.timeline import milestones_within
from negojournal.analysis.phrase import milestone_words
from negojournal.domain.identity import MilestoneId, uuid_from
from negojournal.domain.negotiation import Milestone
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.review import PracticeMark
from tests.cases import QUICKLY, rated


def milestone(day: int) -> Milestone:
    return Milestone(MilestoneId(uuid_from(day, 0)), date(2026, 1, day), f"Course {day}")


MILESTONES = tuple(map(milestone, (9, 5, 7, 6, 10)))
CASES = [
    rated(n, 4, expected=PerOutcome(process=5.0), sealed=True, practices={"listening": PracticeMark.WELL})
    for n in range(5)
]
"""Held from 5 to 9 January."""


def test_a_milestone_stands_where_something_comes_before_and_after():
    days = [case.day for case in CASES]
    assert [one.on.day for one in milestones_within(MILESTONES, days)] == [6, 7, 9]
    assert milestones_within(MILESTONES, []) == ()


def test_charts_over_time_have_them_and_tell_them():
    wanted = tuple(map(milestone, (6, 7, 9)))
    told = [milestone_words(one) for one in wanted]
    assert told[0] == "Milestone on 6 January 2026: Course 6"
    habits = build_habits(CASES, QUICKLY, MILESTONES)
    assert habits.milestones == wanted
    assert habits_words(habits, QUICKLY).text.splitlines()[1:] == told
    expectation = build_expectation(CASES, QUICKLY, MILESTONES)
    assert expectation.milestones == wanted
    assert expectation_words(expectation, QUICKLY).text.splitlines()[4:] == told
