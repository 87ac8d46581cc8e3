"""What every command works on, and how what it says reaches the user."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from negojournal import paths
from negojournal.cli.secret import asked_to_open, passphrase_from
from negojournal.cli.terminal import say
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import UnreachableError
from negojournal.service.file import is_encrypted

if TYPE_CHECKING:
    from negojournal.exchange.paper import Printout
    from negojournal.service.journal import Journal

Give = Callable[[], Passphrase | None]
"""Hand over what was given to open the journal with; only once, so that nothing holds it after."""

FILE = click.Path(path_type=Path, readable=False)
"""A path as it was typed; what can't be done with it is told by what does it."""


class Launch(Protocol):
    """Open the window and return its exit status."""

    def __call__(self, journal: Path, *, demo: bool, passphrase: Give) -> int:
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
    passphrase_file: str | None = None

    @contextmanager
    def journal(self) -> Iterator[Journal]:
        """Open the journal, or a sample that is thrown away."""
        with self.unlocked() as (journal, _):
            yield journal

    @contextmanager
    def unlocked(self) -> Iterator[tuple[Journal, Passphrase | None]]:
        """Open the journal, and give what opened it as well."""
        from negojournal.service.passphrase import DOUBT  # noqa: PLC0415 - only for commands that need it

        passphrase = self.passphrase()
        with closing(self._opened(passphrase)) as journal:
            journal.backups.hear(lambda sentence: say(sentence, err=True))
            if journal.passphrase.is_doubtful:
                say(DOUBT, err=True)
            for path in journal.passphrase.readable:
                say(f"{path} can’t be encrypted and can be read by anybody; delete it if you don’t need it.", err=True)
            yield journal, passphrase

    def passphrase(self) -> Passphrase | None:
        """Return what opens the journal, read or asked for; None where it needs none."""
        if self.demo:
            return None
        if self.passphrase_file is not None:
            return self.given()
        return asked_to_open(self.path) if is_encrypted(self.path) else None

    def given(self) -> Passphrase | None:
        """Return what the option names; None without it."""
        if self.passphrase_file is None:
            return None
        if not self.path.exists():
            sentence = f"There is no journal {self.path} yet; make it without a passphrase, and set one by “lock”."
            raise UnreachableError(self.path, sentence)
        return passphrase_from(self.passphrase_file)

    def refuse_demo(self, command: str) -> None:
        """Raise UsageError where a command of a file is to work on a sample, which has none."""
        if self.demo:
            raise click.UsageError(f"--demo and {command} can’t go together.")

    def _opened(self, passphrase: Passphrase | None) -> Journal:
        if self.demo:
            from negojournal.service.sample import open_sample  # noqa: PLC0415 - only for commands that need it

            return open_sample()
        from negojournal.service.journal import open_journal  # noqa: PLC0415 - as above

        return open_journal(self.path, paths.resource_folder(), paths.data_folder(), passphrase)


pass_session = click.make_pass_decorator(Session)
