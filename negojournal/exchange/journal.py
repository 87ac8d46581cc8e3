"""The journal file: everything in one JSON document, one record a line (record.md, "Fixed names")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, TextIO, TypeVar

from negojournal.domain.catalog import Catalog, Entry, Vocabulary, entries_of, vocabulary_of
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Milestone, Negotiation, name_key
from negojournal.domain.note import Note
from negojournal.domain.plain import plain_of, sentence, shown, value_from
from negojournal.domain.progress import Progress, told
from negojournal.domain.scoring import Scores
from negojournal.domain.validation import problems_of, problems_of_entries, problems_of_milestone, problems_of_note
from negojournal.errors import FormatError, InvalidError, Problem
from negojournal.exchange.listed import LISTS, MOST_PROBLEMS, RECORDS, Listed, first
from negojournal.exchange.record import STAMPS, record_plain
from negojournal.exchange.stream import MARK, members
from negojournal.exchange.text import as_bytes, dump

T = TypeVar("T")

FORMAT = "negojournal"
VERSION = 1
MOST_VALUES_OF_ONE_KIND = 200_000
"""The most records, or notes, or milestones of one file: what is larger is taken in part by part."""

HEAD = ("format", "version", "exported_at")
NO_JOURNAL = f"The text should be a journal’s export, with “format” “{FORMAT}” and its “version”."

ScoredRecord = tuple[Negotiation, Scores | None]


@dataclass(frozen=True, slots=True)
class Document:
    """Hold what a journal file holds; its records are read while they are walked through."""

    format: str
    version: int
    exported_at: Moment | None = None
    negotiations: Collection[Negotiation] = ()
    milestones: tuple[Milestone, ...] = ()
    catalog: Vocabulary = field(default_factory=dict)
    notes: tuple[Note, ...] = ()

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The user's own areas, traps, practices, purposes and questions."""
        return entries_of(self.catalog)


def write_journal(
    stream: TextIO,
    records: Iterable[ScoredRecord],
    milestones: Iterable[Milestone],
    entries: Iterable[Entry],
    exported_at: Moment,
    notes: Iterable[Note] = (),
) -> None:
    """Write a journal file; of the records, only one at a time is held, and notes stand in it where there are any."""
    head = {"format": FORMAT, "version": VERSION, "exported_at": exported_at.text}
    stream.write(dump(head)[:-1])
    stream.write(',\n"negotiations": [')
    _write_lines(stream, (record_plain(record, scores) for record, scores in records))
    stream.write('],\n"milestones": [')
    _write_lines(stream, map(plain_of, milestones))
    stream.write('],\n"catalog": ')
    stream.write(dump(plain_of(vocabulary_of(entries))))
    if noted := tuple(notes):
        stream.write(',\n"notes": [')
        _write_lines(stream, map(plain_of, noted))
        stream.write("]")
    stream.write("}\n")


def read_journal(text: str | bytes) -> Document:
    """Return what a journal file holds, its records still to be read.

    Raises FormatError for a text that is broken, something else or from a newer version, and InvalidError with
    every place in it that misfits; where it is in the records only, that is told when they are walked through. A record
    without `created_at` or `updated_at` gets the file's `exported_at`.
    """
    data = as_bytes(text)
    stamps = _stamps(data)
    plain: dict[str, object] = {}
    values: dict[str, list[object]] = {key: [] for key in LISTS if key != RECORDS}
    problems: list[Problem] = []
    count = 0
    for key, number, one in members(data, LISTS):
        if number is None:
            plain[key] = one
        elif number >= MOST_VALUES_OF_ONE_KIND:
            raise FormatError(f"The text holds more than {number:,} {key}; no more can be taken in at once.")
        elif key == RECORDS:
            count += 1
        else:
            _add(values[key], key, one, problems)
        if max(len(problems), len(plain)) > MOST_PROBLEMS:
            break
    return _document(plain, values, problems, Listed(data, stamps, count))


