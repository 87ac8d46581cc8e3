"""Back a journal up, list its backups, put one in its place, and look it over."""

from __future__ import annotations

from pathlib import Path

import click

from negojournal.analysis.phrase import count
from negojournal.cli.secret import asked_to_open, passphrase_from
from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.table import print_table
from negojournal.cli.terminal import print_json, say
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import NotFoundError, WrongPassphraseError
from negojournal.service.backup_folder import Backup, inspected, listed
from negojournal.service.file import is_encrypted

FINE, FAULTY = 0, 1
"""What `check` ends with."""


@click.command()
@click.argument("file", type=FILE, required=False)
@pass_session
def backup(session: Session, /, file: Path | None) -> None:
    """Make a backup now: beside the journal, or as the new FILE."""
    with session.journal() as journal:
        made = journal.backups.make(file)
        seen = journal.backups.look_into(made)
    say(f"{made.path}: {_negotiations(seen.records or 0)}, {size_text(made.size)}")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print for other programs.")
@pass_session
def backups(session: Session, /, as_json: bool) -> None:
    """List the backups, newest first; the journal may be broken, or gone."""
    session.refuse_demo("backups")
    passphrase = session.passphrase()
    found = [inspected(one, passphrase) for one in listed(session.path)]
    if as_json:
        print_json([_plain(one) for one in found])
    elif found:
        print_table(("made", "for", "where", "negotiations", "size"), [_row(one) for one in found], right=2)
    else:
        say("No backups yet; one is made before the first change of a day.")


@click.command()
@click.argument("file", type=FILE)
@pass_session
def restore(session: Session, /, file: Path) -> None:
    """Put the backup FILE in the journal's place, and keep the journal as it is now aside.

    FILE is a path, or the name of one that “backups” lists. The journal may be broken, or gone.
    """
    from negojournal.service.restoring import restore as put_back  # noqa: PLC0415 - only for commands that need it

    session.refuse_demo("restore")
    chosen = file if file.exists() else _named(session.path, file)
    done = put_back(session.path, chosen, _passphrase_of(session, chosen))
    say(f"Restored: {_negotiations(done.records)}")
    if done.aside is not None:
        say(f"The journal as it was before is kept as {done.aside}")


@click.command()
@pass_session
def check(session: Session, /) -> int:
    """Look the journal over: is all of it sound, and is there a backup? Nothing is written."""
    from negojournal.service.checking import check_journal  # noqa: PLC0415 - as above

    session.refuse_demo("check")
    found = check_journal(session.path, session.passphrase())
    say(_negotiations(found.records))
    newest = found.newest
    say(f"Newest backup: {_when(newest)}, {_negotiations(newest.records or 0)}" if newest else "No backup yet")
    for hint in found.hints:
        say(hint)
    for fault in found.faults:
        say(fault, err=True)
    if not found.faults:
        say("Sound")
    return FAULTY if found.faults else FINE


def size_text(size: int) -> str:
    """Return a size in words: kB below a megabyte."""
    return f"{size / 1e6:.1f} MB" if size >= 1e6 else f"{-(-size // 1000)} kB"  # noqa: PLR2004 - a megabyte


def _passphrase_of(session: Session, file: Path) -> Passphrase | None:
    """Return what opens the journal and the backup; asked for where one of them is encrypted."""
    encrypted = [one for one in (session.path, file) if is_encrypted(one)]
    if session.passphrase_file is None:
        return asked_to_open(encrypted[0]) if encrypted else None
    if not encrypted:
        raise WrongPassphraseError(file, f"Neither {session.path} nor {file} is encrypted; leave the passphrase out.")
    return passphrase_from(session.passphrase_file)


def _named(journal: Path, name: Path) -> Path:
    for one in listed(journal):
        if one.path.name == str(name):
            return one.path
    raise NotFoundError(f"There is no file {name}, and no backup of that name.")


def _plain(one: Backup) -> dict[str, object]:
    return {
        "path": str(one.path),
        "made_at": one.made_at.isoformat(),
        "kind": one.kind,
        "size": one.size,
        "negotiations": one.records,
        "state": one.state,
        "second": one.is_second,
    }


def _row(one: Backup) -> tuple[str, ...]:
    counted = str(one.state) if one.records is None else f"{one.records:,}"
    return _when(one), one.kind, str(one.path), counted, size_text(one.size)


def _when(one: Backup) -> str:
    return one.made_at.isoformat(" ", "minutes")


def _negotiations(number: int) -> str:
    return count(number, "negotiation", "negotiations")
