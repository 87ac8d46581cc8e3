"""Places are made when wanted, told of changes when seen, and asked what they can do."""

from types import SimpleNamespace

import pytest

from negojournal.domain.change import Change
from negojournal.domain.draft import Draft
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.ui.shell.navigation import Navigation
from negojournal.ui.shell.page import JournalPage, PageEntry, PaperPlace, PersonPage, RecordPage
from negojournal.ui.shell.places import EDITOR, PLAN, Places
from tests.builders import build_record
from tests.ui.fakes import fake_workspace
from tests.ui.plain_editor import PlainEditor

pytestmark = pytest.mark.usefixtures("themed")
ID = NegotiationId("0")


class Plain(JournalPage):
    """Remember what it was told."""

    def __init__(self, workspace, parent=None):
        super().__init__(workspace, parent)
        self.told = []
        self.answers = {}

    def show_journal(self, journal):
        self.told.append(journal)

    def refresh(self):
        self.told.append("refresh")

    def commands(self):
        return self.answers


class Records(Plain, RecordPage):
    """Also show a record."""

    def show_record(self, record):
        self.told.append(record)

    def commands(self):
        return {"search": lambda: self.told.append("search")}


class People(Plain, PersonPage):
    """Also show a counterpart."""

    def show_person(self, name):
        self.told.append(("person", name))


class Paper(Plain, PaperPlace):
    """Also show a brief and reports."""

    def show_brief(self, record):
        self.told.append(("brief", record))

    def show_review(self, record):
        self.told.append(("review", record))

    def show_period(self, chosen):
        self.told.append(("period", chosen))


@pytest.fixture
def places(qtbot, tmp_path):
    made = []
    entries = (
        PageEntry("today", "&Today", "today", lambda: made.append("today") or Plain),
        PageEntry("journal", "&Journal", "journal", lambda: made.append("journal") or Records),
        PageEntry("people", "&Counterparts", "people", lambda: People, in_rail=False),
        PageEntry("paper", "Pap&er", "brief", lambda: Paper, in_rail=False),
    )
    one = Places(entries)
    qtbot.addWidget(one)
    one.made = made
    one.space = fake_workspace(tmp_path)
    one.form = PlainEditor(one.space)
    one.furnish(one.space, lambda _space: one.form)
    one.ways = Navigation(one, one.space.filter, one.space.tasks)
    one.ways.show_journal(SimpleNamespace())
    one.finished.connect(one.ways.leave_form)
    return one


def draft_of(*, is_new, status=Status.HELD):
    return Draft(build_record(status=status), "", is_new=is_new, saved_at=Moment("2026-01-05T09:00:00+00:00"))


def current(places):
    return places.currentWidget()


def test_a_page_is_made_when_it_is_first_wanted(places):
    places.ways.edit()
    assert places.made == []
    places.ways.go("today")
    places.ways.go("today")
    assert places.made == ["today"]
    assert places.key() == "today"


def test_places_take_the_journal_whenever_they_are_made(places):
    journal = SimpleNamespace()
    places.ways.go("today")
    places.show_journal(journal)
    assert current(places).told == [journal]
    assert places.editor.journal is journal
    places.ways.go("journal")
    assert current(places).told == [journal]


def test_a_change_reaches_what_is_seen_at_once_and_the_rest_when_it_is_shown(places):
    places.ways.go("journal")
    places.ways.go("today")
    today = current(places)
    places.space.bus.tell(Change())
    assert today.told == ["refresh"]
    places.ways.go("journal")
    assert current(places).told == ["refresh"]
    places.ways.go("today")
    assert today.told == ["refresh"]


def test_a_filter_makes_hidden_pages_stale_but_not_the_form(places):
    places.ways.go("journal")
    places.ways.go("today")
    places.ways.show_filter(Filter(search="rent"))
    assert places.space.filter.value() == Filter(search="rent")
    assert places.key() == "journal"
    assert current(places).told == ["refresh"]
    places.ways.edit()
    assert places.form.asked == ["new"]


def test_on_a_new_day_every_page_is_read_again_and_the_form_stays_as_it_is(places):
    places.ways.go("journal")
    places.ways.go("today")
    places.read_again()
    assert current(places).told == ["refresh"]
    places.ways.go("journal")
    assert current(places).told == ["refresh"]
    places.ways.edit()
    places.read_again()
    assert places.form.asked == ["new"]
    places.show_state(Plain(places.space))
    places.read_again()
    assert current(places).told == []


