"""Freed memory is filled where the C library can do that, and nothing happens where it can't."""

import ctypes

import pytest

from negojournal.ui.shell import residue


def test_it_is_filled_only_meanwhile(monkeypatch):
    told = []

    class Library:
        def mallopt(self, number, value):
            told.append((number, value))

        def malloc_trim(self, pad):
            told.append(pad)

    monkeypatch.setattr(residue, "_library", Library)
    with pytest.raises(ZeroDivisionError), residue.wiping():
        told.append(1 // 0)
    assert told == [(residue.FILL, residue.FILLING), (residue.FILL, 0), 0]


@pytest.mark.parametrize("library", [object(), OSError(), TypeError()])
def test_another_library_is_left_alone(monkeypatch, library):
    def load(_name):
        if isinstance(library, Exception):
            raise library
        return library

    monkeypatch.setattr(ctypes, "CDLL", load)
    assert residue._library() is None
    with residue.wiping():
        pass
