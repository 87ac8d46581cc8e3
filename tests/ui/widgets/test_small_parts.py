"""Field, fold, empty state, buttons, texts, bars, marks, flow layout and day editor: what is pressed and kept."""

import pytest
from PySide6.QtCore import QDate, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QPushButton, QWidget

from negojournal.domain.outcome import Outcome
from negojournal.ui.widgets.button import LabelledAction, icon_button, main_button, plain_button, quiet_button
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.date_edit import DateEdit
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.flow_layout import FlowLayout
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.locale_text import size_text
from negojournal.ui.widgets.outcome_mark import OutcomeMark, draw_outcome_mark
from negojournal.ui.widgets.score_bars import draw_score_bars, scores_text
from negojournal.ui.widgets.text import Hairline, Text, TextRole, breakable, line_width
from negojournal.ui.widgets.theme import look


def test_a_field_names_its_control_and_shows_the_problem_beside_it(shown):
    field = shown(Field("&Title", QLineEdit(), hint="In a few words"))
    label = next(each for each in field.findChildren(QLabel) if each.text() == "&Title")
    assert label.buddy() is field.control
    assert field.control.accessibleName() == "Title"
    assert field.control.accessibleDescription() == "In a few words"
    field.show_problem("Give it a title.")
    assert field.problem() == "Give it a title."
    assert field.control.accessibleDescription() == "Give it a title."
    assert [each.text() for each in field.findChildren(QLabel) if each.isVisible()] == ["&Title", "Give it a title."]
    field.show_problem("")
    assert field.control.accessibleDescription() == "In a few words"
    assert [each.text() for each in field.findChildren(QLabel) if each.isVisible()] == ["&Title", "In a few words"]


def test_a_field_keeps_a_name_that_is_there(qtbot):
    control = QLineEdit()
    control.setAccessibleName("Title of the negotiation")
    field = Field("&Title", control)
    qtbot.addWidget(field)
    assert control.accessibleName() == "Title of the negotiation"


def test_a_problem_is_read_after_the_value_of_a_choice(qtbot):
    field = Field("Channel", ChoiceRow({"video": "Video"}))
    qtbot.addWidget(field)
    assert field.control.accessibleDescription() == "nothing chosen"
    field.control.show_chosen("video")
    field.show_problem("Choose another.")
    assert field.control.accessibleDescription() == "Video. Choose another."
    field.show_problem("")
    assert field.control.accessibleDescription() == "Video"


def test_a_problem_is_read_where_the_keys_go(qtbot):
    field = Field("Tags", ChipField())
    qtbot.addWidget(field)
    field.show_problem("A tag has no comma.")
    assert field.control.focusProxy().accessibleDescription() == "A tag has no comma."
    assert field.control.focusProxy().accessibleName() == "Tags"


def test_a_fold_opens_and_closes(shown, qtbot):
    content = QLineEdit()
    fold = shown(Fold("Traps", content))
    heading = fold.findChild(QPushButton)
    told = []
    fold.toggled.connect(told.append)
    assert not content.isVisible()
    qtbot.mouseClick(heading, Qt.MouseButton.LeftButton)
    assert content.isVisible()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Space):
        qtbot.keyClick(heading, key)
    assert told == [True, False, True]
    assert fold.is_open()
    fold.set_open(False)
    assert not content.isVisible()
    assert told == [True, False, True]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_fold_opens_by_the_keys_of_a_button(shown, qtbot, key):
    fold = shown(Fold("Traps", QPushButton("One")))
    heading = fold.findChild(QPushButton)
    heading.setFocus()
    qtbot.keyClick(heading, key)
    assert fold.is_open()


def test_a_fold_takes_its_content_later_and_another_after_that(shown):
    fold = shown(Fold("Traps"))
    fold.set_open(True)
    first, second = QLineEdit(), QLineEdit()
    fold.set_content(first)
    assert first.isVisible()
    fold.set_content(second)
    assert second.isVisible()
    assert not first.isVisible()
    assert fold.content is second


