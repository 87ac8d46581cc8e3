"""Remember passphrases in the system's keyring, where there is one: a convenience, and never the only copy.

A keyring is a foreign program behind one of many plug-ins: what these raise can't be listed, and all of it means that
there's none to be had. All of this may wait for the system, which may ask the user something first.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from negojournal import paths
from negojournal.domain.passphrase import Passphrase

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

KEPT_WELL = 1
"""The least that `keyring` gives to what keeps a secret well; a file in plain text has less."""


def is_available() -> bool:
    """Tell whether the system keeps secrets."""
    return _keyring() is not None


def remember(path: Path, passphrase: Passphrase) -> bool:
    """Have the system remember what opens a journal; tell whether it does."""
    with suppress(Exception):
        if (keyring := _keyring()) is not None:
            keyring.set_password(paths.APPLICATION, _name(path), passphrase.text)
    return recall(path) == passphrase


def recall(path: Path) -> Passphrase | None:
    """Return what the system remembers to open a journal; None where it doesn't, or isn't allowed to tell."""
    with suppress(Exception):
        if (keyring := _keyring()) is not None and (text := keyring.get_password(paths.APPLICATION, _name(path))):
            return Passphrase(text)
    return None


def forget(path: Path) -> None:
    """Have the system forget what opens a journal."""
    with suppress(Exception):
        if (keyring := _keyring()) is not None:
            keyring.delete_password(paths.APPLICATION, _name(path))


def follow(path: Path, passphrase: Passphrase | None) -> None:
    """Have the system remember another passphrase in the place of one that it does remember, or none."""
    if recall(path) is None:
        return
    forget(path)
    if passphrase is not None:
        remember(path, passphrase)


def _keyring() -> KeyringBackend | None:
    if "keyring" not in sys.modules:
        loading = Thread(target=_load, name="keyring")
        loading.start()
        loading.join()
    with suppress(Exception):
        from keyring import get_keyring  # noqa: PLC0415 - only for whoever wants it

        found = get_keyring()
        if found.priority >= KEPT_WELL:
            return found
    return None


def _load() -> None:
    """Load the library where nothing else is going on.

    It keeps what its plug-ins couldn't load for good, and with each error all that its callers held at the time.
    """
    with suppress(Exception):
        from keyring import get_keyring  # noqa: PLC0415 - only for whoever wants it

        get_keyring()


def _name(path: Path) -> str:
    return str(path.resolve())
