"""A report of insights as plain data, for `insights --json`."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from negojournal.analysis.insight.comparison import Contrast
from negojournal.analysis.insight.report import InsightReport, Parts
from negojournal.domain.plain import plain_of

if TYPE_CHECKING:
    from _typeshed import DataclassInstance


def figures_of(report: InsightReport) -> dict[str, object]:
    """Return each part's figures with its text version as `text`, and what they rest on."""
    parts = {part.name: _part(getattr(report, part.name), report.words[part.name].text) for part in fields(Parts)}
    return parts | {"questionnaire": plain_of(report.questionnaire and report.questionnaire.key), "cases": report.cases}


def _part(part: DataclassInstance, text: str) -> dict[str, object]:
    return {field.name: _plain(getattr(part, field.name)) for field in fields(part)} | {"text": text}


def _plain(value: object) -> object:
    if isinstance(value, tuple) and value and isinstance(value[0], Contrast):
        return [contrast_figures(row) for row in value]
    return plain_of(value)


def contrast_figures(row: Contrast) -> dict[str, object]:
    """Return two groups with their counts instead of their scores."""
    sides = {
        name: {"label": group.label, "n": group.n, "median": group.median, "needed": group.needed}
        for name, group in (("one", row.one), ("other", row.other))
    }
    return {
        "key": row.key,
        "label": row.label,
        **sides,
        "difference": row.difference,
        "interval": plain_of(row.interval),
    }
