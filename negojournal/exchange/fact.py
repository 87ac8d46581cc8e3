"""What stands at the head of a paper: when, with whom, about what; and who may be named in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.moment import Moment, day_text
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.exchange.paper import cut

NAMES = 240
"""Characters that there is room for in a list of names."""


def facts_of(record: Negotiation, catalog: Catalog) -> tuple[str, ...]:
    """Return when, with whom, about what and by what way; a plan and what was dodged are said to be one."""
    area = catalog.label(EntryKind.AREA, record.area) if record.area else ""
    status = "" if record.status is Status.HELD else record.status.value
    channel = (record.channel or "").replace("-", " ")
    names = cut(", ".join(record.counterparts), NAMES)
    return tuple(fact for fact in (when(record.held_at), names, area, channel, status) if fact)


def when(moment: Moment) -> str:
    """Return the day, with the time where it is known."""
    day = day_text(moment.day)
    return f"{day}, {moment.wall:%H:%M}" if moment.instant else day


def names_of(records: Iterable[Negotiation]) -> tuple[str, ...]:
    """Return everyone who is named in records, each once."""
    return tuple(dict.fromkeys(name for record in records for name in _names(record)))


def units_of(record: Negotiation) -> tuple[str, ...]:
    """Return the units of a record's terms, each once."""
    terms = record.preparation.terms if record.preparation else ()
    return tuple(dict.fromkeys(term.unit for term in terms if term.unit))


def _names(record: Negotiation) -> Iterator[str]:
    yield from record.counterparts
    if record.preparation:
        yield from record.preparation.stakeholders
    if record.review:
        yield from (each.stakeholder for each in record.review.press_conference)
    if record.agreement:
        yield from (each.stakeholder for each in record.agreement.informed)
