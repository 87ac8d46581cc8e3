"""The pages of an encrypted journal: whether one is as it was written, and what it holds (SQLCipher 4's format).

A page ends with the first vector of its chain and a code over all before it and its number; the first page begins
with the salt that the key is derived with.
"""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from negojournal.domain.passphrase import Passphrase
from negojournal.storage.header import PAGE, PLAIN

BLOCK, SALT, VECTOR, CODE = 16, 16, 16, 64
RESERVED = VECTOR + CODE
ROUNDS, CODE_ROUNDS = 256_000, 2
KEY_BYTES = 32
CODE_MASK = 0x3A
AT_ONCE = 512
"""How many pages are decrypted at a time; more would take memory and save no time."""


@dataclass(frozen=True, slots=True)
class Seal:
    """Hold the keys of a file: that of its content, and that of the codes over its pages."""

    key: bytes
    code_key: bytes

    def is_whole(self, number: int, page: bytes) -> bool:
        """Tell whether a page, counted from 1, is as it was written with this key."""
        start = SALT if number == 1 else 0
        signed = page[start:-CODE] + number.to_bytes(4, "little")
        return hmac.compare_digest(hmac.digest(self.code_key, signed, "sha512"), page[-CODE:])

    def opened(self, pages: Mapping[int, bytes]) -> Iterator[tuple[int, bytes]]:
        """Yield the number and the content of pages; what was changed in one comes out as noise."""
        import numpy as np  # noqa: PLC0415 - a passphrase is told from another without it

        from negojournal.storage.wreck.cipher import decrypted  # noqa: PLC0415 - as above

        waiting = iter(pages.items())
        while some := tuple(islice(waiting, AT_ONCE)):
            table = np.frombuffer(b"".join(page for _, page in some), np.uint8).reshape(-1, PAGE)
            chains = table[:, :-RESERVED].reshape(len(some), -1, BLOCK)
            vectors = table[:, -RESERVED:-CODE]
            content = decrypted(self.key, chains, vectors).reshape(len(some), -1)
            for (number, page), plain in zip(some, content, strict=True):
                yield number, _first(page, plain.tobytes()) if number == 1 else plain.tobytes()


def seal_of(first: bytes, passphrase: Passphrase) -> Seal:
    """Return the keys that a passphrase and the salt at the beginning of a file make."""
    salt = first[:SALT]
    secret = passphrase.encoded()
    key = hashlib.pbkdf2_hmac("sha512", secret, salt, ROUNDS, KEY_BYTES)
    masked = bytes(byte ^ CODE_MASK for byte in salt)
    return Seal(key, hashlib.pbkdf2_hmac("sha512", key, masked, CODE_ROUNDS, KEY_BYTES))


def _first(page: bytes, plain: bytes) -> bytes:
    """Return the first page: its salt is no part of the chain, so another block is the first of it."""
    mended = zip(plain[SALT : SALT + BLOCK], page[:SALT], page[-RESERVED:-CODE], strict=True)
    return PLAIN + bytes(a ^ b ^ c for a, b, c in mended) + plain[SALT + BLOCK :]
