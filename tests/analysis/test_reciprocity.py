"""Trust, giving and returning."""

from datetime import date
from decimal import Decimal

from negojournal.analysis.reciprocity import Giving, Trust, giving_of, trust_of
from negojournal.domain.agreement import Offer
from negojournal.domain.case import Case
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Status
from negojournal.domain.preparation import Exchange, Side
from negojournal.domain.review import Result

DAY = date(2026, 3, 5)


def case(key, **fields):
    return Case(NegotiationId(key), f"Talk {key}", DAY, Status.HELD, **fields)


def test_trust_is_told_where_it_was_noted():
    told = trust_of((case("a", trust_before=3, trust_after=5), case("b"), case("c", trust_after=4)))
    assert told == (Trust("a", "Talk a", DAY, 3, 5), Trust("c", "Talk c", DAY, None, 4))


def test_items_count_where_there_was_an_agreement():
    items = (
        Exchange("A pilot", Side.ME, included=True),
        Exchange("A date", Side.THEM, included=True),
        Exchange("A name", Side.ME),
    )
    agreed, open_ = case("a", outcome=Result.AGREEMENT, exchanges=items), case("b", exchanges=items)
    assert giving_of((agreed, open_), Side.ME) == Giving(items=1)
    assert giving_of((agreed, open_), Side.THEM) == Giving(items=1)


def test_a_second_step_in_a_row_is_a_gift():
    """They open at 100, I at 60 and move to 70 and 80 before they answer: the second and third of mine are gifts."""
    offers = tuple(
        Offer(by, "Price", Decimal(value))
        for by, value in ((Side.THEM, 100), (Side.ME, 60), (Side.ME, 70), (Side.ME, 80), (Side.THEM, 90))
    )
    assert giving_of((case("a", offers=offers),), Side.ME) == Giving(gifts=2)
    assert giving_of((case("a", offers=offers),), Side.THEM) == Giving()
