"""List negotiations and show one."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from negojournal.cli.filter import filtered
from negojournal.cli.session import Session, pass_session
from negojournal.cli.table import one_line, print_table
from negojournal.cli.terminal import print_json
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.scoring import score_text

if TYPE_CHECKING:
    from negojournal.domain.filter import Filter
    from negojournal.domain.summary import Summary
    from negojournal.service.listing import Listing

SHOWN = 20
"""How many are listed for people unless they say another number; other programs get all."""

ID_LENGTH = 13
"""The part of an id that tells when it was made, to the millisecond."""

NAMES_WIDTH, LEAST_TITLE = 20, 24
HEADERS = ("id", "date", "title", "with", "instr.", "process", "relat.", "self", "overall")
OTHER_WIDTH = 91
"""What the columns beside the title take."""

EMPTY, NO_MATCH = "Nothing here yet.", "Nothing in the journal fits."


@click.command("list")
@filtered
@click.option("--limit", metavar="N", type=click.IntRange(min=0), help=f"At most so many; {SHOWN} unless --json.")
@click.option("--json", "as_json", is_flag=True, help="Print for other programs.")
@pass_session
def list_(session: Session, /, limit: int | None, as_json: bool, **typed: str) -> None:
    """List negotiations, newest first."""
    from negojournal.service.query import Query  # noqa: PLC0415 - only for commands that need it

    with session.journal() as journal:
        chosen = journal.lists.filter_from(Query(**typed))
        if as_json:
            print_json([_plain(line) for line in _lines(journal.lists, chosen, limit)])
        else:
            lines = tuple(_lines(journal.lists, chosen, SHOWN if limit is None else limit))
            _print_lines(
                lines, journal.lists.tally(chosen).negotiations, none=NO_MATCH if any(typed.values()) else EMPTY
            )


@click.command()
@click.argument("id_", metavar="ID")
@click.option("--json", "as_json", is_flag=True, help="Print for other programs.")
@pass_session
def show(session: Session, /, id_: str, as_json: bool) -> None:
    """Show one negotiation.

    A beginning of its id that no other has is enough.
    """
    with session.journal() as journal:
        found = journal.records.resolve(id_)
        if as_json:
            print_json(journal.records.plain(found))
        else:
            click.echo(journal.records.markdown(found), nl=False)


def _lines(lists: Listing, chosen: Filter, limit: int | None) -> Iterator[Summary]:
    return islice(_all_lines(lists, chosen), None if limit is None else min(limit, sys.maxsize))


def _all_lines(lists: Listing, chosen: Filter) -> Iterator[Summary]:
    page = lists.page(chosen)
    yield from page.lines
    while page.following is not None:
        page = lists.page(chosen, after=page.following)
        yield from page.lines


def _plain(line: Summary) -> dict[str, object]:
    return {
        "id": line.id,
        "title": line.title,
        "held_at": str(line.held_at),
        "status": line.status.value,
        "counterparts": list(line.counterparts),
        "area": line.area,
        "scores": dict(line.scores),
    }


def _print_lines(lines: tuple[Summary, ...], total: int, none: str) -> None:
    if not total:
        click.echo(none)
        return
    width = max(shutil.get_terminal_size().columns - OTHER_WIDTH, LEAST_TITLE)
    rows = [
        (
            line.id[:ID_LENGTH],
            line.held_at.day.isoformat(),
            one_line(line.title, width),
            one_line(", ".join(line.counterparts), NAMES_WIDTH),
            *(score_text(line.scores[name]) for name in DIMENSIONS),
        )
        for line in lines
    ]
    print_table(HEADERS, rows, right=len(DIMENSIONS))
    if len(lines) < total:
        click.echo(f"{len(lines)} of {total:,}; --limit shows more.")
