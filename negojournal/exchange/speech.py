"""Single values of a record in the words people read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import Moment, day_text
from negojournal.domain.negotiation import POWER_WORDS
from negojournal.domain.preparation import Side
from negojournal.domain.review import Assessment, PracticeMark
from negojournal.exchange.fact import when
from negojournal.exchange.outline import MARKS, wording_of
from negojournal.exchange.passage import SIDES, joined

NOT_APPLICABLE = "not applicable"
NOTHING = "—"
"""What is said of something in which nothing is said."""

ENTRIES = {
    "area": EntryKind.AREA,
    "purposes": EntryKind.PURPOSE,
    "practices": EntryKind.PRACTICE,
    "key": EntryKind.TRAP,
}
"""The fields that hold keys of the catalogue."""

PER_CENT = frozenset({"chance", "probability"})


@dataclass(frozen=True)
class Speech:
    """Say values in words; `titles` are those of other negotiations, by their identity."""

    catalog: Catalog
    titles: Mapping[str, str]

    def lines(self, name: str, value: object) -> tuple[str, ...]:
        """Return what stands in a field, a list one line each; nothing where it is empty."""
        values = value if isinstance(value, tuple) else (value,)
        return tuple(self.line(name, one) for one in values if one is not None and one != "")

    def line(self, name: str, value: Any) -> str:  # noqa: ANN401 - any value of any field
        """Return one value of a field in one line, or in its own where it is text."""
        if kind := ENTRIES.get(name) if type(value) is str else None:
            return self.catalog.label(kind, value)
        if name == "follows":
            return self.titles.get(value, value)
        if name == "power":
            return POWER_WORDS.get(value, str(value))
        if name in PER_CENT:
            return f"{value:.0%}"
        return next(say(self, value) for kind, say in _WORDS.items() if isinstance(value, kind))

    def rating(self, assessment: Assessment | None, key: str) -> str | None:
        """Return the answer to an item, None where there is none."""
        if assessment is None or key not in assessment.answers:
            return None
        answer = assessment.answers[key]
        return NOT_APPLICABLE if answer is None else str(answer)

    def item(self, assessment: Assessment, key: str) -> str:
        """Return the sentence that was rated, or its key where the questionnaire is not known."""
        questionnaire = self.catalog.questionnaire(assessment.questionnaire)
        items = questionnaire.items if questionnaire else ()
        return next((wording_of(item) for item in items if item.key == key), key)

    def ratings(self, assessment: Assessment) -> str:
        """Return all ratings of a questionnaire in one line."""
        questionnaire = self.catalog.questionnaire(assessment.questionnaire)
        title = questionnaire.title if questionnaire else assessment.questionnaire
        given = (f"{self.item(assessment, key)}: {self.rating(assessment, key)}" for key in assessment.answers)
        return joined(title, "; ".join(given), by=": ")

    def whole(self, value: Any) -> str:  # noqa: ANN401 - any value that has fields
        """Return a value that has fields: its text first, then whatever isn't as usual, each after its name."""
        if not is_dataclass(value):
            return str(value)
        told = {
            field.name: self.line(field.name, given)
            for field in fields(value)
            if (given := getattr(value, field.name)) != field.default and given is not None and given != ""
        }
        first = next((name for name in told if type(getattr(value, name)) is str), None)
        rest = (f"{name.replace('_', ' ')} {text}" for name, text in told.items() if name != first)
        return ", ".join((*((told[first],) if first else ()), *rest)) or NOTHING


_WORDS: Mapping[type, Callable[[Speech, Any], str]] = {
    PracticeMark: lambda _, mark: MARKS[mark],
    Side: lambda _, side: SIDES[side],
    Enum: lambda _, member: member.value.replace("-", " "),
    bool: lambda _, value: "yes" if value else "no",
    Decimal: lambda _, value: f"{value:,f}",
    date: lambda _, day: day_text(day),
    Moment: lambda _, moment: when(moment),
    Assessment: Speech.ratings,
    object: Speech.whole,
}
"""How a value of a type is said; the first type that fits counts."""
