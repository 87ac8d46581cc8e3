from negojournal.analysis.insight.captured import build_captured, captured_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from tests.cases import QUICKLY, case, rated, term


def pairs(*values):
    return [rated(n, felt, terms=(term(agreed),)) for n, (agreed, felt) in enumerate(values)]


def test_where_feeling_and_result_part_company():
    """Medians are 5 of 10 captured and 4 felt: talk 1 felt better with less, talks 3 and 5 worse with more."""
    cases = pairs((5, 4), (2, 6), (9, 6), (8, 3), (1, 2), (7, 3), (4, 5))
    found = build_captured(cases, QUICKLY)
    assert (found.median_captured, found.median_felt) == (0.5, 4)
    assert found.felt_more == (cases[1].id, cases[6].id)
    assert found.felt_less == (cases[3].id, cases[5].id)
    words = captured_words(found, QUICKLY)
    assert words.text == (
        "Of 7 negotiations, 2 felt better than usual with less than usual captured, 2 worse with more "
        "(medians 50% and 4)"
    )
    assert words.rows[1] == ("Talk 1", "2026-01-06", "20%", "6")


def test_what_lies_on_a_median_does_not_part_company():
    found = build_captured(pairs((5, 4), (3, 4), (7, 4), (5, 3), (5, 6)), QUICKLY)
    assert (found.median_captured, found.median_felt) == (0.5, 4)
    assert (found.felt_more, found.felt_less) == ((), ())


def test_below_the_bottom_line_is_said_in_words():
    words = captured_words(build_captured(pairs((-1, 4), (-2, 6), (-9, 6), (8, 3), (1, 2)), QUICKLY), QUICKLY)
    assert words.rows[0][2] == "worse than your bottom line"
    assert words.text.endswith("(medians worse than your bottom line and 4)")


def test_below_five_there_are_points_only():
    found = build_captured(pairs((5, 4), (2, 6), (9, 6), (8, 3)), QUICKLY)
    assert (len(found.points), found.median_captured, found.felt_more) == (4, None, ())
    assert captured_words(found, QUICKLY).text == "4 so far. Too early to compare: 1 more needed"
    assert captured_words(build_captured((), QUICKLY), QUICKLY).remarks == (
        "None so far. Too early to compare: 5 more needed",
    )


def test_what_is_left_out():
    cases = [
        rated(0, 4),
        case(1, terms=(term(5),)),
        rated(2, 4, "subjective-value", terms=(term(5),)),
        rated(3, 4, terms=(term(5),)),
    ]
    assert build_captured(cases, QUICKLY).use == Use(
        1, (LeftOut(Reason.NOT_RATED, 1), LeftOut(Reason.OTHER_QUESTIONNAIRE, 1), LeftOut(Reason.NO_RANGE, 1))
    )
