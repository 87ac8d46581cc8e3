"""A record that was changed elsewhere while it is open in the form: both versions, until the user chooses."""

from dataclasses import replace
from pathlib import Path

import pytest

from negojournal.domain.filter import Filter
from negojournal.domain.review import Review
from negojournal.errors import FullError, InvalidError, Problem
from negojournal.ui.editor.port import Kept, Way
from tests.ui.editor.presenting import Bench

FULL = FullError(Path("/data/journal.db"), "There is no room left.")


@pytest.fixture
def bench():
    bench = Bench()
    yield bench
    bench.journal.close()


@pytest.fixture
def torn(bench):
    """Return a bench whose form was about to save what had been changed elsewhere."""
    bench.before = bench.stored(title="Rent")
    bench.presenter.opening.edit(bench.before.id)
    bench.change_elsewhere(bench.before, title="Rent, theirs")
    bench.theirs = bench.journal.records.get(bench.before.id)
    bench.type(title="Rent, mine")
    bench.presenter.save(leave=True)
    return bench


@pytest.fixture
def bereft(bench):
    """Return a bench whose form was about to save what had been deleted elsewhere."""
    bench.before = bench.stored(title="Rent")
    bench.presenter.opening.edit(bench.before.id)
    bench.type(title="Rent, mine")
    bench.journal.records.delete([bench.before.id])
    bench.presenter.save(leave=True)
    return bench


def rows(conflict):
    return {one.label: (one.mine, one.theirs) for one in conflict.differences}


def choose(bench, way):
    bench.presenter.versions.choose(way)


def test_nothing_is_overwritten_and_both_versions_are_shown(torn):
    assert torn.titles == ["Rent, theirs"]
    assert list(torn.drafts) == ["Rent, mine"]
    assert rows(torn.view.conflict) == {"Title": (("Rent, mine",), ("Rent, theirs",))}
    assert not torn.view.left


def test_keep_mine_puts_it_over_theirs_and_undo_gives_theirs_back(torn):
    choose(torn, Way.MINE)
    assert torn.titles == ["Rent, mine"]
    assert not torn.drafts
    assert torn.view.conflict is None
    assert torn.view.left == [(torn.before.id, Kept.JOURNAL)]
    torn.journal.history.undo()
    assert torn.journal.records.get(torn.before.id) == torn.theirs


def test_take_theirs_shows_it_and_mine_can_be_brought_back(torn):
    choose(torn, Way.THEIRS)
    assert torn.titles == ["Rent, theirs"]
    assert not torn.drafts
    assert torn.view.conflict is None
    assert torn.presenter.sheet.current().record == torn.theirs
    torn.view.bring_back()
    assert list(torn.drafts) == ["Rent, mine"]
    torn.presenter.opening.continue_draft(torn.view.returned[-1])
    assert rows(torn.view.conflict) == {"Title": (("Rent, mine",), ("Rent, theirs",))}


def test_keep_both_makes_mine_a_record_of_its_own_and_undo_takes_it_back(torn):
    choose(torn, Way.BOTH)
    assert sorted(torn.titles) == ["Rent, mine", "Rent, theirs"]
    assert not torn.drafts
    assert torn.view.conflict is None
    ((copy, kept),) = torn.view.left
    assert kept is Kept.JOURNAL
    assert torn.journal.records.get(copy).title == "Rent, mine"
    torn.journal.history.undo()
    assert torn.titles == ["Rent, theirs"]
    assert torn.journal.records.get(torn.before.id) == torn.theirs


def test_a_third_version_is_not_overwritten_either(torn):
    torn.change_elsewhere(torn.theirs, title="Rent, theirs again")
    choose(torn, Way.MINE)
    assert torn.titles == ["Rent, theirs again"]
    assert rows(torn.view.conflict) == {"Title": (("Rent, mine",), ("Rent, theirs again",))}
    choose(torn, Way.MINE)
    assert torn.titles == ["Rent, mine"]


def test_both_versions_are_still_there_after_a_sudden_end(torn):
    again = Bench()
    again.journal.close()
    again.journal = torn.journal
    again.presenter.show_journal(torn.journal)
    again.presenter.opening.continue_draft(torn.drafts["Rent, mine"])
    assert rows(again.view.conflict) == {"Title": (("Rent, mine",), ("Rent, theirs",))}
    again.presenter.versions.choose(Way.MINE)
    assert torn.titles == ["Rent, mine"]


def test_opening_the_record_again_finds_both_versions(torn):
    torn.presenter.leave()
    torn.presenter.opening.edit(torn.before.id)
    assert rows(torn.view.conflict) == {"Title": (("Rent, mine",), ("Rent, theirs",))}


