"""Read questionnaires and lists of choices from TOML files: those that ship, and the user's own questionnaires."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from negojournal.domain.catalog import Catalog, Entry, EntryKind, Vocabulary, entries_of
from negojournal.domain.plain import value_from
from negojournal.domain.questionnaire import Questionnaire
from negojournal.domain.validation import problems_of_entries, problems_of_questionnaire
from negojournal.errors import FormatError, InvalidError, Problem

T = TypeVar("T")


def load_catalog(resources: Path, own_folder: Path | None = None) -> Catalog:
    """Read what ships, and the questionnaires that a user has put into a folder of the same name.

    Raises FormatError that names the file and the key in it.
    """
    entries = tuple(entry for kind in EntryKind for entry in _read_entries(resources / f"{kind}.toml"))
    folders = (resources, own_folder) if own_folder else (resources,)
    files = (file for folder in folders for file in sorted((folder / "questionnaires").glob("[!.]*.toml")))
    return Catalog(entries, tuple(_read_questionnaires(files)))


def _read_entries(file: Path) -> tuple[Entry, ...]:
    entries = entries_of(read_toml(file, Vocabulary))  # type: ignore[type-abstract]
    _refuse(file, problems_of_entries(entries))
    return entries


def _read_questionnaires(files: Iterable[Path]) -> Iterator[Questionnaire]:
    homes: dict[str, Path] = {}
    for file in files:
        questionnaire = read_toml(file, Questionnaire)
        _refuse(file, problems_of_questionnaire(questionnaire))
        home = homes.setdefault(questionnaire.key, file)
        if home != file:
            raise FormatError(f"{file}: “key” should be another than “{questionnaire.key}”, which is that of {home}.")
        yield questionnaire


def read_toml(file: Path, kind: type[T]) -> T:
    """Return the value that a TOML file describes; raises FormatError that names the file and the key in it."""
    try:
        return value_from(kind, tomllib.loads(file.read_text(encoding="utf-8-sig")))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError, RecursionError) as error:
        raise FormatError(f"{file} can’t be read: {_reason(error)}.") from error
    except InvalidError as error:
        raise _misfit(file, error.problems) from error


def _reason(error: Exception) -> str:
    """Return why a file can't be read, in words for the user."""
    match error:
        case OSError():
            return str(error.strerror)
        case UnicodeDecodeError():
            return "it should be UTF-8 text"
        case RecursionError():
            return "it is nested too deep"
        case _:
            return str(error)


def _refuse(file: Path, problems: tuple[Problem, ...]) -> None:
    if problems:
        raise _misfit(file, problems)


def _misfit(file: Path, problems: tuple[Problem, ...]) -> FormatError:
    """Return the error for the first problem: one sentence is read, five are not."""
    return FormatError(f"{file}: {problems[0].sentence}")
