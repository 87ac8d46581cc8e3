from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from negojournal.domain.draft import Draft
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Review
from negojournal.errors import FullError, InvalidError, LockedError, NotFoundError, Problem
from negojournal.ui.editor.port import Kept
from tests.builders import build_record
from tests.ui.editor.presenting import Bench


@pytest.fixture
def bench():
    bench = Bench()
    yield bench
    bench.journal.close()


@pytest.fixture
def closed():
    bench = Bench(is_open=False)
    yield bench
    bench.journal.close()


FULL = FullError(Path("/data/journal.db"), "There is no room left.")


def test_it_begins_with_an_empty_review_of_now(bench):
    (draft,) = bench.view.shown
    assert draft.is_new
    assert draft.record.title == ""
    assert draft.record.status is Status.HELD
    assert draft.record.held_at.instant == datetime(2026, 3, 5, 13, 30, tzinfo=UTC)
    assert bench.presenter.is_untouched()
    assert bench.presenter.sheet.is_kept()


def test_what_is_typed_is_kept_as_a_draft(bench):
    bench.type(title="Budget")
    assert not bench.presenter.sheet.is_kept()
    bench.presenter.keep()
    assert bench.drafts["Budget"].is_new
    draft = bench.drafts["Budget"]
    assert draft.saved_at.wall > draft.record.created_at.wall
    assert bench.view.kept[-1] is Kept.DRAFT
    assert bench.presenter.sheet.is_kept()
    assert not bench.presenter.is_untouched()


def test_the_same_is_not_kept_twice(bench):
    bench.type(title="Budget")
    bench.presenter.keep()
    said = len(bench.view.kept)
    bench.presenter.keep()
    assert len(bench.view.kept) == said


def test_going_back_to_nothing_drops_the_draft(bench):
    bench.type(title="Budget")
    bench.presenter.keep()
    bench.type(title="")
    bench.presenter.keep()
    assert not bench.drafts
    assert bench.view.kept[-1] is Kept.NOWHERE


def test_before_the_journal_is_open_drafts_wait(closed):
    closed.type(title="Bud")
    closed.presenter.keep()
    closed.type(title="Budget")
    closed.presenter.keep()
    assert closed.view.kept[-1] is Kept.WAITING
    assert not closed.presenter.sheet.is_kept()
    closed.presenter.show_journal(closed.journal)
    assert list(closed.drafts) == ["Budget"]
    assert closed.presenter.sheet.is_kept()


def test_saving_before_the_journal_is_open_waits_too(closed):
    closed.type(title="Budget")
    closed.presenter.save(leave=True)
    assert not closed.view.left
    closed.presenter.show_journal(closed.journal)
    assert closed.titles == ["Budget"]
    assert not closed.drafts
    assert closed.view.left == [(next(iter(closed.changes[0].saved)), Kept.JOURNAL)]


def test_done_saves_drops_the_draft_leaves_and_begins_anew(bench):
    bench.type(title=" Budget ")
    bench.presenter.keep()
    bench.presenter.save(leave=True)
    assert bench.titles == ["Budget"]
    assert not bench.drafts
    assert len(bench.view.left) == 1
    assert bench.changes[0].saved == {bench.view.left[0][0]}
    assert bench.presenter.is_untouched()
    assert bench.view.shown[-1].record.id != bench.view.shown[0].record.id


def test_keep_now_saves_and_stays(bench):
    bench.type(title="Budget")
    bench.presenter.save(leave=False)
    assert bench.titles == ["Budget"]
    assert bench.view.kept[-1] is Kept.JOURNAL
    assert not bench.view.left
    assert len(bench.view.shown) == 1
    bench.type(title="Budget 2027")
    bench.presenter.save(leave=False)
    assert bench.titles == ["Budget 2027"]
    assert not bench.drafts


def test_what_saving_has_tidied_is_shown(bench):
    bench.type(title=" Budget ")
    bench.presenter.save(leave=False)
    assert bench.view.shown[-1].record.title == "Budget"
    assert not bench.view.shown[-1].is_new


def test_a_title_is_all_it_takes_and_the_problem_goes_away_as_one_types(bench):
    bench.presenter.save(leave=True)
    assert [problem.field for problem in bench.view.problems] == ["title"]
    assert bench.view.focused
    bench.type(title="B")
    bench.presenter.keep()
    assert bench.view.problems == ()
    assert not bench.view.focused
    bench.view.problems = (Problem("x", "Stays."),)
    bench.presenter.keep()
    assert bench.view.problems == (Problem("x", "Stays."),)


