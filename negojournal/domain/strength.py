"""How hard a passphrase is to guess, in three steps."""

from __future__ import annotations

from enum import StrEnum
from itertools import pairwise

WORD_BITS, LETTER_BITS, OTHER_BITS = 12.0, 2.0, 4.0
"""Bits a word, a letter of a long word, and a character of anything else; what people choose is guessed sooner than
chance, so each is less than for chance alone (a word of a list of 7776: 12.9)."""

FAIR_FROM, STRONG_FROM = 44.0, 56.0
"""Four words are fair, five are strong."""


class Strength(StrEnum):
    """Name how long a passphrase withstands a program that tries many."""

    WEAK = "weak"
    FAIR = "fair"
    STRONG = "strong"


def strength_of(text: str) -> Strength:
    """Judge a passphrase by its words, each counted once, and by the characters of what is no word."""
    bits = sum(_bits(word) for word in set(text.casefold().split()))
    if bits < FAIR_FROM:
        return Strength.WEAK
    return Strength.FAIR if bits < STRONG_FROM else Strength.STRONG


def _bits(word: str) -> float:
    turns = 1 + sum(abs(ord(one) - ord(other)) > 1 for one, other in pairwise(word))
    if word.isalpha():
        return min(max(WORD_BITS, LETTER_BITS * len(word)), OTHER_BITS * turns)
    return OTHER_BITS * turns
