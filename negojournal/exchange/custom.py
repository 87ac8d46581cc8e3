"""How a table writes dates, numbers and ratings: by a locale, and by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

from negojournal.domain.questionnaire import HIGHEST, LOWEST
from negojournal.exchange.dating import DateOrder

POINT, COMMA = ".", ","


@dataclass(frozen=True, slots=True)
class Scale:
    """Hold the ends of a scale on which a table rates."""

    lowest: int = LOWEST
    highest: int = HIGHEST

    def __str__(self) -> str:
        """Return the scale as it is typed."""
        return f"{self.lowest}-{self.highest}"

    def holds(self, value: Fraction) -> bool:
        """Tell whether a value is on the scale."""
        return self.lowest <= value <= self.highest

    def as_ours(self, value: Fraction) -> Fraction:
        """Return where a value stands on the scale from 1 to 7."""
        return LOWEST + (value - self.lowest) * (HIGHEST - LOWEST) / (self.highest - self.lowest)


OURS = Scale()
SCALES = (OURS, Scale(1, 5), Scale(1, 10), Scale(0, 10), Scale(0, 100))
"""The scales that tables are usually rated on, ours first."""


@dataclass(frozen=True, slots=True)
class Custom:
    """Hold how a table writes: the order of a date, the sign before decimals, the scale of ratings.

    `is_ours` is a table that this program wrote: lists in a cell are parted by semicolons only.
    """

    order: DateOrder = DateOrder.DMY
    decimal: str = POINT
    scale: Scale = OURS
    is_ours: bool = False


_MONTH_FIRST = frozenset({"US", "PH", "PR", "GU", "FM", "PW", "MH"})
_YEAR_FIRST = frozenset({"zh", "ja", "ko", "hu", "lt", "sv", "mn", "eu", "fa"})
_POINT = frozenset({"en", "zh", "ja", "ko", "he", "th", "hi", "ms", "fil", "cy", "ga", "sw", "ta", "te", "bn", "ur"})
_POINT_PLACES = frozenset({"MX", "CH", "US", "GT", "HN", "NI", "PA", "PE", "PR", "SV", "DO", "LI"})
_COMMA_PLACES = frozenset({"ZA"})


def custom_of(locale: str) -> Custom:
    """Return how a locale such as `de_DE` or `en-US` writes; one that isn't known puts the day first."""
    language, *rest = re.split(r"[_-]", re.split(r"[.@]", locale)[0])
    place = rest[-1].upper() if rest else ""
    order = DateOrder.DMY
    if place in _MONTH_FIRST or locale == "en":
        order = DateOrder.MDY
    elif language.lower() in _YEAR_FIRST or place == "CA":
        order = DateOrder.YMD
    has_point = (language.lower() in _POINT and place not in _COMMA_PLACES) or place in _POINT_PLACES
    return Custom(order, POINT if has_point or not rest else COMMA)


_BRACKETS = re.compile(r"(\d{1,3}) ?(?:-|–|—|to|bis|\.\.+|…) ?(\d{1,3})", re.ASCII)
"""A scale in a heading: Fairness (1–5)."""
_OUT_OF = re.compile(r"\D*[\d.,]{1,6} ?/ ?(\d{1,3})", re.ASCII)


def scale_in_heading(heading: str) -> Scale | None:
    """Return the scale that a heading names."""
    found = _BRACKETS.search(heading)
    return scale_from(f"{found[1]}-{found[2]}") if found else None


def scale_from(text: str) -> Scale | None:
    """Return a scale as it is typed, such as 1-5; None for anything else."""
    found = _BRACKETS.fullmatch(text.strip())
    if found is None or int(found[1]) >= int(found[2]):
        return None
    return Scale(int(found[1]), int(found[2]))


def scale_in(texts: Iterable[str], decimal: str) -> Scale | None:
    """Return the smallest usual scale that holds all ratings; None where it could be another as well."""
    values: list[Fraction] = []
    for text in texts:
        if found := _OUT_OF.fullmatch(text.strip()):
            return scale_from(f"{0 if text.strip().startswith('0') else 1}-{found[1]}")
        if "%" in text:
            return SCALES[-1]
        try:
            values.append(number_from(text, decimal))
        except ValueError:
            continue
    if not values or (min(values) >= LOWEST and max(values) <= HIGHEST):
        return None
    return next((one for one in SCALES if one.holds(min(values)) and one.holds(max(values))), None)


_GROUPING = "  \u202f'’"
_UNITS = re.compile(r"^[€$£¥]\s*|\s*(?:[€$£¥%]|[A-Z]{3})$")
LONGEST_NUMBER = 40


def number_from(text: str, decimal: str) -> Fraction:
    """Return a number with one kind of decimals; raise ValueError for anything else, a wrong grouping as well."""
    plain = _UNITS.sub("", text.strip().replace("−", "-")).strip() if len(text) <= LONGEST_NUMBER else ""
    grouping = COMMA if decimal == POINT else POINT
    marked = "".join("\x01" if one == grouping or one in _GROUPING else one for one in plain)
    pattern = _AMOUNTS[decimal]
    if not pattern.fullmatch(marked):
        raise ValueError(text)
    return Fraction(marked.replace("\x01", "").replace(decimal, "."))


_AMOUNTS = {
    sign: re.compile(rf"[-+]?(?:\d{{1,3}}(?:\x01\d{{3}})+|\d{{1,18}})(?:{re.escape(sign)}\d{{1,18}})?", re.ASCII)
    for sign in (POINT, COMMA)
}
_DECIMALS = re.compile(r".*\d([.,])(?:\d{1,2}|\d{4,})\D{0,4}", re.ASCII | re.DOTALL)
_BOTH = re.compile(r".*[.,\u00a0\u202f'’ ]\d{3}([.,])\d+\D{0,4}", re.ASCII | re.DOTALL)


def decimal_in(texts: Iterable[str]) -> str | None:
    """Return the sign before decimals that numbers settle; None where there are none, or it may be grouping."""
    votes = {POINT: 0, COMMA: 0}
    for text in texts:
        short = text.strip()
        if len(short) <= LONGEST_NUMBER and (found := _BOTH.fullmatch(short) or _DECIMALS.fullmatch(short)):
            votes[found[1]] += 1
    if votes[POINT] == votes[COMMA]:
        return None
    return max(votes, key=lambda one: votes[one])