def test_a_choice_can_be_put_off_and_saving_asks_again(torn):
    torn.presenter.versions.put_off()
    assert torn.view.conflict is None
    assert len(torn.view.changed) == 1
    torn.presenter.versions.put_off()
    assert len(torn.view.changed) == 1
    torn.type(tags=("one",))
    torn.presenter.versions.compare()
    assert rows(torn.view.conflict)["Tags"] == (("one",), ())
    torn.presenter.versions.put_off()
    torn.presenter.save(leave=True)
    assert torn.view.conflict is not None


def test_with_nothing_to_choose_between_nothing_is_chosen(bench):
    bench.type(title="Budget")
    choose(bench, Way.MINE)
    bench.presenter.versions.put_off()
    assert not bench.titles
    assert not bench.view.changed


def test_a_full_disk_keeps_both_and_mine_can_be_tried_again(torn):
    mend = torn.fail("records", "save", FULL)
    choose(torn, Way.MINE)
    assert torn.view.failures == ["There is no room left."]
    assert torn.titles == ["Rent, theirs"]
    assert list(torn.drafts) == ["Rent, mine"]
    mend()
    torn.view.retry()
    assert torn.titles == ["Rent, mine"]


def test_a_problem_leads_back_to_the_form(torn):
    torn.type(title=" ")
    choose(torn, Way.MINE)
    assert torn.view.conflict is None
    assert [problem.field for problem in torn.view.problems] == ["title"]
    assert torn.titles == ["Rent, theirs"]


def test_what_the_journal_refuses_leads_back_to_the_form(torn):
    mend = torn.fail("records", "save", InvalidError((Problem("title", "Another one, please."),)))
    choose(torn, Way.MINE)
    mend()
    assert torn.view.conflict is None
    assert torn.view.problems[0].field == "title"
    assert list(torn.drafts) == ["Rent, mine"]


def test_a_draft_of_mine_that_cannot_be_brought_back_can_be_tried_again(torn):
    choose(torn, Way.THEIRS)
    mend = torn.fail("drafts", "keep", FULL)
    torn.view.bring_back()
    assert torn.view.failures == ["There is no room left."]
    assert not torn.view.returned
    mend()
    torn.view.retry()
    assert list(torn.drafts) == ["Rent, mine"]
    assert [draft.record.title for draft in torn.view.returned] == ["Rent, mine"]


def test_a_copy_that_cannot_be_stored_leaves_the_draft_of_mine(torn):
    mends = [torn.fail("drafts", "keep", FULL), torn.fail("records", "save", FULL)]
    choose(torn, Way.BOTH)
    for mend in mends:
        mend()
    assert torn.journal.drafts.all()[0].record.id == torn.before.id


def test_what_was_deleted_elsewhere_stays_so_until_the_user_chooses(bereft):
    assert not bereft.titles
    assert list(bereft.drafts) == ["Rent, mine"]
    assert bereft.view.conflict.is_deleted


def test_keep_mine_brings_back_what_was_deleted_elsewhere(bereft):
    choose(bereft, Way.MINE)
    assert bereft.titles == ["Rent, mine"]
    bereft.journal.history.undo()
    assert not bereft.titles
    assert bereft.journal.records.get(bereft.before.id) == bereft.before


def test_what_was_deleted_elsewhere_can_stay_so_and_mine_be_brought_back(bereft):
    choose(bereft, Way.THEIRS)
    assert not bereft.titles
    assert not bereft.drafts
    assert bereft.view.left == [(None, Kept.NOWHERE)]
    bereft.view.bring_back()
    bereft.presenter.opening.continue_draft(bereft.view.returned[-1])
    assert list(bereft.drafts) == ["Rent, mine"]
    assert bereft.view.conflict.is_deleted


def test_mine_can_be_kept_beside_what_was_deleted_elsewhere(bereft):
    choose(bereft, Way.BOTH)
    assert bereft.titles == ["Rent, mine"]
    assert bereft.journal.lists.page(Filter(binned=True)).lines[0].title == "Rent"