def test_a_fold_says_what_is_filled_in(shown):
    fold = shown(Fold("Traps"))
    fold.show_summary("2 marked")
    assert "2 marked" in [each.text() for each in fold.findChildren(QLabel) if each.isVisible()]
    assert fold.findChild(QPushButton).accessibleDescription() == "2 marked"


def test_a_long_word_on_what_is_filled_in_is_cut_by_an_ellipsis(shown):
    """Two texts that differ past the edge look the same, and not as the part of them that would fit does."""
    fold = shown(Fold("Traps"), width=300)
    pictures = []
    for text in (40 * "m" + "a", 40 * "m" + "b", 40 * "m"):
        fold.show_summary(text)
        pictures.append(fold.grab().toImage())
    assert fold.width() == 300
    assert pictures[0] == pictures[1] == pictures[2]
    fold.show_summary("m")
    metrics = fold.findChild(QLabel).fontMetrics()
    fold.resize(fold.width() - fold.findChild(QLabel).width() + metrics.horizontalAdvance("m…"), fold.height())
    for text in ("m…", "mmm"):
        fold.show_summary(text)
        pictures.append(fold.grab().toImage())
    assert pictures[3] == pictures[4]


def test_an_empty_page_says_how_to_begin(shown, qtbot):
    pressed = []
    state = shown(
        EmptyState(
            "No reviews yet",
            "A review takes a minute.",
            [LabelledAction(label, lambda label=label: pressed.append(label)) for label in ("Start", "Look")],
        )
    )
    start, other = state.findChildren(QPushButton)
    assert (start.property("kind"), other.property("kind")) == ("main", "plain")
    for button in (start, other):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pressed == ["Start", "Look"]
    state.show_state("Nothing found", "Try fewer words.")
    assert [each.text() for each in state.findChildren(QLabel)] == ["Nothing found", "Try fewer words."]
    assert not any(button.isVisible() for button in state.findChildren(QPushButton))


@pytest.mark.parametrize("make", [main_button, plain_button, quiet_button])
def test_buttons_do_what_they_say_and_are_large_enough(shown, qtbot, make):
    pressed = []
    button = shown(make("Done", lambda: pressed.append(1)))
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1]
    assert button.sizeHint().height() >= 24


def test_an_icon_button_has_a_name_and_takes_the_focus(shown, qtbot):
    pressed = []
    button = shown(icon_button("search", "Search", lambda: pressed.append(1)))
    assert (button.toolTip(), button.accessibleName()) == ("Search", "Search")
    assert button.focusPolicy() == Qt.FocusPolicy.StrongFocus
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert pressed == [1]
    assert min(button.sizeHint().width(), button.sizeHint().height()) >= 24


def test_running_text_is_no_wider_than_reads_well(shown):
    assert shown(Text("word " * 200), width=2000).width() <= line_width()
    assert shown(Text("word " * 200, limited=False), width=2000).width() == 2000


def test_text_is_never_read_as_markup(qtbot):
    text = Text("<b>Mara</b> & Co")
    qtbot.addWidget(text)
    assert text.textFormat() == Qt.TextFormat.PlainText


def test_a_hairline_is_thin(qtbot):
    across, down = Hairline(), Hairline(Qt.Orientation.Vertical)
    for line in (across, down):
        qtbot.addWidget(line)
    assert (across.maximumHeight(), down.maximumWidth()) == (1, 1)


