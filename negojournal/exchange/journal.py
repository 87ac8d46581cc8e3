"""The journal file: everything in one JSON document, one record a line (record.md, "Fixed names")."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TextIO, TypeVar

from negojournal.domain.catalog import Catalog, Entry, Vocabulary, entries_of, vocabulary_of
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Milestone, Negotiation, name_key
from negojournal.domain.note import Note
from negojournal.domain.plain import plain_of, sentence, shown, value_from
from negojournal.domain.scoring import Scores
from negojournal.domain.validation import problems_of, problems_of_entries, problems_of_milestone, problems_of_note
from negojournal.errors import FormatError, InvalidError, Problem
from negojournal.exchange.record import STAMPS, filled, record_plain
from negojournal.exchange.text import dump, parse

T = TypeVar("T")

FORMAT = "negojournal"
VERSION = 1
MOST_PROBLEMS = 100
"""How many problems of one file are told."""

ScoredRecord = tuple[Negotiation, Scores | None]


@dataclass(frozen=True, slots=True)
class Document:
    """Hold what a journal file holds."""

    format: str
    version: int
    exported_at: Moment | None = None
    negotiations: tuple[Negotiation, ...] = ()
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
    """Return what a journal file holds.

    Raises FormatError for a text that is broken, something else or from a newer version, and InvalidError with
    every place in it that misfits. A record without `created_at` or `updated_at` gets the file's `exported_at`.
    """
    data = parse(text)
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise FormatError(f"The text should be a journal’s export, with “format” {shown(FORMAT)} and its “version”.")
    version = data.get("version")
    if type(version) is not int or version < 1:
        raise FormatError(f"“version” should be a whole number from 1 on, not {shown(version)}.")
    if version > VERSION:
        raise FormatError(f"The text is of version {version}, which a newer negojournal wrote; expected is {VERSION}.")
    try:
        return value_from(Document, _with_stamps(data))
    except InvalidError as error:
        raise InvalidError(_first(error.problems)) from error


def document_problems(document: Document, catalog: Catalog) -> tuple[Problem, ...]:
    """Return every rule that something in a file breaks, with its place; the catalogue knows the file's entries."""
    problems = [
        *_placed("negotiations", document.negotiations, lambda record: problems_of(record, catalog)),
        *_placed("milestones", document.milestones, problems_of_milestone),
        *_placed("notes", document.notes, problems_of_note),
        *(_under("catalog.", problem) for problem in problems_of_entries(document.entries)),
        *_doubles("negotiations", (record.id for record in document.negotiations)),
        *_doubles("milestones", (milestone.id for milestone in document.milestones)),
        *_doubles("notes", (f"{note.subject} {name_key(note.key)}" for note in document.notes)),
    ]
    return _first(tuple(problems))


def _write_lines(stream: TextIO, lines: Iterable[object]) -> None:
    between = "\n"
    for line in lines:
        stream.write(between + dump(line))
        between = ",\n"


def _with_stamps(data: Mapping[str, object]) -> dict[str, object]:
    """Return a file's plain data in which a record without stamps has the file's, if it has one."""
    exported_at = data.get("exported_at")
    stamps = {} if exported_at is None else dict.fromkeys(STAMPS, exported_at)
    records = data.get("negotiations")
    if isinstance(records, list):
        records = [filled(one, stamps) if isinstance(one, dict) else one for one in records]
    return {**data, "negotiations": records}


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


def _first(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    if len(problems) <= MOST_PROBLEMS:
        return problems
    more = f"There are {len(problems) - MOST_PROBLEMS:,} more problems in it."
    return (*problems[:MOST_PROBLEMS], Problem("", more))
