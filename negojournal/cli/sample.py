"""Write a sample journal."""

from __future__ import annotations

from pathlib import Path

import click

from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.terminal import say


@click.command()
@click.argument("file", type=FILE)
@click.option("--count", metavar="N", type=int, default=60, show_default=True, help="How many negotiations.")
@click.option("--seed", metavar="N", type=int, default=1, show_default=True, help="Another number, another sample.")
@pass_session
def demo(_: Session, /, file: Path, count: int, seed: int) -> None:
    """Write a sample journal to a new FILE."""
    from negojournal.service.sample import new_sample  # noqa: PLC0415 - only for the command that needs it

    new_sample(file, count, seed)
    say(f"Sample written to {file}")
