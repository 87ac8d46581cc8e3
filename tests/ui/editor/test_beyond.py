"""The parts of the section Beyond as a user drives them, by the keyboard."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from negojournal.domain.agreement import Agreement, Commitment, FollowUp, Informed
from negojournal.domain.preparation import Preparation, Side
from negojournal.domain.review import Assessment, Headline, Result, Review
from negojournal.domain.summary import Chain, Summary
from negojournal.ui.editor.beyond.commitment_part import state_text
from negojournal.ui.editor.beyond.follow_up_cell import FollowUpControl
from negojournal.ui.editor.beyond.follow_up_part import look_heading
from negojournal.ui.editor.beyond.section import beyond_section
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.field_path import value_at
from tests.builders import build_id, build_record
from tests.strategies import CATALOG
from tests.ui.editor.bench import Bench

TODAY = date(2026, 5, 5)
RATED = Assessment("quick", 1, {"instrumental": 5, "process": 6, "relationship": 4, "self": 3})


@pytest.fixture
def bench(qtbot, themed):
    with time_machine.travel("2026-05-05T12:00:00", tick=True):
        yield Bench(qtbot, beyond_section())


def build_summary(number, title="Renewal"):
    record = build_record(number)
    return Summary(record.id, title, record.held_at, record.status, (), None, None, {})


def rub_out():
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier)


def button(part, text):
    return next(each for each in part.findChildren(QPushButton) if each.text() == text)


def test_nothing_is_built_before_it_is_opened(bench):
    bench.show(agreement=Agreement(commitments=(Commitment(Side.ME, "Send the minutes"),)))
    assert not any(frame._part for frame in bench.form._frames.values())
    assert bench.summary("commitments") == "1 open"


def test_written_down_confirmed_and_told(bench):
    bench.go_to("agreement")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    bench.press("Tab", "Tab")
    bench.type("4.5.2026")
    bench.press("Tab", "Space")
    assert bench.record.agreement == Agreement(TODAY, TODAY)
    bench.press("Tab")
    bench.type("Head of training")
    bench.press("Enter")
    bench.type("today")
    bench.press("Enter")
    bench.type("Purchasing")
    informed = (Informed("Head of training", TODAY), Informed("Purchasing"))
    assert bench.record.agreement == Agreement(TODAY, TODAY, informed)
    assert bench.summary("agreement") == "documented · confirmed · 1 of 2 informed"


def test_a_day_that_is_none_is_told_beside_it(bench):
    bench.go_to("agreement")
    bench.type("31 Feb")
    bench.press("Tab")
    assert bench.problem("agreement", "agreement.documented_on")
    assert [problem.field for problem in bench.form.problems()] == ["agreement.documented_on"]
    bench.press("Space")
    assert bench.record.agreement.documented_on == TODAY
    assert not bench.problem("agreement", "agreement.documented_on")
    assert not bench.form.problems()


def test_commitments_of_both_sides(bench):
    bench.go_to("commitments")
    bench.type("Send the minutes")
    bench.press("Enter")
    bench.type("1")
    bench.press("Tab")
    bench.type("+7")
    bench.press("Enter", "Enter", "Enter")
    bench.type("Sign")
    bench.press("Tab")
    bench.type("2")
    assert bench.record.agreement.commitments == (
        Commitment(Side.ME, "Send the minutes", date(2026, 5, 12)),
        Commitment(Side.THEM, "Sign"),
    )
    rub_out()
    assert len(bench.record.agreement.commitments) == 1


def test_a_commitment_is_marked_as_broken(bench):
    bench.show(agreement=Agreement(commitments=(Commitment(Side.THEM, "Sign", date(2026, 5, 1)),)))
    bench.go_to("commitments")
    assert bench.summary("commitments") == "1 late"
    bench.press("Enter", "Enter", "Enter", "Enter", "Space")
    assert bench.record.agreement.commitments[0].broken
    assert bench.summary("commitments") == "1 broken"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "open"),
        ({"due_on": TODAY}, "open"),
        ({"due_on": date(2026, 5, 2)}, "late by 3 days"),
        ({"due_on": TODAY, "done_on": TODAY}, "kept"),
        ({"due_on": date(2026, 5, 1), "done_on": date(2026, 5, 3)}, "kept late by 2 days"),
        ({"due_on": date(2026, 5, 4)}, "late by a day"),
        ({"due_on": date(2026, 5, 1), "broken": True}, "broken"),
    ],
)
def test_what_became_of_a_commitment_is_said_in_words(bench, changes, said):
    assert state_text(Commitment(Side.ME, "Sign", **changes)) == said


def test_a_due_date_before_the_agreement_is_pointed_out(bench):
    bench.show(agreement=Agreement(documented_on=TODAY, commitments=(Commitment(Side.ME, "Sign", date(2026, 5, 1)),)))
    bench.go_to("commitments")
    (row,) = bench.form.part("commitments").list._rows
    assert row._advice.isVisible()
    assert "Sign" in row._advice.text()


def test_the_press_conference(bench):
    bench.go_to("press")
    bench.type("Works council")
    bench.press("Tab")
    bench.type("2")
    bench.press("Tab")
    bench.type("Who pays?")
    assert bench.record.review.press_conference == (Headline("Works council", "Who pays?", defensible=False),)
    assert bench.summary("press") == "Works council"


@pytest.mark.parametrize(("key", "path"), [("press", "review.press_conference"), ("agreement", "agreement.informed")])
def test_the_stakeholders_of_the_plan_are_taken_over(bench, key, path):
    bench.show(
        preparation=Preparation(stakeholders=("Purchasing", "Head of training")),
        review=Review(press_conference=(Headline("purchasing"),)),
        agreement=Agreement(informed=(Informed("purchasing"),)),
    )
    bench.go_to(key)
    offer = button(bench.form.part(key), "Add the stakeholders of the plan")
    assert offer.isVisible()
    offer.setFocus()
    bench.press("Space")
    names = [row.stakeholder for row in value_at(bench.record, path)]
    assert names == ["purchasing", "Head of training"]
    assert not offer.isVisible()
    bench.show()
    assert not offer.isVisible()


def test_who_asks_is_asked_for(bench):
    bench.go_to("press")
    bench.press("Tab")
    bench.type("1")
    (problem,) = bench.form.problems()
    assert problem.field == "review.press_conference[0].stakeholder"
    assert bench.form.show_problems((problem,)) == ()


class TestLookingAgain:
    def test_a_look_that_is_due_is_answered_by_digits(self, bench):
        bench.show(follow_ups=(FollowUp(date(2026, 4, 4), TODAY, holds=True), FollowUp(date(2026, 5, 4))))
        assert bench.summary("follow-ups") == "next on 4 May 2026"
        bench.go_to("follow-ups")
        bench.type("2")
        assert bench.record.follow_ups[1] == FollowUp(date(2026, 5, 4), TODAY, holds=False)
        bench.type("5643")
        bench.type("They came back to it")
        assert bench.record.follow_ups[1] == FollowUp(
            date(2026, 5, 4), TODAY, holds=False, assessment=RATED, note="They came back to it"
        )
        assert bench.summary("follow-ups") == "2 done"

    def test_the_look_that_waits_is_in_view_where_many_were_taken(self, bench):
        done = FollowUp(date(2026, 4, 4), TODAY, note="Fine\n" * 9)
        bench.show(follow_ups=(done, done, done, done, FollowUp(date(2026, 5, 4))))
        bench.go_to("follow-ups")

        def is_in_view():
            focus = QApplication.focusWidget()
            return bench.form.viewport().rect().contains(focus.mapTo(bench.form.viewport(), focus.rect().center()))

        part, view = bench.form.part("follow-ups"), bench.form.viewport()
        bench.qtbot.waitUntil(lambda: part.height() > view.height())
        bench.qtbot.waitUntil(is_in_view)

    def test_the_day_of_a_look_can_be_changed_or_taken_out(self, bench):
        bench.show(follow_ups=(FollowUp(date(2026, 5, 4)),))
        bench.go_to("follow-ups")
        bench.type("1")
        (done,) = (one.done for one in bench.form.part("follow-ups").findChildren(FollowUpControl))
        done.setFocus()
        QTest.keyClick(done, Qt.Key.Key_Down)
        assert bench.record.follow_ups[0].done_on == date(2026, 5, 4)
        done.selectAll()
        bench.press("Back")
        (control,) = bench.form.part("follow-ups").findChildren(FollowUpControl)
        control.note.setFocus()
        bench.type("Fine")
        assert bench.record.follow_ups[0] == FollowUp(date(2026, 5, 4), holds=True, note="Fine")

    def test_a_look_ahead_keeps_its_ratings_folded(self, bench):
        bench.show(follow_ups=(FollowUp(date(2026, 6, 4)),))
        bench.go_to("follow-ups")
        (control,) = bench.form.part("follow-ups").findChildren(FollowUpControl)
        assert control.ratings._group is None
        assert not control.ratings._fold.is_open()
        bench.type("+10")
        bench.press("Enter", "Enter", "Enter")
        assert bench.record.follow_ups == (FollowUp(date(2026, 5, 15)),)
        bench.press("Space")
        bench.type("5")
        assert bench.record.follow_ups[0].assessment == Assessment("quick", 1, {"instrumental": 5})
        bench.press("Back")
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
        assert bench.record.follow_ups[0].assessment is None

    def test_each_look_says_where_it_stands(self):
        with time_machine.travel("2026-05-05T12:00:00", tick=False):
            looks = (FollowUp(TODAY, TODAY), FollowUp(), FollowUp(TODAY), FollowUp(date(2026, 5, 4)))
            said = [look_heading(look) for look in looks]
        assert said == ["Looked at on 5 May 2026", "A later look", "Due on 5 May 2026", "Waiting since 4 May 2026"]

    def test_a_look_is_skipped_by_taking_it_out(self, bench):
        bench.show(follow_ups=(FollowUp(date(2026, 6, 4)), FollowUp(date(2026, 8, 3))))
        bench.go_to("follow-ups")
        bench.press("Tab")
        rub_out()
        assert bench.record.follow_ups == (FollowUp(date(2026, 8, 3)),)

    def test_a_day_that_is_none_is_told_at_its_row(self, bench):
        bench.go_to("follow-ups")
        bench.type("soon")
        (problem,) = bench.form.problems()
        assert problem.field.startswith("follow_ups")

    def test_ratings_by_another_questionnaire_go_on_with_it(self, bench):
        full = Assessment("subjective-value", 1, {"process_1": 4})
        strange = Assessment("elsewhere", 2, {"x": 4})
        bench.show(follow_ups=(FollowUp(TODAY, assessment=RATED), FollowUp(TODAY, assessment=full)))
        bench.go_to("follow-ups")
        one, other = bench.form.part("follow-ups").findChildren(FollowUpControl)
        assert (len(one.ratings._group.rows()), len(other.ratings._group.rows())) == (4, 16)
        bench.show(follow_ups=(FollowUp(TODAY, assessment=full), FollowUp(TODAY, assessment=strange)))
        assert len(one.ratings._group.rows()) == 16
        assert not other.ratings.isVisible()
        assert bench.record.follow_ups[1].assessment == strange


class TestChain:
    @pytest.fixture
    def wanted(self, bench):
        asked = []
        bench.go_to("chain")
        bench.form.part("chain").wanted.connect(lambda what, about: asked.append((what, about)))
        return asked

    def test_alone(self, bench, wanted):
        assert bench.form.part("chain")._alone.isVisible()
        assert bench.summary("chain") == ""
        bench.press("Space")
        assert wanted == [("follow", build_id(0))]

    def test_it_is_walked_both_ways(self, bench, wanted):
        chain = Chain((build_summary(1), build_summary(2)), (build_summary(3, title="R & D " * 40),))
        bench.form.show_context(Context(CATALOG, chain=chain))
        assert bench.summary("chain") == "2 before, 1 after"
        bench.go_to("chain")
        bench.press("Space", "Tab", "Tab", "Space")
        assert wanted == [("edit", build_id(1)), ("edit", build_id(3))]
        bench.form.show_context(Context(CATALOG))
        assert bench.form.part("chain")._alone.isVisible()

    def test_what_is_not_kept_yet_is_followed_by_nothing(self, bench, wanted):
        bench.shown = replace(bench.shown, is_new=True)
        bench.form.show_draft(bench.shown)
        assert not button(bench.form.part("chain"), "Negotiate again").isVisible()

    def test_what_it_will_follow_is_told_before_it_is_kept(self, bench, wanted):
        bench.show(follows=build_id(9))
        assert "once this is kept" in bench.form.part("chain")._alone.text()


class TestThanks:
    @pytest.fixture
    def panel(self, bench):
        bench.show(title="Budget & scope", counterparts=("Marta",))
        bench.go_to("thanks")
        return bench.form.part("thanks")._letters

    def test_thanked_today_by_what_means(self, bench, panel):
        bench.press("Tab", "Space", "Tab")
        bench.type("A card")
        assert bench.record.agreement == Agreement(thanked_on=TODAY, thanked_by="A card")
        assert bench.summary("thanks") == "5 May 2026 · A card"

    def test_no_letter_is_shown_before_one_is_wanted(self, panel):
        assert not panel._preview.isVisible()

    def test_a_letter_is_copied(self, bench, panel):
        bench.press("Tab", "Tab", "Tab")
        bench.type("1")
        assert panel._subject.text() == "Thank you: Budget & scope"
        bench.press("Tab", "Tab", "Space")
        assert QApplication.clipboard().text() == panel._body.text()
        assert panel._body.text().startswith("Dear Marta,")
        assert panel._said.text() == "Copied."

    def test_a_letter_is_written_anew_as_the_record_changes(self, bench, panel):
        panel.choice.setFocus()
        bench.type("2")
        before = panel._body.text()
        bench.go_to("commitments")
        bench.type("Send the minutes")
        assert before != panel._body.text()
        assert "I: Send the minutes" in panel._body.text()

    @pytest.mark.parametrize(
        ("opens", "said"), [(True, ""), (False, "No mail program answered; copy the text instead.")]
    )
    def test_a_letter_is_opened_in_the_mail_program(self, bench, panel, monkeypatch, opens, said):
        opened = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or opens)
        panel.choice.setFocus()
        bench.type("1")
        button(panel, "Open in mail program").click()
        (url,) = opened
        written = url.toEncoded().data().decode()
        assert written.startswith(
            "mailto:?subject=Thank%20you%3A%20Budget%20%26%20scope&body=Dear%20Marta%2C%0D%0A%0D%0A"
        )
        assert parse_qs(urlsplit(written).query)["body"] == [panel._body.text().replace("\n", "\r\n")]
        assert panel._said.text() == said


def test_the_chain_is_walked_in_the_form_and_gone_on_from(desk):
    earlier, later = build_record(1, title="First"), build_record(2, title="Second", follows=build_id(1))
    for record in (earlier, later):
        desk.journal.records.log(record)
    desk.editor.show_record(later.id, "chain")
    desk.editor.focus_start()
    desk.press("Space")
    assert desk.record.title == "First"
    desk.editor.focus_start()
    assert QApplication.focusWidget().accessibleName().endswith("Second")
    desk.press("Space")
    assert desk.record.title == "Second"
    desk.editor.focus_start()
    desk.press("Tab", "Space")
    assert desk.space.navigator.calls == [("follow", later.id)]


@time_machine.travel("2026-02-04T12:00:00", tick=True)
def test_an_agreement_that_is_saved_is_looked_at_again_in_30_and_90_days(desk):
    desk.open(follow_ups=(), review=Review(outcome=Result.NO_AGREEMENT))
    desk.go_to("circumstances")
    desk.control("circumstances", "review.outcome").setFocus()
    desk.type("1")
    desk.run("keep")
    assert [look.due_on for look in desk.saved.follow_ups] == [date(2026, 3, 5), date(2026, 5, 4)]
    with time_machine.travel("2026-03-06T12:00:00", tick=True):
        desk.go_to("follow-ups")
        desk.type("1")
    assert [look.holds for look in desk.record.follow_ups] == [True, None]


@time_machine.travel("2026-02-04T12:00:00", tick=True)
def test_looks_that_saving_has_added_stay_when_one_types_on_meanwhile(desk):
    desk.open(follow_ups=(), review=Review(outcome=Result.NO_AGREEMENT))
    desk.go_to("follow-ups")
    desk.go_to("circumstances")
    desk.control("circumstances", "review.outcome").setFocus()
    desk.type("1")
    desk.space.tasks.held = True
    desk.run("keep")
    desk.go_to("essentials")
    desk.type("!")
    desk.space.tasks.held = False
    desk.space.tasks.answer_all()
    assert len(desk.record.follow_ups) == 2
    desk.run("keep")
    assert desk.saved.title == desk.record.title == "Renewal of the training contract!"
    assert len(desk.saved.follow_ups) == 2
