"""Amounts of money as a person types them."""

from __future__ import annotations

import re
from decimal import Decimal

SEPARATORS = ".,"
CENTS = 2
"""Digits that a decimal separator may have behind it; three or more make it one between thousands."""


def amount_characters(text: str) -> str:
    """Return what of a text can be part of an amount: digits, separators and the space between thousands."""
    return re.sub(r"[^\d., ]", "", re.sub(r"\s", " ", text)).strip()


def amount_from(text: str) -> Decimal | None:
    """Return the amount in a text, or None where it holds no digit: `1,250.50`, `1.250,50` and `1250` alike."""
    written = amount_characters(text).replace(" ", "")
    whole, cents = written, ""
    at = max(written.rfind(mark) for mark in SEPARATORS)
    if at >= 0 and len(written) - at - 1 <= CENTS:
        whole, cents = written[:at], written[at + 1 :]
    digits = re.sub(r"[.,]", "", whole)
    if not digits and not cents:
        return None
    return Decimal(f"{digits or '0'}.{cents}" if cents else digits)
