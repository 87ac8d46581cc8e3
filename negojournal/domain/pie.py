"""The size of the pie: what items that change hands add for both sides (record.md, "Formulas").

Amounts are in the record's currency. An item whose cost or value isn't known is left out of every sum and counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from negojournal.domain.preparation import Exchange, Side


@dataclass(frozen=True, slots=True)
class Pie:
    """Hold my net, theirs and their sum, over so many items; `unknown` of the included ones have no cost or value."""

    mine: Decimal = Decimal(0)
    theirs: Decimal = Decimal(0)
    items: int = 0
    unknown: int = 0

    @property
    def total(self) -> Decimal:
        """The sum of what both sides net."""
        return self.mine + self.theirs


@dataclass(frozen=True, slots=True)
class Effect:
    """Hold the pie without and with one item, the others as they are."""

    without: Pie
    with_it: Pie


def added_value(exchange: Exchange) -> Decimal | None:
    """Return probability × value to the receiver − cost to the giver; None where one of the two isn't known."""
    gains = _gains(exchange)
    return gains and sum(gains, Decimal(0))


def pie_of(exchanges: Sequence[Exchange], *, without: int | None = None, with_: int | None = None) -> Pie:
    """Return the pie of the included items, without one and with another one by their numbers from 0."""
    chosen = (one for number, one in enumerate(exchanges) if number != without and (one.included or number == with_))
    return _pie(chosen)


def effects_of(exchanges: Sequence[Exchange]) -> tuple[Effect, ...]:
    """Return for each item what the pie is without and with it."""
    whole = pie_of(exchanges)
    alone = ((one.included, _pie((one,))) for one in exchanges)
    return tuple(
        Effect(_changed(whole, pie, -1), whole) if included else Effect(whole, _changed(whole, pie, 1))
        for included, pie in alone
    )


def best_addition(exchanges: Sequence[Exchange]) -> int | None:
    """Return the number of the item that would add most and isn't included; None where none would add anything."""
    values = {
        number: value
        for number, one in enumerate(exchanges)
        if not one.included and (value := added_value(one)) is not None and value > 0
    }
    return max(values, key=values.__getitem__, default=None)


def is_fixed_pie(exchanges: Iterable[Exchange]) -> bool:
    """Tell whether there are items with cost and value, and none is worth more to one side than it costs the other."""
    values = [value for one in exchanges if (value := added_value(one)) is not None]
    return bool(values) and max(values) <= 0


def _pie(exchanges: Iterable[Exchange]) -> Pie:
    gains = [_gains(one) for one in exchanges]
    known = [one for one in gains if one]
    mine, theirs = (sum(side, Decimal(0)) for side in (zip(*known, strict=True) if known else ((), ())))
    return Pie(mine, theirs, len(known), len(gains) - len(known))


def _changed(whole: Pie, item: Pie, sign: int) -> Pie:
    return Pie(
        whole.mine + sign * item.mine,
        whole.theirs + sign * item.theirs,
        whole.items + sign * item.items,
        whole.unknown + sign * item.unknown,
    )


def _gains(exchange: Exchange) -> tuple[Decimal, Decimal] | None:
    """Return what an item brings me and them: the cost is certain, the value is not."""
    if exchange.cost_to_giver is None or exchange.value_to_receiver is None:
        return None
    value = Decimal(repr(exchange.probability)) * exchange.value_to_receiver
    given = -exchange.cost_to_giver
    return (given, value) if exchange.giver is Side.ME else (value, given)
