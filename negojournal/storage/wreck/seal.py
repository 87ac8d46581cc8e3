"""The pages of an encrypted journal: whether one is as it was written, and what it holds (SQLCipher 4's format).

A page ends with the first vector of its chain and a code over all before it and its number; the first page begins
with the salt that the key is derived with.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from negojournal.domain.passphrase import Passphrase
from negojournal.storage.header import PLAIN

SALT, VECTOR, CODE = 16, 16, 64
RESERVED = VECTOR + CODE
ROUNDS, CODE_ROUNDS = 256_000, 2
KEY_BYTES = 32
CODE_MASK = 0x3A


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

    def opened(self, number: int, page: bytes) -> bytes:
        """Return the content of a page; what was changed in it comes out as noise."""
        # A passphrase is told from another without what takes long to load.
        from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415

        start = SALT if number == 1 else 0
        chain = Cipher(algorithms.AES(self.key), modes.CBC(page[-RESERVED:-CODE])).decryptor()
        content = chain.update(page[start:-RESERVED]) + chain.finalize()
        return PLAIN + content if number == 1 else content


def seal_of(first: bytes, passphrase: Passphrase) -> Seal:
    """Return the keys that a passphrase and the salt at the beginning of a file make."""
    salt = first[:SALT]
    secret = passphrase.encoded()
    key = hashlib.pbkdf2_hmac("sha512", secret, salt, ROUNDS, KEY_BYTES)
    masked = bytes(byte ^ CODE_MASK for byte in salt)
    return Seal(key, hashlib.pbkdf2_hmac("sha512", key, masked, CODE_ROUNDS, KEY_BYTES))
