"""A journal in memory, on the real storage."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal


@pytest.fixture
def journal() -> Iterator[Journal]:
    opened = open_journal(None, resource_folder())
    yield opened
    opened.close()
