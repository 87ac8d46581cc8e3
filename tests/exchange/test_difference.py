"""Two versions of a record side by side: nothing in which they differ is left out, and nothing else is told."""

from __future__ import annotations

from dataclasses import fields, replace
from decimal import Decimal

import pytest
from hypothesis import given, settings

from negojournal.domain.agreement import Agreement, FollowUp
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.plain import plain_of
from negojournal.domain.preparation import Exchange, Preparation, Side, Term
from negojournal.domain.review import Assessment, PracticeMark, Review, TrapMark
from negojournal.exchange.difference import LONGEST, MOST, PARTED, SHORT, build_difference
from negojournal.exchange.label import LABELS
from tests.builders import build_full_record, build_record
from tests.strategies import CATALOG, negotiations

UNSEEN = {"id", "created_at", "updated_at"}
"""What the program sets."""

STAMP = Moment("2026-03-05T14:00:00+00:00")


def told(mine: Negotiation, theirs: Negotiation, **titles: str) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    return {one.label: (one.mine, one.theirs) for one in build_difference(mine, theirs, CATALOG, titles)}


def reviewed(**parts: object) -> Negotiation:
    return build_record(review=Review(**parts))


def bare(value: object) -> object:
    """Return plain data without what is empty, or set by the program."""
    if isinstance(value, dict):
        kept = {key: bare(one) for key, one in value.items() if key not in UNSEEN}
        return {key: one for key, one in kept.items() if one not in (None, "", [], {})}
    return value


def content(record: Negotiation) -> object:
    plain = plain_of(record)
    for assessment in (record.review and record.review.assessment,):
        if assessment:  # a rating that isn't applicable is an answer, unlike one that isn't there
            answers = {key: "n/a" if given is None else given for key, given in assessment.answers.items()}
            plain["review"]["assessment"]["answers"] = answers
    return bare(plain)


@settings(max_examples=40)
@given(negotiations, negotiations)
def test_versions_differ_exactly_where_something_is_told_of_either_side(one: Negotiation, other: Negotiation):
    there = build_difference(one, other, CATALOG)
    assert bool(there) is (content(one) != content(other))
    assert build_difference(one, replace(one, updated_at=STAMP), CATALOG) == ()
    back = build_difference(other, one, CATALOG)
    assert {(each.label, each.mine, each.theirs) for each in there} == {
        (each.label, each.theirs, each.mine) for each in back
    }
    assert all(each.mine != each.theirs for each in there)
    for each in there:
        assert len(each.mine) <= MOST + 2
        assert all(len(line) <= LONGEST + 2 for line in (*each.mine, *each.theirs))


def test_every_field_that_people_see_has_words():
    for kind in LABELS:
        names = {field.name for field in fields(kind)} - UNSEEN - PARTED.keys()
        assert LABELS[kind].keys() == names
    assert set(LABELS) == {Negotiation, *PARTED.values()}


def test_every_field_of_a_full_record_is_told():
    blank, full = build_record(), build_full_record()
    rows = told(full, blank)
    assert [mine for mine, _ in rows.values()].count(()) == 0
    assert rows["Area"] == (("Vendor agreements",), ())
    assert rows["Power"] == (("they were stronger",), ())
    assert rows["When"] == (("3 February 2026, 14:30",), ("5 January 2026, 09:00",))
    assert rows["Chance of reaching the goal"] == (("60%",), ())
    assert rows["Practice: Listened"] == (("Done well",), ())
    assert rows["Traps"] == (("Gave in too much, note Met their number half-way", "Assumed a fixed pie"), ())
    assert rows["What would raise it: Process"] == (("Agree an agenda",), ())


def test_a_short_list_is_told_whole():
    assert told(build_record(tags=("a", "b")), build_record(tags=("b",)))["Tags"] == (("a", "b"), ("b",))


def test_of_a_long_list_only_the_lines_that_differ_are_told():
    same = tuple(map(str, range(SHORT)))
    mine = build_record(preparation=Preparation(questions=("b", *same, "a", "b")))
    theirs = build_record(preparation=Preparation(questions=(*same, "b", "c")))
    rows = told(mine, theirs)["Questions to bring"]
    assert rows == (("b", "a", "and 9 the same"), ("c", "and 9 the same"))


def test_another_order_is_told_as_it_stands():
    mine = tuple(map(str, range(SHORT + 1)))
    theirs = (*mine[1:], "0")
    assert told(build_record(tags=mine), build_record(tags=theirs))["Tags"] == (mine, theirs)


