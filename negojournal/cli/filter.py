"""The options that choose negotiations, the same for every command that has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])

OPTIONS = (
    click.option("--search", metavar="TEXT", default="", help="Words that stand anywhere in the record."),
    click.option("--with", "counterpart", metavar="NAME", help="A counterpart."),
    click.option("--area", metavar="KEY", help="What it was about, such as budgets."),
    click.option("--since", metavar="D", help="From this day on, such as 2026-01-31."),
    click.option("--until", metavar="D", help="Up to this day."),
)


def filtered(command: Command) -> Command:
    """Give a command the options of a query; it takes them as keywords."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command
