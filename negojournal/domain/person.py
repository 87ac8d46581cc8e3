"""The people on the other side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment


@dataclass(frozen=True, slots=True)
class Person:
    """Hold a counterpart: the name as last written, how many negotiations and of them rated, and the last day."""

    name: str
    negotiations: int
    rated: int
    last: date


@dataclass(frozen=True, slots=True)
class Naming:
    """Hold whom a record names as counterparts, and when it was last changed."""

    id: NegotiationId
    counterparts: tuple[str, ...]
    updated_at: Moment
