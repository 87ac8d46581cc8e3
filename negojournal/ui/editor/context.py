"""What the form knows beside the record itself."""

from __future__ import annotations

from dataclasses import dataclass, field

from negojournal.domain.catalog import Catalog
from negojournal.domain.summary import Chain, Intention, Summary


@dataclass(frozen=True, slots=True)
class Context:
    """Hold what there is to choose from, names and tags used before, what was meant to be done, and the chain.

    `questionnaire` is the key of the one that a new review starts with, `recent` the latest negotiations.
    """

    catalog: Catalog
    questionnaire: str = "quick"
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    intention: Intention | None = None
    chain: Chain = field(default_factory=Chain)
    recent: tuple[Summary, ...] = ()
