from dataclasses import replace

import pytest

from negojournal.analysis.insight.expectation import build_expectation, expectation_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.outcome import Outcome, PerOutcome
from tests.cases import QUICKLY, case, rated


def expecting(n, score, **expected):
    return rated(n, score, expected=PerOutcome(**expected), sealed=True)


def test_expected_less_felt():
    """Process expected 5, felt 3, 3.5, 4, 4.5, 5: differences 2, 1.5, 1, 0.5, 0, median 1."""
    cases = [expecting(n, 3 + n / 2, process=5.0, **({"self": 4.0} if n else {})) for n in range(5)]
    found = build_expectation(cases, QUICKLY)
    assert found.gaps[0].gaps == {Outcome.PROCESS: 2}
    assert found.gaps[4].gaps == {Outcome.PROCESS: 0, Outcome.SELF: -1}
    estimate = found.outcomes[Outcome.PROCESS]
    assert (estimate.n, estimate.value) == (5, 1)
    words = expectation_words(found, QUICKLY)
    lines = words.text.splitlines()
    assert lines[0] == "Instrumental: 0 so far, 5 more needed"
    assert words.remarks == (lines[1], lines[0], *lines[2:])
    assert lines[1] == (
        f"Process: median +1.0 [{estimate.interval.low:.1f}, {estimate.interval.high:.1f}] from 5, "
        f"{'more expected than felt' if estimate.interval.low > 0 else 'no clear difference'}"
    )
    assert lines[3] == "Self: 4 so far, 1 more needed"
    assert words.rows[4] == ("Talk 4", "2026-01-09", "–", "0.0", "–", "−1.0")


@pytest.mark.parametrize(
    ("felt", "told"),
    [(2, "more expected than felt"), (6, "less expected than felt"), (4, "no clear difference")],
)
def test_the_side_is_told(felt, told):
    cases = [expecting(n, felt, process=4 + n % 3 / 4 - 0.25) for n in range(12)]
    assert expectation_words(build_expectation(cases, QUICKLY), QUICKLY).remarks[0].endswith(f"from 12, {told}")


def test_what_is_clear_comes_first():
    cases = [expecting(n, 4, process=4 + n % 3 / 4 - 0.25, self=5 + n % 3 / 4) for n in range(12)]
    remarks = expectation_words(build_expectation(cases, QUICKLY), QUICKLY).remarks
    assert [line.split(":")[0] for line in remarks] == ["Self", "Process", "Instrumental", "Relationship"]


def test_where_the_gap_is_always_the_same_there_is_no_interval():
    cases = [expecting(n, 4, process=5.0) for n in range(5)]
    assert expectation_words(build_expectation(cases, QUICKLY), QUICKLY).remarks[0] == (
        "Process: median +1.0, without an interval as hardly any rating differs from 5, no clear difference"
    )


def test_only_sealed_predictions_count():
    cases = [
        expecting(0, 4, process=5.0),
        replace(expecting(1, 4, process=5.0), sealed=False),
        rated(2, 4, sealed=True),
        case(3, expected=PerOutcome(process=5.0), sealed=True),
        replace(expecting(4, 4, process=5.0), questionnaire="subjective-value"),
    ]
    assert build_expectation(cases, QUICKLY).use == Use(
        1,
        (
            LeftOut(Reason.NOT_RATED, 1),
            LeftOut(Reason.OTHER_QUESTIONNAIRE, 1),
            LeftOut(Reason.NO_PREDICTION, 1),
            LeftOut(Reason.NOT_SEALED, 1),
        ),
    )
