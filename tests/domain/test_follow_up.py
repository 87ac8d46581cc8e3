from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from negojournal.domain.agreement import FollowUp
from negojournal.domain.follow_up import with_follow_ups
from negojournal.domain.moment import Moment
from negojournal.domain.review import Result, Review
from tests.builders import build_record

TALK = build_record(held_at=Moment("2026-01-15T10:00:00+01:00"))
NEXT_DAY = date(2026, 1, 16)
AGREED = replace(TALK, review=Review(outcome=Result.AGREEMENT))


def test_an_agreement_is_looked_at_again_after_30_and_90_days():
    """15 January and 30 days is 14 February; and 90 days is 15 April."""
    looks = (FollowUp(due_on=date(2026, 2, 14)), FollowUp(due_on=date(2026, 4, 15)))
    for before in (None, TALK, replace(TALK, review=Review(outcome=Result.ADJOURNED))):
        assert with_follow_ups(AGREED, before, NEXT_DAY) == replace(AGREED, follow_ups=looks)


def test_of_a_talk_of_long_ago_only_what_is_still_to_come_is_added():
    """On 14 February the first look is not ahead any more, on 15 April neither is."""
    later = (FollowUp(due_on=date(2026, 4, 15)),)
    assert with_follow_ups(AGREED, None, date(2026, 2, 14)).follow_ups == later
    assert with_follow_ups(AGREED, None, date(2026, 4, 15)).follow_ups == ()


def test_other_days_can_be_chosen():
    assert with_follow_ups(AGREED, None, NEXT_DAY, ()) == AGREED
    assert with_follow_ups(AGREED, None, NEXT_DAY, (2,)).follow_ups == (FollowUp(due_on=date(2026, 1, 17)),)


@pytest.mark.parametrize("outcome", [None, Result.NO_AGREEMENT, Result.ADJOURNED, Result.WALKED_AWAY])
def test_what_is_no_agreement_is_left_alone(outcome: Result | None):
    record = replace(TALK, review=Review(outcome=outcome))
    assert with_follow_ups(record, None, NEXT_DAY) == record
    assert with_follow_ups(TALK, None, NEXT_DAY) == TALK


def test_what_was_taken_away_does_not_come_back():
    assert with_follow_ups(AGREED, AGREED, NEXT_DAY) == AGREED


def test_what_is_there_stays():
    own = replace(AGREED, follow_ups=(FollowUp(due_on=date(2026, 9, 1)),))
    assert with_follow_ups(own, TALK, NEXT_DAY) == own
