from dataclasses import replace
from datetime import timedelta

from negojournal.analysis.insight.hindsight import TWO_INSTRUMENTS, build_hindsight, hindsight_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.case import Look
from negojournal.domain.outcome import Outcome
from tests.cases import FIRST, QUICKLY, case, rated

FULLY = replace(QUICKLY, key="subjective-value")


def look(days, **scores):
    return Look(FIRST + timedelta(days=days), None, scores)


def test_now_less_then():
    """Then 4 each time, now 3, 3.5, 4, 4.5, 5: changes −1, −0.5, 0, 0.5, 1, median 0."""
    cases = [rated(n, 4, looks=(look(30, process=3 + n / 2),)) for n in range(5)]
    found = build_hindsight(cases, QUICKLY)
    assert found.revisits[0].changes == {Outcome.PROCESS: -1}
    assert (found.revisits[0].then, found.revisits[0].now) == ({Outcome.PROCESS: 4}, {Outcome.PROCESS: 3})
    estimate = found.outcomes[Outcome.PROCESS]
    assert (estimate.n, estimate.value) == (5, 0)
    words = hindsight_words(found, QUICKLY)
    assert words.remarks[0].startswith("Process: median 0.0 [")
    assert words.remarks[0].endswith("from 5, no clear difference")
    assert words.remarks[0] == words.text.splitlines()[1]
    assert len(words.remarks) == 4
    assert words.rows[0] == ("Talk 0", "2026-01-05", "2026-02-04", "–", "−1.0", "–", "–")


def test_the_latest_rated_look_counts():
    looks = (look(90, process=6, self=None), look(30, process=2, self=3), look(120), look(150, self=None))
    (one,) = build_hindsight([rated(0, 4, looks=looks)], QUICKLY).revisits
    assert (one.looked_on, one.now) == (FIRST + timedelta(days=90), {Outcome.PROCESS: 6})


def test_numbers_rest_on_one_questionnaire():
    cases = [rated(n, 4, looks=(look(30, process=5.0),)) for n in range(4)]
    cases.append(rated(4, 4, "subjective-value", looks=(look(30, process=6),)))
    found = build_hindsight(cases, QUICKLY)
    assert [one.same for one in found.revisits] == [True, True, True, True, False]
    assert found.outcomes[Outcome.PROCESS].n == 4
    assert found.use == Use(4, (LeftOut(Reason.OTHER_QUESTIONNAIRE, 1),))
    told = "Drawn hollow and left out of every number: 1 review by another questionnaire"
    assert hindsight_words(found, QUICKLY).remarks[4:] == (told,)
    other = build_hindsight(cases, FULLY)
    assert other.outcomes[Outcome.PROCESS].n == 1
    assert hindsight_words(other, FULLY).remarks[5:] == (TWO_INSTRUMENTS,)


def test_what_is_left_out():
    cases = [
        case(0, looks=(look(30, process=5),)),
        rated(1, 4),
        rated(2, 4, looks=(look(30),)),
        case(3, scores={"self": 4, "process": None}, looks=(look(30, process=4),)),
    ]
    assert build_hindsight(cases, QUICKLY).use == Use(0, (LeftOut(Reason.NOT_RATED, 1), LeftOut(Reason.NO_LOOK, 3)))
