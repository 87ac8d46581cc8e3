"""What a line of a list is made of: values as they stand in the file, read alike with SQLAlchemy and without."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Any

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Result
from negojournal.domain.scoring import SCORED
from negojournal.domain.summary import Summary

COLUMNS = ("id", "title", "held_at", "status", "area", "outcome", "names", *SCORED)
"""What a line shows, by the columns of `negotiation`; before it stand the value it is sorted by, and its position."""

_STATUS = {member.value: member for member in Status}
_OUTCOME = {member.value: member for member in Result} | {None: None}


def summaries_from(lines: Iterable[Sequence[Any]]) -> tuple[Summary, ...]:
    """Return the summaries of lines."""
    return tuple([_summary(tuple(line[2:])) for line in lines])


@lru_cache(maxsize=2048)
def _summary(shown: tuple[Any, ...]) -> Summary:
    """Return the summary of what a line shows, the same again where it was shown before.

    Of what is found while a word is typed, and of a page that is read again after each save, hardly a line is new.
    """
    id_, title, held_at, status, area, outcome, names, *scores = shown
    people = tuple(json.loads(names))
    values = dict(zip(SCORED, scores, strict=True))
    return Summary(id_, title, Moment(held_at), _STATUS[status], people, area, _OUTCOME[outcome], values)
