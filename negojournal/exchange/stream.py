"""Read a JSON object that is too large to be held at once: key by key, and of its long lists element by element."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from json import JSONDecodeError

from negojournal.domain.plain import shown
from negojournal.errors import FormatError
from negojournal.exchange.text import DECODER, LARGEST_VALUE, MOST_VALUES, TOKEN, as_bytes, decoded, place, problem_of

Member = tuple[str, int | None, object]
"""A key, the number of an element where its value is one of the lists asked for, and the value or the element."""

WINDOW = 2**14
"""Bytes in which most values end; only of others is the end looked for before they are read."""

TOKENS = 4
"""The most pieces that a value and its key are made of, commas and brackets with them."""

CUT = 12
"""Bytes at the end of a window in which a mistake may be no more than a word that is cut."""

MARK = b"\xef\xbb\xbf"

_SPACE = re.compile(rb"[ \t\r\n]*")


def members(text: str | bytes, lists: Container[str]) -> Iterator[Member]:
    """Yield what a JSON object holds, in the order it stands; of these lists each element by itself.

    Raises FormatError where it is reached: for what is no JSON, doubled keys, and a value too large for a record.
    """
    stream = _Stream(as_bytes(text))
    stream.take(b"{", "value")
    seen: set[str] = set()
    while stream.goes_on(b"}", is_first=not seen):
        key = stream.key()
        if key in seen:
            raise FormatError(f"{shown(key)} should stand only once in an object.")
        seen.add(key)
        if key in lists and stream.next() == b"[":
            yield from ((key, number, one) for number, one in enumerate(stream.elements()))
        else:
            yield key, None, stream.value()
    stream.end()


class _Stream:
    """Hold a text and how far it is read."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._at = len(MARK) if data.startswith(MARK) else 0

    def next(self) -> bytes:
        """Return the first byte of what comes next; nothing at the end."""
        space = _SPACE.match(self._data, self._at)
        self._at = space.end() if space else self._at
        return self._data[self._at : self._at + 1]

    def take(self, wanted: bytes, called: str) -> None:
        """Pass over one sign, or raise FormatError where it isn't there."""
        if self.next() != wanted:
            raise self._wrong(called)
        self._at += 1

    def goes_on(self, closing: bytes, *, is_first: bool) -> bool:
        """Pass over what parts one thing from the next, or closes; tell whether there is a next one."""
        if self.next() == closing:
            self._at += 1
            return False
        if not is_first:
            self.take(b",", "',' delimiter")
        return True

    def key(self) -> str:
        """Return the key that comes next, and pass over its colon."""
        if self.next() != b'"':
            raise self._wrong("property name enclosed in double quotes")
        key = self.value()
        self.take(b":", "':' delimiter")
        return str(key)

    def elements(self) -> Iterator[object]:
        """Yield the elements of the list that comes next."""
        self.take(b"[", "value")
        is_first = True
        while self.goes_on(b"]", is_first=is_first):
            yield self.value()
            is_first = False

    def end(self) -> None:
        """Raise FormatError where anything follows."""
        if self.next():
            raise FormatError(f"The text is not JSON: extra data at {place(self._data, self._at)}.")

    def value(self) -> object:
        """Return the value that comes next."""
        self.next()
        end = min(self._at + WINDOW, len(self._data))
        is_whole = end == len(self._data)
        text = decoded(self._data, self._at, end)
        try:
            found, used = DECODER.raw_decode(text)
        except JSONDecodeError as error:
            if is_whole or not (error.msg.startswith("Unterminated") or error.pos >= len(text) - CUT):
                raise self._problem(error, text) from error
        except (RecursionError, ValueError) as error:
            raise problem_of(error) from error
        else:
            if is_whole or used < len(text):
                self._at += len(text[:used].encode())
                return found
        return self._large_value()

    def _large_value(self) -> object:
        """Return a value of which the window holds only the beginning."""
        end = self._end_of_value()
        text = decoded(self._data, self._at, end)
        try:
            found, used = DECODER.raw_decode(text)
        except JSONDecodeError as error:
            raise self._problem(error, text) from error
        except (RecursionError, ValueError) as error:
            raise problem_of(error) from error
        self._at += len(text[:used].encode())
        return found

    def _end_of_value(self) -> int:
        """Return where the value ends that comes next; raise FormatError where it is too large for a record."""
        depth = 0
        last = self._at + LARGEST_VALUE
        for number, token in enumerate(TOKEN.finditer(self._data, self._at, last)):
            sign = token[0] if len(token[0]) == 1 else b""
            depth += (sign in (b"[", b"{")) - (sign in (b"]", b"}")) if sign else 0
            if depth < 0 or (depth == 0 and sign == b","):
                return token.start()
            if depth == 0:
                return token.end()
            if number > TOKENS * MOST_VALUES:
                break
        else:
            if last >= len(self._data):
                raise FormatError(f"The text ends too early, in what begins at {place(self._data, self._at)}.")
        raise FormatError(
            f"What begins at {place(self._data, self._at)} is too large to be a record; expected are at most "
            f"{LARGEST_VALUE:,} bytes and {MOST_VALUES:,} values."
        )

    def _ends(self, at: int) -> bool:
        space = _SPACE.match(self._data, at)
        return space is not None and space.end() == len(self._data)

    def _problem(self, error: JSONDecodeError, text: str) -> FormatError:
        at = self._at + len(text[: error.pos].encode())
        return self._wrong("", at, error.msg)

    def _wrong(self, expected: str, at: int | None = None, said: str = "") -> FormatError:
        """Return what is wrong at a place: the text ends there, or something else was expected."""
        at = self._at if at is None else at
        if self._ends(at) or said.startswith("Unterminated"):
            return FormatError(
                f"The text ends too early, in what begins at {place(self._data, at)}; it seems to be cut off."
            )
        said = said.removesuffix(" at").lower() or f"expecting {expected}"
        return FormatError(f"The text is not JSON: {said} at {place(self._data, at)}.")