def test_a_long_list_ends_in_how_many_more_there_are():
    many = build_record(tags=tuple(map(str, range(MOST + 5))))
    mine, theirs = told(many, build_record())["Tags"]
    assert mine[-1] == "and 5 more"
    assert len(mine) == MOST + 1
    assert theirs == ()


def test_of_a_long_text_what_stands_around_the_change_is_told():
    same = "x" * 10_000
    mine, theirs = told(reviewed(happened=same + "yes" + same), reviewed(happened=same + "no"))["What happened"]
    assert mine[0].startswith("…x")
    assert mine[0].endswith("x…")
    assert "yes" in mine[0]
    assert theirs[0].endswith("xno")


def test_a_text_that_goes_on_is_told_from_before_its_end():
    mine, theirs = told(reviewed(happened="x" * 1000), reviewed(happened="x" * 1000 + "more"))["What happened"]
    assert theirs[0] == mine[0] + "more"


@pytest.mark.parametrize("text", ["a" * 2**20, "\u202e\u2066" * 2**19])
def test_a_million_characters_are_told_in_a_few(text: str):
    mine, theirs = told(reviewed(happened=text), reviewed(happened=None))["What happened"]
    assert len(mine[0]) == LONGEST + 1
    assert theirs == ()


def test_two_ways_of_being_empty_are_the_same():
    assert (
        told(reviewed(happened=""), build_record(review=None, preparation=Preparation(), agreement=Agreement())) == {}
    )


def test_what_words_cannot_tell_apart_is_told_as_it_is_written():
    here, there = Moment("2026-03-05T13:30+01:00"), Moment("2026-03-05T13:30+02:00")
    assert told(build_record(held_at=here), build_record(held_at=there))["When"] == (
        ('"2026-03-05T13:30+01:00"',),
        ('"2026-03-05T13:30+02:00"',),
    )


def test_ratings_are_told_one_by_one_in_their_words():
    mine = reviewed(assessment=Assessment("quick", 1, {"instrumental": 5, "process": None}))
    theirs = reviewed(assessment=Assessment("quick", 1, {"instrumental": 6}))
    assert told(mine, theirs) == {
        "The result, for me": (("5",), ("6",)),
        "The way we went about it": (("not applicable",), ()),
    }


def test_other_ratings_are_told_with_their_questionnaire():
    mine = reviewed(assessment=Assessment("quick", 1, {}))
    theirs = reviewed(assessment=Assessment("gone", 2, {"pride": 3}))
    assert told(mine, theirs) == {"Ratings": (("Quick (4 ratings)",), ("gone",)), "pride": ((), ("3",))}


def test_what_is_followed_goes_by_its_title():
    one, other = build_record(1).id, build_record(2).id
    rows = told(build_record(follows=one), build_record(follows=other), **{one: "Rent"})
    assert rows["Follows"] == (("Rent",), (other,))


def test_parts_are_told_in_one_line_their_text_first():
    offer = Exchange("Story", Side.ME, Decimal(200), probability=0.8, included=True)
    mine = build_record(preparation=Preparation(exchanges=(offer,), terms=(Term("fee", "EUR", goal=Decimal(1200)),)))
    rows = told(mine, build_record())
    assert rows["What could change hands"][0] == ("Story, giver me, cost to giver 200, probability 80%, included yes",)
    assert rows["Terms"][0] == ("fee, unit EUR, goal 1,200",)


def test_a_part_without_a_text_is_told_by_its_fields():
    look = FollowUp(holds=False, assessment=Assessment("quick", 1, {"self": 4}))
    assert told(build_record(follow_ups=(look,)), build_record())["Follow-ups"][0] == (
        "holds no, assessment Quick (4 ratings): How I feel about my own part: 4",
    )


def test_marks_and_scores_that_only_they_have_are_told():
    theirs = reviewed(practices={"listening": PracticeMark.PARTLY}, improve=PerOutcome(self="Breathe"))
    assert told(build_record(), theirs) == {
        "What would raise it: Self": ((), ("Breathe",)),
        "Practice: Listened": ((), ("Partly",)),
    }


def test_a_trap_of_ones_own_that_is_gone_goes_by_its_key():
    assert told(reviewed(traps=(TrapMark("own-one"),)), build_record())["Traps"] == (("own-one",), ())
