"""What the palette offers for a few letters, without Qt."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from negojournal.ui.shell.port import Run


@dataclass(frozen=True, slots=True)
class Offer:
    """Hold one line of the palette: what it is, a few words beside it, and what choosing it does."""

    text: str
    detail: str
    run: Run


def build_matches(offers: Iterable[Offer], typed: str) -> tuple[Offer, ...]:
    """Return the offers in which every typed word begins a word; those that begin with the first one come first."""
    words = typed.casefold().split()
    found = [offer for offer in offers if all(_begins(offer.text, word) for word in words)]
    return tuple(sorted(found, key=lambda offer: bool(words) and not offer.text.casefold().startswith(words[0])))


def _begins(text: str, word: str) -> bool:
    return any(part.startswith(word) for part in text.casefold().split())
