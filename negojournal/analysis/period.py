"""What the report of a period is made from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from negojournal.analysis.insight.report import InsightReport
from negojournal.analysis.report import TrendReport
from negojournal.domain.catalog import Catalog
from negojournal.domain.summary import Summary


@dataclass(frozen=True, slots=True)
class Period:
    """Hold trends and insights for one filter, the newest negotiations that it lets through, and who may be named."""

    trends: TrendReport
    insights: InsightReport
    lines: tuple[Summary, ...]
    names: tuple[str, ...]
    catalog: Catalog
    day: date
