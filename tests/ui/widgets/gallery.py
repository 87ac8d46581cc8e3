"""Show every widget, to be looked at: `python tests/ui/widgets/gallery.py [light|dark]`."""

import sys

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QScrollArea,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from negojournal.catalog.theme import load_theme
from negojournal.domain.outcome import Outcome
from negojournal.domain.questionnaire import Item
from negojournal.domain.theme import Scheme
from negojournal.paths import resource_folder
from negojournal.ui.widgets.button import (
    LabelledAction,
    icon_button,
    main_button,
    plain_button,
    quiet_button,
)
from negojournal.ui.widgets.chip import Chip
from negojournal.ui.widgets.chip_field import ChipField
from negojournal.ui.widgets.choice_row import ChoiceRow
from negojournal.ui.widgets.date_edit import DateEdit
from negojournal.ui.widgets.empty_state import EmptyState
from negojournal.ui.widgets.field import Field
from negojournal.ui.widgets.flow_layout import FlowLayout
from negojournal.ui.widgets.fold import Fold
from negojournal.ui.widgets.icon import app_icon
from negojournal.ui.widgets.message_bar import Message, MessageBar, MessageKind
from negojournal.ui.widgets.rating_group import RatingGroup
from negojournal.ui.widgets.score_bars import draw_score_bars, score_bars_size
from negojournal.ui.widgets.text import Hairline, Text, TextRole
from negojournal.ui.widgets.text_area import TextArea
from negojournal.ui.widgets.theme import apply_theme, spaced

ITEMS = (
    Item(
        "instrumental_1",
        Outcome.INSTRUMENTAL,
        "How well do these terms serve you?",
        "Not at all",
        "Partly",
        "Fully",
    ),
    Item(
        "process_1",
        Outcome.PROCESS,
        "Did they listen to what you had to say, and did what you said show in what they did next?",
        "Not at all",
        "Now and then",
        "All the time",
    ),
    Item(
        "relationship_1",
        Outcome.RELATIONSHIP,
        "What impression did they make?",
        "Very bad",
        "Neither good nor bad",
        "Very good",
    ),
    Item(
        "self_1",
        Outcome.SELF,
        "Do you feel less or more able as a negotiator?",
        "Much less able",
        "Neither",
        "Much more able",
    ),
)


def nothing() -> None:
    """Be what a button of the gallery does."""


def form() -> QWidget:
    page = QWidget()
    column = spaced(QVBoxLayout(page), gap=16, margin=24)
    column.addWidget(Text("Renewal of the learning platform", TextRole.TITLE))
    bar = MessageBar()
    column.addWidget(bar)
    bar.show_message(Message("“Budget for Q3” is in the bin.", actions=(LabelledAction("Undo", nothing),), key="undo"))
    bar.show_message(
        Message(
            "The journal can’t be written: the disk is full. What you typed is safe. Make room, then try again.",
            MessageKind.ERROR,
            (LabelledAction("Try again", nothing),),
        )
    )
    bar.show_message(Message("The opening offer is beyond the goal.", MessageKind.WARNING, key="range"))
    title = Field("&Title", QLineEdit(), "What you would call it in a month")
    column.addWidget(title)
    wrong = Field("&Date", DateEdit())
    wrong.show_problem("There is no 31 February; choose a day from 1 to 29.")
    column.addWidget(wrong)
    who = ChipField("Add a person or organisation")
    who.show_texts(["Mara Lindqvist", "Northwind Learning GmbH", "Procurement"])
    who.show_completions(["Mara Lindqvist", "Maria Silva", "Omar"])
    column.addWidget(Field("&Counterparts", who))
    column.addWidget(Field("Ta&gs", ChipField("Add a tag")))
    channel = ChoiceRow(
        {"in-person": "In person", "video": "Video", "phone": "Phone", "email": "E-mail", "chat": "Chat"},
        name="Channel",
    )
    channel.show_chosen("video")
    column.addWidget(Field("C&hannel", channel))
    column.addStretch()
    return scrolled(page)


def ratings() -> QWidget:
    page = QWidget()
    column = spaced(QVBoxLayout(page), gap=16, margin=24)
    column.addWidget(Text("Ratings", TextRole.HEADING))
    group = RatingGroup(ITEMS)
    group.show_answers({"instrumental_1": 5, "process_1": None, "relationship_1": 6})
    column.addWidget(group)
    group.focus_first()
    column.addStretch()
    return scrolled(page)


