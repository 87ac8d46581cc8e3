"""The brief: on one page, what to know just before a meeting."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from negojournal.domain.agreement import Commitment
from negojournal.domain.case import Case
from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import day_text
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import OVERALL
from negojournal.domain.preparation import Frame, Preparation, Side
from negojournal.domain.promise import State, state_of
from negojournal.domain.scoring import score_text
from negojournal.domain.summary import Intention
from negojournal.domain.theme import Palette
from negojournal.exchange.bargain import pie_blocks, term_blocks
from negojournal.exchange.fact import facts_of, names_of, units_of
from negojournal.exchange.fitting import height_of
from negojournal.exchange.paper import Aside, Block, Column, Heading, Lead, Note, Paper, Table, counted, line
from negojournal.exchange.passage import Passage, dated, either, joined, said
from negojournal.exchange.plan import interests_of

SEEN_AS = {Frame.PARTNER: "a partner", Frame.OPPONENT: "an opponent"}


@dataclass(frozen=True, slots=True)
class History:
    """Hold earlier negotiations, newest first; where there are too many to read, not `is_whole`."""

    cases: tuple[Case, ...] = ()
    is_whole: bool = True


@dataclass(frozen=True, slots=True)
class Background:
    """Hold what the journal knows that bears on a negotiation; `trap` is a label with its count."""

    with_them: History = History()
    in_area: History = History()
    interests: tuple[str, ...] = ()
    promises: tuple[Commitment, ...] = ()
    intention: Intention | None = None
    trap: tuple[str, int] | None = None
    focus: str | None = None
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Matter:
    """Hold what a brief is made from."""

    record: Negotiation
    background: Background
    catalog: Catalog
    palette: Palette
    day: date


@dataclass(frozen=True, slots=True)
class Room:
    """Say how much there is room for: rows of a table, lines of a list, characters of a text."""

    rows: int
    lines: int
    characters: int


ROOMS = (Room(8, 6, 400), Room(6, 5, 300), Room(5, 4, 220), Room(4, 3, 160), Room(3, 2, 120), Room(2, 1, 80))
"""From ample to tight; a page takes the first that fits."""

PAGE_HEIGHT = 970.0
"""Of the text on a page of A4, in pixels of 1/96 inch."""

LEAST_SCALE = 0.86
"""How small the type may get before something is left out."""


def build_brief(matter: Matter) -> Paper:
    """Return the brief with as much in it as one page has room for, the least important left out first."""
    for room in ROOMS:
        paper = _brief(matter, room)
        scale = PAGE_HEIGHT / height_of(paper)
        if scale >= LEAST_SCALE:
            break
    return replace(paper, scale=min(max(scale, LEAST_SCALE), 1.0))


def _brief(matter: Matter, room: Room) -> Paper:
    record = matter.record
    return Paper(
        "Brief",
        matter.day,
        line(record.title, room.characters),
        facts_of(record, matter.catalog),
        (*_lead(matter, room), *_terms(matter, room), *_sides(matter, room), *_course(matter, room)),
        names=_names(matter),
        units=units_of(matter.record),
        one_page=True,
    )


def _names(matter: Matter) -> tuple[str, ...]:
    background = matter.background
    others = (name for case in (*background.with_them.cases, *background.in_area.cases) for name in case.counterparts)
    return tuple(dict.fromkeys((*names_of((matter.record,)), *others)))


def _lead(matter: Matter, room: Room) -> Iterator[Block]:
    intention = matter.background.intention
    if intention:
        label = f"What I meant to do next time, {day_text(intention.held_at.day)}"
        yield Lead(label, line(intention.next_time, room.characters))


def _terms(matter: Matter, room: Room) -> Iterator[Block]:
    plan, record = matter.record.preparation, matter.record
    if plan is None or plan == Preparation():
        yield Note("Nothing is prepared yet; this is what the journal knows.")
        return
    yield from term_blocks(plan, matter.palette, room.rows, agreed=False)
    if plan.exchanges:
        yield from pie_blocks(plan, record.currency, matter.palette, room.rows)


def _sides(matter: Matter, room: Room) -> Iterator[Block]:
    """Yield both sides beside each other: what is wanted, and why."""
    plan = matter.record.preparation or Preparation()
    mine = (
        *_text("What I want", plan.my_position, room),
        *_list("Why I want it", interests_of(plan.my_interests, plan.their_interests), room),
        *_list("Why they would say yes", plan.yes_reasons, room),
    )
    theirs = (
        *_text("What they want", plan.their_position, room),
        *_list("Why they want it", interests_of(plan.their_interests, plan.my_interests), room),
        *_list("Why they would say no", (joined(each.reason, each.answer) for each in plan.no_reasons), room),
    )
    if mine or theirs:
        yield Aside(mine, theirs)


def _course(matter: Matter, room: Room) -> Iterator[Block]:
    """Yield how to go about it beside what the journal knows."""
    manner, past = tuple(_manner(matter, room)), tuple(_past(matter, room))
    heading = (Heading("How I go about it"),) if manner else ()
    left: tuple[Block, ...] = (*heading, *manner, *_questions(matter, room))
    if past and left:
        yield Aside(left, (Heading("From the journal"), *past))
    else:
        yield from (left or past)


def _questions(matter: Matter, room: Room) -> Iterator[Block]:
    plan = matter.record.preparation
    own = tuple(entry.label for entry in matter.catalog.of(EntryKind.QUESTION))
    if questions := (plan.questions if plan else ()) or own:
        yield Heading("Questions to bring")
        yield from _list("", questions, room)


def _manner(matter: Matter, room: Room) -> Iterator[Passage]:
    plan = matter.record.preparation or Preparation()
    purposes = (matter.catalog.label(EntryKind.PURPOSE, key) for key in matter.record.purposes)
    yield from _text("What it is for", ", ".join(purposes), room)
    yield from _text("If there is no deal", plan.best_alternative, room)
    yield from _text("When I stop", plan.stop_rule, room)
    yield from said("In what spirit", _spirit(plan))
    yield from _list("What could fail", (joined(each.cause, each.mitigation) for each in plan.risks), room)
    rules = (joined(each.text, either(each.agreed, "agreed", "not agreed")) for each in plan.rules)
    yield from _list("Rules of the game", rules, room)


def _spirit(plan: Preparation) -> str:
    parts = (
        plan.frame and f"I see them as {SEEN_AS[plan.frame]}",
        plan.method and f"{plan.method} method",
        plan.their_method and f"theirs probably {plan.their_method}",
        None if plan.chance is None else f"chance of the goal {plan.chance:.0%}",
    )
    return joined(*parts, by=", ")


def _past(matter: Matter, room: Room) -> Iterator[Block]:
    background = matter.background
    yield from _history("With them", background.with_them, room)
    yield from _history("In this area", background.in_area, room)
    known = matter.record.preparation.their_interests if matter.record.preparation else ()
    cared = (interest for interest in background.interests if interest not in known)
    yield from _list("What else they cared about" if known else "What they cared about", cared, room)
    for side, label in ((Side.ME, "What I still owe them"), (Side.THEM, "What they still owe me")):
        yield from _list(label, (_promise(one, matter.day) for one in background.promises if one.owner is side), room)
    if background.trap:
        label, times = background.trap
        yield from _text("The usual trap", f"{label} ({counted(times, 'time', 'times')})", room)
    yield from _text("The trap I watch this month", background.focus, room)
    yield from _list("About them", (f"{name}: {note}" for name, note in background.notes), room)


def _history(title: str, history: History, room: Room) -> Iterator[Block]:
    if not history.cases:
        return
    columns = (Column(title, 60), Column("ended", 26, own=True), Column("felt", 14, right=True, own=True))
    shown = history.cases[: room.rows]
    yield Table(columns, tuple(_case_row(case, room) for case in shown))
    left = len(history.cases) - len(shown)
    if left or not history.is_whole:
        yield Note(f"And {left:,} more." if history.is_whole else "And many more.")


def _case_row(case: Case, room: Room) -> tuple[str, ...]:
    title = line(case.title, min(room.characters, 60))
    ended = (case.outcome or ("dodged" if case.dodge else "")).replace("-", " ")
    return f"{case.day:%Y-%m-%d} {title}", ended, score_text(case.scores.get(OVERALL))


def _promise(one: Commitment, day: date) -> str:
    late = state_of(one, day) is State.LATE
    return joined(one.what, dated("late since" if late else "due", one.due_on), by=", ")


def _text(label: str, text: str | None, room: Room) -> Iterator[Passage]:
    if text:
        yield Passage(label, (line(text, room.characters),))


def _list(label: str, texts: Iterable[str], room: Room) -> Iterator[Passage]:
    lines = [line(text, room.characters) for text in texts]
    left = len(lines) - room.lines
    if left > 1:
        lines[room.lines :] = [f"and {left:,} more"]
    if lines:
        yield Passage(label, tuple(lines), listed=True)
