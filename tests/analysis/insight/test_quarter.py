import pytest

from negojournal.analysis.insight.quarter import LUCK, QUARTER_WORDS, Placed, Quarter, build_quarters, quarters_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.review import PracticeMark
from tests.cases import QUICKLY, case, term

WELL, PARTLY, NOT, NA = PracticeMark


def marked(*marks):
    return {f"practice-{n}": mark for n, mark in enumerate(marks)}


@pytest.mark.parametrize(
    ("marks", "agreed", "process", "result", "quarter"),
    [
        ((WELL, WELL, NOT, NA), 8, 2 / 3, 0.8, Quarter.EARNED),
        ((WELL, WELL, WELL), 4, 1, 0.4, Quarter.UNLUCKY),
        ((WELL, NOT, PARTLY), 11, 1 / 3, 1.1, Quarter.LUCKY),
        ((NOT, NOT, PARTLY), -2, 0, -0.2, Quarter.DESERVED),
        ((WELL, WELL, NOT, PARTLY), 5, 0.5, 0.5, Quarter.EARNED),
    ],
)
def test_each_has_its_quarter(marks, agreed, process, result, quarter):
    """Well of (well + partly + not), and (agreed − 0) ÷ (10 − 0) of the range; half counts as much."""
    one = case(0, practices=marked(*marks), terms=(term(agreed),))
    found = build_quarters([one])
    assert found.points == (Placed(one.id, one.title, one.day, pytest.approx(process), pytest.approx(result), quarter),)
    assert [found.count(each) for each in Quarter] == [each is quarter for each in Quarter]


def test_what_is_left_out():
    cases = [
        case(0, practices=marked(WELL, WELL, WELL)),
        case(1, practices=marked(WELL, WELL, WELL), terms=(term(None),)),
        case(2, practices=marked(WELL, WELL, NA), terms=(term(5),)),
        case(3, practices=marked(WELL, WELL, NOT), terms=(term(5), term(None), term(10))),
    ]
    found = build_quarters(cases)
    assert found.points[0].result == 0.75
    assert found.use == Use(1, (LeftOut(Reason.NO_RANGE, 2), LeftOut(Reason.FEW_PRACTICES, 1)))


def test_luck_teaches_nothing():
    cases = [case(n, practices=marked(WELL, WELL, WELL), terms=(term(n),)) for n in (2, 7, 9)]
    words = quarters_words(build_quarters(cases), QUICKLY)
    assert words.text == (
        "Earned (done well, much captured): 2\nUnlucky (done well, little captured): 1\n"
        f"Lucky (not done well, much captured): 0\nDeserved (not done well, little captured): 0\n{LUCK}"
    )
    assert words.remarks == ("Of 3: 2 earned, 1 unlucky, 0 lucky, 0 deserved", LUCK)
    assert words.ids == tuple(one.id for one in cases)
    assert LUCK.startswith("Luck teaches nothing")
    assert words.rows[0] == ("Talk 2", "2026-01-07", "100%", "20%", "Unlucky")


def test_without_any_there_is_no_warning():
    words = quarters_words(build_quarters(()), QUICKLY)
    assert words.remarks == (words.text,) == ("No negotiation has both practices and a range yet",)
    assert set(QUARTER_WORDS) == set(Quarter)
