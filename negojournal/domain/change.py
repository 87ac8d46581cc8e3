"""What a use case changed, told to every page."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.domain.identity import NegotiationId


@dataclass(frozen=True, slots=True)
class Change:
    """Name the records saved and removed, and whether milestones, the catalogue or notes changed.

    What another program changed `elsewhere` isn't known more closely, and can't be taken back here.
    """

    saved: frozenset[NegotiationId] = frozenset()
    removed: frozenset[NegotiationId] = frozenset()
    milestones: bool = False
    catalog: bool = False
    notes: bool = False
    everything: bool = False
    elsewhere: bool = False
