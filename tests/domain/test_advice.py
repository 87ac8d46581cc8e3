from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given

from negojournal.domain.advice import FIXED_PIE, advice_on
from negojournal.domain.agreement import Agreement, Commitment
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.preparation import Better, Exchange, Preparation, Side, Term
from tests.builders import build_full_record, build_record
from tests.strategies import negotiations


def range_of(opening, goal, bottom_line, better: Better = Better.MORE, unit: str | None = "EUR") -> Term:
    figures = [None if one is None else Decimal(one) for one in (opening, goal, bottom_line)]
    return Term("price", unit, better, *figures)


def told(*terms: Term, alternative: str | None = None, currency: str | None = None) -> list[tuple[str, str]]:
    record = build_record(preparation=Preparation(terms, alternative), currency=currency)
    return [(one.field.removeprefix("preparation.terms"), one.sentence) for one in advice_on(record)]


def places(*terms: Term, **more: str | None) -> list[str]:
    return [place for place, _ in told(*terms, **more)]


def test_a_goal_that_is_the_bottom_line():
    assert told(range_of(130, 100, "100.0")) == [
        ("[0].goal", "Goal and bottom line of “price” are the same, so no share of the range can be told.")
    ]


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((130, 120, 100), []),
        ((120, 120, 100), []),
        ((None, 120, None), []),
        ((110, 120, 100), ["[0].opening"]),
        ((90, None, 100), ["[0].opening"]),
        ((90, 120, 100), ["[0].opening"]),
        ((130, 90, 100), ["[0].goal"]),
        ((80, 90, 100), ["[0].opening", "[0].goal"]),
    ],
)
def test_the_order_of_a_range(figures: tuple[int | None, ...], expected: list[str]):
    assert places(range_of(*figures)) == expected
    turned = [None if one is None else -one for one in figures]
    assert places(range_of(*turned, Better.LESS)) == expected


def test_a_range_in_the_wrong_order_is_told_in_words():
    assert told(range_of(110, 120, 100))[0][1] == (
        "The opening of “price” is worse for you than its goal, so you would start behind it."
    )
    assert told(range_of(None, 90, 100))[0][1] == "The goal of “price” is worse for you than its bottom line."


def test_an_alternative_that_beats_the_bottom_line():
    more = (
        "Your best alternative (1,200) is better for you than the bottom line of “price”: "
        "below 1,200 you would do better without a deal."
    )
    assert told(range_of(None, None, 1000), alternative="Another buyer at 1,200 EUR, in writing") == [
        ("[0].bottom_line", more)
    ]
    ((_, less),) = told(range_of(None, None, 1500, Better.LESS), alternative="Freelancers at 1,200 EUR")
    assert "above 1,200 you would do better" in less
    assert told(range_of(None, None, 1200), alternative="Another buyer at 1,200 EUR") == []


@pytest.mark.parametrize(
    ("alternative", "unit", "currency", "found"),
    [
        ("€950", "EUR", None, True),
        ("EUR950", "eur/day", None, True),
        ("950 €", None, "EUR", True),
        ("950 €", "€", None, True),
        ("950 USD", "EUR", None, False),
        ("$950", "EUR", None, False),
        ("950.50 EUR", "EUR", None, True),
        ("1.200,50 EUR", "EUR", None, True),
        ("1 200 EUR", "EUR", None, True),
        ("0.950 EUR", "EUR", None, False),
        ("95 %", "%", "EUR", False),
        ("950 days", "days", None, True),
        ("950 a day elsewhere", "EUR/day", None, True),
        ("They pay 950", None, None, True),
        ("950 freelancers whom we know", "EUR", None, False),
        ("Q4950", "EUR", None, False),
        ("Two freelancers whom we know", "EUR", None, False),
        ("950 EUR", " ", None, False),
    ],
)
def test_the_first_number_of_the_same_unit_counts(alternative: str, unit: str, currency: str, found: bool):
    assert places(range_of(None, None, 900, unit=unit), alternative=alternative, currency=currency) == (
        ["[0].bottom_line"] if found else []
    )


def test_a_bare_number_is_compared_where_there_is_one_bottom_line():
    price, days, open_one = range_of(None, None, 900), range_of(None, None, 5, unit="days"), range_of(9, None, None)
    assert places(price, open_one, alternative="Another at 950") == ["[0].bottom_line"]
    assert places(price, days, alternative="Another at 950") == []
    assert places(price, days, alternative="Another at 950 EUR") == ["[0].bottom_line"]
    assert places(open_one, alternative="Another at 950") == []


def test_an_amount_of_money_is_not_compared_with_days():
    price, days = range_of(None, None, 900), Term("days", None, bottom_line=Decimal(5))
    assert places(price, days, alternative="Another at 950 EUR", currency="EUR") == ["[0].bottom_line"]


def test_amounts_below_zero():
    exchanges = (
        Exchange("Lunch", Side.ME, Decimal(-5), Decimal(10)),
        Exchange("Report", Side.ME, Decimal(1), Decimal("-0.5")),
        Exchange("Thanks", Side.ME, Decimal(0), Decimal(0)),
    )
    found = advice_on(build_record(preparation=Preparation(exchanges=exchanges)))
    assert [(one.field, one.sentence) for one in found] == [
        (
            "preparation.exchanges[0].cost_to_giver",
            "The cost of “Lunch” is below zero: is it a gain to the one who gives it?",
        ),
        (
            "preparation.exchanges[1].value_to_receiver",
            "The value of “Report” is below zero: is it a burden to the one who gets it?",
        ),
    ]


def test_a_fixed_pie_is_told_kindly():
    plan = Preparation(exchanges=(Exchange("Lunch", Side.ME, Decimal(20), Decimal(20)),))
    (only,) = advice_on(build_record(preparation=plan))
    assert (only.field, only.sentence) == ("preparation.exchanges", FIXED_PIE)


def test_a_promise_that_is_due_before_the_agreement():
    def due(day: date, documented: date | None) -> list[str]:
        agreement = Agreement(
            documented, commitments=(Commitment(Side.ME, "Call"), Commitment(Side.ME, "Send it", day))
        )
        record = build_record(agreement=agreement, held_at=Moment("2026-03-10T10:00:00+01:00"))
        return [f"{one.field}: {one.sentence}" for one in advice_on(record)]

    assert due(date(2026, 3, 10), None) == []
    assert due(date(2026, 3, 9), None) == [
        "agreement.commitments[1].due_on: “Send it” is due on 2026-03-09, before the agreement of 2026-03-10."
    ]
    assert due(date(2026, 3, 11), date(2026, 3, 12)) == [
        "agreement.commitments[1].due_on: “Send it” is due on 2026-03-11, before the agreement of 2026-03-12."
    ]


def test_an_empty_plan_and_a_sound_one_get_no_advice():
    assert advice_on(build_record()) == ()
    assert advice_on(build_record(preparation=Preparation(), agreement=Agreement())) == ()
    assert advice_on(build_full_record()) == ()


@given(negotiations)
def test_advice_names_places_of_the_record(record: Negotiation):
    for one in advice_on(record):
        assert one.field.startswith(("preparation.terms[", "preparation.exchanges", "agreement.commitments["))
        assert one.sentence.endswith((".", "?"))
