"""Keep a plan."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from negojournal.cli.log import STANDARD_INPUT
from negojournal.cli.session import Session, pass_session
from negojournal.domain.plain import shown_text

if TYPE_CHECKING:
    from negojournal.domain.negotiation import Negotiation
    from negojournal.service.journal import Journal


@click.command()
@click.argument("title", required=False)
@click.option("--with", "counterparts", metavar="NAME", multiple=True, help="A counterpart; can be repeated.")
@click.option("--area", metavar="KEY", help="What it is about, such as budgets.")
@click.option("--date", "held_at", metavar="ISO", help="When it will be held; some time today if left out.")
@click.option("--channel", metavar="KEY", help="How you will speak: in-person, video, phone, email, chat or hallway.")
@click.option("--method", metavar="KEY", help="How you mean to go about it: combative, cooperative or partnership.")
@click.option("--follows", metavar="ID", help="The negotiation that this one continues; a beginning of its id will do.")
@click.option("--chance", metavar="P", help="Your chance of reaching the goal, from 0 to 1, or such as 60%.")
@click.option("--alternative", metavar="TEXT", help="The best you can do without a deal.")
@click.option("--stop", metavar="TEXT", help="When you will stop.")
@click.option("--question", "questions", metavar="TEXT", multiple=True, help="A question to bring; can be repeated.")
@click.option("--tag", "tags", metavar="T", multiple=True, help="A tag; can be repeated.")
@click.option("--json", "file", metavar="FILE", help="A whole record as JSON instead; - is standard input.")
@pass_session
def plan(session: Session, /, title: str | None, file: str | None, **typed: Any) -> None:  # noqa: ANN401 - what click read
    """Keep a plan and print its id; what is worth a second look is said on standard error."""
    if (title is None) == (file is None) or (
        file is not None and any(value not in (None, ()) for value in typed.values())
    ):
        raise click.UsageError("Give a title with its options, or --json alone.", click.get_current_context())
    from negojournal.service.typed import TypedPlan  # noqa: PLC0415 - loads in its own time

    with session.journal() as journal:
        if file is not None:
            record = _record(journal, file)
        else:
            record = journal.plans.from_typed(TypedPlan(title or "", **typed))
        journal.records.log(record)
        advice = journal.plans.advice(record)
    click.echo(record.id)
    for problem in advice:
        click.echo(shown_text(problem.sentence, len(problem.sentence)), err=True)


def _record(journal: Journal, file: str) -> Negotiation:
    blank = journal.plans.new()
    if file == STANDARD_INPUT:
        return journal.records.from_text(sys.stdin.buffer.read(), "Standard input", blank)
    return journal.records.from_file(Path(file), blank)
