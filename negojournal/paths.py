"""Where the program's files are: data, settings, log and resources."""

from __future__ import annotations

import os
import sys
from functools import cache
from pathlib import Path

APPLICATION = "negojournal"


def data_folder() -> Path:
    """Return the platform's folder for this person's journals; it need not exist yet."""
    from platformdirs import user_data_path  # noqa: PLC0415 - not needed when a file is named

    return user_data_path(APPLICATION, appauthor=False)


def log_folder() -> Path:
    """Return the platform's folder for logs; it need not exist yet."""
    from platformdirs import user_log_path  # noqa: PLC0415 - as above

    return user_log_path(APPLICATION, appauthor=False)


def settings_file() -> Path:
    """Return the file in which the window remembers its look; it holds nothing of the journal."""
    from platformdirs import user_config_path  # noqa: PLC0415 - as above

    return user_config_path(APPLICATION, appauthor=False) / "window.ini"


def backup_settings_file() -> Path:
    """Return the file that says where the second backups of each journal go: found also where a journal is broken."""
    return settings_file().with_name("backups.json")


def journal_file() -> Path:
    """Return the journal used when none is named: `NEGOJOURNAL_FILE`, or one in the data folder."""
    named = os.environ.get("NEGOJOURNAL_FILE")
    return Path(named).expanduser() if named else data_folder() / "journal.db"


@cache
def resource_folder() -> Path:
    """Return `resources/`: beside the package in a checkout, inside it in a wheel or a frozen build."""
    package = Path(__file__).resolve().parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for folder in (package / "resources", package.parent / "resources", frozen / "resources"):
        if (folder / "theme").is_dir():
            return folder
    message = "The program's resources folder is missing; please install it again."
    raise FileNotFoundError(message)
