"""Cases for tests of what is compared: one with nothing but what must be there, and runs of rated ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from negojournal.analysis.insight.words import Setting
from negojournal.catalog.load import load_catalog
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId, uuid_from
from negojournal.domain.negotiation import Status
from negojournal.domain.outcome import DIMENSIONS
from negojournal.domain.preparation import Term
from negojournal.paths import resource_folder

FIRST = date(2026, 1, 5)

CATALOG = load_catalog(resource_folder())

QUICKLY = Setting(CATALOG, key="quick")


def case(n: int = 0, **changes: Any) -> Case:
    """Return the n-th case, held n days after the first."""
    bare = Case(NegotiationId(uuid_from(n, 0)), f"Talk {n}", FIRST + timedelta(days=n), Status.HELD)
    return replace(bare, **changes)


def rated(n: int, score: float, questionnaire: str = "quick", **changes: Any) -> Case:
    """Return the n-th case, rated alike in every dimension."""
    return case(n, questionnaire=questionnaire, scores=dict.fromkeys(DIMENSIONS, score), **changes)


def series(scores: Iterable[float], first: int = 0, **changes: Any) -> tuple[Case, ...]:
    """Return rated cases in order of time."""
    return tuple(rated(first + i, score, **changes) for i, score in enumerate(scores))


def term(agreed: float | None, goal: float | None = 10, bottom_line: float | None = 0, **changes: Any) -> Term:
    """Return a term whose range runs from 0 to 10 unless said otherwise."""
    numbers = {"agreed": agreed, "goal": goal, "bottom_line": bottom_line}
    amounts = {name: None if value is None else Decimal(str(value)) for name, value in numbers.items()}
    return Term("Price", **amounts, **changes)
