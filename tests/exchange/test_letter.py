from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given

from negojournal.domain.agreement import Agreement, Commitment
from negojournal.domain.moment import Moment
from negojournal.domain.preparation import Side
from negojournal.domain.review import Result, Review
from negojournal.exchange.letter import Letter, summary, thank_you
from tests.builders import build_full_record, build_record
from tests.strategies import CATALOG, negotiations

TALK = build_record(title="Third group", held_at=Moment("2026-02-03T14:30:00+01:00"))


def test_a_thank_you_says_how_it_ended_and_what_helps():
    promises = (
        Commitment(Side.THEM, "Name the participants"),
        Commitment(Side.THEM, "Ask the\nboard"),
        Commitment(Side.THEM, "Pay at once", broken=True),
        Commitment(Side.ME, "Send the summary"),
    )
    record = replace(
        TALK,
        counterparts=("Marta Ruiz",),
        review=Review(outcome=Result.AGREEMENT),
        agreement=Agreement(commitments=promises),
    )
    assert thank_you(record) == Letter(
        "Thank you: Third group",
        "Dear Marta Ruiz,\n\n"
        "thank you for the time you took on 3 February 2026 to talk about “Third group”. "
        "I am glad that we found an agreement.\n\n"
        "It helps that you take care of this: Name the participants; Ask the board.\n\n"
        "Kind regards",
    )


def test_a_thank_you_needs_nothing_but_a_title_and_a_date():
    assert thank_you(TALK).body == (
        "Hello,\n\nthank you for the time you took on 3 February 2026 to talk about “Third group”.\n\nKind regards"
    )


@pytest.mark.parametrize(
    ("outcome", "said"),
    [(Result.ADJOURNED, "take it up again"), (Result.NO_AGREEMENT, "so openly"), (Result.WALKED_AWAY, "so openly")],
)
def test_a_thank_you_fits_every_ending(outcome: Result, said: str):
    words = said.replace("take it up", "taking it up")
    assert words in thank_you(replace(TALK, review=Review(outcome=outcome))).body


@pytest.mark.parametrize(
    ("names", "greeting"),
    [
        (("Ann",), "Dear Ann,"),
        (("Ann", "Ben  Lee"), "Dear Ann and Ben Lee,"),
        (("Ann", "Ben", "Cy"), "Dear Ann, Ben and Cy,"),
    ],
)
def test_everyone_is_greeted(names: tuple[str, ...], greeting: str):
    assert thank_you(replace(TALK, counterparts=names)).body.startswith(greeting + "\n")


def test_a_summary_holds_what_was_agreed_and_nothing_of_what_was_planned():
    letter = summary(build_full_record(), CATALOG)
    assert letter.subject == "What we agreed: Renewal of the training contract (Vendor agreements)"
    assert letter.body == (
        "Dear Marta Ruiz and Brightside GmbH,\n\n"
        "this is how I understood what we agreed on 3 February 2026. "
        "Please confirm it, or tell me what is missing or different.\n\n"
        "What we agreed:\n- day rate: 1,210.00 EUR/day\n\n"
        "How we work together:\n- No surprises by mail\n\n"
        "Who does what:\n"
        "- I: Send the reference, by 20 February 2026, done\n"
        "- You: Revised offer, by 10 February 2026\n\n"
        "Who is to be informed:\n- Purchasing\n- Trainers\n\n"
        "Kind regards"
    )


def test_a_summary_of_nothing_asks_instead():
    letter = summary(TALK, CATALOG)
    assert letter.subject == "What we agreed: Third group"
    assert "could you tell me in a few lines" in letter.body
    bare = replace(
        TALK, agreement=Agreement(commitments=(Commitment(Side.ME, "Call"),), documented_on=date(2026, 2, 4))
    )
    assert "Who does what:\n- I: Call\n" in summary(bare, CATALOG).body


@given(negotiations)
def test_any_record_makes_letters(record):
    for letter in (thank_you(record), summary(record, CATALOG)):
        assert "\n" not in letter.subject
        assert letter.body.endswith("Kind regards")
