"""Search: every text is found, and no text is syntax."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from negojournal.domain.filter import Filter, Order, SortKey
from negojournal.domain.review import Review
from negojournal.storage.mapping import rows_of, texts_in
from negojournal.storage.search import query_of
from negojournal.storage.store import Store, open_store
from tests.builders import build_full_record, build_record

BY_TITLE = Order(SortKey.TITLE)


def hits(store: Store, search: str) -> int:
    wanted = Filter(search=search)
    count = store.lists.tally(wanted).negotiations
    assert len(store.lists.page(wanted).lines) == len(store.lists.page(wanted, BY_TITLE).lines) == count
    return count


def test_every_text_of_the_record_is_found(store: Store) -> None:
    record = build_full_record()
    store.records.save(record)
    texts = set(texts_in(rows_of(record, 1)))
    assert {record.title, *record.counterparts, *record.tags, record.review.feeling_note, "Illness"} <= texts
    assert record.dodge.why in texts
    assert all(hits(store, text) == 1 for text in texts)


def test_keys_numbers_and_dates_are_no_texts() -> None:
    texts = set(texts_in(rows_of(build_full_record(), 1)))
    assert not texts & {"EUR", "1450.00", "subjective-value", "2026-02-04", "open-questions", "anchoring"}


@pytest.mark.parametrize(
    "search",
    [
        "cafe",
        "CAFÉ",
        "caf",
        "muller",
        "Müller",
        "é",
        "cafe muller",
        "muller  cafe",
        "e-mail",
        "mail",
        "naïve",
        "&",
        "cafe &",
    ],
)
def test_words_are_beginnings_without_case_and_accents(store: Store, search: str) -> None:
    store.records.save(build_record(title="Café Müller", review=Review(summary="E-Mail from Émile & a naive bid")))
    assert hits(store, search) == 1


@pytest.mark.parametrize("search", ["afe", "cafe zebra", "mailbox", "zebra &"])
def test_every_word_must_be_there(store: Store, search: str) -> None:
    store.records.save(build_record(title="Café Müller e-mail"))
    assert hits(store, search) == 0


@pytest.mark.parametrize("search", ["", "   ", "...", '"', "* - ^", "()", "\0", "🙂"])
def test_what_no_word_can_hold_narrows_nothing(store: Store, search: str) -> None:
    store.records.save(build_record())
    assert query_of(search) is None
    assert hits(store, search) == 1


@pytest.mark.parametrize(
    "search",
    [
        '"',
        'talk"',
        "talk OR zebra",
        "NOT talk",
        "NEAR(talk zebra)",
        "title:talk",
        "talk*",
        "^talk",
        "{talk}",
        "(",
        "-talk",
        "a\0b",
        "';--",
    ],
)
def test_no_text_is_syntax(store: Store, search: str) -> None:
    store.records.save(build_record(title=search))
    store.records.save(build_record(1, title="other"))
    assert hits(store, search) >= 1


@settings(max_examples=150, deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_can_be_searched_for(search: str) -> None:
    with open_store(None) as store:
        store.records.save(build_record(review=Review(summary=search)))
        assert hits(store, search) in (0, 1)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.text("abcxyzäé0189", min_size=1, max_size=8), min_size=1, max_size=5))
def test_a_record_is_found_by_the_words_in_it(words: list[str]) -> None:
    with open_store(None) as store:
        store.records.save(build_record(review=Review(summary=", ".join(words))))
        assert hits(store, " ".join(word[: 1 + len(word) // 2] for word in reversed(words))) == 1


def test_a_changed_text_is_no_longer_found(store: Store) -> None:
    store.records.save(build_record(title="zebra"))
    store.records.save(build_record(title="giraffe"))
    assert (hits(store, "zebra"), hits(store, "giraffe")) == (0, 1)


def test_a_megabyte_is_found_by_its_last_word(store: Store) -> None:
    record = build_record(review=Review(summary="word " * 200_000 + "zebra"))
    store.records.save(record)
    assert hits(store, "zebra") == 1
    assert store.records.get(record.id) == record
