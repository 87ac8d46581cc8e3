"""What is computed beside what was written, in every form in which people read a record."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from hypothesis import given

from negojournal.domain.agreement import Agreement, Commitment, Offer
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import PerOutcome
from negojournal.domain.preparation import Better, Exchange, Preparation, Side, Term
from negojournal.domain.review import Assessment, Result, Review
from negojournal.domain.summary import Chain, Summary
from negojournal.exchange.markdown import record_markdown
from negojournal.exchange.outline import Related, build_outline, related_from
from negojournal.exchange.plan import PIE
from tests.builders import build_record
from tests.strategies import CATALOG, negotiations

DAY = date(2026, 3, 20)


def passage(record: Negotiation, label: str, related: Related | None = None) -> tuple[str, ...] | None:
    sections = build_outline(record, CATALOG, related or Related(), DAY)
    found = [one.texts for section in sections for one in section.passages if one.label == label]
    return found[0] if found else None


def planned(**parts: object) -> Negotiation:
    return build_record(preparation=Preparation(**parts), currency="EUR")


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ("112", ", agreed 112 EUR, 60% of the range from bottom line to goal"),
        ("95", ", agreed 95 EUR, worse than your bottom line"),
        (None, ""),
    ],
)
def test_a_term_says_how_much_of_its_range_was_captured(agreed: str | None, said: str):
    value = None if agreed is None else Decimal(agreed)
    term = Term("price", "EUR", Better.MORE, None, Decimal(120), Decimal(100), None, value)
    assert passage(planned(terms=(term,)), "Terms") == (
        f"price (more is better): goal 120 EUR, bottom line 100 EUR{said}",
    )


@pytest.mark.parametrize(
    ("agreed", "said"),
    [
        ("126", ", agreed 126 EUR, 35% of the way from opening to bottom line given"),
        ("140", ", agreed 140 EUR, 0% of the way from opening to bottom line given"),
        ("141", ", agreed 141 EUR"),
        ("99", ", agreed 99 EUR"),
    ],
)
def test_a_term_says_how_much_of_its_range_was_given_away(agreed: str, said: str):
    """14 of the 40 from 140 to 100 are 35%; better than the opening, or worse than the bottom line, is no share."""
    term = Term("price", "EUR", Better.MORE, Decimal(140), None, Decimal(100), None, Decimal(agreed))
    assert passage(planned(terms=(term,)), "Terms") == (
        f"price (more is better): opening 140 EUR, bottom line 100 EUR{said}",
    )


def test_interests_of_both_sides_are_marked():
    record = planned(my_interests=("Trust", "Speed"), their_interests=("a reference", "trust"))
    assert passage(record, "My interests") == ("Trust (shared)", "Speed")
    assert passage(record, "Their interests") == ("a reference", "trust (shared)")


def test_a_pie_is_told_in_a_sentence():
    story = Exchange("Story", Side.ME, Decimal(300), Decimal(2500), probability=0.8, included=True)
    days = Exchange("Days", Side.THEM, Decimal(100), Decimal("1200.5"), included=True)
    lunch = Exchange("Lunch", Side.ME, Decimal(40), Decimal(40), included=True)
    blank = Exchange("Thanks", Side.ME, included=True)
    assert passage(planned(exchanges=(story, days)), PIE) == (
        "my net 900.5 EUR, theirs 1,900 EUR, together 2,800.5 EUR",
    )
    assert passage(planned(exchanges=(lunch, blank)), PIE) == (
        "my net -40 EUR, theirs 40 EUR, together 0 EUR; 1 without cost or value left out; nothing adds value yet",
    )
    assert passage(planned(exchanges=(blank,)), PIE) == ("1 without cost or value left out",)
    assert passage(planned(exchanges=(replace(story, included=False),)), PIE) is None


def test_offers_tell_their_steps_and_gifts():
    ladder = [(Side.ME, 130), (Side.THEM, 90), (Side.ME, 120), (Side.ME, 115), (Side.THEM, 102), (Side.THEM, 102)]
    offers = tuple(Offer(by, "price", Decimal(value)) for by, value in ladder)
    record = build_record(offers=(*offers, Offer(Side.ME, None, None, "free parking")))
    assert passage(record, "As it went") == (
        "Me, price, 130",
        "Them, price, 90",
        "Me, price, 120 (10 down)",
        "Me, price, 115 (5 down, without return)",
        "Them, price, 102 (12 up)",
        "Them, price, 102",
        "Me, free parking",
    )


def test_commitments_tell_what_became_of_them():
    mine = (
        Commitment(Side.ME, "Call", date(2026, 3, 2), date(2026, 3, 2)),
        Commitment(Side.ME, "Write", date(2026, 3, 2), date(2026, 3, 9)),
        Commitment(Side.ME, "Ask", date(2026, 3, 19)),
        Commitment(Side.ME, "Plan", date(2026, 3, 21)),
    )
    record = build_record(agreement=Agreement(commitments=(*mine, Commitment(Side.THEM, "Pay", broken=True))))
    assert passage(record, "Commitments") == (
        "Call (me), due 2026-03-02, done 2026-03-02, kept",
        "Write (me), due 2026-03-02, done 2026-03-09, kept late",
        "Ask (me), due 2026-03-19, late",
        "Plan (me), due 2026-03-21",
        "Pay (them), broken",
    )
    assert passage(record, "Kept so far") == ("1 of 3 of mine that were due",)


def test_late_is_late_today_where_no_day_is_given():
    record = build_record(agreement=Agreement(commitments=(Commitment(Side.ME, "Ask", DAY),)))
    with time_machine.travel("2026-03-20T12:00:00Z", tick=False):
        assert "Ask (me), due 2026-03-20\n" in record_markdown(record, None, CATALOG)
    with time_machine.travel("2026-03-22T12:00:00Z", tick=False):
        assert "Ask (me), due 2026-03-20, late\n" in record_markdown(record, None, CATALOG)


def test_what_was_expected_stands_beside_what_was_felt():
    expected = PerOutcome(5.0, 5.5, None, 4.0)
    rated = Review(assessment=Assessment("quick", 1, {"instrumental": 6, "relationship": 3, "self": None}))
    record = planned(expected=expected)
    assert passage(record, "Expected") == ("Instrumental: 5", "Process: 5.5", "Self: 4")
    assert passage(replace(record, review=rated), "Expected") == (
        "Instrumental: 5, felt 6.0",
        "Process: 5.5",
        "Self: 4",
    )
    unknown = Review(assessment=Assessment("mine", 1, {"calm": 6}))
    assert passage(replace(record, review=unknown), "Expected") == ("Instrumental: 5", "Process: 5.5", "Self: 4")


def test_a_chance_says_whether_the_goal_was_reached():
    term = Term("price", goal=Decimal(120), agreed=Decimal(120))
    assert passage(planned(terms=(term,), chance=0.6), "Chance of reaching the goal") == ("60%, reached",)
    record = replace(planned(chance=0.0), review=Review(outcome=Result.WALKED_AWAY))
    assert passage(record, "Chance of reaching the goal") == ("0%, not reached",)
    assert passage(planned(chance=1.0), "Chance of reaching the goal") == ("100%",)


def test_what_it_follows_and_what_follows_it_go_by_their_titles():
    related = Related("First round", ("Third round", "Fourth"))
    assert passage(build_record(), "Follows", related) == ("First round",)
    assert passage(build_record(), "Followed by", related) == ("Third round", "Fourth")
    assert passage(build_record(), "Follows") is None
    assert "**Follows:** \\*First\\*" in record_markdown(build_record(), None, CATALOG, related=Related("*First*"))


def test_a_chain_is_told_by_the_one_before_and_all_after():
    def line(number: int) -> Summary:
        record = build_record(number)
        return Summary(record.id, record.title, record.held_at, record.status, (), None, None, {})

    chain = Chain((line(1), line(2)), (line(4), line(5)))
    assert related_from(chain) == Related("Talk 2", ("Talk 4", "Talk 5"))
    assert related_from(Chain()) == Related()


@given(negotiations)
def test_no_passage_is_empty(record: Negotiation):
    for section in build_outline(record, CATALOG, day=DAY):
        assert section.passages
        for one in section.passages:
            assert one.texts
            assert all(one.texts)