def test_the_form_opens_for_a_record_a_draft_or_nothing(places):
    places.ways.edit()
    places.ways.edit(ID)
    draft = draft_of(is_new=True)
    places.ways.continue_draft(draft)
    assert places.form.asked == ["new", ID, draft]
    assert places.is_form()


def test_a_record_of_the_journal_is_changed_within_it(places):
    seen = []
    places.shown.connect(seen.append)
    places.ways.edit()
    places.ways.edit(ID)
    places.ways.continue_draft(draft_of(is_new=True))
    places.ways.continue_draft(draft_of(is_new=True, status=Status.PLANNED))
    places.ways.continue_draft(draft_of(is_new=False, status=Status.PLANNED))
    assert seen == [EDITOR, "journal", EDITOR, PLAN, "journal"]


def test_the_form_opens_for_a_plan_and_for_what_was_made(places):
    plans = SimpleNamespace(as_review=lambda record: ("review", record), following=lambda record: ("after", record))
    journal = SimpleNamespace(plans=plans, records=SimpleNamespace(get=lambda record: ("record", record)))
    seen = []
    places.shown.connect(seen.append)
    places.ways.show_journal(None)
    places.ways.review(ID)
    places.ways.edit(ID)
    assert places.form.asked == []
    places.ways.show_journal(journal)
    places.ways.plan()
    places.ways.edit(ID, "terms")
    places.ways.review(ID)
    places.ways.follow(ID)
    assert places.form.asked == [
        "plan",
        (ID, "terms"),
        ("started", ("review", ("record", ID)), False),
        ("started", ("after", ID), True),
    ]
    assert seen == [PLAN, "journal", "journal", PLAN]


def test_links_lead_to_counterparts_and_to_paper(places):
    places.ways.open_person("Dana")
    assert current(places).told == [("person", "Dana")]
    places.ways.brief(ID)
    places.ways.report(ID)
    places.ways.report()
    assert current(places).told == [("brief", ID), ("review", ID), ("period", Filter())]


def test_another_paper_need_not_wait_for_the_one_before_to_be_set_again(places):
    places.ways.report()
    places.ways.go("journal")
    places.space.bus.tell(Change())
    places.ways.brief(ID)
    assert current(places).told == [("period", Filter()), ("brief", ID)]
    places.ways.go("journal")
    places.ways.go("paper")
    assert current(places).told == [("period", Filter()), ("brief", ID)]


def test_a_finished_form_shows_its_record(places):
    places.ways.edit()
    places.form.finished.emit(ID)
    assert places.key() == "journal"
    assert current(places).told == [ID]


def test_a_form_that_is_left_goes_back_to_the_page_before(places):
    places.ways.go("journal")
    places.ways.edit()
    places.form.finished.emit(None)
    assert places.key() == "journal"


def test_what_waited_is_done_and_leads_back_to_what_waits(places):
    seen = []
    places.ways.go("today")
    places.shown.connect(seen.append)
    places.ways.edit(ID)
    places.form.finished.emit(ID)
    assert seen == ["today", "today"]
    assert places.key() == "today"
    places.ways.edit()
    places.form.finished.emit(ID)
    assert places.key() == "journal"


def test_search_goes_to_the_journal(places):
    places.ways.edit()
    places.ways.search()
    assert current(places).told == ["search"]


def test_what_a_place_can_do_is_asked_when_it_is_shown_and_when_it_says_so(places):
    actions = places.space.actions
    places.ways.edit()
    assert actions.is_answered("keep")
    places.ways.go("today")
    assert not actions.is_answered("keep")
    current(places).answers = {"show-table": print}
    current(places).commands_changed.emit()
    assert actions.is_answered("show-table")
    places.form.commands_changed.emit()
    assert actions.is_answered("show-table")


def test_a_state_stands_in_for_the_places(places, qtbot):
    seen = []
    places.shown.connect(seen.append)
    places.ways.edit()
    state = Plain(places.space)
    places.show_state(state)
    places.show_state(state)
    assert current(places) is state
    assert not places.space.actions.is_answered("keep")
    places.ways.go(EDITOR)
    assert seen == [EDITOR, "", "", EDITOR]
