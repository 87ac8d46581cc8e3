"""Where a passphrase comes from: a file, standard input, or a prompt that doesn't show it; never the command line."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from negojournal.domain.passphrase import Passphrase
from negojournal.errors import EncryptedError, FormatError, InvalidError, Problem
from negojournal.service.file import failure_of

STANDARD_INPUT = "-"

LONGEST = 4096
"""Bytes of the longest passphrase that is read."""


def passphrase_from(file: str) -> Passphrase:
    """Return the passphrase that a file or standard input holds: one line, with a line's end or without."""
    name = "Standard input" if file == STANDARD_INPUT else file
    try:
        text = _content(file).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormatError(f"{name} should hold the passphrase as UTF-8 text.") from error
    line = text.removesuffix("\n").removesuffix("\r")
    if not line or "\n" in line or len(line) > LONGEST:
        raise FormatError(f"{name} should hold the passphrase, on one line and nothing else.")
    return Passphrase(line)


def asked_to_open(journal: Path) -> Passphrase:
    """Ask for the passphrase of a journal."""
    if not sys.stdin.isatty():
        sentence = f"{journal} is encrypted; name a file that holds its passphrase by --passphrase-file."
        raise EncryptedError(journal, sentence)
    return _asked("Passphrase")


def new_passphrase(file: str | None) -> Passphrase:
    """Return a new passphrase from a file, else ask for it twice."""
    if file is not None:
        return passphrase_from(file)
    if not sys.stdin.isatty():
        sentence = "Name a file that holds the new passphrase by --new-passphrase-file."
        raise InvalidError((Problem("passphrase", sentence),))
    return _asked("New passphrase", again="And again")


def agreement(given: str | None, warning: str, sentence: str) -> str:
    """Return what was typed after a warning, or given beforehand."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        refusal = f"There is no back door: without its passphrase a journal is lost, so agree by --agree “{sentence}”."
        raise InvalidError((Problem("agreed", refusal),))
    click.echo(warning, err=True)
    return str(click.prompt(f"Type “{sentence}” to go on", prompt_suffix="\n", err=True))


def _asked(what: str, again: str | None = None) -> Passphrase:
    text = click.prompt(what, hide_input=True, confirmation_prompt=again or False, err=True)
    return Passphrase(str(text))


def _content(file: str) -> bytes:
    if file == STANDARD_INPUT:
        return sys.stdin.buffer.read(LONGEST * 2)
    try:
        with Path(file).open("rb") as stream:
            return stream.read(LONGEST * 2)
    except OSError as error:
        raise failure_of(Path(file), error) from error
