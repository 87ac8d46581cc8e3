"""Set, change and take off the passphrase."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from negojournal.cli.secret import STANDARD_INPUT, agreement, new_passphrase
from negojournal.cli.session import Session, pass_session
from negojournal.cli.terminal import say

if TYPE_CHECKING:
    from negojournal.service.passphrase import Conversion


@click.command()
@click.option(
    "--new-passphrase-file",
    "file",
    metavar="FILE",
    help="Holds the new passphrase; - is standard input. Else asked for.",
)
@click.option("--agree", "agreed", metavar="TEXT", help="The sentence that is asked for before the first passphrase.")
@pass_session
def lock(session: Session, /, file: str | None, agreed: str | None) -> None:
    """Encrypt the journal and its backups by a passphrase, or change it."""
    from negojournal.service.passphrase import NO_WAY_BACK, WARNING  # noqa: PLC0415 - only for commands that need it

    if file == session.passphrase_file == STANDARD_INPUT:
        raise click.UsageError("Only one passphrase can come from standard input.")
    with session.unlocked() as (journal, passphrase):
        if passphrase is None:
            typed = agreement(agreed, WARNING, NO_WAY_BACK)
            done = journal.passphrase.set(new_passphrase(file), typed)
        else:
            done = journal.passphrase.change(passphrase, new_passphrase(file))
    say("Encrypted" if passphrase is None else "Passphrase changed")
    _tell_left(done)


@click.command()
@pass_session
def unlock(session: Session, /) -> None:
    """Take the passphrase off: whoever can read the files can read the journal then."""
    with session.unlocked() as (journal, passphrase):
        done = journal.passphrase.remove(passphrase)
    say("No longer encrypted")
    _tell_left(done)


def _tell_left(done: Conversion) -> None:
    for path in done.left:
        say(f"stays as it was: {path}", err=True)
