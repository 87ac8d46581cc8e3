from datetime import timedelta

from negojournal.analysis.insight.power import PowerLevel, build_power, power_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.case import Look
from negojournal.domain.negotiation import POWER_WORDS
from negojournal.domain.review import Result
from tests.cases import QUICKLY, case


def agreed(n, *looks, power=0):
    """Return an agreement with looks, each so many days later and saying whether it holds."""
    day = case(n).day
    return case(
        n,
        power=power,
        outcome=Result.AGREEMENT,
        looks=tuple(Look(day + timedelta(days=days), holds) for days, holds in looks),
    )


def test_how_long_agreements_are_known_to_hold():
    cases = [
        agreed(0, (30, True), (90, True)),
        agreed(1, (90, False), (30, True)),
        agreed(2, (30, False), (90, False)),
        agreed(3, (90, None), (30, True)),
        agreed(4, (-2, True)),
    ]
    found = build_power(cases)
    assert [(one.days, one.ended) for one in found.standings] == [
        (90, False),
        (90, True),
        (30, True),
        (30, False),
        (0, False),
    ]
    assert found.levels[2] == PowerLevel(0, "even", 5, 3, 30, 0.6)
    words = power_words(found, QUICKLY)
    assert words.text == "Even: 3 of 5 agreements hold, looked at after a median of 30 days"
    assert words.rows[2] == ("even", "5", "3", "60%", "30")
    assert words.rows[0] == ("they were much stronger", "0", "0", "–", "–")


def test_below_five_only_how_many_more():
    found = build_power([agreed(0, (30, True), power=-2)])
    assert [level.power for level in found.levels] == list(POWER_WORDS) == [-2, -1, 0, 1, 2]
    assert found.levels[0] == PowerLevel(-2, "they were much stronger", 1, 1, None, None)
    assert power_words(found, QUICKLY).remarks == (
        "They were much stronger: 1 of 1 agreement holds; 4 more needed to compare",
    )


def test_what_is_left_out():
    cases = [
        case(0),
        case(1, outcome=Result.NO_AGREEMENT, power=1),
        agreed(2, (30, True), power=None),
        agreed(3),
        agreed(4, (30, None)),
    ]
    found = build_power(cases)
    assert found.use == Use(
        0, (LeftOut(Reason.NO_AGREEMENT, 2), LeftOut(Reason.NO_LOOK, 2), LeftOut(Reason.NO_POWER, 1))
    )
    assert power_words(found, QUICKLY).text == "No agreement with a note on power was looked at again yet"
