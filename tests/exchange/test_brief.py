"""The brief: always one page, whatever is in it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.domain.agreement import Commitment, Dodge
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Channel, Status
from negojournal.domain.preparation import Exchange, Frame, Method, Preparation, Reason, Risk, Rule, Side, Term
from negojournal.domain.review import Result
from negojournal.domain.summary import Intention
from negojournal.exchange.brief import LEAST_SCALE, PAGE_HEIGHT, Background, History, Matter, build_brief
from negojournal.exchange.fitting import height_of
from negojournal.exchange.page import page_html
from negojournal.paths import resource_folder
from tests.builders import build_full_record, build_record
from tests.strategies import CATALOG

THEME = load_theme(resource_folder() / "theme")
DAY = date(2026, 11, 23)
LONG = "a rather long sentence about what matters here " * 9


def case(number, **changes) -> Case:
    whole = {
        "id": NegotiationId(str(number)),
        "title": f"Talk {number}",
        "day": DAY,
        "status": Status.HELD,
        "counterparts": ("Ana",),
        "outcome": Result.NO_AGREEMENT,
        "scores": {"overall": 4.25},
    }
    return Case(**{**whole, **changes})


RICH = Background(
    with_them=History((case(1), case(2, outcome=None, scores={}, status=Status.DODGED, dodge=Dodge())), is_whole=False),
    in_area=History((case(3, counterparts=("Ben",)),)),
    interests=("Quiet", "Speed"),
    promises=(
        Commitment(Side.ME, "Send the draft", date(2026, 11, 20)),
        Commitment(Side.THEM, "Name a date", date(2026, 12, 1)),
        Commitment(Side.THEM, "Think about it"),
    ),
    intention=Intention(NegotiationId("1"), "Talk 1", Moment("2026-10-04"), "If they hurry, then I will slow down."),
    trap=("Failed to listen", 3),
    focus="Came unprepared",
    notes=(("Ana", "Likes numbers"),),
)


def brief_of(record, background=None):
    return build_brief(Matter(record, background or Background(), CATALOG, THEME.light, DAY))


def crowded(count=300, text=LONG) -> Preparation:
    many = tuple(f"{number} {text}" for number in range(count))
    return Preparation(
        terms=tuple(Term(one, text[:10], goal=Decimal(5), bottom_line=Decimal(2)) for one in many),
        best_alternative=text,
        yes_reasons=many,
        no_reasons=tuple(Reason(one, text) for one in many),
        risks=tuple(Risk(one, text) for one in many),
        my_position=text,
        my_interests=many,
        their_position=text,
        their_interests=many,
        rules=tuple(Rule(one) for one in many),
        exchanges=tuple(Exchange(one, Side.ME, Decimal(1), Decimal(9), included=True) for one in many),
        questions=many,
        stop_rule=text,
        frame=Frame.PARTNER,
        method=Method.COOPERATIVE,
        their_method=Method.COMBATIVE,
        chance=0.5,
    )


def test_a_brief_says_what_to_know():
    record = replace(
        build_full_record(), status=Status.PLANNED, held_at=Moment("2026-11-24T14:00+01:00"), channel=Channel.IN_PERSON
    )
    html = page_html(brief_of(record, RICH), THEME.light)
    for said in (
        "24 November 2026, 14:00",
        "in person",
        "planned",
        "If they hurry, then I will slow down.",
        "2026-11-23 Talk 1",
        "no agreement",
        "dodged",
        "And many more.",
        "Quiet",
        "What I still owe them",
        "late since 2026-11-20",
        "due 2026-12-01",
        "Think about it",
        "Failed to listen (3 times)",
        "Came unprepared",
        "Ana: Likes numbers",
        "Questions to bring",
    ):
        assert said in html, said


def test_names_of_all_that_may_stand_in_it_are_told():
    record = build_record(counterparts=("Ana", "Zoe"), preparation=Preparation(stakeholders=("Finance",)))
    assert brief_of(record, RICH).names == ("Ana", "Zoe", "Finance", "Ben")


@pytest.mark.parametrize("preparation", [None, Preparation()])
def test_an_empty_plan_gives_a_sensible_page(preparation):
    paper = brief_of(build_record(preparation=preparation))
    html = page_html(paper, THEME.light)
    assert paper.scale == 1.0
    assert "Nothing is prepared yet" in html
    assert "Questions to bring" in html


def test_there_may_be_no_questions():
    catalog = replace(CATALOG, entries=())
    for background in (Background(), RICH):
        paper = build_brief(Matter(build_record(), background, catalog, THEME.light, DAY))
        assert "Questions" not in page_html(paper, THEME.light)


@pytest.mark.parametrize("text", [LONG, "x" * 1_000_000, "漢字" * 300, "<b>&\u202e" * 200, "line\n" * 400])
def test_a_crowded_plan_stays_near_one_page_and_counts_the_rest(text):
    record = build_record(title=(text * 2)[:200], preparation=crowded(30, text), purposes=("role",))
    many = replace(RICH, with_them=History(tuple(case(n, title=text[:200]) for n in range(90))))
    paper = brief_of(record, many)
    assert paper.one_page
    assert paper.scale >= LEAST_SCALE
    assert height_of(paper) < 2 * PAGE_HEIGHT
    html = page_html(paper, THEME.light)
    assert "more" in html
    assert len(html) < 200_000


def test_three_hundred_terms_are_counted():
    html = page_html(brief_of(build_record(preparation=crowded())), THEME.light)
    assert "more terms." in html
    assert "more items." in html


def test_what_they_cared_about_is_not_said_twice():
    record = build_record(preparation=Preparation(their_interests=("Quiet",)))
    html = page_html(brief_of(record, RICH), THEME.light)
    assert html.count("Quiet") == 1
    assert "What else they cared about" in html


def test_how_many_there_are_more_is_told():
    background = Background(with_them=History(tuple(map(case, range(20)))))
    assert "And 12 more." in page_html(brief_of(build_record(), background), THEME.light)


def test_what_both_want_is_marked_and_the_manner_is_said_in_words():
    plan = Preparation(my_interests=("Quiet", "Speed"), their_interests=("quiet",), frame=Frame.OPPONENT)
    html = page_html(brief_of(build_record(preparation=plan)), THEME.light)
    assert "Quiet (shared)" in html
    assert "quiet (shared)" in html
    assert "Speed (shared)" not in html
    assert "I see them as an opponent" in html
