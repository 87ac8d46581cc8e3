"""Undo AES-256, for pages of a journal that SQLCipher refuses to read (FIPS 197, section 5.3).

Nothing is ever encrypted here. Many blocks are worked on at once, which takes a few seconds for the largest journals.
"""

from __future__ import annotations

from functools import cache

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]

BLOCK = 16
ROUNDS = 14
KEY_WORDS = 8
POLYNOMIAL = 0x11B

_SHIFTED = np.array([(column - row) % 4 * 4 + row for column in range(4) for row in range(4)])
"""Where each byte of a block comes from when the rows are shifted back."""


def decrypted(key: bytes, chained: Bytes, first: Bytes) -> Bytes:
    """Return what was encrypted in chains of blocks: `chained` is (chains, blocks, 16), `first` (chains, 16)."""
    shape = chained.shape
    before = np.concatenate([first[:, None], chained[:, :-1]], axis=1)
    plain: Bytes = _undone(key, chained.reshape(-1, BLOCK)).reshape(shape) ^ before
    return plain


def _undone(key: bytes, blocks: Bytes) -> Bytes:
    box, turned = _inverse_box(), _turned()
    keys = _round_keys(key)
    state: Bytes = box[(blocks ^ keys[ROUNDS])[:, _SHIFTED]]
    for number in range(ROUNDS - 1, 0, -1):
        state = state ^ keys[number]
        words = state.reshape(-1, 4)
        mixed = turned[0][words[:, 0]]
        for row in (1, 2, 3):
            mixed ^= turned[row][words[:, row]]
        state = box[mixed.view(np.uint8).reshape(-1, BLOCK)[:, _SHIFTED]]
    state ^= keys[0]
    return state


@cache
def _box() -> Bytes:
    """Return the substitution: the inverse in the field, then an affine turn of its bits."""
    inverse = [0] + [next(b for b in range(1, 256) if _times(a, b) == 1) for a in range(1, 256)]
    turned = (a ^ _rolled(a, 1) ^ _rolled(a, 2) ^ _rolled(a, 3) ^ _rolled(a, 4) ^ 0x63 for a in inverse)
    return np.fromiter(turned, np.uint8, 256)


@cache
def _inverse_box() -> Bytes:
    return np.argsort(_box()).astype(np.uint8)


@cache
def _turned() -> tuple[NDArray[np.uint32], ...]:
    """Return, for the byte of each row, the column that mixing it back makes."""
    factors = (14, 9, 13, 11)
    rows = []
    for row in range(4):
        column = np.array([[_times(byte, factors[(at - row) % 4]) for at in range(4)] for byte in range(256)], np.uint8)
        rows.append(column.view(np.uint32).reshape(256))
    return tuple(rows)


def _round_keys(key: bytes) -> Bytes:
    """Return a key for each round and one before the first, 16 bytes each."""
    box = _box()
    words = [key[start : start + 4] for start in range(0, len(key), 4)]
    power = 1
    for number in range(KEY_WORDS, 4 * (ROUNDS + 1)):
        word = words[-1]
        if number % KEY_WORDS == 0:
            word = bytes(int(box[byte]) for byte in word[1:] + word[:1])
            word = bytes((word[0] ^ power,)) + word[1:]
            power = _times(power, 2)
        elif number % KEY_WORDS == KEY_WORDS // 2:
            word = bytes(int(box[byte]) for byte in word)
        words.append(bytes(a ^ b for a, b in zip(words[-KEY_WORDS], word, strict=True)))
    return np.frombuffer(b"".join(words), np.uint8).reshape(ROUNDS + 1, BLOCK)


def _times(a: int, b: int) -> int:
    """Multiply in the field of 256 elements."""
    product = 0
    while b:
        product ^= a if b & 1 else 0
        a = a << 1 ^ (POLYNOMIAL if a & 0x80 else 0)
        b >>= 1
    return product


def _rolled(byte: int, by: int) -> int:
    return (byte << by | byte >> 8 - by) & 0xFF
