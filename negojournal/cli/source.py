"""Where a new record comes from: what is typed on one line, or a JSON file."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negojournal.cli.secret import STANDARD_INPUT
from negojournal.cli.session import Session
from negojournal.exchange.text import LARGEST_VALUE

if TYPE_CHECKING:
    from negojournal.domain.negotiation import Negotiation
    from negojournal.service.record import Records


def refuse_both(title: str | None, file: str | None, typed: Mapping[str, object]) -> None:
    """Raise UsageError unless there is a title, with options or without, or a file alone.

    Standard input can't be both the record and the passphrase.
    """
    is_typed = any(value not in (None, ()) for value in typed.values())
    if (title is None) == (file is None) or (file is not None and is_typed):
        raise click.UsageError("Give a title with its options, or --json alone.", click.get_current_context())
    session = click.get_current_context().find_object(Session)
    if session and file == session.passphrase_file == STANDARD_INPUT:
        raise click.UsageError("The passphrase and the record can’t both come from standard input.")


def record_from_file(records: Records, file: str, blank: Negotiation | None = None) -> Negotiation:
    """Return the record that a JSON file or standard input describes, based on a blank one."""
    if file == STANDARD_INPUT:
        return records.from_text(sys.stdin.buffer.read(LARGEST_VALUE + 1), "Standard input", blank)
    return records.from_file(Path(file), blank)
