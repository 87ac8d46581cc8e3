"""What lists, calendars and charts read: summaries and aggregates, never whole records."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, or_, select, true

from negojournal.domain.filter import EVERYTHING, Filter, Order
from negojournal.domain.identity import NegotiationId
from negojournal.domain.moment import Moment
from negojournal.domain.outcome import OVERALL
from negojournal.domain.summary import Band, Chain, Cursor, Intention, Page, Period, ScoredReview, Summary, Tally
from negojournal.storage import chart, position
from negojournal.storage.aggregate import TALLY
from negojournal.storage.band import day_number, read_bands
from negojournal.storage.chain import leads_back, read_chain
from negojournal.storage.engine import Database
from negojournal.storage.line import summaries_from
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.page import read_page
from negojournal.storage.part import table_of
from negojournal.storage.person import used_names
from negojournal.storage.row.review import ReviewRow
from negojournal.storage.selection import conditions, named

_n = NEGOTIATION.c
NEWEST_FIRST = Order()
REVIEW = table_of(ReviewRow)
_review = REVIEW.c


class Lists:
    """Answer questions about many records; what is in the bin is left out unless the filter asks for it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def page(
        self, wanted: Filter, order: Order = NEWEST_FIRST, after: Cursor | None = None, limit: int = 100
    ) -> Page[Summary]:
        """Return one page of a list."""
        with self._database.reading() as connection:
            lines, following = read_page(connection, wanted, order, after, limit)
        return Page(summaries_from(lines), following)

    def tally(self, wanted: Filter) -> Tally:
        """Count what a filter lets through."""
        with self._database.reading() as connection:
            return chart.read_tally(connection, wanted)

    def days(self, wanted: Filter, year: int) -> Mapping[date, int]:
        """Count the negotiations of each day of a year that has any."""
        number = day_number(_n.position)
        first, last = position.start_of(date(year, 1, 1)), position.end_of(date(year, 12, 31))
        within = (_n.position >= first, _n.position < last)
        counted = select(number, func.count()).where(*within, *conditions(wanted)).group_by(number).order_by(number)
        with self._database.reading() as connection:
            return {position.day_from(day): count for day, count in connection.execute(counted)}

    def years(self, wanted: Filter) -> tuple[int, ...]:
        """Return the years with a negotiation, newest first."""
        number = day_number(_n.position)
        with self._database.reading() as connection:
            if wanted == EVERYTHING:
                days = connection.scalars(select(TALLY.c.month)).all()
            else:
                numbers = connection.scalars(select(number).where(*conditions(wanted)).distinct())
                days = [position.day_from(number) for number in numbers]
        return tuple(sorted({day.year for day in days}, reverse=True))

    def names(self) -> tuple[str, ...]:
        """Return the counterparts, most used first, each spelled as last written."""
        with self._database.reading() as connection:
            return used_names(connection, "counterparts")

    def tags(self) -> tuple[str, ...]:
        """Return the tags, most used first, each spelled as last written."""
        with self._database.reading() as connection:
            return used_names(connection, "tags")

    def last_intention(
        self, area: str | None, counterparts: tuple[str, ...], before: Moment | None = None
    ) -> Intention | None:
        """Return what was last meant for next time in an area or with a counterpart; for neither, at all."""
        same = [] if area is None else [_n.area == area]
        if counterparts:
            same.append(_n.position.in_(named("counterparts", counterparts)))
        meant = select(_n.id, _n.title, _n.held_at, _review.next_time).select_from(REVIEW).join(NEGOTIATION)
        latest = meant.where(
            _review.next_time.is_not(None),
            _review.negotiation < (position.second_of(before) if before else position.LAST),
            _n.deleted_at.is_(None),
            or_(*same) if same else true(),
        ).order_by(_review.negotiation.desc())
        with self._database.reading() as connection:
            found = connection.execute(latest.limit(1)).one_or_none()
        return Intention(*found) if found else None

    def scored(self, wanted: Filter, questionnaire: str, limit: int = 500) -> tuple[ScoredReview, ...]:
        """Return the reviews with the latest `limit` scores of each dimension, in order of time."""
        with self._database.reading() as connection:
            return chart.read_scored(connection, wanted, questionnaire, limit)

    def questionnaires(self, wanted: Filter) -> Mapping[str, int]:
        """Count the scored reviews of each questionnaire."""
        return {key: counts[OVERALL] for key, counts in self.counts(wanted).items() if counts[OVERALL]}

    def counts(self, wanted: Filter) -> Mapping[str, Mapping[str, int]]:
        """Count the scores of each questionnaire by dimension."""
        with self._database.reading() as connection:
            return chart.read_counts(connection, wanted)

    def span(self, wanted: Filter, questionnaire: str) -> tuple[date, date] | None:
        """Return the first and the last day with a score."""
        with self._database.reading() as connection:
            return chart.read_span(connection, wanted, questionnaire)

    def bands(self, wanted: Filter, questionnaire: str, dimension: str, period: Period) -> tuple[Band, ...]:
        """Return the median and the middle half of the scores of each week or month, in order of time."""
        with self._database.reading() as connection:
            return read_bands(connection, wanted, questionnaire, dimension, period)

    def chain(self, id_: NegotiationId) -> Chain:
        """Return what a negotiation follows, and what follows it, over every step."""
        with self._database.reading() as connection:
            before, after = (read_chain(connection, id_, forward=way) for way in (False, True))
        return Chain(summaries_from(before), summaries_from(after))

    def leads_back(self, id_: NegotiationId, follows: NegotiationId) -> bool:
        """Tell whether a negotiation would follow itself, over some steps, if it followed another."""
        with self._database.reading() as connection:
            return leads_back(connection, id_, follows)

    def follows(self) -> Mapping[NegotiationId, NegotiationId]:
        """Return what follows what, also in the bin."""
        with self._database.reading() as connection:
            linked = connection.execute(select(_n.id, _n.follows).where(_n.follows.is_not(None)))
            return dict(linked.all())