def painted(draw, side=60) -> QImage:
    image = QImage(side, side, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    draw(painter, QRectF(0, 0, side, side))
    painter.end()
    return image


def count(image, text) -> int:
    return sum(image.pixelColor(x, y) == QColor(text) for x in range(image.width()) for y in range(image.height()))


def test_marks_differ_in_colour_and_shape_and_look_equally_large():
    areas = []
    for outcome in Outcome:
        image = painted(lambda painter, rect, which=outcome: draw_outcome_mark(painter, rect, which))
        areas.append(count(image, look().theme.outcomes[outcome].colour))
    assert len(set(areas)) == 4
    assert all(1500 < area < 3000 for area in areas)


def test_a_mark_goes_with_the_text_beside_it(shown):
    mark = OutcomeMark(Outcome.SELF)
    shown(mark)
    assert mark.minimumSizeHint() == mark.sizeHint()
    assert count(mark.grab().toImage(), look().theme.outcomes[Outcome.SELF].colour) > 10


def test_a_higher_score_has_a_higher_bar_and_a_missing_one_none():
    colours = {outcome: look().theme.outcomes[outcome].colour for outcome in Outcome}

    def drawn(score):
        image = painted(lambda painter, rect: draw_score_bars(painter, rect, {Outcome.PROCESS: score}))
        return count(image, colours[Outcome.PROCESS])

    assert drawn(None) == 0
    assert 0 < drawn(1.0) < drawn(4.0) < drawn(7.0)


def test_every_score_stays_inside_its_place():
    for score in (1.0, 7.0):
        image = painted(lambda painter, rect, at=score: draw_score_bars(painter, rect, dict.fromkeys(Outcome, at)))
        for outcome in Outcome:
            assert count(image, look().theme.outcomes[outcome].colour) > 0
        edges = [image.pixelColor(x, 0) for x in range(image.width())]
        assert all(edge == QColor("white") for edge in edges)


def test_scores_in_words():
    scores = {Outcome.INSTRUMENTAL: 5.25, Outcome.SELF: 7.0, Outcome.PROCESS: None}
    assert scores_text(scores) == "Instrumental 5.3, Process –, Relationship –, Self 7.0"


def test_widgets_flow_like_words(shown):
    page = QWidget()
    flow = FlowLayout(page, gap=8)
    parts = [QPushButton(f"Number {number}") for number in range(6)]
    for part in parts:
        flow.addWidget(part)
    flow.insert_widget(0, late := QPushButton("Late"))
    shown(page, width=1200)
    assert {part.y() for part in parts} == {0}
    assert late.x() < parts[0].x()
    page.resize(page.minimumSizeHint().width() + 20, 400)
    assert len({part.y() for part in parts}) == 6
    parts[0].hide()
    assert page.layout().count() == 7
    flow.takeAt(0).widget().deleteLater()
    assert flow.itemAt(9) is None
    assert flow.takeAt(9) is None
    assert not flow.expandingDirections()


def test_a_day_is_typed_or_taken_from_the_calendar(shown, qtbot):
    edit = shown(DateEdit())
    assert edit.date() == QDate.currentDate()
    told = []
    edit.edited.connect(lambda: told.append(edit.date().toString("yyyy-MM-dd")))
    edit.show_date(QDate(2026, 3, 9))
    assert told == []
    edit.findChild(QLineEdit).selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Home)
    qtbot.keyClick(edit, Qt.Key.Key_Up)
    assert told == ["2027-03-09"]
    edit.calendarWidget().activated.emit(QDate(2026, 3, 10))
    assert isinstance(edit.calendarWidget(), QCalendarWidget)


def test_a_word_that_no_line_has_room_for_may_break(shown):
    """The word keeps all its letters and other words are left as they are."""
    word = "Rahmenvertragsverlängerungsverhandlung"
    title = shown(Text(breakable(f"Die {word}"), TextRole.TITLE), width=300)
    assert title.minimumSizeHint().width() <= 300
    assert title.text().replace("\u200b", "") == f"Die {word}"
    assert breakable("Leadership programme: 2,000 EUR") == "Leadership programme: 2,000 EUR"


@pytest.mark.parametrize(("size", "words"), [(274_432, "274 kB"), (1_500_000, "1.5 MB")])
def test_a_size_is_told_in_thousands(size, words):
    assert size_text(size) == words
