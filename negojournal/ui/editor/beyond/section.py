"""The section for what becomes of a negotiation."""

from __future__ import annotations

# ruff: noqa: PLC0415 - a part is loaded when it is first wanted, so that the form need not wait for it
from PySide6.QtCore import QCoreApplication

from negojournal.ui.editor.beyond.summary import (
    agreement_summary,
    chain_summary,
    commitment_summary,
    follow_up_summary,
    press_summary,
    thanks_summary,
)
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.part import Part
from negojournal.ui.editor.section import BEYOND, PartSpec, Section, is_held

CHAIN, COMMITMENTS, FOLLOW_UPS = "chain", "commitments", "follow-ups"


def beyond_section() -> Section:
    """Return the section, with the words of the language in force."""
    translate = QCoreApplication.translate
    return Section(
        BEYOND,
        translate("Editor", "Beyond"),
        (
            PartSpec("press", translate("Editor", "Press conference"), _press, press_summary, shown=is_held),
            PartSpec("agreement", translate("Editor", "Agreement"), _agreement, agreement_summary, shown=is_held),
            PartSpec(COMMITMENTS, translate("Editor", "Commitments"), _commitments, commitment_summary, shown=is_held),
            PartSpec("thanks", translate("Editor", "Thanks"), _thanks, thanks_summary, shown=is_held),
            PartSpec(FOLLOW_UPS, translate("Editor", "Follow-ups"), _follow_ups, follow_up_summary, shown=is_held),
            PartSpec(CHAIN, translate("Editor", "Earlier and later"), _chain, chain_summary),
        ),
    )


def _press(context: Context) -> Part:
    from negojournal.ui.editor.beyond.press_part import PressPart

    return PressPart(context)


def _agreement(context: Context) -> Part:
    from negojournal.ui.editor.beyond.agreement_part import AgreementPart

    return AgreementPart(context)


def _commitments(context: Context) -> Part:
    from negojournal.ui.editor.beyond.commitment_part import CommitmentPart

    return CommitmentPart(context)


def _thanks(context: Context) -> Part:
    from negojournal.ui.editor.beyond.thanks_part import ThanksPart

    return ThanksPart(context)


def _follow_ups(context: Context) -> Part:
    from negojournal.ui.editor.beyond.follow_up_part import FollowUpPart

    return FollowUpPart(context)


def _chain(context: Context) -> Part:
    from negojournal.ui.editor.beyond.chain_part import ChainPart

    return ChainPart(context)
