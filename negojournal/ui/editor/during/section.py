"""The section for what happens in the meeting."""

from __future__ import annotations

# ruff: noqa: PLC0415 - a part is loaded when it is first wanted, so that the form need not wait for it
from PySide6.QtCore import QCoreApplication

from negojournal.ui.editor.context import Context
from negojournal.ui.editor.during.summary import course_summary, notice_summary, offer_summary, tactic_summary
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.section import DURING, PartSpec, Section, is_held


def during_section() -> Section:
    """Return the section, with the words of the language in force."""
    translate = QCoreApplication.translate
    return Section(
        DURING,
        translate("Editor", "During"),
        (
            PartSpec("notice", translate("Editor", "What I noticed"), _notice, notice_summary, shown=is_held),
            PartSpec("course", translate("Editor", "How it went"), _course, course_summary, shown=is_held),
            PartSpec("tactics", translate("Editor", "Tactics"), _tactics, tactic_summary, shown=is_held),
            PartSpec("offers", translate("Editor", "Offers"), _offers, offer_summary, shown=is_held),
        ),
    )


def _notice(context: Context) -> Part:
    from negojournal.ui.editor.during.notice_part import NoticePart

    return NoticePart(context)


def _course(context: Context) -> Part:
    from negojournal.ui.editor.during.course_part import CoursePart

    return CoursePart(context)


def _tactics(context: Context) -> Part:
    from negojournal.ui.editor.during.tactic_part import TacticPart

    return TacticPart(context)


def _offers(context: Context) -> Part:
    from negojournal.ui.editor.during.offer_part import OfferPart

    return OfferPart(context)
