"""Log a review."""

from __future__ import annotations

from typing import Any

import click

from negojournal.cli.session import Session, pass_session
from negojournal.cli.source import record_from_file, refuse_both
from negojournal.domain.outcome import Outcome


@click.command()
@click.argument("title", required=False)
@click.option("--with", "counterparts", metavar="NAME", multiple=True, help="A counterpart; can be repeated.")
@click.option("--area", metavar="KEY", help="What it was about, such as budgets.")
@click.option("--date", "held_at", metavar="ISO", help="When it was held; now if left out.")
@click.option("--instrumental", metavar="N", help="The result, 1 to 7.")
@click.option("--process", metavar="N", help="The way you went about it, 1 to 7.")
@click.option("--relationship", metavar="N", help="Where it leaves you both, 1 to 7.")
@click.option("--self", metavar="N", help="How you feel about your own part, 1 to 7.")
@click.option("--note", metavar="TEXT", help="What happened, in short.")
@click.option("--next", "next_time", metavar="TEXT", help="What you intend to do next time.")
@click.option("--tag", "tags", metavar="T", multiple=True, help="A tag; can be repeated.")
@click.option("--json", "file", metavar="FILE", help="A whole record as JSON instead; - is standard input.")
@pass_session
def log(session: Session, /, title: str | None, file: str | None, **typed: Any) -> None:  # noqa: ANN401 - what click read
    """Log a review and print its id."""
    refuse_both(title, file, typed)
    from negojournal.service.quick import QuickReview  # noqa: PLC0415 - loads in its own time

    with session.journal() as journal:
        if file is not None:
            change = journal.records.log(record_from_file(journal.records, file))
        else:
            ratings = {outcome: text for outcome in Outcome if (text := typed.pop(outcome.value)) is not None}
            change = journal.records.log_quick(QuickReview(title or "", ratings=ratings, **typed))
    for logged in change.saved:
        click.echo(logged)
