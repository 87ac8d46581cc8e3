"""What all subjects of the service share: the open store and the catalogue as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from negojournal.analysis.series import LATEST
from negojournal.domain.case import Case
from negojournal.domain.catalog import Catalog, merge_entries
from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment, moment_of, now
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.prediction import prediction_problems, sealed
from negojournal.domain.review import Assessment
from negojournal.domain.scoring import Scores, build_scores
from negojournal.domain.validation import problems_of
from negojournal.errors import InvalidError, Problem

if TYPE_CHECKING:
    from negojournal.storage.store import Store


RING = "What this negotiation follows is itself a continuation of it; choose another, or none."


class Holding:
    """Hold the store and the catalogue: what ships, with the user's own entries in their place."""

    def __init__(self, store: Store, shipped: Catalog) -> None:
        self.store = store
        self._shipped = shipped
        self.catalog = shipped
        self.refresh_catalog()

    def refresh_catalog(self) -> None:
        """Read the user's own entries again."""
        self.own_entries = self.store.entries.all()
        self.catalog = replace(self._shipped, entries=merge_entries(self._shipped.entries, self.own_entries))

    def scores(self, record: Negotiation) -> Scores | None:
        """Return the scores of a record's review; None without ratings or when the questionnaire isn't there."""
        assessment = record.review.assessment if record.review else None
        return self._scores(assessment) if assessment else None

    def cases(self, chosen: Filter, limit: int = LATEST) -> tuple[Case, ...]:
        """Return the latest negotiations that pass a filter and were held or dodged, in order of time."""
        return self.store.cases.latest(chosen, self._values, limit)

    def check(self, record: Negotiation, before: Negotiation | None = None) -> None:
        """Raise InvalidError when a record, new or edited, breaks a rule."""
        problems = problems_of(record, self.catalog)
        if before is None or before.follows != record.follows:
            problems += tuple(self._ring(record))
        if problems:
            raise InvalidError(problems)

    def settled(self, record: Negotiation, before: Negotiation) -> Negotiation:
        """Return an edited record as it is kept: its prediction sealed where the meeting has begun.

        Raises InvalidError when it breaks a rule or changes what was sealed.
        """
        instant = now()
        if problems := prediction_problems(record, before, instant):
            raise InvalidError(problems)
        self.check(record, before)
        return sealed(record, before, instant)

    def _scores(self, assessment: Assessment) -> Scores | None:
        questionnaire = self.catalog.questionnaire(assessment.questionnaire)
        return build_scores(questionnaire, assessment.answers) if questionnaire else None

    def _values(self, assessment: Assessment) -> Mapping[str, float | None]:
        return {key: score.value for key, score in (self._scores(assessment) or {}).items()}

    def _ring(self, record: Negotiation) -> Iterator[Problem]:
        if record.follows is not None and self.store.lists.leads_back(record.id, record.follows):
            yield Problem("follows", RING)


def stamp_after(before: Moment) -> Moment:
    """Return this instant, and always a later one than before, whatever the clock says."""
    return moment_of(max(now(), instant_of(before) + timedelta(milliseconds=1)).astimezone(UTC))


def instant_of(moment: Moment) -> datetime:
    """Return a moment as an instant; a date alone counts as its first second in UTC."""
    return moment.instant or moment.wall.replace(tzinfo=UTC)
