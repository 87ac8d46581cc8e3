"""Read and write JSON text; what can't be read is told with its place."""

from __future__ import annotations

import json
import re
from codecs import utf_8_decode
from collections import Counter
from decimal import Decimal
from itertools import islice

from negojournal.domain.plain import shown
from negojournal.errors import FormatError

NEW_LINE = b"\n"
_CONTINUING = bytes(range(0x80, 0xC0))
"""Bytes that go on with a character."""

TOKEN = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[\[\]{},]', re.DOTALL)
"""What a value is made of, as far as its end and its size are concerned; a string is one piece."""

LARGEST_TEXT = 10**9
"""The most bytes that are read of a journal: some hundred thousand reviews."""

LARGEST_VALUE, MOST_VALUES = 2**25, 250_000
"""The most bytes of one record, and the most values in it: what is large may hold little, and what is small a lot."""


def parse(text: str | bytes) -> object:
    """Return plain data, decimal fractions as Decimal; raise FormatError that says what is wrong and where.

    Refused are texts that are too large for a record, not UTF-8 or nested without end, doubled keys, and numbers that
    JSON does not have.
    """
    data = as_bytes(text)
    _check_size(data)
    whole = decoded(data, 0, len(data)).removeprefix("\ufeff")
    try:
        return DECODER.decode(whole)
    except json.JSONDecodeError as error:
        raise FormatError(_explain(error)) from error
    except (RecursionError, ValueError) as error:
        raise problem_of(error) from error


def as_bytes(text: str | bytes) -> bytes:
    """Return a text as it stands in a file."""
    return text.encode("utf-8", "surrogatepass") if isinstance(text, str) else text


def decoded(data: bytes, start: int, end: int) -> str:
    """Return a part of a text, without a character that is cut at its end; raise FormatError where it is not UTF-8."""
    try:
        return utf_8_decode(data[start:end], "strict", end == len(data))[0]
    except UnicodeDecodeError as error:
        at = start + error.start
        line, byte = data.count(b"\n", 0, at) + 1, at - data.rfind(b"\n", 0, at)
        raise FormatError(f"The text should be UTF-8, but is not at line {line}, byte {byte}.") from error


def place(data: bytes, at: int) -> str:
    """Return in words where a byte stands in a text."""
    line = data[data.rfind(b"\n", 0, at) + 1 : at]
    return f"line {data.count(NEW_LINE, 0, at) + 1}, column {len(line.translate(None, _CONTINUING)) + 1}"


def problem_of(error: RecursionError | ValueError) -> FormatError:
    """Return what the reader of JSON means by an error that has no place."""
    if isinstance(error, RecursionError):
        return FormatError("The text is nested too deep to be a record or a journal.")
    return FormatError("The text holds a number with too many digits; at most 15 are expected.")


def _check_size(data: bytes) -> None:
    """Raise FormatError where a text is too large for a record; of a short one nothing need be counted."""
    if len(data) > LARGEST_VALUE or (len(data) > MOST_VALUES and _has_many(data)):
        raise FormatError(
            f"The text is too large to be a record; expected are at most {LARGEST_VALUE:,} bytes and "
            f"{MOST_VALUES:,} values."
        )


def _has_many(data: bytes) -> bool:
    values = (token for token in TOKEN.finditer(data) if token[0] in (b",", b"[", b"{"))
    return next(islice(values, MOST_VALUES, None), None) is not None


def dump(plain: object) -> str:
    """Return plain data as one line of JSON."""
    return _ENCODER.encode(plain)


def _explain(error: json.JSONDecodeError) -> str:
    place = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated"):
        return f"The text ends too early, in what begins at {place}; it seems to be cut off."
    return f"The text is not JSON: {error.msg.removesuffix(' at').lower()} at {place}."


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        key = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise FormatError(f"{shown(key)} should stand only once in an object.")
    return found


def _refuse_constant(name: str) -> object:
    raise FormatError(f"The text holds {name}, which is not a number in JSON.")


DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=Decimal, parse_constant=_refuse_constant)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
