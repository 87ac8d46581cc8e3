"""A plan that takes place while it is still being written."""

from negojournal.domain.negotiation import Status


def begin(desk):
    desk.editor.show_plan()
    desk.editor.focus_start()
    desk.type("Rent")


def test_what_is_typed_before_the_journal_is_open_comes_along(early):
    begin(early)
    early.run("ratings")
    early.type(" of the hall")
    early.editor.show_journal(early.journal)
    assert (early.record.title, early.record.status) == ("Rent of the hall", Status.HELD)


def test_another_record_on_screen_meanwhile_stays(early):
    begin(early)
    early.run("ratings")
    early.editor.show_new()
    early.editor.focus_start()
    early.type("Bonus")
    early.editor.show_journal(early.journal)
    assert (early.record.title, early.record.status) == ("Bonus", Status.HELD)
    (draft,) = (one for one in early.journal.drafts.all() if one.record.title == "Rent")
    assert draft.record.status is Status.PLANNED


def test_a_plan_kept_meanwhile_becomes_the_review_of_that_plan(desk):
    begin(desk)
    desk.space.tasks.held = True
    desk.run("keep")
    desk.run("ratings")
    for _ in range(5):
        desk.space.tasks.answer_all()
    desk.space.tasks.held = False
    desk.run("done")
    assert (desk.saved.title, desk.saved.status) == ("Rent", Status.HELD)
