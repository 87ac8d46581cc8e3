"""What every command works on, and how what it says reaches the user."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from negojournal import paths

if TYPE_CHECKING:
    from negojournal.exchange.paper import Printout
    from negojournal.service.journal import Journal


FILE = click.Path(path_type=Path, readable=False)
"""A path as it was typed; what can't be done with it is told by what does it."""


class Launch(Protocol):
    """Open the window and return its exit status."""

    def __call__(self, journal: Path, *, demo: bool) -> int:
        """Show the window until the user quits."""


class PrintPdf(Protocol):
    """Set pages; it is handed in, since only the window's side knows how."""

    def __call__(self, printout: Printout, /) -> bytes:
        """Return the content of a PDF file."""


@dataclass(frozen=True, slots=True)
class Start:
    """Hold what the command line is handed: how a window is opened and how pages are set."""

    launch: Launch
    print_pdf: PrintPdf


@dataclass(frozen=True, slots=True)
class Session:
    """Hold the options that stand before a command."""

    path: Path
    demo: bool
    print_pdf: PrintPdf

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Open the journal, or a sample that is thrown away."""
        with closing(self._opened()) as journal:
            yield journal

    def _opened(self) -> Journal:
        if self.demo:
            from negojournal.service.sample import open_sample  # noqa: PLC0415 - only for commands that need it

            return open_sample()
        from negojournal.service.journal import open_journal  # noqa: PLC0415 - as above

        return open_journal(self.path, paths.resource_folder(), paths.data_folder())


pass_session = click.make_pass_decorator(Session)
