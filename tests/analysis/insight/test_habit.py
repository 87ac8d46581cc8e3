from datetime import timedelta

from negojournal.analysis.insight.habit import Habits, Span, build_habits, habits_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.review import PracticeMark
from tests.cases import QUICKLY, case

WELL, PARTLY, NOT, NA = PracticeMark


def listening(n, mark=WELL, **marks):
    return case(n, practices={"listening": mark, **marks})


def test_ten_reviews_a_mark_with_the_latest_ten_whole():
    cases = [listening(n, WELL if n >= 10 else NOT) for n in range(23)]
    found = build_habits(cases, QUICKLY)
    (habit,) = found.habits
    assert (found.span, habit.label, habit.asked, habit.share) == (Span.TEN, "Listened", 23, 13 / 23)
    assert [(one.asked, one.well) for one in habit.stretches] == [(3, 0), (10, 0.3), (10, 1)]
    assert (habit.stretches[1].start, habit.stretches[1].end) == (cases[3].day, cases[12].day)
    words = habits_words(found, QUICKLY)
    assert words.text == "Listened: done well in 13 of 23 (57%), lately in 10 of 10 (100%)"
    assert words.header == (
        "Practice",
        "Reviews",
        "Share done well",
        *(f"From 2026-01-{day}" for day in ("05", "08", "18")),
    )
    assert words.rows == (("Listened", "23", "13 of 23 (57%)", "0 of 3", "3 of 10 (30%)", "10 of 10 (100%)"),)


def test_whole_tens_have_no_rest():
    assert len(build_habits([listening(n) for n in range(20)], QUICKLY).habits[0].stretches) == 2


def test_a_longer_journal_is_drawn_by_months():
    cases = [listening(n) for n in range(241)]
    found = build_habits(cases, QUICKLY)
    assert found.span is Span.MONTH
    (habit,) = found.habits
    assert len(habit.stretches) == 9
    assert habit.stretches[1].start == cases[0].day + timedelta(days=27)
    assert habit.stretches[1].asked == 28
    assert habits_words(found, QUICKLY).caption.startswith("Share done well, by month: 241 negotiations")


def test_what_was_not_relevant_does_not_count():
    cases = [listening(0, PARTLY, limits=WELL), listening(1, NA), listening(2, NA, stopping=NA), case(3)]
    cases += [listening(n, WELL, stopping=NA) for n in range(10, 20)]
    found = build_habits(cases, QUICKLY)
    assert found.use == Use(11, (LeftOut(Reason.NO_PRACTICE, 3),))
    assert [(one.key, one.asked) for one in found.habits] == [("listening", 11), ("limits", 1)]
    limits = found.habits[1]
    assert [one.well for one in limits.stretches] == [1, None]
    assert habits_words(found, QUICKLY).text.splitlines()[1] == (
        "Tested the limits: done well in 1 of 1, not marked lately"
    )
    assert habits_words(found, QUICKLY).rows[1][2:] == ("1 of 1", "1 of 1", "–")


def test_the_finding_is_what_was_done_well_most_and_least_often():
    cases = [listening(n, WELL if n else NOT, limits=WELL if n % 2 else NOT, stopping=NA) for n in range(5)]
    cases.append(listening(9, NA, stopping=WELL))
    assert habits_words(build_habits(cases, QUICKLY), QUICKLY).remarks == (
        "Done well most often: Listened (80% of 5); least often: Tested the limits (40% of 5)",
    )
    one = build_habits([listening(n) for n in range(5)], QUICKLY)
    assert habits_words(one, QUICKLY).remarks == ("Done well most often: Listened (100% of 5)",)
    few = build_habits([listening(n) for n in range(4)], QUICKLY)
    assert habits_words(few, QUICKLY).remarks == ("4 so far. Too early to say: 1 more needed",)


def test_no_practice_is_marked():
    found = build_habits((), QUICKLY)
    assert habits_words(found, QUICKLY).remarks == ("None so far. Too early to say: 5 more needed",)
    assert found == Habits(Span.TEN, (), Use(0))
    assert habits_words(found, QUICKLY).text == "No practice is marked yet"
