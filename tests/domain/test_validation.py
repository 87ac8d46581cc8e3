from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.agreement import Agreement, Commitment, Dodge, FollowUp, Offer
from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.preparation import Exchange, Preparation, Side, Term
from negojournal.domain.questionnaire import Item, Questionnaire
from negojournal.domain.review import Assessment, PracticeMark, Review, TrapMark
from negojournal.domain.validation import (
    problems_of,
    problems_of_entries,
    problems_of_milestone,
    problems_of_questionnaire,
)
from tests.builders import build_full_record, build_id, build_milestone, build_record
from tests.strategies import CATALOG, entries, milestones, negotiations


def problems(**changes) -> list[tuple[str, str]]:
    found = problems_of(build_record(5, **changes), CATALOG)
    return [(problem.field, problem.sentence) for problem in found]


def rated(answer, key="self", questionnaire="quick", revision=1) -> Review:
    return Review(assessment=Assessment(questionnaire, revision, {key: answer}))


@given(negotiations)
def test_a_record_that_keeps_every_rule_has_no_problem(record):
    assert problems_of(record, CATALOG) == ()


def test_the_full_record_has_no_problem():
    assert problems_of(build_full_record(), CATALOG) == ()


LINE = "should be a line of 1 to 200 printable characters, not only spaces."
RATING = "should be a whole number from 1 to 7"
DAY = "should be a date from 1900 to 2199, not "
INSTANT = "should be a date and time with its offset such as 2026-02-28T14:30+01:00, from 1900 to 2199, not "
MINUTES = "should be a whole number of minutes from 0 to 999,999, not "
AMOUNT = "should be a number of at most 15 digits, not "


@pytest.mark.parametrize(
    "title", ["", " ", " \t ", "\u3000", "\u200b", "x" * 201, "a\nb", "a\x1bb", "a\0", "a\u2028b", "\ud800"]
)
def test_a_title_is_one_line_with_something_in_it(title):
    assert problems(title=title) == [("title", f"“title” {LINE}")]
    assert problems_of_milestone(build_milestone(title=title))[0].sentence == f"“title” {LINE}"


@pytest.mark.parametrize("title", ["x", "x" * 200, " padded ", "\U0001d54f" * 200, "a\u202eb", "שלום", "👩\u200d👧"])
def test_a_title_may_be_anything_else(title):
    assert problems(title=title) == []


@pytest.mark.parametrize("answer", [0, 8, -1, 10**30, 4.5, True, "x"])
def test_a_rating_is_a_whole_number_from_one_to_seven(answer):
    ((field, sentence),) = problems(review=rated(answer))
    assert field == "review.assessment.answers.self"
    assert sentence.startswith(f"“{field}” {RATING}")


def test_a_wrong_number_is_shown_and_a_wrong_text_is_not():
    assert problems(review=rated(8)) == [
        ("review.assessment.answers.self", f"“review.assessment.answers.self” {RATING}, not 8.")
    ]
    assert problems(currency="secret") == [("currency", "“currency” should be three capital letters such as EUR.")]


