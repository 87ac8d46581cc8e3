"""Tool tips out of what is in the journal."""

from __future__ import annotations

from PySide6.QtGui import Qt


def tip(text: str) -> str:
    """Return a text for a tool tip; Qt takes one that looks like HTML for HTML, and loads what it names."""
    return Qt.convertFromPlainText(text, Qt.WhiteSpaceMode.WhiteSpaceNormal) if Qt.mightBeRichText(text) else text
