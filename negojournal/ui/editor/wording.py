"""The words that more than one part of the form uses: those of closed sets in the order shown."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from negojournal.domain.negotiation import Negotiation
from negojournal.domain.preparation import Frame, Method, Side
from negojournal.domain.questionnaire import HIGHEST, LOWEST
from negojournal.ui.editor.field_path import value_at

YES, NO = "yes", "no"


def method_labels() -> Mapping[str, str]:
    """Return the ways of negotiating."""
    return {
        Method.COMBATIVE: QCoreApplication.translate("Editor", "Combative"),
        Method.COOPERATIVE: QCoreApplication.translate("Editor", "Cooperative"),
        Method.PARTNERSHIP: QCoreApplication.translate("Editor", "Partnership"),
    }


def method_hint() -> str:
    """Return what the ways of negotiating mean."""
    return QCoreApplication.translate(
        "Editor", "Combative: one wins what the other loses. Cooperative: enlarge the pie. Partnership: trust first."
    )


def frame_labels() -> Mapping[str, str]:
    """Return the ways to see the other side."""
    return {
        Frame.PARTNER: QCoreApplication.translate("Editor", "As a partner"),
        Frame.OPPONENT: QCoreApplication.translate("Editor", "As an opponent"),
    }


def side_labels() -> Mapping[str, str]:
    """Return the two sides of the table."""
    return {
        Side.ME: QCoreApplication.translate("Editor", "Me"),
        Side.THEM: QCoreApplication.translate("Editor", "Them"),
    }


def yes_no_labels() -> Mapping[str, str]:
    """Return the two answers to a plain question."""
    return {YES: QCoreApplication.translate("Editor", "Yes"), NO: QCoreApplication.translate("Editor", "No")}


def power_labels() -> Mapping[str, str]:
    """Return who was the stronger side, by the number in the record."""
    return {
        "-2": QCoreApplication.translate("Editor", "They, by far"),
        "-1": QCoreApplication.translate("Editor", "They"),
        "0": QCoreApplication.translate("Editor", "Even"),
        "1": QCoreApplication.translate("Editor", "I"),
        "2": QCoreApplication.translate("Editor", "I, by far"),
    }


def trust_labels() -> Mapping[str, str]:
    """Return the ratings of trust."""
    return {str(rating): str(rating) for rating in range(LOWEST, HIGHEST + 1)}


def trust_hint() -> str:
    """Return what the ends of trust mean."""
    return QCoreApplication.translate("Editor", "1 not at all, 7 completely")


def answered_summary(record: Negotiation, paths: tuple[str, ...]) -> str:
    """Return how many of some texts are there, where any is."""
    given = sum(bool(value_at(record, path)) for path in paths)
    text = QCoreApplication.translate("Editor", "{given} of {all}")
    return text.format(given=given, all=len(paths)) if given else ""