def notes() -> QWidget:
    page = QWidget()
    column = spaced(QVBoxLayout(page), gap=16, margin=24)
    note = TextArea("What happened?", 2)
    note.show_text("They opened at 48 000.\nWe spoke about onboarding first, which helped.\nThen the pilot.")
    column.addWidget(Field("&What happened", note))
    column.addWidget(Field("W&hy", TextArea("Why was it different?")))
    fold = Fold("Traps", Text("Eight things that go wrong."))
    fold.show_summary("2 marked")
    column.addWidget(fold)
    opened = Fold("Practices", Text("Well, partly, not, not relevant.", TextRole.MUTED))
    opened.set_open(True)
    column.addWidget(opened)
    column.addStretch()
    return scrolled(page)


def scrolled(page: QWidget) -> QWidget:
    area = QScrollArea(widgetResizable=True)
    area.setWidget(page)
    return area


def controls() -> QWidget:
    page = QWidget()
    column = spaced(QVBoxLayout(page), gap=16, margin=24)
    for row in (buttons(), inputs(), chips(), scores(), icons()):
        column.addWidget(row)
        column.addWidget(Hairline())
    column.addWidget(table())
    column.addStretch()
    return page


def row_of(*widgets: QWidget) -> QWidget:
    row = QWidget()
    line = spaced(QHBoxLayout(row))
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch()
    return row


def buttons() -> QWidget:
    disabled, main = plain_button("Disabled"), main_button("Not now")
    disabled.setEnabled(False)
    main.setEnabled(False)
    return row_of(
        main_button("Done"),
        plain_button("Look at a sample journal"),
        quiet_button("Undo"),
        disabled,
        main,
        icon_button("search", "Search"),
        icon_button("delete", "Delete"),
    )


def inputs() -> QWidget:
    box = QComboBox()
    box.addItems(["Budgets", "Vendor agreements"])
    check = QCheckBox("Hide amounts")
    check.setChecked(True)
    progress = QProgressBar()
    progress.setValue(40)
    return row_of(QLineEdit("Text"), box, DateEdit(), check, progress)


def chips() -> QWidget:
    return row_of(Chip("Area: vendor agreements"), Chip("Tag: renewal"), quiet_button("Clear all"))


def scores() -> QWidget:
    labels = []
    for values in ((7, 7, 7, 7), (5.5, 4, 6.2, 3), (1, 1, 1, 1), (None, 4, None, 4)):
        image = QPixmap(score_bars_size())
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        draw_score_bars(painter, QRectF(image.rect()), dict(zip(Outcome, values, strict=True)))
        painter.end()
        label = QLabel()
        label.setPixmap(image)
        labels.append(label)
    return row_of(*labels)


def icons() -> QWidget:
    page = QWidget()
    flow = FlowLayout(page, gap=4)
    for file in sorted((resource_folder() / "icons").glob("*.svg")):
        flow.addWidget(icon_button(file.stem, file.stem))
    return page


def table() -> QWidget:
    tree = QTreeWidget()
    tree.setHeaderLabels(["Date", "Title", "With"])
    tree.setRootIsDecorated(False)
    for line in (["3 Oct", "Renewal of the platform", "Mara"], ["28 Sep", "Delivery of module 3", "Omar"]):
        tree.addTopLevelItem(QTreeWidgetItem(line))
    tree.setCurrentItem(tree.topLevelItem(0))
    return tree


def main() -> None:
    app = QApplication(sys.argv[:1])
    apply_theme(app, load_theme(resource_folder() / "theme"), Scheme((*sys.argv, "system")[1]))
    app.setWindowIcon(app_icon())
    tabs = QTabWidget()
    tabs.addTab(form(), "Form")
    tabs.addTab(controls(), "Controls")
    tabs.addTab(ratings(), "Ratings")
    tabs.addTab(notes(), "Notes")
    tabs.addTab(
        EmptyState(
            "No reviews yet",
            "A review takes less than a minute: a title, four ratings, done.",
            (LabelledAction("Start writing", nothing), LabelledAction("Look at a sample journal", nothing)),
        ),
        "Empty",
    )
    tabs.setCurrentIndex(int((*sys.argv, "0", "0")[2]))
    window = QMainWindow()
    window.setCentralWidget(tabs)
    window.resize(1000, 660)
    window.show()
    sys.exit(app.exec())


if __name__ == "__main__":
    main()
