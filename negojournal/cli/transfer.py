"""Write everything to a file, and take everything in from one."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.terminal import say
from negojournal.exchange.ending import TABLES


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
@click.option("--map", "maps", metavar="COLUMN=FIELD", multiple=True, help="What a column of a table is.")
@click.option("--dates", type=click.Choice(["dmy", "mdy", "ymd"]), help="The order of day, month and year in it.")
@click.option("--decimal", type=click.Choice([",", "."]), help="The sign before its decimals.")
@click.option("--scale", metavar="1-5", help="The scale of its ratings, which come to 1-7.")
@click.option("--rest", type=click.Choice(["note", "drop"]), help="Keep its other columns in the note, or drop them.")
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@pass_session
def import_(session: Session, /, file: Path, dry_run: bool, **typed: Any) -> None:  # noqa: ANN401 - what click read
    """Take in everything from an exported FILE, or the rows of a table (.csv, .tsv, .txt).

    Records are told apart by their id: what is here already stays, unless the file has a later version. The columns of
    a table are known by their headings and by what stands in them; the options say otherwise. A row that was taken in
    before is left alone.
    """
    is_table = file.suffix.lower() in TABLES
    if not is_table and any(typed.values()):
        raise click.UsageError("Only a table (.csv, .tsv, .txt) has columns to map.")
    with session.journal() as journal:
        if is_table:
            from negojournal.cli.mapping import Wishes, import_table  # noqa: PLC0415 - only for those who have a table

            import_table(journal, file, Wishes(**typed), dry_run=dry_run)
            return
        counts, _ = journal.exchange.import_(file, dry_run=dry_run)
    say(f"Only tried; an import would say: {counts.words()}" if dry_run else counts.words())
