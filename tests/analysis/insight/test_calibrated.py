import pytest

from negojournal.analysis.insight.calibration import (
    Bin,
    Forecast,
    brier_score,
    build_calibration,
    calibration_words,
)
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.negotiation import Status
from negojournal.domain.review import Result
from tests.cases import QUICKLY, case, term

AGREED = {"outcome": Result.AGREEMENT, "sealed": True}


def forecast(n, chance, *, reached):
    return case(n, chance=chance, terms=(term(10 if reached else 5),), **AGREED)


def test_the_brier_score():
    """(0.8 − 1)² + (0.6 − 0)² + (1 − 1)² + (0.3 − 0)² = 0.04 + 0.36 + 0 + 0.09 = 0.49; ÷ 4 = 0.1225."""
    forecasts = [
        Forecast(case().id, "", case().day, chance, reached)
        for chance, reached in ((0.8, True), (0.6, False), (1, True), (0.3, False))
    ]
    assert brier_score(forecasts) == pytest.approx(0.1225)


TEN = [forecast(n, 0.7, reached=n < 6) for n in range(7)] + [
    forecast(7, 0.75, reached=False),
    forecast(8, 0.2, reached=False),
    forecast(9, 1.0, reached=True),
]


def test_a_line_and_a_score_from_ten_on():
    """7 of 10 reached; 6·0.3² + 0.7² + 0.75² + 0.2² + 0 = 0.54 + 0.49 + 0.5625 + 0.04 = 1.6325."""
    found = build_calibration(TEN)
    assert found.brier == pytest.approx(0.16325)
    assert found.brier_always == pytest.approx(0.7 * 0.3)
    assert found.needed == 0
    assert found.bins == (
        Bin(0.2, 0.4, 1, 0.2, 0),
        Bin(0.6, 0.8, 8, pytest.approx(0.70625), 0.75),
        Bin(0.8, 1.0, 1, 1, 1),
    )
    words = calibration_words(found, QUICKLY)
    assert words.text == (
        "Goal reached in 7 of 10 predictions, mean chance given 68%. Brier score 0.16; "
        "always saying 70% would have had 0.21\n"
        "20% to 40%: mean chance 20%, reached 0 of 1\n"
        "60% to 80%: mean chance 71%, reached 6 of 8 (75%)\n"
        "80% to 100%: mean chance 100%, reached 1 of 1"
    )
    assert words.ids == tuple(one.id for one in TEN)
    assert words.rows[0] == ("Talk 0", "2026-01-05", "70%", "reached")


def test_nine_are_too_few():
    found = build_calibration(TEN[:9])
    assert (found.brier, found.brier_always, found.bins, found.needed) == (None, None, (), 1)
    assert calibration_words(found, QUICKLY).remarks == (
        "9 so far, 6 reached. Too early to say how chances and results agree: 1 more needed",
    )
    assert calibration_words(build_calibration(()), QUICKLY).text.startswith("None so far. Too early")


def test_what_would_count_only_where_it_was_missed_does_not_count():
    """No deal without a goal in numbers, and one goal missed beside another whose result isn't known."""
    cases = [
        case(0, chance=0.5, sealed=True, outcome=Result.NO_AGREEMENT),
        case(1, chance=0.5, terms=(term(5), term(None)), **AGREED),
        case(2, chance=0.5, sealed=True, outcome=Result.WALKED_AWAY, terms=(term(None),)),
        case(3, chance=0.5, terms=(term(5), term(None, goal=None)), **AGREED),
    ]
    found = build_calibration(cases)
    assert [one.reached for one in found.forecasts] == [False, False]
    assert found.use == Use(2, (LeftOut(Reason.NO_GOAL, 2),))


def test_only_sealed_predictions_with_a_result_count():
    cases = [
        forecast(0, 0.5, reached=True),
        case(1, chance=0.5, terms=(term(10),), outcome=Result.AGREEMENT),
        case(2, terms=(term(10),), **AGREED),
        case(3, chance=0.5, sealed=True),
        case(4, chance=0.5, sealed=True, outcome=Result.ADJOURNED),
        case(5, chance=0.5, **AGREED),
        case(6, chance=0.5, sealed=True, status=Status.DODGED),
    ]
    assert build_calibration(cases).use == Use(
        1,
        (
            LeftOut(Reason.DODGED, 1),
            LeftOut(Reason.NO_CHANCE, 1),
            LeftOut(Reason.NOT_SEALED, 1),
            LeftOut(Reason.NO_GOAL, 1),
            LeftOut(Reason.NO_RESULT, 2),
        ),
    )
