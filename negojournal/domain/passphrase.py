"""What an encrypted journal is opened with."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

SHORTEST = 8
"""How many characters a new passphrase has at least."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Hold a passphrase, the same however a keyboard composed its letters; its text is never shown by accident."""

    text: str = field(repr=False)

    def __post_init__(self) -> None:
        """Compose the letters: what one system types as one character another types as two."""
        object.__setattr__(self, "text", unicodedata.normalize("NFC", self.text))

    def hexadecimal(self) -> str:
        """Return the bytes that the key is derived from, as SQLCipher takes them without any quoting.

        It takes no empty key; an empty passphrase is the control character that no other can hold, and so a wrong one.
        """
        return (self.text or "\0").encode("utf-8", "surrogatepass").hex()


def passphrase_problem(text: str) -> str | None:
    """Return what is wrong with a new passphrase in one sentence, None where it can be used."""
    composed = Passphrase(text).text
    if not composed.strip():
        return "A passphrase can’t be empty."
    if any(unicodedata.category(character) in {"Cc", "Cs"} for character in composed):
        return "A passphrase can’t hold line breaks or other control characters."
    if len(composed) < SHORTEST:
        return f"A passphrase needs at least {SHORTEST} characters; four or five words are better."
    return None
