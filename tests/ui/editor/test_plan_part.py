"""The plan beside what came of it, by the keyboard."""

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication

from negojournal.domain.negotiation import Status
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.preparation import Better, Frame, Method, Preparation, Risk, Rule, Term
from negojournal.domain.review import Assessment, PracticeMark, Result, Review
from negojournal.ui.editor.after.beside import chance_text, felt_line, felt_scores, share_text, term_heading
from negojournal.ui.editor.after.section import after_section
from tests.builders import build_full_preparation, build_record
from tests.strategies import CATALOG
from tests.ui.editor.bench import Bench

RATE = Term("day rate", "EUR", Better.LESS, Decimal(1000), Decimal(1100), Decimal(1300))
DAYS = Term("days", goal=Decimal(20), bottom_line=Decimal(10))
PLAN = Preparation(terms=(RATE, DAYS))


@pytest.fixture
def bench(qtbot, themed):
    return Bench(qtbot, after_section())


def keys(bench):
    return [line.key for line in bench.form.lines()]


def test_it_is_there_only_where_there_is_a_plan(bench):
    assert "plan" not in keys(bench)
    bench.show(preparation=PLAN)
    assert "plan" in keys(bench)
    bench.show(preparation=PLAN, status=Status.DODGED)
    assert "plan" not in keys(bench)


def test_what_was_agreed_is_typed_beside_the_goal(bench):
    bench.show(preparation=PLAN)
    bench.go_to("plan")
    bench.type("1150")
    bench.press("Enter")
    bench.type("8")
    agreed = (replace(RATE, agreed=Decimal(1150)), replace(DAYS, agreed=Decimal(8)))
    assert bench.record.preparation == Preparation(terms=agreed)
    assert bench.summary("plan") == "2 of 2 agreed"
    rows = bench.form.part("plan")._lists["preparation.terms"]._rows
    assert [row._foot._said.text() for row in rows] == [
        "75% of the range from bottom line to goal",
        "worse than your bottom line",
    ]
    assert bench.form.part("plan")._together.text() == "Together: 28% of the range from bottom line to goal"
    assert [row._heading.text() for row in rows] == [
        "day rate: goal 1100, bottom line 1300 EUR",
        "days: goal 20, bottom line 10",
    ]


def test_what_was_feared_and_wished_for_is_answered(bench):
    bench.show(preparation=Preparation(risks=(Risk("No budget", "Ask early"), Risk("Ill")), rules=(Rule("Openness"),)))
    bench.go_to("plan")
    bench.type("1")
    bench.press("Enter")
    bench.type("2")
    bench.press("Enter")
    bench.type("1")
    plan = bench.record.preparation
    assert [risk.happened for risk in plan.risks] == [True, False]
    assert plan.rules == (Rule("Openness", agreed=True),)
    rows = bench.form.part("plan")._lists["preparation.risks"]._rows
    assert [row._heading.text() for row in rows] == ["No budget — Ask early", "Ill"]


def test_frame_and_method_meant_stand_beside_those_kept(bench):
    review = Review(practices={"listening": PracticeMark.WELL, "partner-frame": PracticeMark.NOT})
    bench.show(preparation=Preparation(frame=Frame.PARTNER, method=Method.PARTNERSHIP), review=review)
    bench.go_to("plan")
    bench.type("2")
    bench.control("plan", "method").setFocus()
    bench.type("1")
    assert bench.record.review.practices == {"listening": PracticeMark.WELL, "partner-frame": PracticeMark.PARTLY}
    assert bench.record.method is Method.COMBATIVE
    part = bench.form.part("plan")
    assert part._frame_meant.text() == "How I meant to see them: As a partner"
    assert part._method_meant.text() == "How I meant to negotiate: Partnership"
    bench.control("plan", "review.practices").setFocus()
    bench.type("0")
    assert bench.record.review.practices == {"listening": PracticeMark.WELL}


def test_a_mark_given_beside_the_plan_is_that_of_the_practice(bench):
    bench.show(preparation=Preparation(frame=Frame.PARTNER))
    bench.go_to("practices")
    bench.type("1")
    bench.go_to("plan")
    bench.type("2")
    assert bench.form.part("practices").rows["partner-frame"].chosen() == PracticeMark.PARTLY
    assert len(bench.record.review.practices) == 2
    bench.go_to("practices")
    bench.type("3")
    assert bench.record.review.practices["partner-frame"] is PracticeMark.PARTLY
    assert len(bench.record.review.practices) == 2


def test_what_was_not_planned_is_not_asked(bench):
    bench.show(preparation=Preparation(best_alternative="Walk"))
    bench.go_to("plan")
    part = bench.form.part("plan")
    assert not any(field.isVisible() for field in part.fields().values())
    assert not part._felt.isVisible()
    assert not part._chance.isVisible()


def test_expected_stands_beside_felt(bench):
    review = Review(assessment=Assessment("quick", 1, {"instrumental": 6, "process": 5, "self": 4}))
    bench.show(preparation=Preparation(expected=PerOutcome(5.5, 5.0, 6.0)), review=review)
    bench.go_to("plan")
    cells = bench.form.part("plan")._felt._cells
    assert [[cell.text() for cell in row] for row in cells.values()] == [
        ["5.5", "6.0", "+0.5"],
        ["5.0", "5.0", "0.0"],
        ["6.0", "–", ""],
        ["–", "–", ""],
    ]
    assert [row[0].isVisible() for row in cells.values()] == [True, True, True, False]
    QCoreApplication.processEvents()


def test_less_than_expected_is_told_so():
    record = build_record(review=Review(assessment=Assessment("quick", 1, {"process": 2})))
    plan = Preparation(expected=PerOutcome(process=5.0))
    assert felt_line(Outcome.PROCESS, plan, felt_scores(record, CATALOG)) == ("5.0", "2.0", "−3.0")


def test_ratings_by_a_questionnaire_that_is_not_here_are_no_scores():
    record = build_record(review=Review(assessment=Assessment("elsewhere", 1, {"x": 2})))
    assert felt_scores(record, CATALOG) == felt_scores(build_record(), CATALOG) == {}


@pytest.mark.parametrize(
    ("agreed", "outcome", "said"),
    [
        (1100, Result.AGREEMENT, "It was reached."),
        (1101, Result.AGREEMENT, "It was not reached."),
        (None, None, "What was agreed on each term will tell."),
    ],
)
def test_the_chance_stands_beside_what_was_reached(agreed, outcome, said):
    term = replace(RATE, agreed=None if agreed is None else Decimal(agreed))
    record = build_record(preparation=Preparation(terms=(term,), chance=0.6), review=Review(outcome=outcome))
    assert chance_text(record) == f"The chance you gave it to reach the goal: 60%. {said}"


def test_without_a_chance_there_is_nothing_to_compare():
    assert chance_text(build_record()) == chance_text(build_record(preparation=PLAN)) == ""


def test_a_term_without_figures_is_its_name():
    assert term_heading(Term("days", unit="d")) == "days"
    assert share_text(Term("days")) == ""


def test_it_is_open_where_a_plan_has_just_become_a_review(bench):
    bench.show(preparation=build_full_preparation())
    assert bench.form.part("plan").isVisible()
