"""Write a brief before a meeting and a report after it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from negojournal.cli.filter import filtered
from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.table import one_line
from negojournal.cli.terminal import say

if TYPE_CHECKING:
    from negojournal.exchange.paper import Paper
    from negojournal.service.journal import Journal

WIDTH = 60
"""Columns for what was replaced."""


@click.command()
@click.argument("id_", metavar="ID")
@click.argument("file", type=FILE)
@pass_session
def brief(session: Session, /, id_: str, file: Path) -> None:
    """Write what to know before a meeting to FILE, .pdf or .html, on one page.

    A beginning of the negotiation's id that no other has is enough.
    """
    with session.journal() as journal:
        paper = journal.papers.brief(journal.records.resolve(id_))
        journal.papers.write(paper, file, session.print_pdf)
    say(f"Brief written to {file}")


@click.command()
@filtered
@click.argument("file", type=FILE)
@click.option("--only", metavar="ID", help="One negotiation alone; a beginning of its id is enough.")
@click.option("--coach", is_flag=True, help="Replace names and amounts, and say by what.")
@pass_session
def report(session: Session, /, file: Path, only: str | None, coach: bool, **typed: str) -> None:
    """Write a report of one negotiation, or of all that the options choose, to FILE: .pdf or .html."""
    if only is not None and any(typed.values()):
        raise click.UsageError("Give --only, or options that choose, but not both.", click.get_current_context())

    with session.journal() as journal:
        papers = journal.papers
        papers.check(file)
        paper = (
            _of_period(journal, typed, coach=coach) if only is None else papers.report(journal.records.resolve(only))
        )
        replaced: tuple[tuple[str, str], ...] = ()
        if coach:
            copy = papers.for_coach(paper)
            paper, replaced = copy.paper, copy.replaced
        papers.write(paper, file, session.print_pdf)
    for written, stand_in in replaced:
        say(f"{one_line(written, WIDTH)} is now {stand_in}")
    say(f"Report written to {file}")


def _of_period(journal: Journal, typed: dict[str, str], *, coach: bool) -> Paper:
    from negojournal.charts.sheet import period_paper  # noqa: PLC0415 - loads what draws
    from negojournal.service.query import Query  # noqa: PLC0415 - only for commands that need it

    period = journal.papers.period(journal.lists.filter_from(Query(**typed)))
    return period_paper(period, journal.papers.theme, for_coach=coach)
