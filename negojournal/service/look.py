"""The look that ships, for what is drawn without a window."""

from __future__ import annotations

from pathlib import Path

from negojournal.catalog.theme import load_theme
from negojournal.domain.theme import Theme


def shipped_theme(resources: Path) -> Theme:
    """Return the colours, shapes and sizes under `resources/theme/`."""
    return load_theme(resources / "theme")
