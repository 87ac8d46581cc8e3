"""The pie of record.md, "Formulas", against a worked example computed by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.pie import Effect, Pie, added_value, best_addition, effects_of, is_fixed_pie, pie_of
from negojournal.domain.preparation import Exchange, Side
from tests.strategies import values_of

REFERENCE = Exchange("Reference story", Side.ME, Decimal(300), Decimal(2500), probability=0.8, included=True)
RECORDING = Exchange("Recording rights", Side.THEM, Decimal(400), Decimal(3500), probability=0.9, included=True)
PLACES = Exchange("Two places", Side.ME, Decimal(150), Decimal(1800))
LUNCH = Exchange("Lunch", Side.THEM, Decimal(90), Decimal(50), included=True)
GOODWILL = Exchange("Goodwill", Side.ME, Decimal(10), included=True)
ITEMS = (REFERENCE, RECORDING, PLACES, LUNCH, GOODWILL)


def test_the_added_value_of_an_item():
    """0.8 × 2,500 − 300 = 1,700; 0.9 × 3,500 − 400 = 2,750; 1 × 1,800 − 150 = 1,650; 50 − 90 = −40."""
    assert [added_value(one) for one in ITEMS] == [1700, 2750, 1650, -40, None]
    assert added_value(replace(GOODWILL, cost_to_giver=None, value_to_receiver=Decimal(10))) is None
    assert added_value(replace(PLACES, probability=0.0)) == -150


def test_a_pie_with_probabilities():
    """I give the reference, and get the recording rights and a lunch; goodwill has no value yet.

    Mine: 0.9 × 3,500 + 50 − 300 = 3,150 + 50 − 300 = 2,900.
    Theirs: 0.8 × 2,500 − 400 − 90 = 2,000 − 490 = 1,510.
    Together 4,410, which is 1,700 + 2,750 − 40.
    """
    pie = pie_of(ITEMS)
    assert pie == Pie(Decimal(2900), Decimal(1510), items=3, unknown=1)
    assert pie.total == 4410


def test_a_pie_without_and_with_an_item():
    """Without the recording rights: mine −250, theirs 1,910. With the two places: mine 2,750, theirs 3,310."""
    assert pie_of(ITEMS, without=1) == Pie(Decimal(-250), Decimal(1910), 2, 1)
    assert pie_of(ITEMS, with_=2) == Pie(Decimal(2750), Decimal(3310), 4, 1)
    effects = effects_of(ITEMS)
    assert effects[1] == Effect(pie_of(ITEMS, without=1), pie_of(ITEMS))
    assert effects[2] == Effect(pie_of(ITEMS), pie_of(ITEMS, with_=2))
    assert effects[4] == Effect(pie_of(ITEMS, without=4), pie_of(ITEMS))


def test_the_best_addition_is_the_one_that_adds_most():
    more = replace(PLACES, item="Three places", value_to_receiver=Decimal(2700))
    assert best_addition((*ITEMS, more)) == 5
    assert best_addition(ITEMS) == 2
    assert best_addition((REFERENCE, replace(LUNCH, included=False), replace(GOODWILL, included=False))) is None
    assert best_addition(()) is None


def test_a_fixed_pie():
    assert is_fixed_pie((LUNCH, replace(PLACES, probability=0.05), GOODWILL))
    assert is_fixed_pie((Exchange("Swap", Side.ME, Decimal(5), Decimal(5)),))
    assert not is_fixed_pie((LUNCH, PLACES))
    assert not is_fixed_pie((GOODWILL,))
    assert not is_fixed_pie(())


def test_an_empty_table_is_an_empty_pie():
    assert pie_of(()) == Pie()
    assert Pie().total == 0
    assert effects_of(()) == ()


@given(st.lists(values_of(Exchange), max_size=6).map(tuple))
def test_the_pie_is_the_sum_of_the_added_values(items: tuple[Exchange, ...]):
    values = [value for one in items if one.included and (value := added_value(one)) is not None]
    pie = pie_of(items)
    assert float(pie.total) == pytest.approx(float(sum(values)), rel=1e-9, abs=1e-3)
    assert pie.items == len(values)
    assert pie.items + pie.unknown == sum(one.included for one in items)


@given(st.lists(values_of(Exchange), max_size=6).map(tuple))
def test_an_effect_is_the_added_value_of_its_item(items: tuple[Exchange, ...]):
    for number, effect in enumerate(effects_of(items)):
        expected = (pie_of(items, without=number), pie_of(items, with_=number))
        for one, other in zip((effect.without, effect.with_it), expected, strict=True):
            assert float(one.mine) == pytest.approx(float(other.mine), rel=1e-9, abs=1e-3)
            assert float(one.theirs) == pytest.approx(float(other.theirs), rel=1e-9, abs=1e-3)
            assert (one.items, one.unknown) == (other.items, other.unknown)


@given(st.lists(values_of(Exchange), max_size=6).map(tuple))
def test_what_is_best_to_add_adds_something(items: tuple[Exchange, ...]):
    number = best_addition(items)
    if number is not None:
        assert not items[number].included
        assert added_value(items[number]) > 0
        assert not is_fixed_pie(items)
