"""Save what can be read of a broken journal."""

from __future__ import annotations

from pathlib import Path

import click

from negojournal import paths
from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.terminal import say
from negojournal.domain.moment import day_text

MOST = 20
"""How many negotiations are named that may not be whole."""


@click.command()
@click.argument("file", type=FILE)
@pass_session
def salvage(session: Session, /, file: Path) -> None:
    """Save all that can be read of a broken journal to FILE: .json, .csv, .md, or .db for a new journal.

    The broken file is read and never written to.
    """
    from negojournal.service.rescue import look_for_rescue  # noqa: PLC0415 - only for commands that need it

    session.refuse_demo("salvage")
    rescue = look_for_rescue(session.path, session.passphrase(), paths.resource_folder(), paths.data_folder())
    found = rescue.write(file)
    say(f"Saved to {file}: {found.words()}")
    for record in found.partly[:MOST]:
        say(f"maybe not whole: {record.id}  {day_text(record.held_at.day)}  {record.title}")
    if len(found.partly) > MOST:
        say(f"maybe not whole: {len(found.partly) - MOST:,} more")
