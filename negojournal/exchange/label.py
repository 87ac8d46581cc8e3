"""The words people read above each field of a record."""

from __future__ import annotations

from collections.abc import Mapping

from negojournal.domain.agreement import Agreement, Dodge
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.preparation import Preparation
from negojournal.domain.review import Review

LABELS: Mapping[type, Mapping[str, str]] = {
    Negotiation: {
        "title": "Title",
        "held_at": "When",
        "status": "Planned, held or dodged",
        "counterparts": "With",
        "area": "Area",
        "channel": "Channel",
        "method": "Method",
        "power": "Power",
        "duration_minutes": "Length in minutes",
        "follows": "Follows",
        "purposes": "What it was for",
        "tags": "Tags",
        "offers": "Offers",
        "currency": "Currency",
        "follow_ups": "Follow-ups",
    },
    Preparation: {
        "terms": "Terms",
        "best_alternative": "Best alternative",
        "yes_reasons": "Why they would say yes",
        "no_reasons": "Why they would say no",
        "risks": "What could fail",
        "my_position": "My position",
        "my_interests": "My interests",
        "their_position": "Their position",
        "their_interests": "Their interests",
        "rules": "Rules of the game",
        "exchanges": "What could change hands",
        "frame": "Frame",
        "method": "Method meant",
        "questions": "Questions to bring",
        "stakeholders": "Stakeholders",
        "expected": "Expected",
        "chance": "Chance of reaching the goal",
        "trust": "Trust in them before",
        "their_method": "Their method, as expected",
        "stop_rule": "When I stop",
        "sealed_at": "Sealed",
    },
    Review: {
        "outcome": "How it ended",
        "summary": "In short",
        "opening_note": "How it opened",
        "body_language_note": "Body language",
        "assessment": "Ratings",
        "improve": "What would raise it",
        "intended": "What I set out to do",
        "happened": "What happened",
        "why": "Why it was different",
        "keep": "What I keep",
        "next_time": "Next time",
        "last_intention_done": "The last intention was carried out",
        "practices": "Practice",
        "traps": "Traps",
        "tactics": "Tactics and pressure",
        "trust": "Trust in them afterwards",
        "their_method": "Their way of negotiating",
        "feeling_note": "How it felt",
        "press_conference": "At the press conference",
    },
    Agreement: {
        "documented_on": "Documented on",
        "confirmed_on": "Confirmed on",
        "informed": "Informed",
        "commitments": "Commitments",
        "thanked_on": "Thanked on",
        "thanked_by": "Thanked by",
    },
    Dodge: {
        "worth": "What it might have been worth",
        "why": "Why it was dodged",
    },
}
"""The label of each field of a record that people see; a part that has fields of its own has none."""
