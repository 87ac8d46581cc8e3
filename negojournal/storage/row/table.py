"""What all rows share: column types by annotation, and the keys of rows that belong to a negotiation."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from sqlalchemy import BigInteger, Date, Dialect, Enum, ForeignKey, Integer, MetaData, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator

from negojournal.domain.moment import Moment

Key = Annotated[str, "key"]
"""A text that names something and is not searched: an identity, a key of the catalogue, a form for sorting."""

Position = Annotated[int, "position"]
"""The place of a negotiation in time (storage/position.py)."""


class DecimalText(TypeDecorator[Decimal]):
    """Keep an amount as its text, so that not a cent and not a trailing zero is lost."""

    impl = String(60)
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        """Return the text of an amount."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:  # noqa: ARG002 - as above
        """Return the amount of a text."""
        return None if value is None else Decimal(value)


class MomentText(TypeDecorator[Moment]):
    """Keep a moment as the text it came in."""

    impl = String(40)
    cache_ok = True

    def process_bind_param(self, value: Moment | None, dialect: Dialect) -> str | None:  # noqa: ARG002 - SQLAlchemy's
        """Return the text of a moment."""
        return None if value is None else value.text

    def process_result_value(self, value: str | None, dialect: Dialect) -> Moment | None:  # noqa: ARG002 - as above
        """Return the moment of a text."""
        return None if value is None else Moment(value)


def _values(members: Iterable[StrEnum]) -> list[str]:
    return [member.value for member in members]


class Row(DeclarativeBase):
    """Be a row of the journal's file."""

    metadata = MetaData(naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s"})
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text(),
        Key: String(),
        Position: BigInteger().with_variant(Integer(), "sqlite"),
        date: Date(),
        Decimal: DecimalText(),
        Moment: MomentText(),
        StrEnum: Enum(StrEnum, native_enum=False, values_callable=_values, length=20),
    }


class PartRow(Row):
    """Be the one row, of its table, that belongs to a negotiation."""

    __abstract__ = True

    @declared_attr
    def negotiation(self) -> Mapped[Position]:
        """Name the negotiation by its position."""
        owner = ForeignKey("negotiation.position", ondelete="CASCADE")
        return mapped_column(owner, primary_key=True, autoincrement=False, sort_order=-3)


class LineRow(PartRow):
    """Be one of the rows that belong to a negotiation, counted from 1."""

    __abstract__ = True

    @declared_attr.directive
    def __table_args__(cls) -> tuple[Any, ...]:  # noqa: N805 - a class is what a directive gets
        """Keep the rows in the order of their key, without a second tree beside it."""
        return ({"sqlite_with_rowid": False},)

    @declared_attr
    def ordinal(self) -> Mapped[int]:
        """Keep the order."""
        return mapped_column(primary_key=True, autoincrement=False, sort_order=-1)
