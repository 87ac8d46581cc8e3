"""Walk from one negotiation to those it follows, and to those that follow it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import CTE, BindParameter, Connection, Row, Select, bindparam, func, null, select

from negojournal.domain.identity import NegotiationId
from negojournal.storage.mapping import NEGOTIATION
from negojournal.storage.page import LINE

_n = NEGOTIATION.c


def read_chain(connection: Connection, id_: NegotiationId, *, forward: bool) -> Sequence[Row[Any]]:
    """Return the lines of what comes before or after a negotiation, in order of time.

    What is in the bin is left out but walked through, and a ring is walked once.
    """
    reached = _forward(id_) if forward else _back(id_)
    others = (_n.id.in_(select(reached.c.id)), _n.id != id_, _n.deleted_at.is_(None))
    return connection.execute(select(null(), _n.position, *LINE).where(*others).order_by(_n.position)).all()


def leads_back(connection: Connection, id_: NegotiationId, follows: NegotiationId) -> bool:
    """Tell whether a negotiation is among those that another follows, over every step."""
    return bool(connection.scalar(_LEADS_BACK, {"one": id_, "other": follows}))


def _back(id_: NegotiationId | BindParameter[str]) -> CTE:
    first = select(_n.follows.label("id")).where(_n.id == id_, _n.follows.is_not(None)).cte("reached", recursive=True)
    return first.union(select(_n.follows).join(first, _n.id == first.c.id).where(_n.follows.is_not(None)))


def _forward(id_: NegotiationId) -> CTE:
    first = select(_n.id).where(_n.follows == id_).cte("reached", recursive=True)
    return first.union(select(_n.id).join(first, _n.follows == first.c.id))


def _leading_back() -> Select[int]:
    reached = _back(bindparam("other"))
    return select(func.count()).select_from(reached).where(reached.c.id == bindparam("one"))


_LEADS_BACK = _leading_back()
"""Built once: every save asks it, and it took six times as long to build as to answer."""
