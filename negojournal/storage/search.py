"""Search over every text of the record: what only SQLite speaks, FTS5.

The index keeps no text of its own; its row numbers are the positions of the negotiations, so the newest matches are
found without finding all of them.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from sqlalchemy import (
    BigInteger,
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    String,
    column,
    literal_column,
    select,
    table,
    text,
)

CREATE = (
    "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, "
    "prefix='1 2 3 4 5 6 7 8 9 10 11 12', tokenize='unicode61 remove_diacritics 2')"
)
"""Beginnings of up to twelve letters have indexes of their own.

Without one, FTS5 finds every match before it gives out the first: at 100,000 reviews that took 11 ms for one letter and
0.5 ms for four, ten times that at a million; with one it's 0.06 ms for any. The index is twice as large for it.
"""

SEARCH = table("search", column("rowid", BigInteger))

_ADD = text("INSERT INTO search (rowid, text) VALUES (:position, :text)")
_DROP = text("DELETE FROM search WHERE rowid = :position")


def query_of(words: str) -> str | None:
    """Return the query for plain words, each the beginning of one in the record; None when there is nothing to find.

    Every word is quoted, so that none is syntax. What has no letter or digit is left out: it stands in no index.
    """
    terms = (word.replace('"', '""') for word in words.replace("\0", " ").split() if _has_token(word))
    return " ".join(f'"{term}"*' for term in terms) or None


def matching(query: str | BindParameter[str]) -> Select[tuple[int]]:
    """Return the statement for the positions that match."""
    return select(SEARCH.c.rowid).where(matches(query))


def matches(query: str | BindParameter[str]) -> ColumnElement[bool]:
    """Return the condition that a row of the index matches."""
    return literal_column("search", String).op("MATCH", is_comparison=True)(query)


def add_texts(connection: Connection, texts: Sequence[tuple[int, str]]) -> None:
    """Add the texts of records at positions that are free."""
    connection.execute(_ADD, [{"position": position, "text": one} for position, one in texts])


def drop_texts(connection: Connection, positions: Iterable[int]) -> None:
    """Drop the texts of records."""
    connection.execute(_DROP, [{"position": position} for position in positions])


def _has_token(word: str) -> bool:
    return any(unicodedata.category(character)[0] in "LN" for character in word)
