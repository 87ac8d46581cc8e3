"""What is said of things that wait, and what can be done about them."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from negojournal.domain.agenda import WAITING_WORDS, Agenda, Errand, Waiting
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.preparation import Side
from negojournal.ui.today.entries import groups_of
from negojournal.ui.today.errand_words import detail, due_words, heading, near_day, title
from negojournal.ui.today.presenter import Contents, TodayPresenter
from tests.builders import build_record
from tests.ui.fakes import RecordingMessages, RecordingNavigator, SyncTasks

DAY = date(2026, 11, 23)
ID = NegotiationId("1")
NAMES = ("Dana", "Ola")


def errand(kind, due_on=DAY, **changes):
    if kind is Waiting.STRATEGY:
        return Errand(kind, due_on)
    return Errand(kind, due_on, **({"id": ID, "title": "Rent", "counterparts": NAMES} | changes))


COMMITMENT = errand(
    Waiting.COMMITMENT, DAY - timedelta(days=3), number=1, owner=Side.ME, what="Send the draft", counterparts=("Dana",)
)


@pytest.fixture
def presenter():
    return TodayPresenter(None, SyncTasks(), RecordingMessages(), RecordingNavigator(), None)


@pytest.mark.parametrize(
    ("days", "said"),
    [(-12, "11 Nov 2026"), (-1, "yesterday"), (0, "today"), (1, "tomorrow"), (2, "25 Nov 2026")],
)
def test_near_days_have_words(days, said):
    assert near_day(DAY + timedelta(days=days), DAY) == said


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (-31, "late since 23 Oct 2026"),
        (-30, "30 days late"),
        (-3, "3 days late"),
        (-1, "a day late"),
        (0, "due today"),
        (1, "due tomorrow"),
        (7, "due 30 Nov 2026"),
    ],
)
def test_what_is_due_and_what_is_late(days, said):
    assert due_words(DAY + timedelta(days=days), DAY) == said


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (errand(Waiting.REVIEW, DAY - timedelta(days=1)), "yesterday · Dana, Ola"),
        (errand(Waiting.PLAN, DAY + timedelta(days=1)), "tomorrow · Dana, Ola"),
        (errand(Waiting.FOLLOW_UP), "due today · Dana, Ola"),
        (COMMITMENT, "3 days late · yours · Rent · Dana"),
        (errand(Waiting.COMMITMENT, None, owner=Side.THEM, what="Pay", counterparts=()), "theirs · Rent"),
        (errand(Waiting.DEEPEN, None), "Dana, Ola"),
        (errand(Waiting.STRATEGY), ""),
    ],
)
def test_details(one, said):
    assert detail(one, DAY) == said


def test_titles():
    assert title(COMMITMENT) == "Send the draft"
    assert title(errand(Waiting.REVIEW)) == "Rent"
    assert title(errand(Waiting.STRATEGY)).startswith("A quarter")


def test_every_kind_has_a_heading():
    assert [heading(kind) for kind in Waiting] == [WAITING_WORDS[kind] for kind in Waiting]


def test_groups_stand_in_order_and_none_is_empty(presenter):
    draft = Draft(build_record(1), "", is_new=True, saved_at=Moment("2026-01-05T09:00:00+00:00"))
    errands = (errand(Waiting.DEEPEN, None), errand(Waiting.REVIEW), COMMITMENT, errand(Waiting.REVIEW))
    groups = groups_of(Contents((draft,), Agenda(DAY, errands)), presenter)
    assert [(group.heading, len(group.entries)) for group in groups] == [
        ("Unfinished", 1),
        ("How did it go?", 2),
        ("Commitments", 1),
        ("Worth a few more lines", 1),
    ]
    assert groups_of(Contents((), Agenda(DAY)), presenter) == ()


def test_a_plan_of_another_day_is_not_reviewed_yet(presenter):
    tomorrow = errand(Waiting.PLAN, DAY + timedelta(days=1))
    (group,) = groups_of(Contents((), Agenda(DAY, (tomorrow,))), presenter)
    assert [action.label for action in group.entries[0].actions] == ["Open", "Brief"]


@pytest.mark.parametrize(
    ("kind", "label", "call"),
    [
        (Waiting.REVIEW, "Review", ("review", ID)),
        (Waiting.REVIEW, "Change the plan", ("edit", ID)),
        (Waiting.FOLLOW_UP, "Look again", ("edit", (ID, "follow-ups"))),
        (Waiting.COMMITMENT, "Open", ("edit", (ID, "commitments"))),
        (Waiting.PLAN, "Open", ("edit", ID)),
        (Waiting.PLAN, "Brief", ("brief", ID)),
        (Waiting.PLAN, "Review", ("review", ID)),
        (Waiting.STRATEGY, "Look at it", ("go", "strategy")),
        (Waiting.DEEPEN, "Write more", ("edit", (ID, "questions"))),
    ],
)
def test_ways(presenter, kind, label, call):
    (group,) = groups_of(Contents((), Agenda(DAY, (errand(kind),))), presenter)
    (action,) = (action for action in group.entries[0].actions if action.label == label)
    action.run()
    assert presenter.navigator.calls == [call]


def test_a_review_that_is_begun_is_unfinished_and_not_asked_for_again(presenter):
    plan = build_record(id=ID, status=Status.PLANNED)
    asked = Agenda(DAY, (errand(Waiting.REVIEW), errand(Waiting.COMMITMENT, number=0, owner=Side.ME, what="Send it")))
    begun = Draft(replace(plan, status=Status.HELD), "", is_new=False, saved_at=Moment("2026-11-23T09:00:00+00:00"))
    changed = replace(begun, record=plan)
    keys = [[group.key for group in groups_of(Contents((draft,), asked), presenter)] for draft in (begun, changed)]
    assert keys == [["drafts", Waiting.COMMITMENT], ["drafts", Waiting.REVIEW, Waiting.COMMITMENT]]
