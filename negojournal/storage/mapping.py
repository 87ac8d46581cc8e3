"""Turn values into rows and rows into values, by one rule for every class of the record.

A field whose name is a column of its class's table is that column. Else its type says where it is kept: texts in
the table of texts, other tuples and mappings as lines of a table of their own, an optional object as a row of its
own; an object without a table stands in columns of its owner that begin with the field's name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from types import NoneType
from typing import get_args, get_origin, get_type_hints

from sqlalchemy import Table, Text

from negojournal.domain.agreement import Agreement, Commitment, Dodge, FollowUp, Informed, Offer
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.preparation import Exchange, Preparation, Reason, Risk, Rule, Term
from negojournal.domain.review import Headline, Review, Tactic, TrapMark
from negojournal.storage.part import (
    TEXT,
    ColumnPart,
    Found,
    InlinePart,
    Layout,
    LinesPart,
    PairsPart,
    Part,
    Rows,
    SinglePart,
    Source,
    Target,
    TextsPart,
    Value,
    Values,
    table_of,
)
from negojournal.storage.row.agreement import AgreementRow, CommitmentRow, InformedRow
from negojournal.storage.row.negotiation import DodgeRow, FollowUpRow, NegotiationRow, OfferRow
from negojournal.storage.row.preparation import ExchangeRow, PreparationRow, ReasonRow, RiskRow, RuleRow, TermRow
from negojournal.storage.row.review import AnswerRow, HeadlineRow, PracticeRow, ReviewRow, TacticRow, TrapRow
from negojournal.storage.row.table import Row

TABLES: Mapping[type, type[Row]] = {
    Negotiation: NegotiationRow,
    Offer: OfferRow,
    Dodge: DodgeRow,
    FollowUp: FollowUpRow,
    Preparation: PreparationRow,
    Term: TermRow,
    Reason: ReasonRow,
    Risk: RiskRow,
    Rule: RuleRow,
    Exchange: ExchangeRow,
    Review: ReviewRow,
    TrapMark: TrapRow,
    Tactic: TacticRow,
    Headline: HeadlineRow,
    Agreement: AgreementRow,
    Informed: InformedRow,
    Commitment: CommitmentRow,
}
PAIRS: Mapping[str, tuple[type[Row], str, str]] = {
    "answers": (AnswerRow, "item", "rating"),
    "practices": (PracticeRow, "key", "mark"),
}
"""Mappings by their field: the table, the column of the key and that of the value."""


NEGOTIATION = table_of(NegotiationRow)
PARTS: tuple[Table, ...] = (
    TEXT,
    *(table_of(row) for row in TABLES.values() if row is not NegotiationRow),
    *(table_of(row) for row, _, _ in PAIRS.values()),
)
"""The tables whose rows belong to a negotiation."""


def rows_of(record: Negotiation, position: int) -> Rows:
    """Return the rows of a record, by table; that of the negotiation lacks what lists add to it."""
    rows: Rows = defaultdict(list)
    row: Values = {"position": position}
    layout_of(Negotiation).write(record, Target(row, rows, position))
    rows[NEGOTIATION].append(row)
    return rows


def record_from(row: Values, found: Found) -> Negotiation:
    """Return the record of a row of the negotiation and of what was found to belong to it."""
    record: Negotiation = layout_of(Negotiation).read(Source(row, found, row["position"]))
    return record


def texts_in(rows: Rows) -> Iterator[str]:
    """Yield every text that can be searched: what stands in a column for running text."""
    for table, lines in rows.items():
        for column in _text_columns(table):
            yield from (line[column] for line in lines if line[column])


@cache
def layout_of(kind: type) -> Layout:
    """Return how a class with a table of its own is kept."""
    return _layout(kind, table_of(TABLES[kind]), "")


def _layout(kind: type, table: Table, prefix: str) -> Layout:
    hints = get_type_hints(kind)
    names = (field.name for field in fields(kind))
    return Layout(kind, tuple((name, _part(name, hints[name], table, prefix)) for name in names))


def _part(name: str, hint: Value, table: Table, prefix: str) -> Part:
    column = prefix + name
    if column in table.c:
        return ColumnPart(column)
    if name in PAIRS:
        row, key, value = PAIRS[name]
        return PairsPart(table_of(row), key, value)
    origin: Value = get_origin(hint)
    if origin is tuple:
        inner = get_args(hint)[0]
        return TextsPart(name) if inner is str else LinesPart(layout_of(inner), table_of(TABLES[inner]))
    optional = NoneType in get_args(hint)
    kind = get_args(hint)[0] if optional else origin
    if kind in TABLES:
        return SinglePart(layout_of(kind), table_of(TABLES[kind]))
    columns = tuple(one.name for one in table.c if one.name.startswith(f"{column}_"))
    return InlinePart(_layout(kind, table, f"{column}_"), columns, optional)


@cache
def _text_columns(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.c if type(column.type) is Text)
