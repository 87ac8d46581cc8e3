"""The form as a user drives it, by the keyboard: keeping, saving, leaving, finding one's way."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from negojournal.domain.moment import today
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Assessment
from negojournal.errors import FullError, Problem
from negojournal.ui.editor.editor import MILLISECONDS
from negojournal.ui.editor.port import Kept
from negojournal.ui.widgets.message_bar import MessageBar
from tests.ui import walker


def test_a_quick_review_takes_a_title_and_six_keys(desk):
    desk.type("Budget")
    desk.press("Enter")
    desk.type("5467")
    desk.run("done")
    assert desk.saved.title == "Budget"
    assert desk.saved.status is Status.HELD
    assert desk.saved.held_at.day == today()
    assert desk.saved.review.assessment == Assessment(
        "quick", 1, {"instrumental": 5, "process": 4, "relationship": 6, "self": 7}
    )
    assert desk.finished == [desk.saved.id]
    assert desk.space.messages.said[-1][0] == "undoable"
    assert desk.editor.is_untouched()


def test_it_takes_keys_before_the_journal_is_there(early):
    early.type("Budget")
    early.press("Enter")
    early.type("5467")
    early.run("done")
    assert not early.finished
    early.editor.show_journal(early.journal)
    assert early.saved.review.assessment.answers["self"] == 7
    assert early.finished == [early.saved.id]


def test_a_full_review_takes_sixteen_keys_for_the_ratings(desk):
    desk.type("Budget")
    desk.run("ratings")
    desk.type("5246" + "1732" + "4561" + "0123")
    desk.run("done")
    answers = desk.saved.review.assessment.answers
    assert desk.saved.review.assessment.questionnaire == "subjective-value"
    assert "".join(str(answer or 0) for answer in answers.values()) == "5246173245610123"
    assert answers["self_1"] is None


def test_the_draft_is_kept_while_one_types(desk):
    desk.type("Budg")
    desk.qtbot.waitUntil(lambda: bool(desk.journal.drafts.all()), timeout=MILLISECONDS * 3)
    assert desk.journal.drafts.all()[0].record.title == "Budg"


def test_the_next_key_does_not_put_keeping_off(desk):
    desk.type("B")
    before = desk.editor._timer.remainingTime()
    desk.type("udget")
    assert desk.editor._timer.remainingTime() <= before


def test_the_draft_is_kept_on_leaving_a_field(desk):
    desk.type("Budget")
    desk.press("Tab")
    assert desk.journal.drafts.all()[0].record.title == "Budget"
    assert desk.editor._desk._kept.text() == "Draft kept"


def test_escape_leaves_and_says_that_the_draft_is_kept(desk):
    desk.type("Budget")
    desk.press("Esc")
    assert desk.finished == [None]
    assert desk.space.messages.said[-1][0] == "info"
    desk.editor.show_draft(desk.journal.drafts.all()[0])
    assert desk.record.title == "Budget"


def test_discarding_empties_the_form_and_can_be_taken_back(desk):
    desk.type("Budget")
    desk.editor.keep_now()
    desk.editor._desk._discard.click()
    assert desk.editor.is_untouched()
    assert not desk.editor._desk._discard.isEnabled()
    desk.space.messages.undo()
    assert desk.record.title == "Budget"


def test_keeping_now_leaves_everything_where_it_is(desk):
    desk.type(" Budget ")
    desk.go_to("questions")
    desk.type("Hold the scope")
    focus = QApplication.focusWidget()
    desk.run("keep")
    assert desk.saved.title == desk.record.title == "Budget"
    assert QApplication.focusWidget() is focus
    desk.type(".")
    desk.run("keep")
    assert desk.saved.review.intended == "Hold the scope."
    assert not desk.journal.drafts.all()


def test_a_title_is_asked_for_beside_the_field(desk):
    desk.press("Enter")
    desk.run("done")
    assert desk.problem("essentials", "title")
    assert not desk.editor._desk.findChild(MessageBar).messages()
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    desk.type("B")
    desk.editor.keep_now()
    assert not desk.problem("essentials", "title")


def test_the_index_says_what_is_filled_in_and_leads_there(desk):
    record = desk.open()
    outline = desk.editor._desk._outline
    said = [outline.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(outline.count())]
    assert said[0] == f"Negotiation, {record.title}"
    assert "Ratings, 14 of 16" in said
    assert "Traps, 2 marked" in said
    at = [line.key for line in desk.form.index()].index("notes")
    outline.itemActivated.emit(outline.item(at))
    assert QApplication.focusWidget() is desk.control("notes", "review.summary")
    assert outline.currentRow() == at


def test_tab_goes_through_the_form_in_reading_order(desk):
    desk.open()
    for key in ("circumstances", "practices"):
        desk.go_to(key)
    desk.editor.focus_start()
    stops = []
    while QApplication.focusWidget() not in stops:
        stops.append(QApplication.focusWidget())
        desk.press("Tab")
    places = [desk.form.place(stop) for stop in stops]
    order = [line.key for line in desk.form.lines()]
    assert list(dict.fromkeys(place for place in places if place)) == order
    desk.qtbot.wait(50)
    assert not walker.out_of_order(desk.form)


def test_everything_that_takes_keys_has_a_name(desk):
    desk.open()
    for spec in desk.form.lines():
        desk.go_to(spec.key)
    for widget in desk.editor.findChildren(QWidget):
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget


def test_what_is_unfolded_comes_into_view(desk, qtbot):
    desk.press("Enter")
    desk.type("5555")
    desk.press("Tab", "Tab", "Tab", "Space")
    frame = desk.form._frames["practices"]
    assert desk.form.part("practices").isVisible()

    def is_in_view():
        place = frame.mapTo(desk.form.viewport(), QPoint(0, 0)).y()
        return place >= 0 and place + frame.height() <= desk.form.viewport().height()

    qtbot.waitUntil(is_in_view)


def test_problems_unfold_their_part_and_others_are_told_in_the_bar(desk):
    desk.type("Budget")
    wrong = (Problem("tags", "Too many."), Problem("preparation.chance", "Chance should be less."))
    desk.editor._desk.show_problems(wrong, focus=True)
    assert desk.problem("notes", "tags") == "Too many."
    assert desk.form.place(QApplication.focusWidget()) == "notes"
    (message,) = desk.editor._desk.findChild(MessageBar).messages()
    assert message.text == "Chance should be less."


def test_a_full_disk_is_told_in_the_bar_and_the_form_stays(desk, tmp_path, monkeypatch):
    desk.type("Budget")
    error = FullError(tmp_path, "There is no room left.")

    def refuse(*_args, **_keywords):
        raise error

    with monkeypatch.context() as patch:
        patch.setattr(type(desk.journal.records), "save", refuse)
        desk.run("done")
    (message,) = desk.editor._desk.findChild(MessageBar).messages()
    assert message.text.startswith("There is no room left.")
    assert desk.record.title == "Budget"
    message.actions[0].run()
    assert desk.saved.title == "Budget"


def test_a_line_that_is_typed_below_the_window_comes_into_view(desk):
    desk.go_to("notes")
    desk.press(*["Enter"] * 9)
    area = QApplication.focusWidget()
    desk.qtbot.wait(50)
    bottom = area.viewport().mapTo(desk.form.viewport(), area.cursorRect().bottomLeft()).y()
    assert bottom <= desk.form.viewport().height()


def test_where_it_is_kept_is_said(desk):
    said = []
    for kept in Kept:
        desk.editor._desk.show_kept(kept)
        said.append(desk.editor._desk._kept.text())
    assert said[0] == ""
    assert len(set(said)) == len(Kept)
