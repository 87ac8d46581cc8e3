"""Steps of a ladder, against a worked example computed by hand."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.agreement import Offer
from negojournal.domain.ladder import ladders_of
from negojournal.domain.preparation import Side
from tests.strategies import values_of

ME, THEM = Side.ME, Side.THEM


def offers(*steps: tuple[Side, object], term: str | None = "price") -> tuple[Offer, ...]:
    return tuple(Offer(by, term, None if value is None else Decimal(value)) for by, value in steps)


def told(listed: tuple[Offer, ...]) -> list[tuple[object, bool]]:
    (ladder,) = ladders_of(listed)
    return [(step.change, step.gift) for step in ladder.steps]


def test_step_sizes_and_gifts():
    """I ask 130, they offer 90, I go down by 10 to 120 and at once by 5 to 115: a gift. They come up by 12 to 102."""
    steps = offers((ME, 130), (THEM, 90), (ME, 120), (ME, 115), (THEM, 102))
    assert told(steps) == [(None, False), (None, False), (-10, False), (-5, True), (12, False)]


def test_a_second_opening_is_a_gift_before_they_answer():
    """I ask 130, and 120 before they have said anything, then they offer 90."""
    assert told(offers((ME, 130), (ME, 120), (THEM, 90))) == [(None, False), (-10, True), (None, False)]


def test_a_step_back_or_none_is_no_gift():
    """From 130 I go up to 135, stay there, and name no value: nothing of it goes towards their 90."""
    steps = offers((ME, 130), (THEM, 90), (ME, 135), (ME, 136), (ME, 136), (ME, None), (ME, 131))
    changes = [None, None, 5, 1, 0, None, -5]
    assert told(steps) == list(zip(changes, [False] * 6 + [True], strict=True))


def test_an_answer_without_a_value_stands_in_between():
    assert told(offers((ME, 130), (ME, None), (THEM, None), (ME, 120))) == [
        (None, False),
        (None, False),
        (None, False),
        (-10, False),
    ]


def test_any_step_is_a_gift_where_they_never_named_a_value_or_the_same():
    assert told(offers((THEM, 5), (THEM, 7))) == [(None, False), (2, True)]
    assert told(offers((THEM, 5), (THEM, 3))) == [(None, False), (-2, True)]
    assert told(offers((ME, 5), (THEM, 5), (THEM, 3))) == [(None, False), (None, False), (-2, True)]


def test_each_term_has_a_ladder_of_its_own():
    days = Offer(ME, " Days", Decimal(4)), Offer(ME, "days ", Decimal(3))
    price = Offer(ME, "price", Decimal(130))
    nothing = Offer(THEM, None, None, "free parking"), Offer(THEM, "", None)
    first, second, third = ladders_of((days[0], price, nothing[0], days[1], nothing[1]))
    assert [first.term, second.term, third.term] == [" Days", "price", None]
    assert [(step.number, step.by, step.value, step.change, step.gift) for step in first.steps] == [
        (0, ME, 4, None, False),
        (3, ME, 3, -1, True),
    ]
    assert [step.number for step in second.steps] == [1]
    assert [step.number for step in third.steps] == [2, 4]
    assert ladders_of(()) == ()


@given(st.lists(values_of(Offer), max_size=8).map(tuple))
def test_every_offer_is_one_step_and_changes_add_up(listed: tuple[Offer, ...]):
    ladders = ladders_of(listed)
    assert sorted(step.number for ladder in ladders for step in ladder.steps) == list(range(len(listed)))
    for ladder in ladders:
        for side in Side:
            own = [step for step in ladder.steps if step.by is side and step.value is not None]
            if own:
                walked = sum(step.change for step in own[1:])
                assert float(walked) == pytest.approx(float(own[-1].value - own[0].value), rel=1e-9, abs=1e-6)
            assert all(step.change for step in own if step.gift)
