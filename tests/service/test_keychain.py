"""What the system remembers: with a keyring, without one, and with one that fails."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as Absent
from keyring.errors import PasswordDeleteError

from negojournal.domain.passphrase import Passphrase
from negojournal.service import keychain

HERE = Path("journal.db")
KEY = Passphrase("the bridge is grün")
OTHER = Passphrase("the bridge is blau")


class Kept(KeyringBackend):
    """Keep secrets in memory."""

    priority = 5

    def __init__(self) -> None:
        super().__init__()
        self.secrets: dict[tuple[str, str], str] = {}

    def set_password(self, service: str, username: str, password: str) -> None:
        self.secrets[service, username] = password

    def get_password(self, service: str, username: str) -> str | None:
        return self.secrets.get((service, username))

    def delete_password(self, service: str, username: str) -> None:
        if self.secrets.pop((service, username), None) is None:
            raise PasswordDeleteError("nothing there")


class OddError(Exception):
    """Be raised by a plug-in, which raises what it likes."""


class Failing(Kept):
    def set_password(self, service: str, username: str, password: str) -> None:
        raise OddError

    def get_password(self, service: str, username: str) -> str | None:
        raise OddError

    def delete_password(self, service: str, username: str) -> None:
        raise OddError


class InPlainText(Kept):
    priority = 0.5


class Deaf(Kept):
    def set_password(self, service: str, username: str, password: str) -> None:
        """Keep nothing and don't say so."""


@pytest.fixture(autouse=True)
def usual() -> Iterator[None]:
    before = keyring.get_keyring()
    yield
    keyring.set_keyring(before)


def test_what_is_remembered_is_told_until_it_is_forgotten(tmp_path: Path, monkeypatch) -> None:
    keyring.set_keyring(kept := Kept())
    assert keychain.is_available()
    assert keychain.recall(HERE) is None
    assert keychain.remember(HERE, KEY)
    assert keychain.recall(HERE) == KEY
    assert list(kept.secrets) == [("negojournal", str(HERE.absolute()))]
    assert keychain.recall(tmp_path / "other.db") is None
    keychain.forget(HERE)
    keychain.forget(HERE)
    assert keychain.recall(HERE) is None


def test_one_journal_by_two_names_is_one(tmp_path: Path) -> None:
    keyring.set_keyring(Kept())
    (tmp_path / "link.db").symlink_to(tmp_path / "journal.db")
    assert keychain.remember(tmp_path / "link.db", KEY)
    assert keychain.recall(tmp_path / "journal.db") == KEY


@pytest.mark.parametrize("backend", [Absent, Failing, InPlainText, Deaf])
def test_without_a_good_keyring_nothing_is_remembered_and_nothing_fails(backend: type[KeyringBackend]) -> None:
    keyring.set_keyring(backend())
    assert keychain.is_available() is (backend in (Failing, Deaf))
    assert not keychain.remember(HERE, KEY)
    assert keychain.recall(HERE) is None
    keychain.forget(HERE)
    keychain.follow(HERE, KEY)
    assert not getattr(keyring.get_keyring(), "secrets", {})


def test_a_keyring_that_cannot_even_be_found_is_none(monkeypatch) -> None:
    monkeypatch.setattr(keyring, "get_keyring", lambda: 1 / 0)
    assert not keychain.is_available()


def test_the_library_is_loaded_when_it_is_first_wanted(monkeypatch) -> None:
    keyring.set_keyring(Kept())
    monkeypatch.delitem(sys.modules, "keyring")
    assert keychain.is_available()
    assert "keyring" in sys.modules


def test_only_what_is_remembered_follows() -> None:
    keyring.set_keyring(Kept())
    keychain.follow(HERE, KEY)
    assert keychain.recall(HERE) is None
    keychain.remember(HERE, KEY)
    keychain.follow(HERE, OTHER)
    assert keychain.recall(HERE) == OTHER
    keychain.follow(HERE, None)
    assert keychain.recall(HERE) is None
