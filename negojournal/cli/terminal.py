"""What reaches the terminal: words, and nothing that steers it."""

from __future__ import annotations

import json
import re

import click

from negojournal.domain.steering import STEERING


def say(text: str, *, err: bool = False) -> None:
    """Print a text; in place of what would steer the terminal stands a mark."""
    click.echo(STEERING.sub("�", text), err=err)


def print_json(plain: object) -> None:
    """Print plain data for other programs; what would steer a terminal is escaped, and reads the same."""
    click.echo(STEERING.sub(_escape, json.dumps(plain, ensure_ascii=False, indent=2)))


def _escape(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
