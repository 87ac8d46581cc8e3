"""Lines and columns for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

import click

GAP = "  "


def one_line(text: str, width: int) -> str:
    """Return the beginning of a text, without what would break or steer the line."""
    plain = "".join(character if character.isprintable() else " " for character in text)
    return plain if len(plain) <= width else plain[: width - 1] + "…"


def print_table(headers: Sequence[str], rows: Sequence[Sequence[str]], right: int = 0) -> None:
    """Print columns under their headers, so many of the last set to the right; nothing where there are no rows."""
    if not rows:
        click.echo("Nothing here yet.")
        return
    widths = [max(map(len, column)) for column in zip(headers, *rows, strict=True)]
    first_right = len(headers) - right
    for row in (headers, *rows):
        cells = (
            cell.rjust(width) if number >= first_right else cell.ljust(width)
            for number, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        click.echo(GAP.join(cells).rstrip())
