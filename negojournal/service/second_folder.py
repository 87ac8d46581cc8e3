"""Which other folder gets a journal's backups as well: kept outside of the journal, which may be broken some day."""

from __future__ import annotations

import json
import platform
import re
import secrets
from pathlib import Path

from negojournal import paths
from negojournal.errors import FormatError, UnreachableError
from negojournal.service.file import failure_of, made_folder, written


def second_folder(journal: Path) -> Path | None:
    """Return the folder that a journal's backups go to as well, None where none is chosen; it may be out of reach.

    Raises FormatError when what was chosen can't be read.
    """
    chosen = _chosen().get(_key(journal))
    return Path(chosen) if chosen else None


def choose_second_folder(journal: Path, folder: Path | None) -> Path | None:
    """Have a journal's backups go into a folder of their own within another one as well, or no longer.

    Returns the new folder. Raises StorageError's children when nothing can be written there.
    """
    made = _made_in(folder.absolute(), journal) if folder else None
    others = {key: value for key, value in _known().items() if key != _key(journal)}
    chosen = {**others, _key(journal): str(made)} if made else others
    file = paths.backup_settings_file()
    made_folder(file.parent)
    with written(file) as stream:
        json.dump(chosen, stream, indent=2)
    return made


def _made_in(folder: Path, journal: Path) -> Path:
    """Make a folder that neither another journal nor another computer writes into."""
    if not folder.is_dir():
        raise UnreachableError(folder, f"There is no folder {folder}; choose one that exists.")
    computer = re.sub(r"\W+", "-", platform.node()).strip("-") or "computer"
    made = folder / f"{journal.stem}-backups-{computer}-{secrets.token_hex(3)}"
    made_folder(made)
    return made


def _chosen() -> dict[str, str]:
    file = paths.backup_settings_file()
    try:
        read = json.loads(file.read_text("utf-8"))
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise failure_of(file, error) from error
    except ValueError:
        read = None
    if not isinstance(read, dict):
        raise FormatError(f"{file} can’t be read, so no second folder for backups is known; choose it again.")
    return {str(key): str(value) for key, value in read.items()}


def _known() -> dict[str, str]:
    """Return what was chosen, nothing where that can't be read: it is written anew."""
    try:
        return _chosen()
    except FormatError:
        return {}


def _key(journal: Path) -> str:
    return str(journal.resolve())
