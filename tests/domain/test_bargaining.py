"""The formulas of record.md, "Formulas", against worked examples computed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from negojournal.domain.bargaining import (
    ZoneOfAgreement,
    captured,
    captured_text,
    goal_reached,
    is_apart,
    share_captured,
    share_given,
    zone,
)
from negojournal.domain.preparation import Better, Term
from negojournal.domain.review import Result
from tests.strategies import amounts

numbers = st.integers(-1000, 1000).map(Decimal)


def selling(**figures: object) -> Term:
    """Ask 130, hope for 120, not below 100."""
    return Term("price", "EUR", Better.MORE, Decimal(130), Decimal(120), Decimal(100), **figures)


def buying(**figures: object) -> Term:
    """Offer 30, hope for 40, not above 60."""
    return Term("share", "%", Better.LESS, Decimal(30), Decimal(40), Decimal(60), **figures)


def test_the_share_of_a_range_captured():
    """More is better, goal 120, bottom line 100, a range of 20.

    112 is 12 above the bottom line: 12 ÷ 20 = 0.6. 125 is 25 above: 25 ÷ 20 = 1.25, better than the goal.
    95 is 5 below: −5 ÷ 20 = −0.25, worse than the bottom line.
    """
    assert share_captured(selling(agreed=Decimal(112))) == 0.6
    assert share_captured(selling(agreed=Decimal(125))) == 1.25
    assert share_captured(selling(agreed=Decimal(95))) == -0.25
    assert share_captured(selling(agreed=Decimal(100))) == 0
    assert share_captured(selling(agreed=Decimal(120))) == 1


def test_the_share_where_less_is_better():
    """Less is better, goal 40, bottom line 60: a range of −20.

    45 is −15 from the bottom line: −15 ÷ −20 = 0.75. 35 is −25: 1.25, better than the goal.
    66 is +6: 6 ÷ −20 = −0.3, worse than the bottom line.
    """
    assert share_captured(buying(agreed=Decimal(45))) == 0.75
    assert share_captured(buying(agreed=Decimal(35))) == 1.25
    assert share_captured(buying(agreed=Decimal(66))) == -0.3


def test_the_share_given_away_on_the_way():
    """Opening 130, bottom line 100, a range of 30: agreed on 112, 18 of 30 were given, 0.6.

    Where less is better, opening 30 and bottom line 60: agreed on 45, −15 of −30 were given, 0.5.
    Agreed on 95, below the bottom line: 35 of 30, 1.1667. Agreed on 133, above the opening: −3 of 30, −0.1.
    """
    assert share_given(selling(agreed=Decimal(112))) == 0.6
    assert share_given(buying(agreed=Decimal(45))) == 0.5
    assert share_given(selling(agreed=Decimal(95))) == pytest.approx(7 / 6)
    assert share_given(selling(agreed=Decimal(133))) == -0.1


@pytest.mark.parametrize(
    "term",
    [
        Term("price"),
        selling(),
        Term("price", goal=Decimal(5), agreed=Decimal(4)),
        Term("price", bottom_line=Decimal(5), agreed=Decimal(4)),
        Term("price", opening=Decimal(5), goal=Decimal("5.0"), bottom_line=Decimal(5), agreed=Decimal(7)),
    ],
)
def test_a_share_that_is_undefined(term: Term):
    assert share_captured(term) is None
    assert share_given(term) is None


def test_the_mean_over_terms():
    """0.6 and −0.3 have the mean 0.15; a term without a share is left out."""
    terms = (selling(agreed=Decimal(112)), buying(agreed=Decimal(66)), Term("dates"))
    assert captured(terms) == pytest.approx(0.15)
    assert captured((Term("dates"),)) is None


def test_a_share_in_words():
    assert captured_text(0.618) == "62% of the range from bottom line to goal"
    assert captured_text(1.25) == "125% of the range from bottom line to goal"
    assert captured_text(share_captured(buying(agreed=Decimal(60)))) == "0% of the range from bottom line to goal"
    assert captured_text(0.0) == "0% of the range from bottom line to goal"
    assert captured_text(-0.001) == "worse than your bottom line"


def test_the_zone_where_more_is_better():
    """Mine is 100 to 130. Theirs from 90 to 110 overlaps from 100 to 110; from 105 to 150, from 105 to 130.

    Up to 95 it misses mine.
    """
    low, high = selling(their_opening=Decimal(90)), selling(their_opening=Decimal(105))
    assert zone(low, Decimal(110)) == ZoneOfAgreement(Decimal(100), Decimal(110))
    assert zone(high, Decimal(150)) == ZoneOfAgreement(Decimal(105), Decimal(130))
    assert zone(low, Decimal(95)) is None
    assert is_apart(low, Decimal(95))
    assert not is_apart(low, Decimal(110))


def test_the_zone_where_less_is_better():
    """Mine is 30 to 60. Theirs from 100 down to 50 overlaps from 50 to 60; down to 70 it misses mine."""
    term = buying(their_opening=Decimal(100))
    assert zone(term, Decimal(50)) == ZoneOfAgreement(Decimal(50), Decimal(60))
    assert zone(term, Decimal(70)) is None
    assert is_apart(term, Decimal(70))


def test_their_opening_is_the_far_end_where_their_bottom_line_is_not_known():
    """They open with 104, above my bottom line of 100: both would accept 100 to 104. They open with 90: no overlap."""
    assert zone(selling(their_opening=Decimal(104))) == ZoneOfAgreement(Decimal(100), Decimal(104))
    assert is_apart(selling(their_opening=Decimal(90)))


def test_the_goal_ends_my_range_where_there_is_no_opening():
    term = Term("price", goal=Decimal(120), bottom_line=Decimal(100))
    assert zone(term, Decimal(140)) == ZoneOfAgreement(Decimal(100), Decimal(120))
    assert zone(Term("price", bottom_line=Decimal(100)), Decimal(140)) == ZoneOfAgreement(Decimal(100), Decimal(140))


def test_nothing_is_said_where_too_little_is_known():
    for term in (Term("price"), selling(), Term("price", their_opening=Decimal(3))):
        assert zone(term) is None
        assert not is_apart(term)


@given(numbers, numbers, numbers, numbers, st.sampled_from(Better))
def test_shares_do_not_depend_on_scale_and_place(goal: Decimal, bottom: Decimal, agreed: Decimal, by: Decimal, better):
    term = Term("x", None, better, goal, goal, bottom, None, agreed)
    moved = Term("x", None, better, goal + by, goal + by, bottom + by, None, agreed + by)
    turned = Term("x", None, better, -goal, -goal, -bottom, None, -agreed)
    assert share_captured(moved) == share_captured(turned) == share_captured(term)
    if goal == bottom:
        assert share_captured(term) is None
    else:
        assert share_given(term) == pytest.approx(1 - share_captured(term))


@given(amounts, amounts, amounts)
def test_any_amounts_have_a_share(goal: Decimal, bottom: Decimal, agreed: Decimal):
    assume(goal != bottom)
    assert isinstance(share_captured(Term("x", goal=goal, bottom_line=bottom, agreed=agreed)), float)


@given(*[st.none() | numbers] * 5, st.sampled_from(Better))
def test_a_zone_lies_within_both_ranges(opening, goal, bottom, theirs, their_bottom, better):
    term = Term("x", None, better, opening, goal, bottom, theirs)
    found = zone(term, their_bottom)
    assert not (found and is_apart(term, their_bottom))
    if found:
        assert found.low <= found.high
        assert bottom <= found.low if better is Better.MORE else found.high <= bottom


@pytest.mark.parametrize(
    ("agreed", "outcome", "reached"),
    [
        ([120], Result.AGREEMENT, True),
        ([130], None, True),
        ([119], Result.AGREEMENT, False),
        ([120, 119], Result.AGREEMENT, False),
        ([None, 119], Result.AGREEMENT, False),
        ([None, 120], Result.AGREEMENT, None),
        ([], Result.AGREEMENT, None),
        ([120], Result.WALKED_AWAY, False),
        ([120], Result.NO_AGREEMENT, False),
        ([120], Result.ADJOURNED, True),
    ],
)
def test_the_goal_is_reached_where_every_term_with_one_is_at_it(agreed, outcome, reached):
    terms = [selling(agreed=None if one is None else Decimal(one)) for one in agreed]
    assert goal_reached([*terms, Term("no goal")], outcome) is reached
