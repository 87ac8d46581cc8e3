"""Whole invented records, one after the other in order of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from decimal import Decimal
from enum import Enum, auto
from itertools import cycle
from operator import itemgetter
from random import Random

from negojournal.domain.agreement import Dodge
from negojournal.domain.catalog import Catalog
from negojournal.domain.identity import NegotiationId, uuid_from
from negojournal.domain.moment import MONTHS, moment_of
from negojournal.domain.negotiation import Negotiation, Status
from negojournal.domain.questionnaire import FULL, QUICK
from negojournal.domain.review import Assessment, Result
from negojournal.service.sample.agreeing import build_agreement, build_follow_ups
from negojournal.service.sample.material import Material, Quality
from negojournal.service.sample.preparing import build_offers, build_preparation
from negojournal.service.sample.reviewing import build_full_review, build_quick_review
from negojournal.service.sample.scene import METHODS, Scene, build_assessment, build_scene
from negojournal.service.sample.timeline import Timeline, build_meetings, build_plans, milliseconds

CURRENCY = "EUR"
PREPARED = 0.7
"""How often a negotiation that is reviewed at length was prepared."""

CONTINUED = 0.2
"""How often one takes up the last one about the same matter."""

ENOUGH = 10
"""Negotiations from which on something waits."""

AWAITED = (31, 41)
"""Days after which the promises of an agreement five weeks ago are due, so that one is late and one is not."""

FRESH = timedelta(days=45)
"""How long a quick review waits until more is written of it."""

ROUNDS = {1: "", 2: ", second round", 3: ", third round"}
MOST_ROUNDS = max(ROUNDS)
MOST_PLANS = 20
LADDERED = 0.5
"""How often the offers of a prepared negotiation are written down."""

WRITTEN_DOWN = 0.6
"""How often it is written down what became of an agreement."""

DODGED, UNRATED = 0.08, 0.03
"""Shares of negotiations that were not held, and were not rated."""

FULL_LEAST, FULL_MOST = 0.1, 0.78
"""Share that is rated in full where nearly everything is logged, and where little is."""


class Kind(Enum):
    """Name how much is written down."""

    FULL = auto()
    QUICK = auto()
    UNRATED = auto()
    DODGED = auto()
    OPEN = auto()
    """An agreement of which something waits: a promise is late, one is due, a follow-up is due."""


@dataclass(frozen=True, slots=True)
class Thread:
    """Hold the last talk about a matter: the next one may take it up."""

    id: NegotiationId
    title: str
    rounds: int


class Author:
    """Write records, drawing all chance from one seed."""

    def __init__(self, material: Material, catalog: Catalog, timeline: Timeline, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311 - the same for the same seed is what it is for
        self._material = material
        self._catalog = catalog
        self._questionnaires = {one.key: one for one in catalog.questionnaires}
        self._timeline = timeline
        self._titles = [cycle(self._chance.sample(one.titles, len(one.titles))) for one in material.scenarios]
        self._matters = self._dealt()
        self._used: set[str] = set()
        self._threads: dict[int, Thread] = {}

    def records(self, count: int) -> Iterator[Negotiation]:
        """Yield so many records in order of time, the planned ones last."""
        plans = min(count // 20, MOST_PLANS)
        kinds = _kinds(self._chance, count - plans, self._timeline.depth)
        meetings = list(zip(build_meetings(self._chance, self._timeline, len(kinds)), kinds, strict=True))
        if count >= ENOUGH:
            meetings[0] = (self._timeline.agreed, Kind.OPEN)
        for held, kind in sorted(meetings, key=itemgetter(0)):
            yield self._record(kind, held)
        for held in build_plans(self._chance, self._timeline, plans):
            yield self._planned(held)

    def _record(self, kind: Kind, held: datetime) -> Negotiation:
        duration = 15 * self._chance.randint(1, 6)
        created = held + timedelta(minutes=duration + self._chance.randint(2, 90))
        record, scene = self._begun(held, created)
        if kind is Kind.DODGED:
            dodge = Dodge(
                worth=Decimal(self._chance.randint(1, 20) * 250), why=self._chance.choice(self._material.phrases.dodged)
            )
            return replace(record, status=Status.DODGED, channel=None, method=None, dodge=dodge, currency=CURRENCY)
        record = replace(record, duration_minutes=duration)
        if kind is Kind.OPEN:
            return self._reviewed(record, replace(scene, quality=Quality.GOOD, result=Result.AGREEMENT), AWAITED)
        if kind is Kind.FULL:
            return self._reviewed(record, scene)
        ratings = self._rated(QUICK, scene) if kind is Kind.QUICK else None
        deepened = held.date() < self._timeline.end - FRESH
        review = build_quick_review(self._chance, self._material.phrases, scene, ratings, deepened=deepened)
        return replace(record, review=review)

    def _begun(self, held: datetime, created: datetime) -> tuple[Negotiation, Scene]:
        """Return what every record has: with whom, when, what it was about."""
        chance = self._chance
        number = next(self._matters)
        scenario = self._material.scenarios[number]
        people = tuple(self._material.people[name] for name in scenario.people)
        scene = build_scene(chance, self._timeline, scenario, people, held)
        name = NegotiationId(uuid_from(milliseconds(created), chance.getrandbits(80)))
        before, thread = self._continued(number, held, name)
        record = Negotiation(
            id=name,
            title=self._unused(thread.title + ROUNDS[thread.rounds], held),
            held_at=moment_of(held),
            created_at=moment_of(created),
            updated_at=moment_of(created),
            counterparts=scenario.people,
            area=scenario.area,
            channel=chance.choice(people[0].channels),
            method=chance.choice(METHODS[scene.trained]),
            power=scene.power,
            follows=before,
            purposes=scenario.purposes,
            tags=scenario.tags,
        )
        return record, scene

    def _dealt(self) -> Iterator[int]:
        """Yield the scenarios like cards of a pack that is shuffled again and again, so that none comes too often."""
        numbers = range(len(self._material.scenarios))
        while True:
            yield from self._chance.sample(numbers, len(numbers))

    def _continued(self, number: int, held: datetime, name: NegotiationId) -> tuple[NegotiationId | None, Thread]:
        """Return which talk is taken up, if any, and the thread as it goes on."""
        last = self._threads.get(number)
        if last and last.rounds < MOST_ROUNDS and self._chance.random() < CONTINUED:
            before, thread = last.id, Thread(name, last.title, last.rounds + 1)
        else:
            before, thread = None, Thread(name, next(self._titles[number]).format(year=held.year), 1)
        self._threads[number] = thread
        return before, thread

    def _unused(self, title: str, held: datetime) -> str:
        """Return a title, with its month where it has been there before."""
        if title in self._used:
            return f"{title} ({MONTHS[held.month - 1]} {held.year})"
        self._used.add(title)
        return title

    def _reviewed(self, record: Negotiation, scene: Scene, dues: tuple[int, ...] = ()) -> Negotiation:
        """Return a record that was written at length, with a plan and an agreement where there was one.

        With `dues`, the days after which promises are due, there is one of each.
        """
        chance, phrases, until = self._chance, self._material.phrases, self._timeline.end
        ratings = self._rated(FULL, scene)
        record = replace(record, review=build_full_review(chance, phrases, scene, ratings, self._catalog))
        if dues or chance.random() < PREPARED:
            plan = build_preparation(chance, phrases, scene, sealed=True)
            offers = tuple(build_offers(chance, plan.terms[0])) if chance.random() < LADDERED else ()
            record = replace(record, preparation=plan, offers=offers, currency=CURRENCY)
        if dues or (scene.result is Result.AGREEMENT and chance.random() < WRITTEN_DOWN):
            looks = build_follow_ups(chance, phrases, scene, self._questionnaires[QUICK], until)
            agreement = build_agreement(chance, phrases, scene, until, dues)
            record = replace(record, agreement=agreement, follow_ups=looks)
        return record

    def _planned(self, held: datetime) -> Negotiation:
        begun = timedelta(days=3, minutes=self._chance.randint(1, 480))
        created = min(held, datetime.combine(self._timeline.end, time(17), held.tzinfo)) - begun
        record, scene = self._begun(held, created)
        plan = build_preparation(self._chance, self._material.phrases, scene, sealed=False)
        return replace(record, status=Status.PLANNED, method=plan.method, preparation=plan, currency=CURRENCY)

    def _rated(self, key: str, scene: Scene) -> Assessment:
        return build_assessment(self._chance, self._questionnaires[key], scene.feelings)


def _kinds(chance: Random, count: int, depth: float) -> list[Kind]:
    """Return what kind each negotiation is: the shares are exact, the order is not, and the last is a quick one."""
    dodged, unrated = round(DODGED * count), round(UNRATED * count)
    full = round((FULL_LEAST + (FULL_MOST - FULL_LEAST) * depth) * count)
    kinds = [Kind.DODGED] * dodged + [Kind.UNRATED] * unrated + [Kind.FULL] * full
    kinds += [Kind.QUICK] * (count - len(kinds))
    chance.shuffle(kinds)
    if Kind.QUICK in kinds:
        kinds.remove(Kind.QUICK)
        kinds.append(Kind.QUICK)
    return kinds
