"""Make the list of the page Today from what waits, each thing with what can be done about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

from PySide6.QtCore import QCoreApplication

from negojournal.domain.agenda import Errand, Waiting
from negojournal.domain.draft import Draft
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status
from negojournal.ui.shell.offer import discarded_words
from negojournal.ui.today.entry import Entry, Group
from negojournal.ui.today.errand_words import detail, heading, title
from negojournal.ui.today.presenter import Contents, TodayPresenter
from negojournal.ui.widgets.button import LabelledAction
from negojournal.ui.widgets.locale_text import recent_text

DRAFTS = "drafts"
COMMITMENTS, FOLLOW_UPS, QUESTIONS = "commitments", "follow-ups", "questions"
"""The parts of the form in which these stand."""

ORDER = (
    Waiting.REVIEW,
    Waiting.COMMITMENT,
    Waiting.FOLLOW_UP,
    Waiting.PLAN,
    Waiting.STRATEGY,
    Waiting.DEEPEN,
)
"""The kinds, the most urgent first: memory fades soonest."""

TO_REVIEW = {Waiting.REVIEW, Waiting.PLAN}
"""The kinds that ask for a review; one that is begun stands among what is unfinished."""

Actions = tuple[LabelledAction, ...]


def groups_of(contents: Contents, presenter: TodayPresenter) -> tuple[Group, ...]:
    """Return what waits by kind, what is unfinished first; no group is empty."""
    made = (_drafts(contents.drafts, presenter), *(_errands(contents, kind, presenter) for kind in ORDER))
    return tuple(group for group in made if group.entries)


def _drafts(drafts: tuple[Draft, ...], presenter: TodayPresenter) -> Group:
    return Group(DRAFTS, _tr("Unfinished"), tuple(_draft(draft, presenter) for draft in drafts))


def _draft(draft: Draft, presenter: TodayPresenter) -> Entry:
    go_on = LabelledAction(_tr("Continue"), partial(presenter.navigator.continue_draft, draft))
    forget = LabelledAction(_tr("Discard"), partial(presenter.discard, draft, discarded_words()))
    name = draft.record.title.strip() or _tr("Without a title")
    return Entry(name, _tr("since {since}").format(since=recent_text(draft.saved_at)), (go_on, forget))


def _errands(contents: Contents, kind: Waiting, presenter: TodayPresenter) -> Group:
    agenda = contents.agenda
    begun = {draft.record.id for draft in contents.drafts if draft.record.status is not Status.PLANNED}
    waiting = (errand for errand in agenda.errands if errand.kind is kind)
    found = (errand for errand in waiting if not (kind in TO_REVIEW and errand.id in begun))
    entries = (
        Entry(title(errand), detail(errand, agenda.day), tuple(_actions(errand, agenda.day, presenter)))
        for errand in found
    )
    return Group(kind, heading(kind), tuple(entries), is_offer=kind is Waiting.DEEPEN)


def _actions(errand: Errand, day: date, presenter: TodayPresenter) -> Iterator[LabelledAction]:
    if errand.id is None:
        yield LabelledAction(_tr("Look at it"), partial(presenter.navigator.go, "strategy"))
        return
    yield from ANSWERS[errand.kind](errand, errand.id, presenter)
    if errand.kind is Waiting.PLAN and errand.due_on == day:
        yield LabelledAction(_tr("Review"), partial(presenter.navigator.review, errand.id))


def _review(_errand: Errand, record: NegotiationId, presenter: TodayPresenter) -> Actions:
    return (
        LabelledAction(_tr("Review"), partial(presenter.navigator.review, record)),
        LabelledAction(_tr("Change the plan"), partial(presenter.navigator.edit, record)),
    )


def _follow_up(errand: Errand, record: NegotiationId, presenter: TodayPresenter) -> Actions:
    number = errand.number or 0
    later = _tr("“{title}” comes back in two weeks.").format(title=errand.title)
    skipped = _tr("The follow-up of “{title}” was skipped.").format(title=errand.title)
    return (
        LabelledAction(_tr("Look again"), partial(presenter.navigator.edit, record, FOLLOW_UPS)),
        LabelledAction(_tr("In two weeks"), partial(presenter.postpone, record, number, later)),
        LabelledAction(_tr("Skip"), partial(presenter.skip, record, number, skipped)),
    )


def _commitment(errand: Errand, record: NegotiationId, presenter: TodayPresenter) -> Actions:
    number = errand.number or 0
    kept, broken = (said.format(what=errand.what) for said in (_tr("Kept: “{what}”."), _tr("Not kept: “{what}”.")))
    return (
        LabelledAction(_tr("Kept"), partial(presenter.keep_promise, record, number, kept)),
        LabelledAction(_tr("Not kept"), partial(presenter.break_promise, record, number, broken)),
        LabelledAction(_tr("Open"), partial(presenter.navigator.edit, record, COMMITMENTS)),
    )


def _plan(_errand: Errand, record: NegotiationId, presenter: TodayPresenter) -> Actions:
    return (
        LabelledAction(_tr("Open"), partial(presenter.navigator.edit, record)),
        LabelledAction(_tr("Brief"), partial(presenter.navigator.brief, record)),
    )


def _deepen(_errand: Errand, record: NegotiationId, presenter: TodayPresenter) -> Actions:
    return (LabelledAction(_tr("Write more"), partial(presenter.navigator.edit, record, QUESTIONS)),)


ANSWERS: dict[Waiting, Callable[[Errand, NegotiationId, TodayPresenter], Actions]] = {
    Waiting.REVIEW: _review,
    Waiting.FOLLOW_UP: _follow_up,
    Waiting.COMMITMENT: _commitment,
    Waiting.PLAN: _plan,
    Waiting.DEEPEN: _deepen,
}
"""What can be done about a thing of each kind that belongs to a negotiation."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Today", text)
