"""What is tortured: something that is laid out, done step by step, and looked at afterwards."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Protocol

from tests.torture.call import CAN_TRACE
from tests.torture.child import Cut, Ended, Teller, end_at_call, end_by_clock

LONG = 60.0
"""Seconds after which a child that isn't killed is taken for stuck."""


class Trial(Protocol):
    """Be laid out in a folder of its own."""

    def act(self, tell: Teller) -> None:
        """Do every step, in the child; tell after each."""

    def losses(self, told: int) -> Iterator[str]:
        """Say what is lost of what stands after so many steps, or so many and the next."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Name a trial, how many rounds of it make a long run, what lays it out, and how many seconds it goes on.

    Where that isn't given it is found out by letting the trial come to its end, and so is the number of its calls.
    """

    name: str
    rounds: int
    lay_out: Callable[[Path, Random], Trial]
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Hold what came of all rounds of a kind."""

    name: str
    rounds: int
    acknowledged: int
    losses: tuple[str, ...]
    seconds: float

    def line(self) -> str:
        """Return the tally for a terminal."""
        return (
            f"{self.name:<28}{self.rounds:>6} rounds{self.acknowledged:>7} acknowledged"
            f"{len(self.losses):>4} lost{self.seconds:>7.1f} s"
        )


def tortured(kind: Kind, rounds: int, seed: int) -> Tally:
    """Let a kind be ended at random moments, and tell what is lost; the same seed gives the same rounds."""
    start = time.perf_counter()
    alone = _left_alone(kind, seed)
    told, losses = 0, [f"{kind.name}, left alone: {one}" for ended in alone for one in ended.faults]
    for number in range(1, rounds + 1):
        random = Random(f"{seed} {kind.name} {number}")
        with TemporaryDirectory() as place:
            folder, aside = _places(place)
            trial = kind.lay_out(folder, random)
            ended, how = _ended(trial, random, (folder, aside), *(one.extent for one in alone))
            found = [*ended.faults, *_losses(trial, ended.told)]
        told += ended.told
        losses += [f"{kind.name}, round {number} of seed {seed}, {how}: {one}" for one in found]
    return Tally(kind.name, rounds, told, tuple(losses), time.perf_counter() - start)


def _ended(trial: Trial, random: Random, place: tuple[Path, Path], seconds: float, calls: float) -> tuple[Ended, str]:
    """End a trial at one of its calls where that can be done, and by the clock in every third round."""
    if not calls or random.random() < 1 / 3:
        moment = random.uniform(0, seconds * 1.1)
        return end_by_clock(trial.act, moment), f"after {moment:.4f} s"
    number = random.randint(0, int(calls))
    torn, power = random.random() < 0.25, random.random() < 0.5
    cut = Cut(number, torn, random if power else None)
    how = f"at call {number}{' in the middle' if torn else ''}{', with the power' if power else ''}"
    return end_at_call(trial.act, cut, *place), how


def _left_alone(kind: Kind, seed: int) -> tuple[Ended, Ended]:
    """Find out how many seconds a trial goes on, and over how many calls, none where they can't be followed."""
    if kind.seconds is not None:
        return Ended(0, kind.seconds), Ended(0, 0)
    by_clock = _undisturbed(kind, seed, lambda trial, _: end_by_clock(trial.act, LONG))
    if not CAN_TRACE:
        return by_clock, Ended(0, 0)
    return by_clock, _undisturbed(kind, seed, lambda trial, place: end_at_call(trial.act, None, *place))


def _undisturbed(kind: Kind, seed: int, end: Callable[[Trial, tuple[Path, Path]], Ended]) -> Ended:
    """Let a trial come to its end, and find nothing lost."""
    with TemporaryDirectory() as place:
        folder, aside = _places(place)
        trial = kind.lay_out(folder, Random(f"{seed} {kind.name} 0"))
        ended = end(trial, (folder, aside))
        return Ended(ended.told, ended.extent, (*ended.faults, *_losses(trial, ended.told)))


def _losses(trial: Trial, told: int) -> list[str]:
    """Return what is lost; a check that fails by itself has found something, too."""
    try:
        return list(trial.losses(told))
    except Exception as error:  # noqa: BLE001 - whatever it is, the journal could not be read as it should
        return [f"{type(error).__name__}: {error}"]


def _places(place: str) -> tuple[Path, Path]:
    folder, aside = Path(place, "journal"), Path(place, "aside")
    folder.mkdir(0o700)
    aside.mkdir()
    return folder, aside
