"""Write everything to a file, and take everything in from one."""

from __future__ import annotations

from pathlib import Path

import click

from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.terminal import say


@click.command()
@click.argument("file", type=FILE)
@pass_session
def export(session: Session, /, file: Path) -> None:
    """Write everything to FILE: .json, .csv or .md."""
    with session.journal() as journal:
        counts = journal.exchange.export(file)
    say(counts.words())


@click.command("import")
@click.argument("file", type=FILE)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@pass_session
def import_(session: Session, /, file: Path, dry_run: bool) -> None:
    """Take in everything from an exported FILE.

    Records are told apart by their id: what is here already stays, unless the file has a later version.
    """
    with session.journal() as journal:
        counts, _ = journal.exchange.import_(file, dry_run=dry_run)
    say(f"Only tried; an import would say: {counts.words()}" if dry_run else counts.words())
