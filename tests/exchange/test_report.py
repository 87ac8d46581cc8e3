"""The report of one negotiation, and the list in that of a period."""

from dataclasses import replace
from datetime import date

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.preparation import Preparation, Term
from negojournal.domain.review import Assessment, Review
from negojournal.domain.scoring import build_scores
from negojournal.domain.summary import Chain, Summary
from negojournal.exchange.fact import facts_of, names_of
from negojournal.exchange.outline import build_outline
from negojournal.exchange.page import page_html
from negojournal.exchange.paper import Heading, Note, Table
from negojournal.exchange.passage import Passage
from negojournal.exchange.report import DRAWN, MOST_CHARACTERS, MOST_LINES, Account, build_report, summary_blocks
from negojournal.paths import resource_folder
from tests.builders import build_full_record, build_record
from tests.strategies import CATALOG

THEME = load_theme(resource_folder() / "theme")
DAY = date(2026, 11, 23)
ALONE = Chain((), ())


def report_of(record, chain=ALONE):
    assessment = record.review.assessment if record.review else None
    questionnaire = CATALOG.questionnaire(assessment.questionnaire) if assessment else None
    scores = build_scores(questionnaire, assessment.answers) if questionnaire else None
    return build_report(Account(record, chain, scores, CATALOG, THEME, DAY))


def html_of(record) -> str:
    return page_html(report_of(record), THEME.light)


def test_a_report_tells_everything_once():
    html = html_of(build_full_record())
    for said in ("Name the bottom line later", "Renewed for a year", "Reference story", "Works council"):
        assert html.count(said) == 1, said
    assert html.index("How it felt") < html.index("The review") < html.index("The plan") < html.index("The agreement")


def test_what_is_drawn_is_not_told_as_well():
    record = build_full_record()
    told = {passage.label for section in build_outline(record, CATALOG) for passage in section.passages}
    assert told >= DRAWN
    assert DRAWN.isdisjoint(block.label for block in report_of(record).blocks if isinstance(block, Passage))


def test_scores_say_on_how_many_ratings_they_rest():
    record = build_record(
        review=Review(assessment=Assessment("subjective-value", 1, {"process_1": 6, "process_2": 5, "self_1": None}))
    )
    table = next(block for block in report_of(record).blocks if isinstance(block, Table))
    said = {row[0]: row[2] for row in table.rows}
    assert said["Process"] == "5.5, from 2 of 4 ratings"
    assert said["Self"] == "–"


@pytest.mark.parametrize(
    ("record", "kind"),
    [
        (build_record(review=Review(keep="a")), "Review"),
        (build_record(preparation=Preparation(my_position="b")), "Plan"),
        (build_record(), "Review"),
    ],
)
def test_a_report_says_what_it_is(record, kind):
    assert report_of(record).kind == kind


def test_nothing_written_is_said():
    assert any(isinstance(block, Note) for block in report_of(build_record()).blocks)


def test_long_texts_and_lists_are_cut_and_counted():
    record = build_record(
        preparation=Preparation(
            best_alternative="x" * 1_000_000,
            my_interests=tuple(map(str, range(400))),
            terms=tuple(Term(f"term {number}") for number in range(300)),
        )
    )
    html = html_of(record)
    assert len(html) < 200_000
    assert f"and {400 - MOST_LINES} more" in html
    assert f"(and {1_000_000 - MOST_CHARACTERS:,} more characters)" in html
    assert "And 240 more terms." in html


def test_the_negotiations_of_a_period_are_listed():
    scores = {"instrumental": 4.5, "process": None, "relationship": 7.0, "self": 1.0}
    line = Summary(
        build_record().id, "Talk", Moment("2026-10-04"), Status.HELD, ("Ana", "Ben"), "budgets", None, scores
    )
    heading, table, note = summary_blocks((line, replace(line, area=None)), 5, CATALOG)
    assert isinstance(heading, Heading)
    assert table.rows[0] == ("2026-10-04", "Talk", "Ana, Ben", "Budgets", "4.5", "–", "7.0", "1.0")
    assert table.rows[1][3] == ""
    assert note == Note("And 3 more.")
    assert sum(column.width for column in table.columns) == 100
    assert len(tuple(summary_blocks((line,), 1, CATALOG))) == 2
    assert not tuple(summary_blocks((), 0, CATALOG))


def test_the_head_says_when_with_whom_and_about_what():
    assert facts_of(build_record(held_at=Moment("2026-10-04"), counterparts=()), CATALOG) == ("4 October 2026",)
    full = facts_of(build_full_record(), CATALOG)
    assert full[:2] == ("3 February 2026, 14:30", "Marta Ruiz, Brightside GmbH")


def test_everyone_named_is_known():
    names = names_of((build_full_record(), build_record(counterparts=("Marta Ruiz", "Zoe"))))
    assert names == (
        *("Marta Ruiz", "Brightside GmbH", "Head of training", "Purchasing"),
        *("Works council", "Board", "Trainers", "Zoe"),
    )


def test_a_section_of_which_all_is_said_elsewhere_is_left_out():
    paper = report_of(build_record(review=Review(next_time="Ask first")))
    assert not any(isinstance(block, Heading) for block in paper.blocks)


def test_what_it_belongs_to_is_told():
    other = Summary(build_record(3).id, "First talk", Moment("2026-10-04"), Status.HELD, ("Zoe",), None, None, {})
    paper = report_of(build_record(counterparts=("Ana",)), Chain((other,), ()))
    assert "First talk" in page_html(paper, THEME.light)
    assert paper.names == ("Ana", "Zoe")
