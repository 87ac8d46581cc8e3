"""What is remembered of the filter: as much as holds no words."""

from __future__ import annotations

import json
from dataclasses import replace

from negojournal.domain.filter import Filter
from negojournal.domain.plain import plain_of, value_from
from negojournal.errors import InvalidError

FILTER = "filter"


def filter_text(chosen: Filter) -> str:
    """Return what may be remembered of a filter; names and words of the journal don't belong in a settings file."""
    wordless = replace(chosen, search="", counterpart=None, area=None, tag=None, trap=None, binned=False)
    return json.dumps(plain_of(wordless)) if wordless != Filter() else ""


def filter_from(text: str) -> Filter:
    """Return the remembered filter; whatever can't be read lets everything through."""
    try:
        return value_from(Filter, json.loads(text)) if text else Filter()
    except (ValueError, InvalidError):
        return Filter()
