"""Read and write JSON text; what can't be read is told with its place."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal

from negojournal.domain.plain import shown
from negojournal.errors import FormatError

LARGEST_TEXT = 10**9
"""The most bytes or characters that are read: some hundred thousand reviews."""


def parse(text: str | bytes) -> object:
    """Return plain data, decimal fractions as Decimal; raise FormatError that says what is wrong and where.

    Refused are texts that are too large, not UTF-8 or nested without end, doubled keys, and numbers that JSON does
    not have.
    """
    if len(text) > LARGEST_TEXT:
        raise FormatError(f"The text is too large to be read; expected are at most {LARGEST_TEXT:,} bytes.")
    try:
        whole = text if isinstance(text, str) else text.decode("utf-8")
        return _DECODER.decode(whole.removeprefix("\ufeff"))
    except UnicodeDecodeError as error:
        raise FormatError(f"The text should be UTF-8, but is not at {_place(error.object, error.start)}.") from error
    except json.JSONDecodeError as error:
        raise FormatError(_explain(error)) from error
    except RecursionError as error:
        raise FormatError("The text is nested too deep to be a record or a journal.") from error
    except ValueError as error:
        raise FormatError("The text holds a number with too many digits; at most 15 are expected.") from error


def dump(plain: object) -> str:
    """Return plain data as one line of JSON."""
    return _ENCODER.encode(plain)


def _explain(error: json.JSONDecodeError) -> str:
    place = f"line {error.lineno}, column {error.colno}"
    if error.pos >= len(error.doc.rstrip()) or error.msg.startswith("Unterminated"):
        return f"The text ends too early, in what begins at {place}; it seems to be cut off."
    return f"The text is not JSON: {error.msg.removesuffix(' at').lower()} at {place}."


def _place(text: bytes, position: int) -> str:
    line, byte = text.count(b"\n", 0, position) + 1, position - text.rfind(b"\n", 0, position)
    return f"line {line}, byte {byte}"


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) < len(pairs):
        key = next(key for key, times in Counter(key for key, _ in pairs).items() if times > 1)
        raise FormatError(f"{shown(key)} should stand only once in an object.")
    return found


def _refuse_constant(name: str) -> object:
    raise FormatError(f"The text holds {name}, which is not a number in JSON.")


_DECODER = json.JSONDecoder(object_pairs_hook=_object, parse_float=Decimal, parse_constant=_refuse_constant)
_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)
