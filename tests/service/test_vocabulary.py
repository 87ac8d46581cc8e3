"""Areas and the other lists a user can add to."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.change import Change
from negojournal.errors import InvalidError
from negojournal.service.journal import Journal
from tests.builders import build_record

AREA = EntryKind.AREA


def test_a_new_area_can_be_used_at_once(journal: Journal) -> None:
    area = journal.settings.new_entry(AREA, " Hiring & Firing ")
    assert area == Entry(AREA, "hiring-firing", "Hiring & Firing")
    change = journal.settings.replace_entries(AREA, (area, *journal.settings.entries(AREA)))
    assert change == Change(catalog=True)
    assert journal.catalog.of(AREA)[0] == area
    journal.records.log(build_record(area="hiring-firing"))


@pytest.mark.parametrize(
    ("label", "key"), [("Budgets", "budgets-2"), ("Größe", "grosse"), ("予算", "own"), ("!", "own")]
)
def test_keys_are_plain_and_unique(journal: Journal, label: str, key: str) -> None:
    assert journal.settings.new_entry(AREA, label).key == key


def test_areas_can_be_renamed_hidden_and_reordered(journal: Journal) -> None:
    first, *rest = journal.settings.entries(AREA)
    changed = (*rest, replace(first, label="Money", hidden=True))
    journal.settings.replace_entries(AREA, changed)
    assert journal.settings.entries(AREA) == changed
    assert first.key not in {entry.key for entry in journal.catalog.of(AREA)}
    assert journal.catalog.label(AREA, first.key) == "Money"
    assert journal.settings.entries(EntryKind.TRAP)


def test_nothing_new_is_no_change(journal: Journal) -> None:
    assert journal.settings.replace_entries(AREA, journal.settings.entries(AREA)) == Change()
    assert journal.history.undo_label is None


REFUSED: list[tuple[Callable[[tuple[Entry, ...]], tuple[Entry, ...]], str]] = [
    (lambda entries: entries[1:], "“Budgets” can be hidden but not removed"),
    (
        lambda entries: (*entries, replace(entries[0], key="other", label=" budgets ")),
        r"^“Budgets” is there twice[^.]*\.$",
    ),
    (lambda entries: (*entries, replace(entries[0], key="other", label="  ")), r"“areas\[6\]\.label” should be a line"),
    (lambda entries: (*entries, replace(entries[0], label="Other")), "only once"),
]


@pytest.mark.parametrize(("change", "words"), REFUSED)
def test_what_would_leave_records_without_words_is_refused(
    journal: Journal, change: Callable[[tuple[Entry, ...]], tuple[Entry, ...]], words: str
) -> None:
    entries = journal.settings.entries(AREA)
    with pytest.raises(InvalidError, match=words):
        journal.settings.replace_entries(AREA, change(entries))
    assert journal.settings.entries(AREA) == entries
