"""The part of an invented record that is written right after the meeting."""

from __future__ import annotations

from random import Random

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.outcome import Outcome, PerOutcome
from negojournal.domain.review import Assessment, Done, Headline, PracticeMark, Review, TrapMark
from negojournal.service.sample.material import Phrases, Quality
from negojournal.service.sample.scene import Scene, rated

MARKS = tuple(PracticeMark)
MARK_WEIGHTS = {Quality.GOOD: (6, 3, 1, 1), Quality.MIXED: (3, 4, 2, 1), Quality.POOR: (1, 3, 5, 1)}
TELLING_WEIGHTS = {Quality.GOOD: (12, 1, 0, 1), Quality.MIXED: (1, 6, 3, 1), Quality.POOR: (0, 2, 9, 1)}
TELLING = frozenset({"listening", "interests"})
"""Practices that go together with how it felt more than others do."""

TRAPS = {Quality.GOOD: 1, Quality.MIXED: 2, Quality.POOR: 2}
"""The most traps that are marked."""
USUAL, AGAIN = "over-compromising", 0.4
"""The trap that comes most often, and how often it does where one is marked."""

DONE = {Quality.GOOD: Done.YES, Quality.MIXED: Done.PARTLY, Quality.POOR: Done.NO}
NOTED = 0.4
"""How often each of the smaller observations is written down."""


def build_quick_review(
    chance: Random, phrases: Phrases, scene: Scene, assessment: Assessment | None, *, deepened: bool
) -> Review:
    """Return what is written in a minute, and what was thought of later where it was `deepened`."""
    scenario = scene.scenario
    return Review(
        outcome=scene.result,
        summary=chance.choice(scenario.happened.of(scene.quality)),
        assessment=assessment,
        why=chance.choice(phrases.why.of(scene.quality)) if deepened else None,
        next_time=chance.choice(scenario.next) if deepened else None,
    )


def build_full_review(
    chance: Random, phrases: Phrases, scene: Scene, assessment: Assessment, catalog: Catalog
) -> Review:
    """Return what is written with the time for it."""
    scenario, quality = scene.scenario, scene.quality
    lowest = min(scene.feelings, key=lambda outcome: scene.feelings[outcome])
    return Review(
        outcome=scene.result,
        opening_note=_maybe(chance, phrases.opening),
        body_language_note=_maybe(chance, phrases.body_language),
        assessment=assessment,
        improve=_improve(chance, phrases, lowest),
        intended=chance.choice(scenario.intended),
        happened=chance.choice(scenario.happened.of(quality)),
        why=chance.choice(phrases.why.of(quality)),
        keep=chance.choice(phrases.keep),
        next_time=chance.choice(scenario.next),
        last_intention_done=DONE[quality] if chance.random() < NOTED else None,
        practices=_practices(chance, catalog, quality),
        traps=_traps(chance, phrases, catalog, quality),
        tactics=tuple(chance.sample(phrases.tactics, 1)) if chance.random() < NOTED else (),
        trust=rated(scene.feelings[Outcome.RELATIONSHIP]),
        their_method=scene.people[0].method,
        feeling_note=_maybe(chance, phrases.feeling),
        press_conference=_headlines(chance, phrases, quality),
    )


def _maybe(chance: Random, sentences: tuple[str, ...]) -> str | None:
    return chance.choice(sentences) if chance.random() < NOTED else None


def _improve(chance: Random, phrases: Phrases, lowest: Outcome) -> PerOutcome[str]:
    """Return what would raise the lowest outcome, and now and then another one."""
    lines = {
        outcome.value: chance.choice(phrases.improve.of(outcome) or ())
        for outcome in Outcome
        if outcome is lowest or chance.random() < NOTED / 2
    }
    return PerOutcome(**lines)


def _practices(chance: Random, catalog: Catalog, quality: Quality) -> dict[str, PracticeMark]:
    weights = {
        entry.key: TELLING_WEIGHTS if entry.key in TELLING else MARK_WEIGHTS for entry in catalog.of(EntryKind.PRACTICE)
    }
    return {key: chance.choices(MARKS, by_quality[quality])[0] for key, by_quality in weights.items()}


def _traps(chance: Random, phrases: Phrases, catalog: Catalog, quality: Quality) -> tuple[TrapMark, ...]:
    keys = [entry.key for entry in catalog.of(EntryKind.TRAP)]
    chosen = chance.sample(keys, chance.randint(0, TRAPS[quality]))
    if chosen and chance.random() < AGAIN:
        chosen[0] = USUAL
    return tuple(TrapMark(key, _maybe(chance, phrases.trap_note)) for key in dict.fromkeys(chosen))


def _headlines(chance: Random, phrases: Phrases, quality: Quality) -> tuple[Headline, ...]:
    if chance.random() >= NOTED / 2:
        return ()
    return tuple(
        Headline(one.stakeholder, one.headline, defensible=quality is not Quality.POOR)
        for one in chance.sample(phrases.headlines, 2)
    )