def test_a_change_elsewhere_is_told_before_one_saves(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent, mine")
    bench.presenter.refresh()
    assert not bench.view.changed
    bench.change_elsewhere(record, title="Rent, theirs")
    bench.presenter.refresh()
    (found,) = bench.view.changed
    assert found.theirs.title == "Rent, theirs"
    assert bench.view.conflict is None
    bench.presenter.refresh()
    assert len(bench.view.changed) == 1


def test_what_is_typed_is_stored_again_since_saving_elsewhere_drops_the_draft(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent, mine")
    bench.presenter.keep()
    bench.change_elsewhere(record, title="Rent, theirs")
    assert not bench.drafts
    bench.presenter.refresh()
    assert list(bench.drafts) == ["Rent, mine"]


def test_what_is_shown_beside_mine_follows_further_changes(torn):
    torn.change_elsewhere(torn.theirs, title="Rent, theirs again")
    torn.presenter.refresh()
    assert rows(torn.view.conflict)["Title"] == (("Rent, mine",), ("Rent, theirs again",))


def test_where_nothing_is_typed_the_form_shows_the_record_as_it_is_now(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.change_elsewhere(record, title="Rent, theirs")
    bench.presenter.refresh()
    assert bench.presenter.sheet.current().record.title == "Rent, theirs"
    assert bench.view.renewed == 1
    assert not bench.view.changed
    assert not bench.drafts


def test_where_nothing_is_typed_a_deletion_is_told_all_the_same(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.journal.records.delete([record.id])
    bench.presenter.refresh()
    assert bench.view.changed[0].is_deleted
    bench.presenter.versions.compare()
    choose(bench, Way.MINE)
    assert bench.titles == ["Rent"]


def test_a_change_elsewhere_that_was_taken_back_is_told_no_more(torn):
    torn.journal.history.undo()
    torn.presenter.refresh()
    assert torn.view.conflict is None
    torn.presenter.save(leave=True)
    assert torn.titles == ["Rent, mine"]


def test_a_change_that_was_taken_back_between_two_looks_lets_mine_through(torn):
    torn.journal.history.undo()
    choose(torn, Way.MINE)
    assert torn.titles == ["Rent, mine"]
    assert len(torn.view.left) == 1


def test_whoever_typed_the_same_elsewhere_does_no_harm(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent of the hall")
    bench.presenter.keep()
    bench.change_elsewhere(record, title="Rent of the hall")
    bench.presenter.save(leave=True)
    assert bench.view.conflicts == 0
    assert bench.titles == ["Rent of the hall"]
    assert len(bench.view.left) == 1
    assert not bench.drafts


def test_a_review_that_was_begun_from_a_plan_is_not_taken_for_untouched(bench):
    plan = bench.stored(title="Rent")
    bench.presenter.opening.start_review(replace(plan, review=Review()), "ratings")
    bench.change_elsewhere(plan, title="Rent, theirs")
    bench.presenter.refresh()
    assert len(bench.view.changed) == 1


def test_an_answer_that_comes_after_one_has_gone_on_is_not_shown(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent, mine")
    bench.change_elsewhere(record, title="Rent, theirs")
    bench.tasks.held = True
    bench.presenter.refresh()
    bench.presenter.leave()
    bench.tasks.held = False
    bench.tasks.answer_all()
    assert not bench.view.changed


def test_an_empty_form_asks_nothing(bench):
    bench.tasks.held = True
    bench.presenter.refresh()
    assert [topic for topic, _ in bench.tasks.waiting] == ["editor"]
    bench.tasks.held = False
    bench.tasks.answer_all()


def test_what_is_typed_can_be_taken_along_into_another_file(bench):
    assert bench.presenter.unfinished() is None
    bench.type(title="Budget")
    draft = bench.presenter.unfinished()
    assert (draft.record.title, draft.is_new) == ("Budget", True)
    other = Bench(is_open=False)
    other.presenter.opening.show_unfinished(draft)
    assert other.view.shown[-1] == draft
    assert not other.presenter.sheet.is_kept()
    other.presenter.show_journal(other.journal)
    assert list(other.drafts) == ["Budget"]
    assert other.presenter.sheet.is_kept()
    other.journal.close()


def test_what_was_taken_along_is_set_beside_its_record(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent, mine")
    other = Bench(is_open=False)
    other.presenter.opening.show_unfinished(bench.presenter.unfinished())
    other.journal.records.log(replace(record, title="Rent, theirs"))
    other.change_elsewhere(other.journal.records.get(record.id), tags=("one",))
    other.presenter.show_journal(other.journal)
    assert rows(other.view.conflict)["Title"] == (("Rent, mine",), ("Rent, theirs",))
    assert list(other.drafts) == ["Rent, mine"]
    other.journal.close()


def test_what_was_taken_along_waits_no_more_once_one_has_gone_on(bench):
    record = bench.stored(title="Rent")
    bench.presenter.opening.edit(record.id)
    bench.type(title="Rent, mine")
    other = Bench(is_open=False)
    other.presenter.opening.show_unfinished(bench.presenter.unfinished())
    other.presenter.leave()
    other.journal.records.log(record)
    other.presenter.show_journal(other.journal)
    assert other.presenter.is_untouched()
    assert list(other.drafts) == ["Rent, mine"]
    other.journal.close()


@pytest.mark.parametrize("way", [Way.BOTH, Way.THEIRS])
def test_what_could_not_be_stored_does_not_count_as_kept(torn, way):
    torn.presenter.versions.put_off()
    mends = [torn.fail("drafts", "keep", FULL), torn.fail("records", "save", FULL)]
    if way is Way.BOTH:
        torn.presenter.versions.compare()
        choose(torn, way)
    else:
        torn.presenter.sheet.bring_back(torn.presenter.sheet.current(), torn.presenter.sheet.clean)
    assert not torn.presenter.sheet.is_kept()
    for mend in mends:
        mend()
    torn.presenter.keep()
    assert torn.presenter.sheet.is_kept()
