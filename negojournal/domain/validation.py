"""What is wrong with a record, one plain sentence a problem (record.md)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from negojournal.domain.catalog import Catalog, Entry, EntryKind
from negojournal.domain.negotiation import Milestone, Negotiation, name_key
from negojournal.domain.note import Note, Subject
from negojournal.domain.plain import sentence, shown
from negojournal.domain.questionnaire import Questionnaire
from negojournal.domain.review import Assessment
from negojournal.domain.rule import FIRST_YEAR, LAST_YEAR, Fault, faults_in
from negojournal.errors import Problem

DATED = {Subject.STRATEGY: ("", "a date such as 2026-02-28"), Subject.FOCUS: ("-01", "a month such as 2026-02")}
"""Subjects whose keys are dates: what makes a day of a key, and the words for what is expected."""


def problems_of(record: Negotiation, catalog: Catalog) -> tuple[Problem, ...]:
    """Return every rule that a record breaks; its choices are looked up in the catalogue."""
    faults = faults_in(record)
    faults += _unknown_choices(record, catalog)
    for place, assessment in _assessments(record):
        faults += _unfit(place, assessment, catalog)
    for place, keys in _names(record):
        faults += _doubles(place, keys)
    if record.follows == record.id:
        faults.append(("follows", "should name another negotiation than this one"))
    return _told(faults)


def problems_of_milestone(milestone: Milestone) -> tuple[Problem, ...]:
    """Return every rule that a milestone breaks."""
    return _told(faults_in(milestone))


def problems_of_note(note: Note) -> tuple[Problem, ...]:
    """Return every rule that a note breaks: a revision of the strategy has a day for its key, a focus its month."""
    faults = faults_in(note)
    if note.subject in DATED:
        ending, expected = DATED[note.subject]
        if not _is_day(note.key + ending):
            faults.append(("key", f"should be {expected}, not {shown(note.key)}"))
    return _told(faults)


def problems_of_name(name: str) -> tuple[Problem, ...]:
    """Return every rule that the name of a counterpart breaks."""
    return _told(("name", phrase) for _, phrase in faults_in(Note(Subject.COUNTERPART, name, "")))


def problems_of_entries(entries: Iterable[Entry]) -> tuple[Problem, ...]:
    """Return every rule that the user's own entries break; a place counts within its kind."""
    listed = tuple(entries)
    faults: list[Fault] = []
    for kind in EntryKind:
        same = tuple(entry for entry in listed if entry.kind is kind)
        for number, entry in enumerate(same):
            faults += [(f"{kind}[{number}].{place}", phrase) for place, phrase in faults_in(entry)]
        faults += _doubles(str(kind), (entry.key for entry in same))
    return _told(faults)


def problems_of_questionnaire(questionnaire: Questionnaire) -> tuple[Problem, ...]:
    """Return every rule that a questionnaire breaks."""
    faults = faults_in(questionnaire)
    faults += _doubles("items", (item.key for item in questionnaire.items))
    if not questionnaire.items:
        faults.append(("items", "should hold one item or more"))
    return _told(faults)


def unknown_choice(place: str, key: str, known: Iterable[str]) -> Problem:
    """Return what is wrong with a key that is none of those known."""
    return _problem(*_unknown(place, key, known))


def choices_in(record: Negotiation) -> Iterator[tuple[str, EntryKind, str]]:
    """Yield the place, kind and key of everything that was chosen from a list."""
    if record.area is not None:
        yield "area", EntryKind.AREA, record.area
    for number, key in enumerate(record.purposes):
        yield f"purposes[{number}]", EntryKind.PURPOSE, key
    if record.review:
        for key in record.review.practices:
            yield f"review.practices.{key}", EntryKind.PRACTICE, key
        for number, mark in enumerate(record.review.traps):
            yield f"review.traps[{number}].key", EntryKind.TRAP, mark.key


def _is_day(text: str) -> bool:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return False
    return day.isoformat() == text and FIRST_YEAR <= day.year <= LAST_YEAR


def _told(faults: Iterable[Fault]) -> tuple[Problem, ...]:
    return tuple(_problem(place, phrase) for place, phrase in faults)


def _problem(place: str, phrase: str) -> Problem:
    return Problem(place, sentence(place, phrase))


def _unknown_choices(record: Negotiation, catalog: Catalog) -> Iterator[Fault]:
    for place, kind, key in choices_in(record):
        if not catalog.knows(kind, key):
            yield _unknown(place, key, (entry.key for entry in catalog.of(kind, hidden=True)))


def _assessments(record: Negotiation) -> Iterator[tuple[str, Assessment]]:
    if record.review and record.review.assessment:
        yield "review.assessment", record.review.assessment
    for number, follow_up in enumerate(record.follow_ups):
        if follow_up.assessment:
            yield f"follow_ups[{number}].assessment", follow_up.assessment


def _unfit(place: str, assessment: Assessment, catalog: Catalog) -> Iterator[Fault]:
    """Yield what a questionnaire does not ask; an answer to another revision may be to an item since dropped."""
    questionnaire = catalog.questionnaire(assessment.questionnaire)
    if questionnaire is None:
        known = (one.key for one in catalog.questionnaires)
        yield _unknown(f"{place}.questionnaire", assessment.questionnaire, known)
    elif questionnaire.revision == assessment.revision:
        items = tuple(item.key for item in questionnaire.items)
        for key in assessment.answers:
            if key not in items:
                yield _unknown(f"{place}.answers.{key}", key, items)


def _names(record: Negotiation) -> Iterator[tuple[str, Iterable[str]]]:
    """Yield the lists in which a name may stand only once."""
    yield "counterparts", map(name_key, record.counterparts)
    yield "tags", map(name_key, record.tags)
    yield "purposes", record.purposes
    if record.review:
        yield "review.traps", (mark.key for mark in record.review.traps)


def _unknown(place: str, key: str, known: Iterable[str]) -> Fault:
    return place, f"should be one of {', '.join(known)}, not {shown(key)}"


def _doubles(place: str, keys: Iterable[str]) -> Iterator[Fault]:
    for key, times in Counter(keys).items():
        if times > 1:
            yield place, f"should name {shown(key)} only once"
