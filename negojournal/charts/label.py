"""What the dimensions are called on charts."""

from __future__ import annotations

LABELS = {
    "instrumental": "Instrumental",
    "process": "Process",
    "relationship": "Relationship",
    "self": "Self",
    "overall": "Overall",
}


def label_of(key: str) -> str:
    """Return the name of a dimension as it begins a title."""
    return LABELS[key]