@pytest.mark.parametrize(
    ("changes", "field", "phrase"),
    [
        ({"id": "7"}, "id", "should be a UUID of version 7 in lower case."),
        ({"follows": "7"}, "follows", "should be a UUID of version 7 in lower case."),
        ({"follows": build_id(5)}, "follows", "should name another negotiation than this one."),
        ({"power": 3}, "power", "should be a whole number from −2 to 2, not 3."),
        ({"power": -3}, "power", "should be a whole number from −2 to 2, not -3."),
        ({"duration_minutes": -1}, "duration_minutes", MINUTES + "-1."),
        ({"duration_minutes": 10**6}, "duration_minutes", MINUTES + "1000000."),
        ({"currency": "eur"}, "currency", "should be three capital letters such as EUR."),
        ({"currency": "EURO"}, "currency", "should be three capital letters such as EUR."),
        ({"held_at": Moment("1026-01-01")}, "held_at", DAY + "1026-01-01."),
        ({"held_at": Moment("2200-01-01T00:00Z")}, "held_at", DAY + "2200-01-01T00:00Z."),
        ({"created_at": Moment("2026-01-01")}, "created_at", INSTANT + "2026-01-01."),
        ({"updated_at": Moment("2200-01-01T00:00Z")}, "updated_at", INSTANT + "2200-01-01T00:00Z."),
        (
            {"preparation": Preparation(sealed_at=Moment("2026-01-01"))},
            "preparation.sealed_at",
            INSTANT + "2026-01-01.",
        ),
        ({"counterparts": ("Ann", " ")}, "counterparts[1]", LINE),
        ({"counterparts": ("Ann", "ann ")}, "counterparts", "should name “ann” only once."),
        ({"tags": ("a", "")}, "tags[1]", LINE),
        ({"tags": ("a", "A")}, "tags", "should name “a” only once."),
        ({"purposes": ("role", "role")}, "purposes", "should name “role” only once."),
        (
            {"purposes": ("fun",)},
            "purposes[0]",
            "should be one of role, alignment, resources, credibility, innovation,",
        ),
        (
            {"area": "moon"},
            "area",
            "should be one of budgets, strategy-focus, delivery-timelines, learning-experience-",
        ),
        ({"preparation": Preparation(chance=1.1)}, "preparation.chance", "should be a number from 0 to 1, not 1.1."),
        (
            {"preparation": Preparation(chance=float("nan"))},
            "preparation.chance",
            "should be a number from 0 to 1, not n",
        ),
        ({"preparation": Preparation(trust=0)}, "preparation.trust", f"{RATING}, not 0."),
        (
            {"preparation": Preparation(expected=PerOutcome(process=7.1))},
            "preparation.expected.process",
            "should be a number from 1 to 7, not 7.1.",
        ),
        (
            {"preparation": Preparation(exchanges=(Exchange("a", Side.ME, probability=-0.1),))},
            "preparation.exchanges[0].probability",
            "should be a number from 0 to 1, not -0.1.",
        ),
        (
            {"preparation": Preparation(terms=(Term("a"), Term("b", goal=Decimal("Infinity"))))},
            "preparation.terms[1].goal",
            AMOUNT + "Infinity.",
        ),
        (
            {"preparation": Preparation(yes_reasons=("a", "b\0"))},
            "preparation.yes_reasons[1]",
            "should be text of at m",
        ),
        ({"review": Review(trust=8)}, "review.trust", f"{RATING}, not 8."),
        ({"review": Review(why="x" * (2**20 + 1))}, "review.why", "should be text of at most a million characters"),
        ({"review": Review(why="\udfff")}, "review.why", "should be text of at most a million characters"),
        (
            {"review": Review(practices={"juggling": PracticeMark.WELL})},
            "review.practices.juggling",
            "should be one of opening, respect,",
        ),
        (
            {"review": Review(traps=(TrapMark("pit"),))},
            "review.traps[0].key",
            "should be one of dodging, no-preparation,",
        ),
        (
            {"review": Review(traps=(TrapMark("fixed-pie"), TrapMark("fixed-pie", "again")))},
            "review.traps",
            "should name “fixed-pie” only once.",
        ),
        (
            {"review": rated(4, questionnaire="slow")},
            "review.assessment.questionnaire",
            "should be one of quick, subjective-value, not “slow”.",
        ),
        (
            {"review": rated(4, key="mood")},
            "review.assessment.answers.mood",
            "should be one of instrumental, process, relationship, self, not “mood”.",
        ),
        (
            {"review": rated(4, revision=0)},
            "review.assessment.revision",
            "should be a whole number from 1 to 999,999, not 0.",
        ),
        (
            {"review": rated(4, key="a b", revision=2)},
            "review.assessment.answers.a b",
            "should be a key of 1 to 100 letters, digits, hyphens or underscores.",
        ),
        (
            {"agreement": Agreement(commitments=(Commitment(Side.ME, "a", due_on=date(206, 1, 1)),))},
            "agreement.commitments[0].due_on",
            DAY + "0206-01-01.",
        ),
        ({"offers": (Offer(Side.ME, value=Decimal("NaN")),)}, "offers[0].value", AMOUNT + "NaN."),
        ({"dodge": Dodge(Decimal("1234567890.123456"))}, "dodge.worth", AMOUNT + "1234567890.123456."),
        ({"dodge": Dodge(Decimal("1e15"))}, "dodge.worth", AMOUNT + "1E+15."),
        ({"dodge": Dodge(Decimal("1e-16"))}, "dodge.worth", AMOUNT + "1E-16."),
        (
            {"follow_ups": (FollowUp(), FollowUp(assessment=Assessment("quick", 1, {"self": 9})))},
            "follow_ups[1].assessment.answers.self",
            f"{RATING}, not 9.",
        ),
    ],
)
def test_a_broken_rule_is_one_sentence_with_its_field(changes, field, phrase):
    ((found, sentence),) = problems(**changes)
    assert found == field
    assert sentence.startswith(f"“{field}” {phrase}")
    assert sentence.endswith(".")


