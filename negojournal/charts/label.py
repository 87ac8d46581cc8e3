"""What the dimensions are called on charts."""

from __future__ import annotations

from negojournal.analysis import phrase

LABELS = phrase.LABELS


def label_of(key: str) -> str:
    """Return the name of a dimension as it begins a title."""
    return LABELS[key]
