"""What a window leaves outside itself, and how it is found."""

import sys
from functools import lru_cache
from threading import Thread

import pytest

from negojournal.ui.shell.trace import forget_texts

OFTEN = 20


@pytest.fixture
def turns():
    """Let threads take turns as often as the program does."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    yield
    sys.setswitchinterval(before)


def remember(text):
    return text.upper()


def test_what_was_remembered_of_texts_is_forgotten():
    cached = lru_cache(maxsize=8)(remember)
    cached.__module__ = "negojournal.storage.line"
    cached("Quarz")
    forget_texts()
    assert cached.cache_info().currsize == 0


def test_other_threads_go_on_meanwhile(turns):
    """Python fails to fill a tuple that anyone else has taken hold of."""
    failed, done = [], []

    def fill():
        while not done:
            try:
                tuple(number for number in range(2000))
            except SystemError as error:
                failed.append(error)

    thread = Thread(target=fill)
    thread.start()
    for _ in range(OFTEN):
        forget_texts()
    done.append(True)
    thread.join()
    assert not failed
