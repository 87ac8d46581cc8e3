"""A plan as a user writes it, by the keyboard alone, and what becomes of it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from negojournal.domain.moment import Moment, today
from negojournal.domain.negotiation import Status
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.preparation import (
    Better,
    Exchange,
    Frame,
    Kind,
    Method,
    Preparation,
    Reason,
    Risk,
    Rule,
    Side,
    Term,
)
from negojournal.domain.review import Result, Review
from negojournal.ui.editor.before.range_picture import points_of, range_text
from negojournal.ui.widgets.choice_row import ChoiceRow
from tests.builders import build_full_preparation, build_id, build_record
from tests.ui.editor.record import filled_record
from tests.ui.walker import faults, stops


@pytest.fixture
def plan(desk):
    desk.editor.show_plan()
    desk.editor.focus_start()
    return desk


def key(key, modifier=Qt.KeyboardModifier.NoModifier):
    QTest.keyClick(QApplication.focusWidget(), key, modifier)


def planned(**changes):
    record = replace(filled_record(), status=Status.PLANNED, review=None, agreement=None, offers=(), follow_ups=())
    plan = replace(build_full_preparation(), sealed_at=None)
    ahead = Moment((today() + timedelta(days=2)).isoformat())
    return replace(record, **{"dodge": None, "follows": None, "held_at": ahead, "preparation": plan, **changes})


def keep(desk, record):
    desk.journal.records.log(record)
    desk.editor.show_record(record.id)
    return record


def test_a_quick_review_has_no_more_fields_than_ever(desk):
    fields = [
        (line.key, path)
        for line in desk.form.lines()
        for path, field in desk.form.part(line.key).fields().items()
        if field.isVisible()
    ]
    assert fields == [
        ("essentials", "title"),
        ("essentials", "counterparts"),
        ("essentials", "status"),
        ("ratings", "review.assessment"),
    ]
    inside = [stop.widget for stop in stops(desk.form)]
    assert len(inside) == 3 + 5 + 6, "three fields, the ratings, the headings of what is folded"
    assert not any(desk.form._sections[key].frames for key in ("before", "during", "beyond"))
    assert not desk.editor._desk._held.isVisible()


def test_a_plan_is_written_by_keyboard_alone(plan):
    plan.type("Rent")
    plan.press("Enter")
    plan.type("Anna Wolf")
    plan.press("Tab")
    plan.type("tomorrow")
    plan.press("Tab", "Tab", "Tab", "Tab")
    for text in ("price", "EUR", "2", "1000", "1100", "1300", "1250"):
        plan.type(text)
        plan.press("Enter")
    plan.type("days")
    plan.run("done")
    saved = plan.saved
    assert (saved.status, saved.title, saved.counterparts) == (Status.PLANNED, "Rent", ("Anna Wolf",))
    assert saved.held_at.day == today() + timedelta(days=1)
    numbers = [Decimal(number) for number in (1000, 1100, 1300, 1250)]
    assert saved.preparation.terms == (Term("price", "EUR", Better.LESS, *numbers), Term("days"))
    assert saved.review is None


def test_a_plan_shows_no_ratings(plan):
    keys = [line.key for line in plan.form.lines()]
    assert keys[:4] == ["essentials", "arrangement", "terms", "alternative"]
    assert not {"ratings", "practices", "notice", "agreement"} & set(keys)
    assert not plan.form.part("essentials").fields()["status"].isVisible()
    assert [line.key for line in plan.form.index() if line.is_heading] == ["before", "beyond"]


def test_every_part_of_a_plan_can_be_reached_and_read(plan):
    keep(plan, planned())
    for line in plan.form.lines():
        plan.go_to(line.key)
    plan.qtbot.wait(50)
    assert faults(plan.form) == {}
    summaries = {line.key: line.summary for line in plan.form.lines()}
    assert summaries["terms"] == "day rate, days"
    assert summaries["prediction"] == "4 of 4 · chance 60% · trust 5"
    assert all(summaries.values())


def test_the_other_parts_of_a_plan_by_keys(plan):
    plan.type("Rent")
    plan.go_to("reasons")
    for text in ("They like us", "", "No money", "Later"):
        plan.type(text)
        plan.press("Enter")
        if not text:
            plan.control("reasons", "preparation.no_reasons").setFocus()
    plan.go_to("approach")
    plan.type("1")
    plan.press("Tab")
    plan.type("2")
    plan.go_to("prediction")
    plan.type("5560")
    plan.control("prediction", "preparation.chance").setFocus()
    plan.type("65")
    plan.press("Tab")
    plan.type("4")
    plan.run("done")
    kept = plan.saved.preparation
    assert kept.yes_reasons == ("They like us",)
    assert kept.no_reasons == (Reason("No money", "Later"),)
    assert (kept.frame, kept.method, kept.their_method) == (Frame.PARTNER, Method.COOPERATIVE, None)
    assert kept.expected == PerOutcome(5.0, 5.0, 6.0)
    assert (kept.chance, kept.trust) == (0.65, 4)


def test_causes_of_failure_and_rules_row_after_row(plan):
    plan.type("Rent")
    plan.go_to("risks")
    for text in ("No time", "Fix the hour", "They leave", "Ask Dana", "I give in", ""):
        plan.type(text)
        plan.press("Enter")
    plan.go_to("rules")
    plan.type("One speaks at a time")
    plan.run("done")
    kept = plan.saved.preparation
    assert kept.risks == (Risk("No time", "Fix the hour"), Risk("They leave", "Ask Dana"), Risk("I give in"))
    assert kept.rules == (Rule("One speaks at a time"),)


def test_purposes_and_what_it_goes_on_from(plan):
    earlier = build_record(title="The first talk")
    plan.journal.records.save(earlier)
    plan.editor.refresh()
    plan.type("Again")
    plan.go_to("purpose")
    plan.press("Space")
    box = plan.control("purpose", "follows")
    box.setFocus()
    assert box.count() == 2
    plan.press("Down")
    assert box.chosen() == earlier.id
    plan.run("keep")
    saved = plan.journal.records.get(plan.record.id)
    plan.editor.refresh()
    assert saved.purposes == ("role",)
    assert saved.follows == earlier.id
    assert [one.id for one in plan.editor._presenter.sheet.context.chain.before] == [earlier.id]


def test_what_is_not_among_the_latest_can_still_be_followed(desk):
    record = keep(desk, planned(follows=build_id(99)))
    assert desk.form.part("purpose").fields()["follows"].control.chosen() == build_id(99)
    assert desk.record == record


def test_a_question_of_ones_own_is_taken_once(plan):
    plan.go_to("to-ask")
    part = plan.form.part("to-ask")
    own = part._own
    count = own.count()
    own.setFocus()
    plan.press("Down")
    (question,) = plan.record.preparation.questions
    assert own.count() == count - 1
    assert question not in [own.itemText(at) for at in range(own.count())]


def test_interests_of_both_are_marked(plan):
    plan.go_to("interests")
    part = plan.form.part("interests")
    part.fields()["preparation.my_interests"].control.setFocus()
    plan.type("Steady  work")
    part.fields()["preparation.their_interests"].control.setFocus()
    plan.type("steady Work")
    marks = [row.foot() for rows in part._lists.values() for row in rows._rows]
    assert [mark.isVisible() for mark in marks] == [True, True]
    plan.type("s")
    assert [mark.isVisible() for mark in marks] == [False, False]


def test_the_range_is_drawn_as_one_types(plan):
    plan.go_to("terms")
    picture = plan.form.part("terms").list._rows[0].foot()
    plan.type("price")
    plan.press("Enter", "Enter", "Enter")
    plan.type("1000")
    assert not picture.isVisible()
    plan.press("Enter")
    plan.type("900")
    assert picture.isVisible()
    assert picture.accessibleDescription() == "goal 900, opening 1000"
    assert not picture.grab().toImage().isNull()


def test_the_words_of_a_range():
    term = Term("rate", None, Better.LESS, Decimal(1000), Decimal(1100), Decimal(1300), Decimal(1250))
    assert [point.word for point in points_of(term)] == ["bottom line", "their opening", "goal", "opening"]
    assert range_text(term).endswith("Both could agree between 1250 and 1300.")
    assert range_text(replace(term, their_opening=Decimal(1400))).endswith("The ranges do not meet yet.")


def test_the_pie_is_drawn_and_the_best_addition_pointed_out(plan):
    plan.go_to("exchanges")
    part = plan.form.part("exchanges")
    for text in ("Reference", "", "", "200", "1500", "80"):
        plan.type(text)
        plan.press("Enter")
    assert plan.record.preparation.exchanges == (
        Exchange("Reference", Side.ME, Decimal(200), Decimal(1500), probability=0.8),
    )
    assert "“Reference”, 1000" in part._said.text()
    assert not part._pie.isVisible()
    plan.press("Space")
    assert part._pie.isVisible()
    assert part._pie.accessibleDescription() == "I would gain -200, They would gain 1200, The pie 1000"
    assert not part._said.isVisible()
    assert part.list._rows[0].foot()._said.text().startswith("Adds 1000: the pie is 1000 with it, 0 without")
    assert not part._pie.grab().toImage().isNull()


def test_a_soft_item_is_compared_with_a_priced_one(plan):
    priced = Exchange("Discount", Side.ME, Decimal(300), Decimal(200))
    soft = Exchange("Goodwill", Side.THEM, kind=Kind.SOFT)
    keep(plan, planned(preparation=Preparation(exchanges=(priced, soft))))
    plan.go_to("exchanges")
    box = plan.form.part("exchanges").list._rows[1].foot()._compare
    assert box.isVisible()
    box.setFocus()
    plan.press("Down")
    assert plan.record.preparation.exchanges[1].value_to_receiver == 300
    assert not box.isVisible()


def test_advice_stands_beside_the_fields_and_refuses_nothing(plan):
    plan.type("Rent")
    plan.go_to("terms")
    for text in ("days", "", "", "12", "14", "14"):
        plan.type(text)
        plan.press("Enter")
    row = plan.form.part("terms").list._rows[0]
    assert row._advice.isVisible()
    assert "the same" in row._advice.text()
    plan.run("done")
    assert plan.saved.preparation.terms[0].goal == 14


def test_a_fixed_pie_is_said_kindly(plan):
    keep(plan, planned(preparation=Preparation(exchanges=(Exchange("Rebate", Side.ME, Decimal(100), Decimal(100)),))))
    plan.go_to("exchanges")
    field = plan.form.part("exchanges").fields()["preparation.exchanges"]
    assert "the pie is fixed" in field._hint.text()


def test_a_problem_in_a_row_is_told_there(plan):
    plan.type("Rent")
    plan.go_to("exchanges")
    plan.type("Reference")
    row = plan.form.part("exchanges").list._rows[0]
    row._cells["probability"].control.setFocus()
    QApplication.focusWidget().selectAll()
    plan.type("120")
    plan.run("done")
    assert not plan.finished
    assert row.problem() == "A chance goes from 0 to 100 per cent."
    assert QApplication.focusWidget() is row._cells["probability"].control


def test_the_chance_of_the_goal_is_at_most_all(plan):
    plan.type("Rent")
    plan.go_to("prediction")
    chance = plan.control("prediction", "preparation.chance")
    chance.setFocus()
    plan.type("170")
    plan.run("done")
    assert not plan.finished
    assert plan.form.part("prediction").fields()["preparation.chance"].problem() == chance.problem() != ""
    chance.selectAll()
    plan.type("70")
    plan.run("done")
    assert plan.saved.preparation.chance == 0.7


def test_a_plan_becomes_the_review_with_what_is_typed(plan):
    record = keep(plan, planned(held_at=Moment((today() - timedelta(days=1)).isoformat())))
    plan.control("essentials", "title").selectAll()
    plan.type("Renewal")
    plan.editor._desk._held.click()
    assert plan.record.status is Status.HELD
    assert plan.form.place(QApplication.focusWidget()) == "ratings"
    assert not plan.form.part("terms").isVisible()
    plan.type("5467")
    plan.run("done")
    assert (plan.saved.id, plan.saved.title, plan.saved.status) == (record.id, "Renewal", Status.HELD)
    assert plan.saved.preparation.sealed_at is not None
    assert plan.saved.review.assessment.answers["instrumental"] == 5
    assert not plan.journal.drafts.all()


def test_ratings_of_a_plan_are_its_review(plan):
    keep(plan, planned())
    plan.run("ratings")
    assert plan.record.status is Status.HELD
    assert plan.record.held_at.day == today()
    plan.editor._desk._discard.click()
    assert plan.record.status is Status.PLANNED


def test_what_is_sealed_is_read_and_not_changed(desk):
    record = planned(held_at=Moment("2026-01-07"), updated_at=Moment("2026-01-06T09:00:00+00:00"))
    desk.journal.records.log(record)
    desk.editor.show_record(record.id)
    desk.go_to("prediction")
    part = desk.form.part("prediction")
    assert part._sealed.isVisible()
    assert "chance 60%" in part._sealed.text()
    assert not part._group.isVisible()
    assert QApplication.focusWidget() is part._trust
    assert all(str(outcome) in part._sealed.text().casefold() for outcome in Outcome)


def test_a_started_plan_is_saved_as_it_is_and_left_without_a_trace(desk):
    started = desk.journal.plans.following(_kept(desk).id)
    desk.editor.show_started(started)
    desk.press("Esc")
    assert desk.finished == [None]
    assert not desk.journal.drafts.all()
    desk.editor.show_started(started)
    desk.run("done")
    assert desk.journal.records.get(started.id).follows == started.follows


def test_the_review_of_a_stored_plan_begins_at_the_ratings(desk):
    record = planned(held_at=Moment("2026-01-07"))
    desk.journal.records.log(record)
    review = desk.journal.plans.as_review(desk.journal.records.get(record.id))
    desk.editor.show_started(review, is_new=False)
    desk.editor.focus_start()
    assert desk.form.place(QApplication.focusWidget()) == "ratings"
    desk.press("Esc")
    assert desk.journal.records.get(record.id).status is Status.PLANNED
    assert not desk.journal.drafts.all()
    desk.editor.show_started(review, is_new=False)
    desk.run("done")
    assert desk.saved.status is Status.HELD


def test_an_unfinished_plan_comes_before_its_review(desk):
    record = keep(desk, planned(held_at=Moment("2026-01-07")))
    desk.type("!")
    desk.editor.keep_now()
    review = desk.journal.plans.as_review(record)
    desk.editor.show_new()
    desk.editor.show_started(review, is_new=False)
    assert desk.record.title == f"{record.title}!"
    assert desk.record.status is Status.HELD


def test_an_agreement_is_looked_at_again(desk):
    desk.type("Rent")
    desk.go_to("circumstances")
    desk.control("circumstances", "review.outcome").setFocus()
    desk.type("1")
    desk.run("done")
    due = [look.due_on for look in desk.saved.follow_ups]
    assert due == [today() + timedelta(days=days) for days in (30, 90)]


def test_follow_ups_that_were_taken_away_stay_away(desk):
    record = build_record(review=Review(outcome=Result.AGREEMENT))
    keep(desk, record)
    desk.type("!")
    desk.run("done")
    assert desk.saved.follow_ups == ()


def test_sections_are_gone_to_by_keys_and_from_the_index(desk):
    assert not desk.form._sections["before"].isVisible()
    desk.run("section-before")
    assert desk.form.place(QApplication.focusWidget()) == "terms"
    assert desk.form._sections["before"]._heading.isVisible()
    desk.run("section-after")
    assert desk.form.place(QApplication.focusWidget()) == "ratings"
    outline = desk.editor._desk._outline
    at = [line.key for line in desk.form.index()].index("during")
    outline.itemActivated.emit(outline.item(at))
    assert desk.form._sections["during"].isVisible()
    desk.editor.show_plan()
    assert "section-after" not in desk.editor.commands()


def test_a_record_opens_at_a_part(desk):
    record = filled_record()
    desk.journal.records.log(record)
    desk.editor.show_record(record.id, "commitments")
    desk.editor.focus_start()
    assert desk.form.place(QApplication.focusWidget()) == "commitments"
    desk.editor.show_record(record.id)
    desk.editor.focus_start()
    assert desk.form.place(QApplication.focusWidget()) == "essentials"


def test_a_part_leads_to_other_records(desk):
    first, record = build_record(1), filled_record()
    desk.journal.records.log(first)
    desk.journal.records.log(record)
    desk.editor.show_record(record.id)
    assert "negotiate-again" in desk.editor.commands()
    desk.run("negotiate-again")
    assert desk.space.navigator.calls[-1] == ("follow", record.id)
    part = desk.form.part("chain")
    part.wanted.emit("follow", record.id)
    assert desk.space.navigator.calls[-1] == ("follow", record.id)
    part.wanted.emit("edit", first.id)
    assert desk.record.id == first.id


def test_a_plan_and_a_review_do_not_stand_in_each_others_way(desk):
    desk.type("Review")
    desk.editor.show_plan()
    assert desk.record.status is Status.PLANNED
    desk.editor.focus_start()
    desk.type("Plan")
    desk.editor.show_plan()
    assert desk.record.title == "Plan"
    desk.editor.show_new()
    assert (desk.record.title, desk.record.status) == ("", Status.HELD)
    kept = {draft.record.title: draft for draft in desk.journal.drafts.all()}
    assert set(kept) == {"Review", "Plan"}
    desk.editor.show_draft(kept["Plan"])
    desk.editor._desk._discard.click()
    assert (desk.record.status, desk.record.title) == (Status.PLANNED, "")


def test_the_last_intention_is_in_mind_while_planning(desk):
    before = build_record(counterparts=("Anna",), review=Review(next_time="If pushed, then I will wait"))
    desk.journal.records.log(before)
    desk.editor.show_plan()
    desk.editor.focus_start()
    desk.type("Rent")
    desk.press("Tab")
    desk.type("Anna")
    desk.press("Tab")
    desk.editor.keep_now()
    part = desk.form.part("reminder")
    assert part.isVisible()
    assert part._said.text() == "If pushed, then I will wait"


def test_three_hundred_terms_stay_usable(desk):
    many = tuple(Term(f"Term {number}", goal=Decimal(number), bottom_line=Decimal(0)) for number in range(300))
    keep(desk, planned(preparation=Preparation(terms=many)))
    desk.go_to("terms")
    desk.type("!")
    assert desk.record.preparation.terms[0].name.endswith("!")
    assert desk.record.preparation.terms[1:] == many[1:]
    desk.run("done")
    assert len(desk.saved.preparation.terms) == 300


def test_a_plan_for_a_day_is_for_that_day(desk):
    with time_machine.travel("2026-03-05T09:00:00+00:00", tick=True):
        desk.editor.show_plan()
        assert desk.record.held_at == Moment(date(2026, 3, 5).isoformat())


def test_choices_of_a_plan_are_named(plan):
    keep(plan, planned())
    for line in plan.form.lines():
        plan.go_to(line.key)
    rows = [row for row in plan.form.findChildren(ChoiceRow) if row.isVisible()]
    assert all(row.accessibleName() for row in rows)
    assert isinstance(plan.form.widget(), QWidget)


def _kept(desk):
    record = filled_record()
    desk.journal.records.log(record)
    return record


def test_a_plan_is_written_before_the_journal_is_there(early):
    early.editor.show_plan()
    early.editor.focus_start()
    early.type("Rent")
    early.run("ratings")
    early.run("done")
    early.editor.show_journal(early.journal)
    assert early.saved.title == "Rent"
