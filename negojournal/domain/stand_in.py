"""Names and amounts replaced by stand-ins, for a copy that others may read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import chain, count, product
from string import ascii_uppercase

from negojournal.domain.amount import NUMBER, SIGN, number_from
from negojournal.domain.moment import MONTHS
from negojournal.domain.negotiation import name_key

NAME, SUM = "Counterpart", "amount"

_ORDINARY = re.compile(
    "academy|ag|agency|and|associates|bank|board|bv|co|college|committee|company|consulting|corp|council|da|de|del|"
    "department|der|design|di|die|du|el|finance|foundation|für|gmbh|group|head|hotel|hr|inc|institute|international|"
    "it|kg|la|le|learning|legal|llc|ltd|management|marketing|mr|mrs|ms|office|of|partners?|procurement|project|"
    "purchasing|sa|sales|school|se|services|solutions|srl|studios?|systems|team|technologies|the|training|und|"
    "university|van|von|works|zu",
    re.IGNORECASE,
)
"""Words of a name that don't tell whose it is, or are used for other things as well."""

_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_DATES = (
    r"\d{4}-\d{2}(?:-\d{2})?",
    r"\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?",
    r"\d{1,2}/\d{1,2}(?:/\d{2,4})?",
    r"\d{1,2}:\d{2}",
    rf"(?:\d{{1,2}}\s?[-–]\s?)?\d{{1,2}}(?:st|nd|rd|th|\.)?\s(?:of\s)?(?:{_MONTH})\b(?:\s\d{{4}})?",
    rf"(?:{_MONTH})\s\d{{1,2}}(?:st|nd|rd|th)?\b(?:,?\s\d{{4}})?",
    r"(?:19[5-9]\d|20[1-5]\d)(?!\s?[%€$£¥])(?![.,]?\d)",
)
"""What has two digits or more and isn't an amount: dates, times of day, and years."""
_UNIT = rf"%|{SIGN}|(?:[A-Z]{{3}}|k|bn|mi?o|mn|m|tsd|mrd|thousand|[mb]illion|per\s?cent)(?!\w)"
_SCALE = re.compile(r"%|[a-z].*")
"""A unit that makes another amount of the same number, which a currency doesn't."""
_RATING = re.compile(r"\d(?:[.,]\d)?")
_SHORT = 2
"""Letters up to which a name is found only as it is written."""


class StandIns:
    """Replace names and amounts, the same one always by the same stand-in, and remember what was replaced.

    A number of one digit is an amount where one of `units`, or a currency, stands beside it.
    """

    def __init__(self, names: Iterable[str], units: Iterable[str] = ()) -> None:
        own = sorted({unit.strip() for unit in units} - {""}, key=len, reverse=True)
        self._units = "|".join((*(rf"(?i:{re.escape(unit)})(?!\w)" for unit in own), _UNIT))
        self._names = _stand_ins(names)
        self._forms = {form: _folded(form.split()[0]) for form in sorted(self._names, key=len, reverse=True)}
        self._patterns: dict[tuple[str, ...], re.Pattern[str]] = {}
        self._amounts: dict[tuple[Decimal, str], str] = {}
        self._pairs: dict[str, str] = {}

    def mask(self, text: str) -> str:
        """Return a text with stand-ins; dates, times and ratings stay."""
        whole = unicodedata.normalize("NFC", text)
        folded = _folded(whole)
        # Only the names that can be in a text are looked for: thousands of them in each would take minutes.
        forms = tuple(form for form, first in self._forms.items() if first in folded)
        pattern = self._patterns.get(forms) or self._patterns.setdefault(forms, _pattern(forms, self._units))
        return pattern.sub(lambda found: self._replaced(found, forms), whole)

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return what was replaced so far and its stand-in, in the order of appearance."""
        return tuple(self._pairs.items())

    def _replaced(self, found: re.Match[str], forms: tuple[str, ...]) -> str:
        if found["date"]:
            return found[0]
        if found["number"]:
            return self._amount(found)
        return self._pairs.setdefault(found[0], self._names[forms[(found.lastindex or 1) - 1]])

    def _amount(self, found: re.Match[str]) -> str:
        if not found["before"] and not found["after"] and _RATING.fullmatch(found["number"]):
            return found[0]
        unit = found["after"] or ""
        amount = (number_from(found["number"]), unit if _SCALE.fullmatch(unit) else "")
        stand_in = self._amounts.setdefault(amount, f"{SUM} {len(self._amounts) + 1}")
        return self._pairs.setdefault(found[0], stand_in)


def _folded(text: str) -> str:
    """Return a text in which all letters and signs that a search takes for the same are the same."""
    return text.casefold().replace("\u0131", "i").replace("\u0307", "").replace("’", "'")


def _stand_ins(names: Iterable[str]) -> dict[str, str]:
    """Return the stand-in of each name as it is written, and then of the parts that tell whose it is."""
    written = (" ".join(unicodedata.normalize("NFC", name).split()) for name in names)
    whole: dict[str, str] = {}
    for name in filter(None, written):
        whole.setdefault(name_key(name), name)
    found = {name: f"{NAME} {letters}" for name, letters in zip(whole.values(), _letters(), strict=False)}
    for name in whole.values():
        for part in _parts(name):
            found.setdefault(part, found[name])
    return found


def _letters() -> Iterator[str]:
    """Return A to Z, AA, AB and so on, without end."""
    return map("".join, chain.from_iterable(product(ascii_uppercase, repeat=length) for length in count(1)))


def _parts(name: str) -> Iterator[str]:
    """Yield the words that tell whose a name is; a role such as “Line managers” has none."""
    words = [word for word in (each.strip(".,;()'’\"") for each in name.split()) if word]
    pieces = chain.from_iterable(dict.fromkeys((word, *word.split("-"))) for word in words)
    telling = [piece for piece in pieces if len(piece) >= _SHORT and not _ORDINARY.fullmatch(piece)]
    if all(word[0].isupper() for word in telling) or words[0][0].islower():
        yield from telling


def _pattern(forms: tuple[str, ...], units: str) -> re.Pattern[str]:
    """Return what is looked for: a name (its group tells which), what isn't an amount, an amount with its unit.

    A name may have the s of a possessive.
    """
    names = [_name_pattern(form) for form in forms] or ["(?!)"]
    which = "|".join(f"({name})" for name in names)
    date, unit = "|".join(_DATES), rf"\s?(?!(?:{'|'.join(names)})s?(?!\w))(?P<after>{units})"
    return re.compile(
        rf"(?<!\w)(?:{which})s?(?!\w)|(?<![\w.,])(?P<date>(?i:{date}))(?!\w)|{NUMBER}(?:{unit})?",
    )


def _name_pattern(form: str) -> str:
    """Return a name in any case, unless it is so short that it would be found everywhere."""
    words = re.sub("['’]", "['’]", r"\s+".join(map(re.escape, form.split())))
    return words if len(form) <= _SHORT else f"(?i:{words})"
