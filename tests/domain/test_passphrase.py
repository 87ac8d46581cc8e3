"""Passphrases: one however it was typed, never shown, and refused where it is none."""

from __future__ import annotations

import pytest

from negojournal.domain.passphrase import Passphrase, passphrase_problem


def test_letters_are_the_same_however_they_were_composed() -> None:
    assert Passphrase("caf\u00e9 under rain") == Passphrase("cafe\u0301 under rain")
    assert Passphrase("cafe\u0301").encoded() == "café".encode()


@pytest.mark.parametrize("text", ["", "nul\0", "line\nbreak", "half \ud800", "x" * 1001])
def test_what_can_be_no_passphrase_opens_nothing(text: str) -> None:
    assert passphrase_problem(text)
    assert Passphrase(text).encoded() == b"\x01"


def test_its_text_is_not_shown_by_accident() -> None:
    held = Passphrase("correct horse")
    assert "horse" not in f"{held!r} {held} {(held,)}"


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("", "empty"),
        ("      \u00a0      ", "empty"),
        ("short", "8"),
        ("line\nbreaks here", "control"),
        ("nul\0 in here", "control"),
        ("x" * 1001, "1,000"),
    ],
)
def test_what_is_no_passphrase_is_said(text: str, word: str) -> None:
    assert word in (passphrase_problem(text) or "")


def test_words_will_do() -> None:
    assert passphrase_problem("grün is the bridge") is None
