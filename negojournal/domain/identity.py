"""Identities that sort by the time they were made (UUID version 7, RFC 9562)."""

from __future__ import annotations

import os
import time
from typing import NewType
from uuid import UUID

VERSION = 7

NegotiationId = NewType("NegotiationId", str)
MilestoneId = NewType("MilestoneId", str)


def new_uuid() -> str:
    """Return a new UUID of version 7: 48 bits of Unix milliseconds, the rest random."""
    milliseconds = time.time_ns() // 1_000_000
    return uuid_from(milliseconds, int.from_bytes(os.urandom(10), "big"))


def uuid_from(milliseconds: int, noise: int) -> str:
    """Return the UUID of version 7 for a time and 80 bits of noise, of which 74 are used."""
    high = (milliseconds & (2**48 - 1)) << 80
    version, variant = VERSION << 76, 0b10 << 62
    middle = ((noise >> 64) & 0xFFF) << 64
    low = noise & (2**62 - 1)
    return str(UUID(int=high | version | middle | variant | low))


def is_uuid7(text: str) -> bool:
    """Tell whether a text is a UUID of version 7 in its usual, lower-case form."""
    try:
        uuid = UUID(text)
    except ValueError:
        return False
    return uuid.version == VERSION and str(uuid) == text
