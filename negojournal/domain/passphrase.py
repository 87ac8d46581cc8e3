"""What an encrypted journal is opened with."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field

SHORTEST, LONGEST = 8, 1000
"""How many characters a new passphrase has at least, and at most."""

NOBODYS = "\x01"
"""A control character that no passphrase can hold, and so one that opens nothing."""


@dataclass(frozen=True, slots=True)
class Passphrase:
    """Hold a passphrase, the same however a keyboard composed its letters; its text is never shown by accident."""

    text: str = field(repr=False)

    def __post_init__(self) -> None:
        """Compose the letters: what one system types as one character another types as two."""
        object.__setattr__(self, "text", unicodedata.normalize("NFC", self.text))

    def encoded(self) -> bytes:
        """Return the bytes that the key is derived from; those of NOBODYS for what can be no passphrase."""
        is_possible = 0 < len(self.text) <= LONGEST and not _CONTROL & {*map(unicodedata.category, self.text)}
        return (self.text if is_possible else NOBODYS).encode()


_CONTROL = {"Cc", "Cs"}
"""Categories of characters that no passphrase holds."""


def passphrase_problem(text: str) -> str | None:
    """Return what is wrong with a new passphrase in one sentence, None where it can be used."""
    composed = Passphrase(text).text
    if not composed.strip():
        return "A passphrase can’t be empty."
    if _CONTROL & {*map(unicodedata.category, composed)}:
        return "A passphrase can’t hold line breaks or other control characters."
    if len(composed) < SHORTEST:
        return f"A passphrase needs at least {SHORTEST} characters; four or five words are better."
    if len(composed) > LONGEST:
        return f"A passphrase can have {LONGEST:,} characters at most."
    return None
