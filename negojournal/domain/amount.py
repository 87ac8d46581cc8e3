"""Amounts as people write them in a sentence: 1,200.50 EUR, € 950, 12 %."""

from __future__ import annotations

import re
from decimal import Decimal

SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "zł": "PLN"}
"""The sign of a currency to its code."""

SIGN = "|".join(map(re.escape, SIGNS))
_GROUPED = r"\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)"

NUMBER = rf"(?:(?P<before>{SIGN}|\b[A-Z]{{3}})\s?|(?<![\w.,]))(?P<number>{_GROUPED}|\d{{1,15}}(?:[.,]\d{{1,9}})?)"
"""A number with the currency that may stand before it."""

AMOUNT = re.compile(rf"{NUMBER}\s?(?P<after>%|{SIGN}|[^\W\d_]+)?")
"""A number with the currency before it, and the currency or the word after it."""

_SEPARATOR = re.compile(r"[.,'’\s]")
_GROUP = 3


def number_from(text: str) -> Decimal:
    """Return a number whose digits may be grouped: a separator before three last digits groups, another divides."""
    *groups, last = _SEPARATOR.split(text)
    if groups and len(last) == _GROUP and groups[0] != "0":
        return Decimal("".join((*groups, last)))
    return Decimal("".join(groups) + "." + last) if groups else Decimal(last)
