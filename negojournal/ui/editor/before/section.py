"""The section for what is prepared."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from negojournal.ui.editor.section import BEFORE, Section


def before_section() -> Section:
    """Return the section, with the words of the language in force."""
    translate = QCoreApplication.translate
    return Section(BEFORE, translate("Editor", "Before the meeting"), ())
