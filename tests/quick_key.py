"""Derive the keys of encrypted journals in a moment, where a test isn't about how long that takes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from unittest.mock import patch

from sqlcipher3 import dbapi2 as driver

ROUNDS = 1000


def derive_keys_quickly(rounds: int = ROUNDS) -> int:
    """Have the driver derive keys so from now on, in this process; return how many rounds it made of it before."""
    with closing(driver.connect(":memory:")) as connection:
        (before,) = connection.execute("PRAGMA cipher_default_kdf_iter").fetchone()
        connection.execute(f"PRAGMA cipher_default_kdf_iter = {rounds}")
        return int(before)


@contextmanager
def quick_keys() -> Iterator[None]:
    """Have the driver, and what reads broken journals, derive keys so until it is left."""
    usual = derive_keys_quickly()
    with patch("negojournal.storage.wreck.seal.ROUNDS", ROUNDS):
        yield
    derive_keys_quickly(usual)
