"""The report of one negotiation, and the lists that stand in the report of a period."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from negojournal.domain.catalog import Catalog, EntryKind
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.outcome import DIMENSIONS, OVERALL, Outcome
from negojournal.domain.scoring import Scores, score_text
from negojournal.domain.summary import Chain, Summary
from negojournal.domain.theme import Theme
from negojournal.exchange.bargain import pie_blocks, term_blocks
from negojournal.exchange.drawing import score_picture
from negojournal.exchange.fact import facts_of, names_of, units_of
from negojournal.exchange.outline import build_outline, related_from
from negojournal.exchange.paper import Block, Cell, Column, Heading, Lead, Note, Paper, Table, counted, cut
from negojournal.exchange.passage import Passage, Section
from negojournal.exchange.plan import ITEMS, PIE, TERMS

MOST_ROWS, MOST_LINES, MOST_CHARACTERS = 60, 60, 6000
"""How much of one table, one list and one text is printed."""

SCORE_WIDTH = 300

TITLE_LENGTH = 90

OUTCOME_TITLES = ("Instr.", "Process", "Relat.", "Self")
"""Of the four outcomes in narrow columns."""

LED, DRAWN = "Next time", frozenset({TERMS, ITEMS, PIE})
"""Passages of the outline that a report shows in a way of its own."""


@dataclass(frozen=True, slots=True)
class Account:
    """Hold what the report of one negotiation is made from: the record, and what it belongs to."""

    record: Negotiation
    chain: Chain
    scores: Scores | None
    catalog: Catalog
    theme: Theme
    day: date


def build_report(account: Account) -> Paper:
    """Return the report of one negotiation."""
    record = account.record
    return Paper(
        "Plan" if record.review is None and record.preparation else "Review",
        account.day,
        record.title,
        facts_of(record, account.catalog),
        tuple(_blocks(account)),
        names=_names(account),
        units=units_of(account.record),
    )


def _names(account: Account) -> tuple[str, ...]:
    chain = (*account.chain.before, *account.chain.after)
    others = (name for line in chain for name in line.counterparts)
    return tuple(dict.fromkeys((*names_of((account.record,)), *others)))


def summary_blocks(lines: Iterable[Summary], total: int, catalog: Catalog) -> Iterator[Block]:
    """Yield the negotiations of a period, one a row, and how many there are more."""
    rows = tuple(_summary_row(line, catalog) for line in lines)
    if not rows:
        return
    figures = (Column(name, 8, right=True, own=True) for name in OUTCOME_TITLES)
    yield Heading("The negotiations", new_page=True)
    yield Table(
        (Column("Date", 12, own=True), Column("Title", 24), Column("With", 15), Column("Area", 17), *figures),
        rows,
    )
    if total > len(rows):
        yield Note(f"And {counted(total - len(rows), 'more', 'more')}.")


def _blocks(account: Account) -> Iterator[Block]:
    review = account.record.review
    if review and review.next_time:
        yield Lead("What I intend next time", cut(review.next_time, MOST_CHARACTERS))
    yield from _score_blocks(account)
    sections = build_outline(account.record, account.catalog, related_from(account.chain), account.day)
    if not sections and not account.scores:
        yield Note("Nothing is written down about this one yet, beside what stands above.")
    for section in sections:
        yield from _section_blocks(section, account)


def _section_blocks(section: Section, account: Account) -> Iterator[Block]:
    plan = account.record.preparation
    drawn: tuple[Block, ...] = ()
    if plan and any(passage.label in DRAWN for passage in section.passages):
        palette, currency = account.theme.light, account.record.currency
        agreed = any(term.agreed is not None for term in plan.terms)
        terms = term_blocks(plan, palette, MOST_ROWS, agreed=agreed)
        drawn = (*terms, *pie_blocks(plan, currency, palette, MOST_ROWS))
    passages = tuple(_shortened(passage) for passage in section.passages if passage.label not in {LED, *DRAWN})
    if passages or drawn:
        yield Heading(section.heading)
    yield from drawn
    yield from passages


def _shortened(passage: Passage) -> Passage:
    texts = tuple(cut(text, MOST_CHARACTERS) for text in passage.texts[:MOST_LINES])
    left = len(passage.texts) - len(texts)
    return replace(passage, texts=(*texts, f"and {left:,} more") if left else texts)


def _score_blocks(account: Account) -> Iterator[Block]:
    if account.scores is None:
        return
    columns = (Column("", 20, own=True), Column("", 50, own=True), Column("", 30, own=True))
    yield Heading("How it felt")
    yield Table(columns, tuple(_score_row(name, account) for name in DIMENSIONS))


def _score_row(name: str, account: Account) -> tuple[Cell, ...]:
    score = (account.scores or {})[name]
    palette = account.theme.light
    colour = palette.muted if name == OVERALL else account.theme.outcomes[Outcome(name)].colour
    bar = "" if score.value is None else score_picture(score.value, colour, palette, SCORE_WIDTH)
    rest = f", from {score.answered} of {score.items} ratings" if 0 < score.answered < score.items else ""
    return name.capitalize(), bar, f"{score_text(score.value)}{rest}"


def _summary_row(line: Summary, catalog: Catalog) -> tuple[Cell, ...]:
    return (
        line.held_at.day.isoformat(),
        cut(line.title, TITLE_LENGTH),
        cut(", ".join(line.counterparts), TITLE_LENGTH),
        catalog.label(EntryKind.AREA, line.area) if line.area else "",
        *(score_text(line.scores[outcome]) for outcome in Outcome),
    )
