"""Whatever is done to records, in whatever order: lists, search and bin say what a plain dictionary says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from negojournal.domain.agreement import Agreement, Commitment
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.preparation import Preparation, Reason, Side
from negojournal.domain.review import Assessment, Review, TrapMark
from negojournal.domain.scoring import Scores
from negojournal.domain.summary import Tally
from negojournal.storage.aggregate import differences
from negojournal.storage.store import open_store
from tests.builders import build_id, build_record, build_scores

WORDS = ("budget", "Budgets", "café", "Cafeteria", "rent", "e-mail", "mail", "zebra 2")
SEARCHES = ("budget", "caf", "CAFÉ", "mail", "e-mail", "rent budget", "2", "z r", "nothing")
MOMENTS = ("2026-01-05", "2026-01-05T00:00:00.5Z", "2026-01-05T09:30:00+02:00", "2025-12-31", "2026-03-01T10:00Z")
BEGIN = datetime(2026, 6, 1, tzinfo=UTC)

numbers = st.integers(0, 5)
some_ids = st.lists(numbers.map(build_id), max_size=4)
texts = st.lists(st.sampled_from(WORDS), max_size=2).map(" ".join)
names = st.lists(st.sampled_from(WORDS), max_size=2, unique=True).map(tuple)


def reviewed(said: str, questionnaire: str | None) -> Review:
    assessment = Assessment(questionnaire, 1, {}) if questionnaire else None
    return Review(next_time=said, traps=(TrapMark("haste", said),), assessment=assessment)


@st.composite
def records(draw: st.DrawFn) -> Negotiation:
    """Return a record with words in tables of every kind: its own, lines, lists of texts, parts of parts."""
    return build_record(
        draw(numbers),
        title=draw(texts),
        held_at=Moment(draw(st.sampled_from(MOMENTS))),
        counterparts=draw(names),
        tags=draw(names),
        preparation=draw(
            st.none() | texts.map(lambda said: Preparation(no_reasons=(Reason(said),), questions=(said,)))
        ),
        review=draw(st.none() | st.builds(reviewed, texts, st.sampled_from(["quick", "subjective-value", None]))),
        agreement=draw(st.none() | texts.map(lambda said: Agreement(commitments=(Commitment(Side.ME, said),)))),
    )


some_scores = st.none() | st.builds(build_scores, st.sampled_from([1.0, 2.5, None]), self=st.sampled_from([1.0, None]))
pairs = st.tuples(records(), some_scores)


def folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(character for character in plain if not unicodedata.combining(character))


def texts_of(record: Negotiation) -> Iterable[str]:
    yield from (record.title, *record.counterparts, *record.tags)
    if record.preparation:
        yield from (record.preparation.no_reasons[0].reason, *record.preparation.questions)
    if record.review:
        yield from (record.review.next_time or "", record.review.traps[0].note or "")
    if record.agreement:
        yield record.agreement.commitments[0].what


def is_found(record: Negotiation, search: str) -> bool:
    """Tell whether every word of a search, part by part, begins where a word of the record does."""
    text, *wanted = (" ".join(re.findall(r"\w+", folded(one))) for one in (" ".join(texts_of(record)), *search.split()))
    return all(f" {word}" in f" {text}" for word in wanted)


def raise_in_the_middle() -> None:
    raise KeyboardInterrupt


class RecordMachine(RuleBasedStateMachine):
    """Keep a journal and, beside it, what should be in it: record, scores, and when it went into the bin."""

    @initialize()
    def begin(self) -> None:
        self.store = open_store(None)
        self.kept: dict[NegotiationId, tuple[Negotiation, Scores | None, datetime | None]] = {}
        self.clock = BEGIN

    def teardown(self) -> None:
        for search in ("", *SEARCHES):
            self.look(search)
        self.store.close()

    @rule(pair=pairs)
    def save(self, pair: tuple[Negotiation, Scores | None]) -> None:
        self.store.records.save(*pair)
        self.kept[pair[0].id] = (*pair, None)

    @rule(some=st.lists(pairs, max_size=5))
    def save_many(self, some: list[tuple[Negotiation, Scores | None]]) -> None:
        assert self.store.records.save_many(some) == len(some)
        self.kept |= {record.id: (record, scores, None) for record, scores in some}

    @rule(number=numbers, title=texts, moment=st.sampled_from(MOMENTS))
    def edit(self, number: int, title: str, moment: str) -> None:
        if build_id(number) in self.kept:
            record, scores, _ = self.kept[build_id(number)]
            self.save((replace(record, title=title, held_at=Moment(moment)), scores))

    @rule(number=numbers, scores=some_scores, questionnaire=st.sampled_from(["quick", "subjective-value", None]))
    def rate(self, number: int, scores: Scores | None, questionnaire: str | None) -> None:
        if build_id(number) in self.kept:
            record, _, _ = self.kept[build_id(number)]
            self.save((replace(record, review=reviewed("rent", questionnaire)), scores))

    @rule(ids=some_ids)
    def bin(self, ids: list[NegotiationId]) -> None:
        self.clock += timedelta(hours=1)
        live = {id_ for id_ in ids if id_ in self.kept and self.kept[id_][2] is None}
        assert self.store.records.bin(ids, self.clock) == len(live)
        self.kept |= {id_: (*self.kept[id_][:2], self.clock) for id_ in live}

    @rule(ids=some_ids)
    def restore(self, ids: list[NegotiationId]) -> None:
        binned = {id_ for id_ in ids if id_ in self.kept and self.kept[id_][2] is not None}
        assert self.store.records.restore(ids) == len(binned)
        self.kept |= {id_: (*self.kept[id_][:2], None) for id_ in binned}

    @rule(hours=st.integers(0, 4))
    def purge(self, hours: int) -> None:
        before = self.clock - timedelta(hours=hours)
        old = [id_ for id_, (_, _, at) in self.kept.items() if at is not None and at < before]
        assert self.store.records.purge(before) == len(old)
        for id_ in old:
            del self.kept[id_]

    @rule(pair=pairs, ids=some_ids)
    def change_and_leave_in_the_middle(self, pair: tuple[Negotiation, Scores | None], ids: list[NegotiationId]) -> None:
        with suppress(KeyboardInterrupt), self.store.transaction():
            self.store.records.save(*pair)
            self.store.records.bin(ids, self.clock)
            self.store.records.purge(self.clock + timedelta(days=1))
            raise_in_the_middle()

    @rule(search=st.sampled_from(("", *SEARCHES)))
    def look(self, search: str) -> None:
        for binned in (False, True):
            wanted, those = Filter(search=search, binned=binned), self._those(search, binned=binned)
            lines = self.store.lists.page(wanted).lines
            assert sorted(line.id for line in lines) == sorted(those)
            assert {record.id for record in self.store.records.walk(wanted)} == those
            rated = [id_ for id_ in those if (scores := self.kept[id_][1]) and scores["overall"].value is not None]
            assert self.store.lists.tally(wanted) == Tally(len(those), len(rated))

    def _those(self, search: str, *, binned: bool) -> set[NegotiationId]:
        kept = self.kept.items()
        return {id_ for id_, (record, _, at) in kept if (at is not None) is binned and is_found(record, search)}

    @invariant()
    def records_are_whole(self) -> None:
        assert {id_: self.store.records.get(id_) for id_ in self.kept} == {
            id_: one[0] for id_, one in self.kept.items()
        }

    @invariant()
    def lines_come_newest_first(self) -> None:
        walls = [line.held_at.wall.replace(microsecond=0) for line in self.store.lists.page(Filter()).lines]
        assert walls == sorted(walls, reverse=True)

    @invariant()
    def days_and_names_are_those_of_live_records(self) -> None:
        live = [record for record, _, at in self.kept.values() if at is None]
        days: dict[date, int] = {}
        for record in live:
            if record.held_at.day.year == 2026:
                days[record.held_at.day] = days.get(record.held_at.day, 0) + 1
        assert dict(self.store.lists.days(Filter(), 2026)) == days
        assert set(self.store.lists.tags()) == {tag for record in live for tag in record.tags}

    @invariant()
    def counts_are_right(self) -> None:
        with self.store._database.reading() as connection:
            assert [connection.exec_driver_sql(statement).scalar() for statement in differences()] == [0, 0]
        for read in (self.store.lists.tally, self.store.lists.counts, self.store.lists.years):
            assert read(Filter()) == read(Filter(since=date.min))

    @invariant()
    def nothing_is_left_over(self) -> None:
        with self.store._database.reading() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM search").scalar() == len(self.kept)
            assert connection.exec_driver_sql("PRAGMA foreign_key_check").all() == []
            assert connection.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


TestSequences = RecordMachine.TestCase
TestSequences.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
