"""Say what waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negojournal.analysis.phrase import count
from negojournal.cli.browse import ID_LENGTH
from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.table import one_line
from negojournal.cli.terminal import print_json, say
from negojournal.domain.agenda import WAITING_WORDS, Waiting
from negojournal.domain.catalog import EntryKind
from negojournal.domain.preparation import Side

if TYPE_CHECKING:
    from negojournal.domain.agenda import Agenda, Errand
    from negojournal.domain.catalog import Catalog
    from negojournal.domain.draft import Draft

WIDTH = 72
"""How many columns a title or a promise takes at most."""

NOTHING = "Nothing waits."

LOOK_AGAIN = "Time to read it again."
"""What is said of a strategy, which has no title."""

OWNERS = {Side.ME: "you", Side.THEM: "they"}


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print for other programs.")
@pass_session
def agenda(session: Session, /, *, as_json: bool) -> None:
    """Say what waits today."""
    with session.journal() as journal:
        waiting, drafts = journal.agenda.today(), journal.drafts.all()
        if as_json:
            print_json(journal.agenda.plain(waiting, drafts))
        else:
            say("\n".join(_lines(waiting, drafts, journal.catalog)))


@click.command()
@click.argument("file", type=FILE)
@pass_session
def calendar(session: Session, /, file: Path) -> None:
    """Write plans, open commitments and follow-ups to FILE.ics, for a calendar."""
    with session.journal() as journal:
        written = journal.exchange.write_calendar(file)
    say(f"{count(written, 'entry', 'entries')} written")


def _lines(waiting: Agenda, drafts: tuple[Draft, ...], catalog: Catalog) -> Iterator[str]:
    if not waiting.errands and not drafts:
        yield NOTHING
    for kind, heading in WAITING_WORDS.items():
        if errands := [errand for errand in waiting.errands if errand.kind is kind]:
            yield heading
            yield from (_line(errand, waiting.day) for errand in errands)
    if drafts:
        yield "Unfinished"
        yield from (f"  {one_line(draft.record.title, WIDTH) or 'without a title'}" for draft in drafts)
    if waiting.intention:
        yield "What you meant to do next time"
        yield f"  {one_line(waiting.intention.next_time, WIDTH)}"
    if waiting.focus:
        yield "This month’s focus"
        yield f"  {one_line(catalog.label(EntryKind.TRAP, waiting.focus), WIDTH)}"


def _line(errand: Errand, day: date) -> str:
    late = " (late)" if errand.kind is Waiting.COMMITMENT and errand.due_on and errand.due_on < day else ""
    title = errand.title or LOOK_AGAIN
    about = f"{title}, {', '.join(errand.counterparts)}" if errand.counterparts else title
    said = (f"{OWNERS[errand.owner]}: {errand.what}{late}",) if errand.owner and errand.what else ()
    words = (errand.id[:ID_LENGTH] if errand.id else "", errand.due_on.isoformat() if errand.due_on else "")
    return "  " + "  ".join(one_line(part, WIDTH) for part in (*words, *said, about) if part)
