"""The words that people use in tables for the choices of a field."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

_METHODS = {
    "combative": "competitive, competing, win lose, hard, distributive, zero sum",
    "cooperative": "collaborative, collaborating, cooperation, win win, integrative, soft",
    "partnership": "partner, rules first, trust first",
}
WORDS: Mapping[str, Mapping[str, str]] = {
    "status": {
        "planned": "plan, upcoming, scheduled, to do, todo, geplant",
        "held": "done, completed, closed, finished, past, over, erledigt",
        "dodged": "avoided, skipped, missed, let pass",
    },
    "channel": {
        "in-person": "face to face, f2f, meeting, onsite, on site, office, personal, personally, live, persönlich",
        "video": "zoom, teams, ms teams, meet, google meet, video call, videocall, online, webex",
        "phone": "call, telephone, tel, phone call, telefon, mobile",
        "email": "e mail, mail, letter",
        "chat": "slack, whatsapp, text, message, sms, messenger",
        "hallway": "corridor, in passing",
    },
    "review.outcome": {
        "agreement": "deal, yes, y, agreed, won, win, signed, closed, success, successful, done, true, x, ja, einigung",
        "no-agreement": "no deal, no, n, failed, lost, loss, rejected, declined, none, false, nein, keine einigung",
        "adjourned": "postponed, open, pending, ongoing, in progress, continued, to be continued, tbd, vertagt, offen",
        "walked-away": "walked, walked out, left, we walked away, abgebrochen",
    },
    "review.last_intention_done": {
        "yes": "y, true, done, x, ja, 1",
        "partly": "partially, some, somewhat, half, teilweise",
        "no": "n, false, nein, 0",
    },
    "preparation.frame": {"partner": "ally, colleague", "opponent": "adversary, enemy, rival"},
    "method": _METHODS,
    "preparation.method": _METHODS,
    "preparation.their_method": _METHODS,
    "review.their_method": _METHODS,
}
"""The words that people use for the choices of a field, beside the choice itself."""


def words_for(path: str, kind: type[Enum]) -> Mapping[str, str]:
    """Return every word for a choice, as words are compared, and what is chosen by it."""
    own = WORDS.get(path, {})
    said = ((one, f"{one.value}, {own.get(one.value, one.value)}".split(", ")) for one in kind)
    return {simplified(word): str(one.value) for one, words in said for word in words}


def simplified(text: str) -> str:
    """Return a word as choices are compared: without case, hyphens and what stands around it."""
    return " ".join(re.split(r"[\W_]+", text.casefold())).strip()
