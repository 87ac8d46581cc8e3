"""Kept promises of record.md, "Formulas", against a worked example computed by hand."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.agreement import Commitment
from negojournal.domain.preparation import Side
from negojournal.domain.promise import Kept, State, kept_of, state_of
from tests.strategies import values_of

DAY = date(2026, 3, 20)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def promise(due: date | None = None, done: date | None = None, *, broken: bool = False, by: Side = Side.ME):
    return Commitment(by, "Send it", due, done, broken)


@pytest.mark.parametrize(
    ("commitment", "state"),
    [
        (promise(), State.OPEN),
        (promise(AFTER), State.OPEN),
        (promise(DAY), State.OPEN),
        (promise(BEFORE), State.LATE),
        (promise(DAY, DAY), State.KEPT),
        (promise(DAY, BEFORE), State.KEPT),
        (promise(done=DAY), State.KEPT),
        (promise(BEFORE, DAY), State.KEPT_LATE),
        (promise(BEFORE, broken=True), State.BROKEN),
        (promise(DAY, BEFORE, broken=True), State.BROKEN),
    ],
)
def test_what_became_of_a_promise(commitment: Commitment, state: State):
    assert state_of(commitment, DAY) is state


def test_the_share_of_promises_kept():
    """Due by 20 March are five of mine: two done in time, one late, one broken, one open since yesterday: 2 ÷ 5.

    Left out are the one due tomorrow, though it is done, and the one without a date. One that was broken before its
    due date counts as broken and isn't due yet. Theirs is one, due today and still open: 0 ÷ 1.
    """
    listed = (
        promise(DAY, BEFORE),
        promise(BEFORE, BEFORE),
        promise(BEFORE, DAY),
        promise(BEFORE, broken=True),
        promise(BEFORE),
        promise(AFTER, DAY),
        promise(),
        promise(AFTER, broken=True),
        promise(DAY, by=Side.THEM),
    )
    mine = kept_of(listed, DAY, Side.ME)
    assert mine == Kept(due=5, kept=2, kept_late=1, broken=2, open_late=1, left_out=2)
    assert mine.share == 0.4
    theirs = kept_of(listed, DAY, Side.THEM)
    assert theirs == Kept(due=1)
    assert theirs.share == 0
    assert kept_of(listed, DAY).due == 6


def test_nothing_due_has_no_share():
    assert kept_of((promise(AFTER),), DAY).share is None
    assert kept_of((), DAY) == Kept()


@given(st.lists(values_of(Commitment), max_size=8), st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_both_sides_together_are_all(listed: list[Commitment], day: date):
    mine, theirs, both = (kept_of(listed, day, owner) for owner in (Side.ME, Side.THEM, None))
    for name in ("due", "kept", "kept_late", "broken", "open_late", "left_out"):
        assert getattr(mine, name) + getattr(theirs, name) == getattr(both, name)
    assert both.share is None or 0 <= both.share <= 1
    assert both.kept + both.kept_late + both.open_late <= both.due <= len(listed)
    assert both.left_out >= 0
