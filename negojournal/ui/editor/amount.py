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


def number_characters(text: str) -> str:
    """Return what of a text can be part of a number, which may be negative and have any decimals."""
    sign = "-" if re.match(r"\s*[-−]", text) else ""
    return sign + amount_characters(text)


def number_from(text: str, mark: str) -> Decimal | None:
    """Return the number in a text, or None where it holds no digit; `mark` is the decimal separator used here.

    A separator that stands once, and is the mark or has not just three digits behind it, begins the decimals; so
    does the last of two different ones.
    """
    written = number_characters(text).replace(" ", "")
    last = max(written.rfind(each) for each in SEPARATORS)
    digits = re.sub(r"[.,]", "", written)
    if not digits.strip("-"):
        return None
    decimals = len(written) - last - 1 if last >= 0 and _parts_decimals(written, last, mark) else 0
    return Decimal(digits).scaleb(-decimals)


def number_text(number: Decimal | None, mark: str) -> str:
    """Return a number as it is typed here, without zeros that say nothing."""
    if number is None:
        return ""
    whole, _, decimals = f"{number:f}".partition(".")
    return mark.join(part for part in (whole, decimals.rstrip("0")) if part)


def _parts_decimals(written: str, at: int, mark: str) -> bool:
    separator = written[at]
    if len(set(SEPARATORS) & set(written)) > 1:
        return written.count(separator) == 1
    thousands = len(written) - at - 1 == len("000")
    return written.count(separator) == 1 and (separator == mark or not thousands)
