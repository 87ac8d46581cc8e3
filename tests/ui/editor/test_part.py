"""The parts of the form as a user drives them, by the keyboard."""

from dataclasses import replace
from decimal import Decimal

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QTextCursor, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from negojournal.domain.catalog import EntryKind
from negojournal.domain.negotiation import Channel, Status
from negojournal.domain.review import Assessment, Done, PracticeMark, Result, Review, TrapMark
from tests.builders import build_record


def test_backspace_goes_back_also_from_one_outcome_to_the_one_before(desk):
    desk.run("ratings")
    desk.type("1111")
    desk.press("Back")
    desk.type("7")
    assert desk.record.review.assessment.answers["instrumental_4"] == 7


def test_changing_the_questionnaire_loses_no_rating(desk):
    desk.type("Budget")
    desk.press("Enter")
    desk.type("54")
    desk.run("ratings")
    desk.run("ratings")
    assert dict(desk.record.review.assessment.answers) == {"instrumental": 5, "process": 4}
    desk.run("ratings")
    desk.run("done")
    assert desk.saved.review.assessment == Assessment("quick", 1, {"instrumental": 5, "process": 4})


def test_an_answer_is_taken_back_by_delete(desk):
    desk.press("Enter")
    desk.type("5")
    desk.press("Back")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Delete)
    assert desk.record.review is None


def test_scores_stand_beside_the_ratings_with_their_count(desk):
    desk.run("ratings")
    desk.type("660")
    block = desk.form.part("ratings")._blocks[0]
    assert block._score.text() == "6.0 (2 of 4)"
    desk.type("6")
    assert block._score.text() == "6.0 (3 of 4)"


def test_names_are_taken_with_what_is_half_typed(desk):
    desk.press("Tab")
    desk.type("Marta Ruiz,Brights")
    assert desk.record.counterparts == ("Marta Ruiz", "Brights")


def test_a_wrong_date_is_told_beside_the_field_and_kept_as_typed(desk):
    desk.type("Budget")
    desk.go_to("circumstances")
    date = desk.control("circumstances", "held_at")
    date.selectAll()
    desk.type("31 Feb")
    assert not desk.problem("circumstances", "held_at")
    desk.press("Tab")
    assert desk.problem("circumstances", "held_at")
    desk.run("done")
    assert not desk.finished
    assert QApplication.focusWidget() is date
    (draft,) = desk.journal.drafts.all()
    assert draft.held_at_text == "31 Feb"
    desk.editor.show_draft(draft)
    assert desk.control("circumstances", "held_at").text() == "31 Feb"
    assert desk.problem("circumstances", "held_at")
    desk.go_to("circumstances")
    date.selectAll()
    desk.type("2026-02-28")
    desk.run("done")
    assert desk.saved.held_at.text == "2026-02-28"


def test_when_and_how(desk):
    desk.type("Budget")
    desk.go_to("circumstances")
    desk.control("circumstances", "held_at").selectAll()
    desk.type("28.2.2026 9:30")
    desk.press("Tab", "Down", "Tab")
    desk.type("3")
    desk.press("Tab")
    desk.type("1")
    desk.run("done")
    assert desk.saved.held_at.wall.isoformat() == "2026-02-28T09:30:00"
    assert (desk.saved.area, desk.saved.channel) == ("budgets", Channel.PHONE)
    assert desk.saved.review.outcome is Result.AGREEMENT