@pytest.mark.parametrize(
    "worth", ["0", "0E+50", "-999999999999999", "0.000000000000001", "1e14", "1.5000000000000000000"]
)
def test_an_amount_may_have_fifteen_digits(worth):
    assert problems(dodge=Dodge(Decimal(worth))) == []


@pytest.mark.parametrize("size", [1_000_000, 2**20])
def test_a_text_may_be_a_million_characters_of_any_kind(size):
    assert problems(review=Review(why="\u202e\x01\n\U0001d54f" * (size // 4))) == []


def test_an_answer_to_another_revision_may_be_to_an_item_since_dropped():
    assert problems(review=rated(4, key="mood", revision=2)) == []


def test_a_dodged_record_may_have_no_parts():
    assert problems(dodge=Dodge(), review=Review(), preparation=Preparation(), agreement=Agreement()) == []


def test_every_problem_is_told():
    record = replace(build_full_record(), title=" ", power=9, area="moon", currency="e")
    assert [problem.field for problem in problems_of(record, CATALOG)] == ["title", "power", "currency", "area"]


@given(st.lists(milestones, max_size=1), st.lists(entries, unique_by=lambda entry: (entry.kind, entry.key)))
def test_sound_milestones_and_entries_have_no_problem(marks, own):
    assert [problem for mark in marks for problem in problems_of_milestone(mark)] == []
    assert problems_of_entries(own) == ()


def test_a_milestone_has_its_rules():
    broken = build_milestone(id="x", on=date(1, 1, 1), note="\0")
    assert [problem.field for problem in problems_of_milestone(broken)] == ["id", "on", "note"]


def test_entries_have_their_rules():
    own = (
        Entry(EntryKind.AREA, "a", "A"),
        Entry(EntryKind.TRAP, "", "No key"),
        Entry(EntryKind.AREA, "b", " "),
        Entry(EntryKind.AREA, "a", "A again"),
    )
    assert [(problem.field, problem.sentence) for problem in problems_of_entries(own)] == [
        ("areas[1].label", f"“areas[1].label” {LINE}"),
        ("areas", "“areas” should name “a” only once."),
        ("traps[0].key", "“traps[0].key” should be a key of 1 to 100 letters, digits, hyphens or underscores."),
    ]


def test_a_questionnaire_has_its_rules():
    item = Item("a", Outcome.SELF, "A", "", "", "")
    broken = Questionnaire("a b", 0, "", (item, item, replace(item, key="b", wording=" ")))
    assert [problem.field for problem in problems_of_questionnaire(broken)] == [
        "key",
        "revision",
        "title",
        "items[2].wording",
        "items",
    ]
    assert [problem.sentence for problem in problems_of_questionnaire(Questionnaire("a", 1, "A", ()))] == [
        "“items” should hold one item or more."
    ]


@given(st.text(st.characters()), st.text(st.characters()), st.integers(), st.floats())
def test_no_value_makes_the_rules_fail(text, other, number, fraction):
    record = Negotiation(text, other, Moment("2026-01-01"), Moment("2026-01-01"), Moment("2026-01-01"))
    review = Review(why=text, trust=number, practices={text: PracticeMark.WELL}, traps=(TrapMark(other),))
    plan = Preparation(chance=fraction, expected=PerOutcome(self=fraction))
    found = problems_of(replace(record, area=text, tags=(text, other), review=review, preparation=plan), CATALOG)
    assert found
    assert all(problem.field and problem.sentence.endswith(".") for problem in found)
