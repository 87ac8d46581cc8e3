"""Mending: of what breaks a rule, only that is left out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from negojournal import paths
from negojournal.catalog.load import load_catalog
from negojournal.domain.review import Assessment, TrapMark
from negojournal.domain.validation import problems_of, problems_of_milestone
from negojournal.errors import Problem
from negojournal.service.mending import mended
from tests.builders import build_full_record, build_milestone, build_record

CATALOG = load_catalog(paths.resource_folder(), None)


def whole(record):
    return mended(record, lambda one: problems_of(one, CATALOG))


def test_what_breaks_no_rule_is_the_same() -> None:
    record = build_full_record()
    assert whole(record) is record


def changed_review(**changes):
    record = build_full_record()
    return replace(record, review=replace(record.review, **changes))


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (build_full_record(area="moon"), build_full_record(area=None)),
        (build_full_record(power=9), build_full_record(power=None)),
        (build_full_record(tags=("a", "b\0", "c")), build_full_record(tags=("a", "b\N{REPLACEMENT CHARACTER}", "c"))),
        (build_full_record(tags=("a", "", "c")), build_full_record(tags=("a", "c"))),
        (
            changed_review(summary="so\0", traps=(TrapMark("moon"), TrapMark("fixed-pie"))),
            changed_review(summary="so\N{REPLACEMENT CHARACTER}", traps=(TrapMark("fixed-pie"),)),
        ),
        (
            changed_review(assessment=Assessment("quick", 1, {"process": 9, "moon": 1, "a.b": 2, "self": 4})),
            changed_review(assessment=Assessment("quick", 1, {"self": 4})),
        ),
        (changed_review(assessment=Assessment(None, 1, {})), changed_review(assessment=None)),
        (changed_review(summary="so\ufdd0"), changed_review(summary="so\N{REPLACEMENT CHARACTER}")),
        (changed_review(trust="much"), changed_review(trust=None)),
        (changed_review(practices={"": None}), changed_review(practices={})),
    ],
)
def test_only_what_breaks_a_rule_is_left_out(record, expected) -> None:
    assert whole(record) == expected


def test_what_can_only_be_left_out_whole_is_none() -> None:
    assert whole(build_record(id="me")) is None
    assert mended(build_milestone(title=""), problems_of_milestone) is None


def test_amounts_keep_their_digits() -> None:
    record = build_full_record(area="moon")
    assert whole(record).offers[0].value == Decimal("1450.00")


def test_where_a_place_leads_nowhere_what_it_begins_with_is_left_out() -> None:
    def refuse(record):
        return (Problem("tags[7].x", "should not be"),) if record.tags else ()

    assert mended(build_record(tags=("a",)), refuse) == build_record()
