import pytest

from negojournal.analysis.insight.grouping import (
    Choice,
    Grouping,
    GroupingKind,
    choices_of,
    divider_of,
    divisions_of,
    done_well,
    names_of,
)
from negojournal.domain.catalog import EntryKind
from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Channel, Milestone
from negojournal.domain.preparation import Method
from negojournal.domain.review import PracticeMark
from tests.cases import CATALOG, FIRST, case

COURSE = Milestone(MilestoneId("m1"), case(3).day, "Course")
BOOK = Milestone(MilestoneId("m2"), case(1).day, "Book")

CASES = (
    case(0, area="vendor-agreements", counterparts=("Ana Ruiz",), channel=Channel.PHONE),
    case(1, area="budgets", counterparts=("ana  ruiz", "Bo"), channel=Channel.IN_PERSON, traps=("own-trap", "dodging")),
    case(2, area="own-area", method=Method.PARTNERSHIP, practices={"listening": PracticeMark.WELL}, prepared=True),
    case(3, practices={"listening": PracticeMark.NOT, "limits": PracticeMark.NOT_RELEVANT}),
)


def divide(kind, key, milestone=None):
    return [divider_of(kind, key, milestone)(one) for one in CASES]


@pytest.mark.parametrize(
    ("kind", "key", "sides"),
    [
        (GroupingKind.AREA, "budgets", [False, True, False, None]),
        (GroupingKind.CHANNEL, "phone", [True, False, None, None]),
        (GroupingKind.METHOD, "partnership", [None, None, True, None]),
        (GroupingKind.COUNTERPART, "ana ruiz", [True, True, None, None]),
        (GroupingKind.COUNTERPART, "bo", [False, True, None, None]),
        (GroupingKind.TRAP, "dodging", [False, True, False, False]),
        (GroupingKind.PRACTICE, "listening", [None, None, True, False]),
        (GroupingKind.PRACTICE, "limits", [None, None, None, None]),
        (GroupingKind.PREPARED, "prepared", [False, False, True, False]),
        (GroupingKind.MILESTONE, "gone", [None, None, None, None]),
    ],
)
def test_sides(kind, key, sides):
    assert divide(kind, key) == sides


def test_a_milestone_divides_by_day():
    assert divide(GroupingKind.MILESTONE, "m1", COURSE) == [False, False, False, True]


def test_how_a_practice_counts():
    assert [done_well(mark) for mark in (*PracticeMark, None)] == [True, False, False, None, None]


def test_names_are_those_found_in_the_order_of_the_catalogue():
    assert list(names_of(GroupingKind.AREA, CASES, CATALOG, ())) == ["budgets", "vendor-agreements", "own-area"]
    assert names_of(GroupingKind.TRAP, CASES, CATALOG, ()) == {"dodging": "Dodged it", "own-trap": "own-trap"}
    assert names_of(GroupingKind.PRACTICE, CASES, CATALOG, ())["listening"] == "Listened"
    assert names_of(GroupingKind.CHANNEL, CASES, CATALOG, ()) == {"in-person": "In person", "phone": "Phone"}
    assert names_of(GroupingKind.METHOD, CASES, CATALOG, ()) == {"partnership": "Partnership"}
    assert names_of(GroupingKind.COUNTERPART, CASES, CATALOG, ()) == {"ana ruiz": "ana  ruiz", "bo": "Bo"}
    assert list(names_of(GroupingKind.MILESTONE, CASES, CATALOG, (COURSE, BOOK))) == ["m2", "m1"]


def test_a_pair_has_one_division():
    (one,) = divisions_of(Grouping(GroupingKind.PRACTICE, "listening"), CASES, CATALOG, ())
    assert (one.key, one.label) == ("listening", "Listened")
    assert (one.one, one.other) == ("with “Listened” done well", "with it partly or not")
    assert [one.divide(each) for each in CASES] == [None, None, True, False]


def test_without_a_key_each_group_has_its_division():
    found = divisions_of(Grouping(GroupingKind.AREA), CASES, CATALOG, ())
    assert [(one.one, one.other) for one in found] == [
        ("Budgets", "all others"),
        ("Vendor agreements", "all others"),
        ("own-area", "all others"),
    ]


def test_where_a_row_begins_with_the_label_its_sides_do_without():
    (one,) = divisions_of(Grouping(GroupingKind.PRACTICE), CASES[:3], CATALOG, ())
    assert (one.label, one.one, one.other) == ("Listened", "when done well", "when partly or not")


def test_a_counterpart_is_named_in_any_spelling():
    (one,) = divisions_of(Grouping(GroupingKind.COUNTERPART, " ANA Ruiz "), CASES, CATALOG, ())
    assert (one.key, one.label) == ("ana ruiz", "ana  ruiz")


def test_a_key_that_is_not_found_names_itself():
    (one,) = divisions_of(Grouping(GroupingKind.AREA, "budget"), CASES, CATALOG, ())
    assert (one.label, one.one) == ("budget", "budget")
    (one,) = divisions_of(Grouping(GroupingKind.CHANNEL, "chat"), CASES, CATALOG, ())
    assert one.label == "chat"
    (one,) = divisions_of(Grouping(GroupingKind.TRAP, "not-listening"), CASES, CATALOG, ())
    assert one.label == CATALOG.label(EntryKind.TRAP, "not-listening")


def test_without_a_key_the_latest_milestone_is_meant():
    (one,) = divisions_of(Grouping(GroupingKind.MILESTONE), CASES, CATALOG, (COURSE, BOOK))
    assert (one.key, one.one, one.other) == ("m1", "since “Course”", "before it")
    assert one.divide(case(9)) is True
    assert divisions_of(Grouping(GroupingKind.MILESTONE), CASES, CATALOG, ()) == ()


def test_choices_are_what_is_there():
    found = choices_of(CASES, CATALOG, (COURSE,))
    assert Choice(Grouping(GroupingKind.AREA), "Every area") in found
    assert Choice(Grouping(GroupingKind.COUNTERPART, "bo"), "Counterpart: Bo") in found
    assert Choice(Grouping(GroupingKind.MILESTONE, "m1"), "Milestone: “Course”") in found
    assert Choice(Grouping(), "With and without a plan") in found
    assert not any(one.grouping == Grouping(GroupingKind.MILESTONE) for one in found)
    assert [one.label for one in choices_of((), CATALOG)] == ["With and without a plan"]


def test_cases_lie_a_day_apart():
    assert CASES[3].day - FIRST == COURSE.on - FIRST
