"""Terms and the pie of a plan as tables for paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from negojournal.domain.advice import FIXED_PIE
from negojournal.domain.bargaining import share_captured
from negojournal.domain.pie import added_value, is_fixed_pie, pie_of
from negojournal.domain.preparation import Exchange, Preparation, Side, Term
from negojournal.domain.theme import Palette
from negojournal.exchange.drawing import RANGE_WORDS, bar_picture, range_picture
from negojournal.exchange.paper import Block, Cell, Column, Note, Table, counted, line
from negojournal.exchange.passage import amount, joined

NAME_LENGTH, FIGURE_LENGTH = 80, 40
"""Characters of a term or an item, and of an amount with its unit, that a table has room for."""

PIE_WIDTH = 220


def term_blocks(plan: Preparation, palette: Palette, most: int, *, agreed: bool) -> Iterator[Block]:
    """Yield the terms with their ranges, at most so many, `agreed` with what came of them."""
    if not plan.terms:
        return
    shown = plan.terms[:most]
    drawn = any(range_picture(term, palette) for term in shown)
    columns = _term_columns(agreed=agreed)
    yield Table(columns, tuple(_term_row(term, palette, agreed=agreed) for term in shown))
    words = [RANGE_WORDS] if drawn else []
    yield from _more(words, len(plan.terms) - len(shown), "term", "terms")


def pie_blocks(plan: Preparation, currency: str | None, palette: Palette, most: int) -> Iterator[Block]:
    """Yield what could change hands, at most so many items, and the pie that the included ones make."""
    if not plan.exchanges:
        return
    ranked = sorted(plan.exchanges, key=lambda one: not one.included)
    columns = (
        Column("What could change hands", 40),
        Column("Costs the giver", 17, right=True),
        Column("Worth to the other", 17, right=True),
        Column("Adds", 14, right=True),
        Column("", 12, right=True, own=True),
    )
    yield Table(columns, tuple(_exchange_row(one, currency) for one in ranked[:most]))
    words = [FIXED_PIE] if is_fixed_pie(plan.exchanges) else []
    yield from _more(words, len(ranked) - most, "item", "items")
    yield from _pie(plan, currency, palette)


def _term_columns(*, agreed: bool) -> tuple[Column, ...]:
    width = 11 if agreed else 14
    figures = (Column(title, width, right=True) for title in ("Bottom line", "Goal", "My opening", "Their opening"))
    outcome = (Column("Agreed", width, right=True), Column("Captured", 9, right=True, own=True)) if agreed else ()
    return (Column("Term", 17 if agreed else 25), *figures, *outcome, Column("", 19, right=True, own=True))


def _term_row(term: Term, palette: Palette, *, agreed: bool) -> tuple[Cell, ...]:
    values = (term.bottom_line, term.goal, term.opening, term.their_opening, *((term.agreed,) if agreed else ()))
    figures = (line(amount(value, term.unit) or "", FIGURE_LENGTH) for value in values)
    name = joined(line(term.name, NAME_LENGTH), f"({term.better} is better)", by=" ")
    return (name, *figures, *((_captured(term),) if agreed else ()), range_picture(term, palette) or "")


def _captured(term: Term) -> str:
    share = share_captured(term)
    if share is None:
        return ""
    return "worse than my bottom line" if share < 0 else f"{abs(share):.0%}"


def _exchange_row(one: Exchange, currency: str | None) -> tuple[Cell, ...]:
    value = amount(one.value_to_receiver, currency) or ""
    chance = f", {one.probability:.0%}" if value and one.probability != 1 else ""
    giver = "I give" if one.giver is Side.ME else "They give"
    return (
        f"{giver}: {line(one.item, NAME_LENGTH)}",
        amount(one.cost_to_giver, currency) or "",
        f"{value}{chance}",
        _signed(added_value(one), currency),
        "included" if one.included else "",
    )


def _pie(plan: Preparation, currency: str | None, palette: Palette) -> Iterator[Block]:
    pie = pie_of(plan.exchanges)
    if not pie.items:
        return
    sides = (("My net", pie.mine), ("Their net", pie.theirs), ("The pie, as guessed", pie.total))
    low = min(Decimal(0), *(value for _, value in sides))
    span = max(Decimal(0), *(value for _, value in sides)) - low or Decimal(1)

    def bar(value: Decimal) -> Cell:
        return bar_picture(float(-low / span), float((value - low) / span), palette.accent, palette, PIE_WIDTH)

    columns = (Column("", 40, own=True), Column("", 17, right=True), Column("", 43, own=True))
    yield Table(columns, tuple((name, _signed(value, currency), bar(value)) for name, value in sides))
    if pie.unknown:
        left = counted(pie.unknown, "included item has", "included items have")
        yield Note(f"{left} no cost or no value and counts nowhere.")


def _signed(value: Decimal | None, currency: str | None) -> str:
    if value is None:
        return ""
    return (amount(value.normalize() + 0, currency) or "").replace("-", "−")


def _more(words: Iterable[str], left: int, one: str, many: str) -> Iterator[Block]:
    """Yield a remark, with how many more there are than shown."""
    rest = (f"And {counted(left, f'more {one}', f'more {many}')}.",) if left > 0 else ()
    if said := " ".join((*rest, *words)):
        yield Note(said)
