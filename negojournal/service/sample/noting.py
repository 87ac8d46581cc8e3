"""What is written beside the negotiations of the sample: about people, the strategy, the month's focus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from negojournal.domain.note import Note, Subject
from negojournal.service.sample.material import Material
from negojournal.service.sample.reviewing import USUAL

REVISED = (timedelta(weeks=40), timedelta(weeks=14))
"""How long ago the strategy was written, and revised: more than a quarter ago, so that a look at it is due."""


def build_notes(material: Material, until: date, today: date) -> Iterator[Note]:
    """Yield the notes up to a day; the usual trap is the focus of this month."""
    for person in material.people.values():
        if person.note:
            yield Note(Subject.COUNTERPART, person.name, person.note)
    for ago, text in zip(REVISED, material.phrases.strategy, strict=True):
        yield Note(Subject.STRATEGY, (until - ago).isoformat(), text)
    yield Note(Subject.FOCUS, f"{today:%Y-%m}", USUAL)
