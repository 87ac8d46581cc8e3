from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.plain import LONGEST_PLACE, plain_of, shown, value_from
from negojournal.domain.preparation import Exchange, Side
from negojournal.errors import InvalidError


@dataclass(frozen=True)
class Shelf:
    name: str
    weights: tuple[Decimal, ...] = ()
    notes: Mapping[Outcome, str] = field(default_factory=dict)
    room: float | None = None


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (Decimal(1100), 1100),
        (Decimal("1100.00"), 1100),
        (Decimal("-0.5"), -0.5),
        (Decimal("1E+3"), 1000),
        (Decimal("NaN"), None),
        (float("inf"), None),
        (5.0, 5),
        (0.1, 0.1),
        (1e300, 1e300),
        (Outcome.SELF, "self"),
        (MappingProxyType({Outcome.SELF: Side.ME}), {"self": "me"}),
        (PerOutcome(self=4.5), {"instrumental": None, "process": None, "relationship": None, "self": 4.5}),
    ],
)
def test_values_become_plain(value, plain):
    assert plain_of(value) == plain
    assert type(plain_of(value)) is type(plain)


def test_what_is_no_value_is_a_fault_of_ours():
    with pytest.raises(TypeError):
        plain_of(object())


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_amounts_come_back_exactly(amount):
    assert value_from(Decimal, plain_of(amount)) == amount


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_numbers_come_back_exactly(number):
    assert value_from(float, plain_of(number)) == number


def test_types_are_read_as_declared():
    data = {"name": "Tools", "weights": [1, 0.1, Decimal("2.50")], "notes": {"self": "mine"}, "room": 3}
    assert value_from(Shelf, data) == Shelf(
        "Tools", (Decimal(1), Decimal("0.1"), Decimal("2.5")), {Outcome.SELF: "mine"}, 3.0
    )


def test_null_gives_way_to_the_default():
    assert value_from(Shelf, {"name": "Tools", "weights": None, "notes": None, "room": None}) == Shelf("Tools")
    assert value_from(Exchange, {"item": "a", "giver": "me", "probability": None}) == Exchange("a", Side.ME)


@pytest.mark.parametrize(
    ("data", "field", "phrase"),
    [
        ({"name": "a", "notes": {"me": "x"}}, "notes.me", "should be one of instrumental, process, relationship, self"),
        ({"name": "a", "notes": {"self": None}}, "notes.self", "should be text, not null"),
        ({"name": "a", "room": 10**400}, "room", "should be a number, not 1000"),
        ({"name": "a", "room": "wide"}, "room", "should be a number, not “wide”"),
        ({"name": "a", "weights": {}}, "weights", "should be a list, not an object"),
        ({"name": ["a"]}, "name", "should be text, not a list"),
        ({"name": "a", "colour": 1}, "colour", "is not known here; known are name, weights, notes, room"),
    ],
)
def test_a_misfit_is_told_with_its_place(data, field, phrase):
    with pytest.raises(InvalidError) as caught:
        value_from(Shelf, data)
    (problem,) = caught.value.problems
    assert problem.field == field
    assert problem.sentence.startswith(f"“{field}” {phrase}")


def test_hostile_keys_are_shortened_and_cleaned():
    with pytest.raises(InvalidError) as caught:
        value_from(Shelf, {"name": "a", "\x1b[2J" + "x" * 1_000_000: 1})
    (problem,) = caught.value.problems
    assert problem.field.startswith("�[2Jxxx")
    assert len(problem.field) == LONGEST_PLACE
    assert len(problem.sentence) < 300


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "null"),
        (True, "true"),
        (4.5, "4.5"),
        ({}, "an object"),
        ([], "a list"),
        ("x" * 100, "“" + "x" * 39 + "…”"),
        ("a\nb\u202e\ud800", "“a�b��”"),
    ],
)
def test_a_wrong_value_is_shown_shortly(data, words):
    assert shown(data) == words
