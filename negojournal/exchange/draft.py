"""A draft as text, opaque to the store that keeps it."""

from __future__ import annotations

import json

from negojournal.domain.draft import Draft
from negojournal.domain.plain import plain_of, value_from
from negojournal.exchange.text import parse


def draft_text(draft: Draft) -> str:
    """Return a draft as text, whatever was typed: a lone half of a character is escaped, not refused."""
    return json.dumps(plain_of(draft))


def draft_from(text: str) -> Draft:
    """Return the draft that was kept; raise FormatError or InvalidError when it can't be understood any more."""
    return value_from(Draft, parse(text))