def test_what_cannot_be_read_is_not_saved(bench):
    wrong = Problem("held_at", "No such date.")
    bench.view.unread = (wrong,)
    bench.type(title="Budget")
    bench.presenter.save(leave=True)
    assert bench.view.problems == (wrong,)
    assert bench.titles == []
    assert list(bench.drafts) == ["Budget"]
    bench.presenter.keep()
    assert bench.view.problems == (wrong,)


def test_what_the_journal_refuses_is_shown_beside_the_fields(bench):
    wrong = Problem("tags", "Too many.")
    undo = bench.fail("records", "save", InvalidError((wrong,)))
    bench.type(title="Budget")
    bench.presenter.save(leave=True)
    undo()
    assert bench.view.problems == (wrong,)
    assert bench.view.focused
    assert list(bench.drafts) == ["Budget"]
    bench.presenter.save(leave=True)
    assert bench.titles == ["Budget"]


def test_a_full_disk_leaves_the_form_as_it_is_and_can_be_tried_again(bench):
    undo = bench.fail("records", "save", FULL)
    bench.type(title="Budget")
    bench.presenter.save(leave=True)
    assert bench.view.failures == ["There is no room left."]
    assert not bench.view.left
    undo()
    bench.view.retry()
    assert bench.titles == ["Budget"]
    assert len(bench.view.left) == 1


def test_a_draft_that_could_not_be_kept_is_tried_again(bench):
    undo = bench.fail("drafts", "keep", FULL)
    bench.type(title="Budget")
    bench.presenter.keep()
    assert bench.view.failures == ["There is no room left."]
    assert not bench.presenter.sheet.is_kept()
    undo()
    bench.view.retry()
    assert list(bench.drafts) == ["Budget"]
    assert bench.presenter.sheet.is_kept()


def test_a_draft_that_could_not_be_kept_can_be_brought_back_from_elsewhere(bench):
    bench.tasks.held = True
    undo = bench.fail("drafts", "keep", LockedError(Path("/data/journal.db"), "Locked."))
    bench.type(title="Budget")
    bench.presenter.leave()
    bench.tasks.held = False
    bench.tasks.answer_all()
    undo()
    assert bench.view.failures == ["Locked."]
    bench.view.retry()
    assert bench.view.shown[-1].record.title == "Budget"


def test_escape_leaves_with_the_draft_kept(bench):
    bench.type(title="Budget")
    bench.presenter.leave()
    assert bench.view.left == [(None, Kept.DRAFT)]
    assert list(bench.drafts) == ["Budget"]
    assert bench.presenter.is_untouched()


def test_leaving_an_empty_form_keeps_nothing(bench):
    bench.presenter.leave()
    assert bench.view.left == [(None, Kept.NOWHERE)]
    assert not bench.drafts


def test_an_unfinished_new_review_stays_when_a_new_one_is_asked_for(bench):
    bench.type(title="Budget")
    bench.presenter.opening.show_new()
    assert len(bench.view.shown) == 1
    bench.type(title="")
    bench.presenter.opening.show_new()
    assert len(bench.view.shown) == 2


