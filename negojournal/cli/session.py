"""What every command works on, and how what it says reaches the user."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from negojournal import paths

if TYPE_CHECKING:
    from negojournal.service.journal import Journal


class Launch(Protocol):
    """Open the window and return its exit status."""

    def __call__(self, journal: Path, *, demo: bool) -> int:
        """Show the window until the user quits."""


@dataclass(frozen=True, slots=True)
class Session:
    """Hold the options that stand before a command."""

    path: Path
    demo: bool

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Open the journal, or a sample that is thrown away."""
        from negojournal.service.journal import open_journal  # noqa: PLC0415 - only for commands that need it

        if self.demo:
            journal = open_journal(None, paths.resource_folder())
        else:
            journal = open_journal(self.path, paths.resource_folder(), paths.data_folder())
        try:
            if self.demo:
                from negojournal.service.sample import write_sample  # noqa: PLC0415 - as above

                write_sample(journal)
            yield journal
        finally:
            journal.close()


def print_json(plain: object) -> None:
    """Print plain data for other programs."""
    click.echo(json.dumps(plain, ensure_ascii=False, indent=2))


pass_session = click.make_pass_decorator(Session)
