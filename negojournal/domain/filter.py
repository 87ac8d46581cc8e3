"""The one filter, shared by list, calendar, charts, export and report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from negojournal.domain.negotiation import Status
from negojournal.domain.outcome import OVERALL, Outcome
from negojournal.domain.preparation import Method
from negojournal.domain.review import Result


@dataclass(frozen=True, slots=True)
class Filter:
    """Say which negotiations are meant; what is None or empty lets everything through.

    `search` is plain words, each of which must begin a word somewhere in the record. `since` and `until` are
    days on the wall, both included. `binned` asks for the bin instead of the journal.
    """

    search: str = ""
    counterpart: str | None = None
    area: str | None = None
    method: Method | None = None
    outcome: Result | None = None
    status: Status | None = None
    tag: str | None = None
    trap: str | None = None
    since: date | None = None
    until: date | None = None
    binned: bool = False


EVERYTHING = Filter()
"""The filter that lets everything through which isn't in the bin."""


class SortKey(StrEnum):
    """Name the columns a list can be sorted by."""

    HELD_AT = "held_at"
    TITLE = "title"
    COUNTERPARTS = "counterparts"
    AREA = "area"
    INSTRUMENTAL = Outcome.INSTRUMENTAL.value
    PROCESS = Outcome.PROCESS.value
    RELATIONSHIP = Outcome.RELATIONSHIP.value
    SELF = Outcome.SELF.value
    OVERALL = OVERALL


@dataclass(frozen=True, slots=True)
class Order:
    """Say how a list is sorted; ties follow the date, newest first; records without a value come last."""

    key: SortKey = SortKey.HELD_AT
    descending: bool = True
