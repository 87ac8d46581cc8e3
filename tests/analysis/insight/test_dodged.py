from decimal import Decimal

from negojournal.analysis.insight.dodged import Worth, build_dodged, dodged_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.agreement import Dodge
from negojournal.domain.negotiation import Status
from tests.cases import QUICKLY, case


def dodged(n, worth=None, currency=None):
    return case(n, status=Status.DODGED, dodge=Dodge(Decimal(worth) if worth else None), currency=currency)


def test_worth_is_summed_by_currency():
    cases = [
        dodged(0, "100.5", "USD"),
        dodged(1, "1000", "EUR"),
        dodged(2, "200", "EUR"),
        dodged(3, "7"),
        dodged(4, currency="EUR"),
        case(5, status=Status.DODGED),
        case(6),
    ]
    found = build_dodged(cases)
    assert found.worths == (
        Worth("EUR", 2, Decimal(1200)),
        Worth("USD", 1, Decimal("100.5")),
        Worth(None, 1, Decimal(7)),
    )
    assert (len(found.missed), found.unpriced) == (6, 2)
    assert found.use == Use(6, (LeftOut(Reason.HELD, 1),))
    words = dodged_words(found, QUICKLY)
    assert words.remarks == (
        "6 negotiations dodged",
        "1,200 EUR by 2 guesses",
        "100.5 USD by 1 guess",
        "7 by 1 guess",
        "2 without a guess",
    )
    assert words.rows[1] == ("Talk 1", "2026-01-06", "1,000 EUR")
    assert words.rows[4] == ("Talk 4", "2026-01-09", "–")


def test_nothing_was_dodged():
    assert dodged_words(build_dodged(()), QUICKLY).text == "0 negotiations dodged"