def _document(
    plain: Mapping[str, object], values: Mapping[str, list[object]], problems: list[Problem], records: Listed
) -> Document:
    """Return the document of all that was read; raise InvalidError with what was wrong with it."""
    try:
        rest = value_from(Document, plain)
    except InvalidError as error:
        problems += error.problems
    if problems:
        raise InvalidError(first((*records.misfits(), *problems)))
    listed: dict[str, Any] = {RECORDS: records, **{key: tuple(read) for key, read in values.items()}}
    return replace(rest, **{key: read for key, read in listed.items() if len(read)})


def _add(values: list[object], key: str, plain: object, problems: list[Problem]) -> None:
    """Add the value that plain data describes, or what is wrong with it."""
    try:
        values.append(value_from(LISTS[key], plain, f"{key}[{len(values)}]"))
    except InvalidError as error:
        values.append(None)
        problems += error.problems


def _stamps(data: bytes) -> Mapping[str, object]:
    """Return the stamps of a record without any: the file's, if it has one; raise FormatError for another file.

    What says so stands at the beginning of the files that we write.
    """
    head = dict.fromkeys(HEAD)
    if data.removeprefix(MARK).lstrip()[:1] not in {b"{", b""}:
        raise FormatError(NO_JOURNAL)
    for key, number, one in members(data, LISTS):
        if number is None and key in head:
            head[key] = one
        if None not in head.values():
            break
    _check_head(head)
    exported_at = head["exported_at"]
    return {} if exported_at is None else dict.fromkeys(STAMPS, exported_at)


def _check_head(head: Mapping[str, object]) -> None:
    version = head["version"]
    if head["format"] != FORMAT:
        raise FormatError(NO_JOURNAL)
    if type(version) is not int or version < 1:
        raise FormatError(f"“version” should be a whole number from 1 on, not {shown(version)}.")
    if version > VERSION:
        raise FormatError(f"The text is of version {version}, which a newer negojournal wrote; expected is {VERSION}.")


def document_problems(document: Document, catalog: Catalog, progress: Progress | None = None) -> tuple[Problem, ...]:
    """Return every rule that something in a file breaks, with its place; the catalogue knows the file's entries.

    Raises InvalidError where records misfit, and whatever `progress` raises.
    """
    ids: list[str] = []

    def problems_of_record(record: Negotiation) -> tuple[Problem, ...]:
        ids.append(record.id)
        return problems_of(record, catalog)

    records = told(document.negotiations, len(document.negotiations), progress)
    problems = [
        *_placed(RECORDS, records, problems_of_record),
        *_placed("milestones", document.milestones, problems_of_milestone),
        *_placed("notes", document.notes, problems_of_note),
        *(_under("catalog.", problem) for problem in problems_of_entries(document.entries)),
        *_doubles(RECORDS, ids),
        *_doubles("milestones", (milestone.id for milestone in document.milestones)),
        *_doubles("notes", (f"{note.subject} {name_key(note.key)}" for note in document.notes)),
    ]
    return first(problems)


def _write_lines(stream: TextIO, lines: Iterable[object]) -> None:
    between = "\n"
    for line in lines:
        stream.write(between + dump(line))
        between = ",\n"


def _placed(place: str, values: Iterable[T], problems: Callable[[T], tuple[Problem, ...]]) -> Iterator[Problem]:
    for number, value in enumerate(values):
        for problem in problems(value):
            yield _under(f"{place}[{number}].", problem)


def _under(place: str, problem: Problem) -> Problem:
    return Problem(place + problem.field, problem.sentence.replace("“", f"“{place}", 1))


def _doubles(place: str, ids: Iterable[str]) -> Iterator[Problem]:
    for id_, times in Counter(ids).items():
        if times > 1:
            yield Problem(place, sentence(place, f"should hold {shown(id_)} only once"))