def test_a_changed_record_is_kept_as_a_draft_when_a_new_review_is_asked_for(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent 2027")
    bench.presenter.opening.show_new()
    assert bench.presenter.is_untouched()
    assert not bench.drafts["Rent 2027"].is_new


def test_a_record_is_edited_with_what_was_not_finished_last_time(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    assert bench.view.shown[-1].record == record
    assert bench.view.kept[-1] is Kept.NOWHERE
    bench.type(title="Rent 2027")
    bench.presenter.leave()
    bench.presenter.opening.edit(record.id)
    assert bench.view.shown[-1].record.title == "Rent 2027"
    assert bench.view.kept[-1] is Kept.DRAFT
    bench.presenter.save(leave=True)
    assert bench.titles == ["Rent 2027"]
    assert not bench.drafts


def test_fields_the_form_does_not_show_are_kept(bench):
    record = bench.stored(title="Rent", review=Review(feeling_note="Tense"), power=2)
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent 2027")
    bench.presenter.save(leave=True)
    saved = bench.journal.records.get(record.id)
    assert replace(saved, title="Rent", updated_at=record.updated_at) == record


def test_a_record_that_is_gone_says_so(bench):
    bench.presenter.opening.edit(build_record(9).id)
    assert isinstance(bench.tasks.errors[0], NotFoundError)
    assert bench.presenter.is_untouched()


def test_a_new_draft_is_continued(bench):
    bench.type(title="Budget")
    bench.presenter.leave()
    bench.presenter.opening.continue_draft(bench.drafts["Budget"])
    assert bench.view.shown[-1].record.title == "Budget"
    assert not bench.presenter.is_untouched()
    assert bench.presenter.sheet.is_kept()
    bench.presenter.leave()
    assert bench.view.left[-1] == (None, Kept.DRAFT)


def test_what_was_typed_since_a_draft_was_found_stays(bench):
    bench.type(title="Budget")
    bench.presenter.keep()
    found = bench.drafts["Budget"]
    bench.type(title="Budget, and much more")
    bench.presenter.opening.resume(found)
    assert bench.presenter.sheet.current().record.title == "Budget, and much more"
    bench.presenter.leave()
    assert bench.presenter.is_untouched()
    bench.presenter.opening.resume(found)
    assert bench.view.shown[-1].record.title == "Budget, and much more"
    assert list(bench.drafts) == ["Budget, and much more"]


def test_a_draft_emptied_again_is_no_draft_any_more(bench):
    bench.type(title="Budget")
    bench.presenter.leave()
    bench.presenter.opening.continue_draft(bench.drafts["Budget"])
    bench.type(title="")
    bench.presenter.leave()
    assert not bench.drafts
    assert bench.view.left[-1] == (None, Kept.NOWHERE)


def test_a_draft_of_a_record_is_continued_and_can_be_put_back(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent 2027")
    bench.presenter.leave()
    bench.presenter.opening.continue_draft(bench.drafts["Rent 2027"])
    bench.presenter.discard()
    assert bench.view.shown[-1].record == record


def test_a_draft_whose_record_is_gone_goes_on_as_a_new_review(bench):
    at = Moment("2026-03-05T10:00:00+00:00")
    orphan = replace(build_record(9, title="Orphan"), created_at=at)
    bench.presenter.opening.continue_draft(Draft(orphan, "", is_new=False, saved_at=at))
    assert bench.view.shown[-1].is_new
    bench.presenter.save(leave=True)
    assert bench.titles == ["Orphan"]


def test_a_draft_whose_record_cannot_be_read_now_does_not_go_on_as_a_new_review(bench):
    record = bench.stored(title="Rent")
    draft = Draft(replace(record, title="Rent 2027"), "", is_new=False, saved_at=record.updated_at)
    undo = bench.fail("records", "get", LockedError(Path("/data/journal.db"), "Locked."))
    bench.presenter.opening.continue_draft(draft)
    undo()
    assert bench.view.failures == ["Locked."]
    assert bench.presenter.is_untouched()
    bench.view.retry()
    assert bench.view.shown[-1] == draft


def test_a_draft_kept_after_it_was_discarded_is_not_said_to_be_there(bench):
    bench.type(title="Budget")
    bench.tasks.held = True
    bench.presenter.keep()
    bench.presenter.discard()
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert not bench.drafts
    assert bench.view.kept[-1] is Kept.NOWHERE
    assert bench.presenter.sheet.is_kept()


def test_of_two_drafts_under_way_the_later_counts_as_kept(bench):
    bench.type(title="Bud")
    bench.tasks.held = True
    bench.presenter.keep()
    bench.type(title="Budget")
    bench.presenter.keep()
    bench.tasks.held = False
    (_, first), *rest = bench.tasks.waiting
    bench.tasks.waiting = rest
    first()
    assert not bench.presenter.sheet.is_kept()
    bench.tasks.answer_all()
    assert bench.presenter.sheet.is_kept()
    assert list(bench.drafts) == ["Budget"]


def test_a_questionnaire_chosen_while_names_are_asked_for_stays_chosen(bench):
    bench.tasks.held = True
    bench.presenter.sheet.refresh()
    bench.presenter.sheet.prefer("subjective-value")
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert bench.presenter.sheet.context.questionnaire == "subjective-value"


def test_discarding_can_be_taken_back(bench):
    bench.type(title="Budget")
    bench.presenter.keep()
    bench.presenter.discard()
    assert not bench.drafts
    assert bench.presenter.is_untouched()
    bench.view.bring_back()
    assert bench.view.shown[-1].record.title == "Budget"
    assert list(bench.drafts) == ["Budget"]


def test_done_twice_saves_once(bench):
    bench.type(title="Budget")
    bench.tasks.held = True
    bench.presenter.save(leave=False)
    bench.presenter.save(leave=True)
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert bench.titles == ["Budget"]
    assert bench.view.conflicts == 0
    assert len(bench.view.left) == 1


def test_what_is_typed_while_saving_stays_on_screen_and_is_kept(bench):
    bench.type(title="Budget")
    bench.tasks.held = True
    bench.presenter.save(leave=True)
    bench.type(tags=("late",))
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert not bench.view.left
    assert bench.drafts["Budget"].record.tags == ("late",)
    assert not bench.drafts["Budget"].is_new
    bench.presenter.save(leave=True)
    assert bench.view.conflicts == 0
    assert len(bench.view.left) == 1


def test_a_new_review_begins_while_the_last_one_is_being_saved(bench):
    for title in ("One", "Two", "Three"):
        bench.tasks.held = True
        bench.presenter.show_new()
        bench.type(title=title)
        bench.presenter.save(leave=True)
    bench.presenter.show_new()
    assert bench.presenter.is_untouched()
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert sorted(bench.titles) == ["One", "Three", "Two"]
    assert not bench.drafts
    assert not bench.view.left
    assert bench.presenter.is_untouched()


def test_what_is_typed_after_saving_began_is_not_left_for_a_new_review(bench):
    bench.tasks.held = True
    bench.type(title="Budget")
    bench.presenter.save(leave=True)
    bench.type(tags=("late",))
    bench.presenter.show_new()
    assert bench.presenter.sheet.current().record.tags == ("late",)
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert bench.drafts["Budget"].record.tags == ("late",)


def test_reviews_saved_before_the_journal_is_open_all_wait(closed):
    for title in ("One", "Two"):
        closed.presenter.show_new()
        closed.type(title=title)
        closed.presenter.save(leave=True)
    closed.presenter.show_journal(closed.journal)
    assert sorted(closed.titles) == ["One", "Two"]
    assert not closed.drafts


def test_going_on_to_another_record_while_saving_disturbs_neither(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent 2027")
    bench.tasks.held = True
    bench.presenter.save(leave=True)
    bench.presenter.opening.show_new()
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert bench.titles == ["Rent 2027"]
    assert not bench.view.left
    assert bench.presenter.is_untouched()


def test_a_save_that_fails_after_one_has_gone_on_offers_the_way_back(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent 2027")
    bench.tasks.held = True
    undo = bench.fail("records", "save", FULL)
    bench.presenter.save(leave=True)
    bench.presenter.opening.show_new()
    bench.tasks.held = False
    bench.tasks.answer_all()
    undo()
    assert bench.view.failures == ["There is no room left."]
    bench.view.retry()
    assert bench.view.shown[-1].record.title == "Rent 2027"


def test_done_on_a_record_that_was_not_changed_saves_nothing(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.presenter.save(leave=False)
    assert bench.view.kept[-1] is Kept.NOWHERE
    bench.presenter.save(leave=True)
    assert bench.changes == []
    assert bench.view.left == [(record.id, Kept.NOWHERE)]
    assert bench.journal.records.get(record.id) == record


def test_names_tags_and_the_last_intention_are_offered(bench):
    record = bench.stored(
        title="Rent", counterparts=("Ann",), tags=("home",), review=Review(next_time="If asked, then I will wait")
    )
    bench.presenter.sheet.refresh()
    context = bench.view.contexts[-1]
    assert (context.names, context.tags, context.intention) == (("Ann",), ("home",), None)
    bench.type(title="Rent again", counterparts=("Ann",))
    bench.presenter.keep()
    assert bench.view.contexts[-1].intention.id == record.id
    said = len(bench.view.contexts)
    bench.presenter.sheet.refresh()
    assert len(bench.view.contexts) == said
    bench.presenter.leave()
    assert bench.view.contexts[-1].intention is None


def test_what_is_typed_while_another_record_is_read_is_kept(bench):
    record = bench.stored(title="Rent")
    bench.tasks.held = True
    bench.presenter.opening.edit(record.id)
    bench.type(title="Budget")
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert bench.view.shown[-1].record == record
    assert list(bench.drafts) == ["Budget"]


def test_a_draft_kept_after_one_has_gone_on_is_not_said_of_the_next(bench):
    bench.type(title="Budget")
    bench.tasks.held = True
    bench.presenter.leave()
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert list(bench.drafts) == ["Budget"]
    assert bench.view.kept[-1] is Kept.NOWHERE