def test_the_wheel_changes_no_area_in_passing(desk, qtbot):
    desk.go_to("circumstances")
    box = desk.control("circumstances", "area")
    event = QWheelEvent(
        QPointF(2, 2), QPointF(2, 2), QPoint(0, -120), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    box.wheelEvent(event)
    assert box.chosen() is None
    assert not event.isAccepted()


def test_a_dodged_negotiation_asks_for_its_worth_and_why(desk):
    desk.type("Raise")
    desk.press("Tab", "Tab")
    desk.type("2")
    assert not desk.form.part("ratings").isVisible()
    desk.press("Tab")
    QApplication.clipboard().setText("1.250,50 €")
    QApplication.focusWidget().paste()
    desk.press("Tab")
    QApplication.focusWidget().selectAll()
    desk.type("chf")
    desk.press("Tab")
    desk.type("Afraid of a no")
    desk.run("done")
    assert desk.saved.status is Status.DODGED
    assert (desk.saved.dodge.worth, desk.saved.currency) == (Decimal("1250.50"), "CHF")
    assert desk.saved.dodge.why == "Afraid of a no"
    assert desk.saved.review is None


def test_enter_in_the_title_of_a_dodged_one_goes_to_its_worth(desk):
    desk.open(status=Status.DODGED)
    desk.editor.focus_start()
    desk.press("Enter")
    assert QApplication.focusWidget() is desk.control("dodge", "dodge.worth")
    desk.run("ratings")
    assert QApplication.focusWidget() is desk.control("dodge", "dodge.worth")


def test_the_questions_offer_the_form_of_an_intention(desk):
    desk.go_to("questions")
    desk.type("Hold the scope")
    part = desk.form.part("questions")
    part._form.click()
    desk.type("they push")
    area = desk.control("questions", "review.next_time")
    area.moveCursor(QTextCursor.MoveOperation.End)
    desk.type("wait")
    assert desk.record.review.intended == "Hold the scope"
    assert desk.record.review.next_time == "If they push, then I will wait"
    part._form.click()
    part._form.click()
    assert area.text().splitlines()[1:] == ["If , then I will "]
    desk.type("asked")
    assert area.text().splitlines()[1:] == ["If asked, then I will "]


def test_the_lowest_score_is_offered_first(desk):
    desk.press("Enter")
    desk.type("5362")
    desk.go_to("improvements")
    desk.type("Breathe")
    assert desk.record.review.improve.self == "Breathe"
    part = desk.form.part("improvements")
    assert [str(outcome) for outcome in part._order] == ["self", "process", "instrumental", "relationship"]
    desk.go_to("ratings")
    desk.type("1")
    assert part._order[0] == "instrumental"


def test_practices_are_marked_by_digits(desk):
    desk.go_to("practices")
    desk.type("14")
    assert dict(desk.record.review.practices) == {
        "opening": PracticeMark.WELL,
        "respect": PracticeMark.NOT_RELEVANT,
    }


def test_traps_are_marked_by_one_key_each_with_a_sentence(desk):
    desk.go_to("traps")
    desk.type("264")
    desk.type("4")
    desk.press("Space")
    assert [mark.key for mark in desk.record.review.traps] == ["dodging", "no-preparation", "not-listening"]
    desk.press("Tab")
    desk.type("Put it off 2 times")
    assert desk.record.review.traps[0] == TrapMark("dodging", "Put it off 2 times")


def test_more_traps_than_digits_go_on_with_letters(desk):
    own = [desk.journal.settings.new_entry(EntryKind.TRAP, f"Own {number}") for number in range(2)]
    shipped = desk.journal.settings.entries(EntryKind.TRAP)
    desk.go_to("traps")
    desk.journal.settings.replace_entries(EntryKind.TRAP, (*shipped, *own))
    desk.editor.refresh()
    desk.go_to("traps")
    desk.type("a")
    assert desk.record.review.traps == (TrapMark(own[1].key),)


def test_hidden_areas_stay_where_a_record_uses_them(desk):
    areas = desk.journal.settings.entries(EntryKind.AREA)
    hidden = tuple(replace(area, hidden=True) for area in areas)
    record = desk.open()
    desk.go_to("circumstances")
    desk.journal.settings.replace_entries(EntryKind.AREA, hidden)
    desk.editor.refresh()
    box = desk.control("circumstances", "area")
    assert box.count() == 2
    assert desk.record.area == record.area


def test_note_and_tags(desk):
    desk.journal.records.log(build_record(tags=("renewal",), counterparts=("Ann",)))
    desk.editor.refresh()
    desk.go_to("notes")
    desk.type("Short")
    desk.press("Tab")
    desk.type("first,second")
    assert desk.record.review.summary == "Short"
    assert desk.record.tags == ("first", "second")
    assert desk.control("notes", "tags")._completions.stringList() == ["renewal"]
    assert desk.control("essentials", "counterparts")._completions.stringList() == ["Ann"]


def test_the_last_intention_is_asked_about(desk):
    desk.journal.records.log(build_record(counterparts=("Ann",), review=Review(next_time="If asked, then I will wait")))
    desk.type("Again")
    desk.press("Tab")
    desk.type("Ann")
    desk.editor.keep_now()
    part = desk.form.part("intention")
    assert part.isVisible()
    assert part._said.text() == "If asked, then I will wait"
    desk.go_to("intention")
    desk.type("2")
    assert desk.record.review.last_intention_done is Done.PARTLY


def test_the_next_review_begins_with_the_questionnaire_that_was_chosen_in_the_settings(desk):
    desk.space.preferences.choose("scheme", "dark")
    desk.space.preferences.choose("questionnaire", "subjective-value")
    desk.editor.show_new()
    desk.editor.focus_start()
    desk.press("Enter")
    desk.type("3")
    assert desk.record.review.assessment.questionnaire == "subjective-value"


def test_a_fold_is_opened_by_its_heading_and_then_built(desk):
    desk.press("Enter")
    desk.type("5467")
    desk.press("Space", "Tab")
    assert QApplication.focusWidget() is desk.control("circumstances", "held_at")


def test_other_keys_on_a_trap_do_nothing(desk):
    desk.go_to("traps")
    desk.type("z")
    assert desk.record.review is None


def test_the_worth_is_summed_up_beside_dodged(desk):
    desk.type("Raise")
    desk.press("Tab", "Tab")
    desk.type("2")
    desk.press("Tab")
    desk.type("1250")
    (summary,) = [line.summary for line in desk.form.lines() if line.key == "dodge"]
    assert "".join(character for character in summary if character.isdigit()) == "1250"
    desk.press("Back", "Back", "Back", "Back", "Tab", "Tab")
    desk.type("Tired")
    assert [line.summary for line in desk.form.lines() if line.key == "dodge"] == ["noted"]
