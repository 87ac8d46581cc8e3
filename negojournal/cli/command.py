"""The program's command line as a whole: its options, its commands, its exit status."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from negojournal import __version__, paths
from negojournal.cli.agenda import agenda, calendar
from negojournal.cli.backup import backup, backups, check, restore
from negojournal.cli.browse import list_, show
from negojournal.cli.insight import insights
from negojournal.cli.lock import lock, unlock
from negojournal.cli.log import log
from negojournal.cli.paper import brief, report
from negojournal.cli.plan import plan
from negojournal.cli.salvage import salvage
from negojournal.cli.sample import demo
from negojournal.cli.session import FILE, Give, Launch, PrintPdf, Session, Start
from negojournal.cli.transfer import export, import_
from negojournal.cli.trend import trends
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.plain import shown_text
from negojournal.errors import InvalidError, JournalError

DONE, PROBLEM, USAGE = 0, 1, 2
"""Exit status: done; a problem that one sentence on standard error names; wrong usage."""

INTERRUPTED = 130


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["--help"], "max_content_width": 100})
@click.option("--journal", metavar="FILE", type=FILE, help="The journal to work on.")
@click.option("--demo", is_flag=True, help="Work on a sample journal that is thrown away.")
@click.option(
    "--passphrase-file", metavar="FILE", help="Holds the passphrase of an encrypted journal; - is standard input."
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, journal: Path | None, demo: bool, passphrase_file: str | None) -> int:
    """Review your negotiations, and see how they change. Without a command, open the window.

    The journal is in the platform's data folder unless --journal or the environment's NEGOJOURNAL_FILE names a file.
    """
    if journal and demo:
        raise click.UsageError("--journal and --demo can’t go together.")
    if passphrase_file and demo:
        raise click.UsageError("--passphrase-file and --demo can’t go together.")
    start: Start = context.obj
    session = context.obj = Session(journal or paths.journal_file(), demo, start.print_pdf, passphrase_file)
    if context.invoked_subcommand is None:
        return start.launch(session.path, demo=demo, passphrase=_once(session.given()))
    return DONE


def _once(passphrase: Passphrase | None) -> Give:
    """Return what hands something over once and holds it no longer."""
    held = [passphrase]
    return lambda: held.pop() if held else None


for command in (
    log,
    plan,
    agenda,
    list_,
    show,
    trends,
    insights,
    brief,
    report,
    export,
    import_,
    calendar,
    demo,
    backup,
    backups,
    restore,
    check,
    salvage,
    lock,
    unlock,
):
    cli.add_command(command)


def run(argv: Sequence[str], launch: Launch, print_pdf: PrintPdf) -> int:
    """Do what the arguments say and return the exit status; `launch` opens the window, `print_pdf` sets pages."""
    _replace_closed()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        start = Start(launch, print_pdf)
        status = cli.main(args=list(argv), prog_name=paths.APPLICATION, obj=start, standalone_mode=False)
        sys.stdout.flush()
    except click.UsageError as error:
        _say(f"{_ended(error.format_message())} Try “{_path_of(error)} --help”.")
        return USAGE
    except click.Abort:
        return INTERRUPTED
    except (BrokenPipeError, SystemExit):  # click leaves by SystemExit when the reader of a pipe has gone
        _close_quietly()
        return DONE
    except OSError as error:
        _close_quietly()
        _say(_obstacle(error))
        return PROBLEM
    except JournalError as error:
        _say(_sentence(error))
        return PROBLEM
    return status if isinstance(status, int) else DONE


def _sentence(error: JournalError) -> str:
    """Return an error in one sentence: of several problems the first, and how many more there are."""
    if isinstance(error, InvalidError) and len(error.problems) > 1:
        rest = len(error.problems) - 1
        first = error.problems[0].sentence.removesuffix(".")
        return f"{first}; {rest} more {'problem' if rest == 1 else 'problems'} after this one."
    return str(error)


def _obstacle(error: OSError) -> str:
    """Return what can't be used, and why; an error of our own has its sentence already."""
    return f"{error.filename or 'The output'} can’t be used: {error.strerror}." if error.strerror else str(error)


def _ended(message: str) -> str:
    return message if message.endswith((".", "?")) else f"{message}."


def _path_of(error: click.UsageError) -> str:
    return error.ctx.command_path if error.ctx else paths.APPLICATION


def _replace_closed() -> None:
    """Put the null device where there is no stream, so that no file of ours takes its number."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 - open until the end


def _say(sentence: str) -> None:
    """Print a sentence as one line; a file's name in it can hold whatever breaks or steers one."""
    click.echo(shown_text(sentence, len(sentence)), err=True)


def _close_quietly() -> None:
    """Let nothing be written any more to where it can't go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
