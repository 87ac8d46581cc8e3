"""Keep a plan."""

from __future__ import annotations

from typing import Any

import click

from negojournal.cli.session import Session, pass_session
from negojournal.cli.source import record_from_file, refuse_both
from negojournal.domain.plain import shown_text


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
    refuse_both(title, file, typed)
    from negojournal.service.typed import TypedPlan  # noqa: PLC0415 - loads in its own time

    with session.journal() as journal:
        if file is not None:
            record = record_from_file(journal.records, file, journal.plans.new())
        else:
            record = journal.plans.from_typed(TypedPlan(title or "", **typed))
        journal.records.log(record)
        advice = journal.plans.advice(record)
    click.echo(record.id)
    for problem in advice:
        click.echo(shown_text(problem.sentence, len(problem.sentence)), err=True)
