"""What the form knows beside the record itself."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.domain.catalog import Catalog
from negojournal.domain.summary import Intention


@dataclass(frozen=True, slots=True)
class Context:
    """Hold what there is to choose from, names and tags used before, and what was meant to be done this time.

    `questionnaire` is the key of the one that a new review starts with.
    """

    catalog: Catalog
    questionnaire: str = "quick"
    names: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    intention: Intention | None = None
