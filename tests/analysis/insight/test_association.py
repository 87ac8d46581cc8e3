import pytest

from negojournal.analysis.insight.association import association_words, associations_words, build_associations
from negojournal.analysis.insight.bootstrap import bootstrap_interval
from negojournal.analysis.insight.comparison import MOST_LISTED, Contrast, Group, clearness
from negojournal.analysis.insight.estimate import widened
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.analysis.trend import Interval
from negojournal.domain.catalog import EntryKind
from negojournal.domain.review import PracticeMark
from tests.cases import CATALOG, QUICKLY, case, rated, series

WELL, NOT = {"listening": PracticeMark.WELL}, {"listening": PracticeMark.NOT}
HIGH, LOW = (5.0, 5.5, 6, 6, 6.5, 7), (3.0, 3.5, 4, 4, 4.5)


def test_a_practice_that_goes_together_with_higher_ratings():
    found = build_associations(series(HIGH, practices=WELL) + series(LOW, first=10, practices=NOT), QUICKLY)
    (row,) = found.clearest
    assert (row.key, row.difference, found.compared, found.level) == ("practice:listening", 2, 1, 0.95)
    assert row.interval == bootstrap_interval((HIGH, LOW), 0.95)
    words = associations_words(found, QUICKLY)
    assert words.remarks == (
        association_words(row, "overall"),
        "1 of 1 compared stands out clearly",
        "Chance alone lists one in about 1 of 15 journals where nothing goes together",
    )
    assert words.remarks[0] == (
        "“Listened” done well goes together with higher Overall ratings: median 6 from 6 with it, 4 from 5 without; "
        f"+2.0 [{row.interval.low:.1f}, {row.interval.high:.1f}]"
    )
    assert words.rows[0][:5] == ("“Listened” done well", "6", "6", "4", "5")


def test_a_trap_that_goes_together_with_lower_ratings():
    found = build_associations(series(LOW, traps=("dodging",)) + series(HIGH, first=10), QUICKLY)
    assert found.clearest[0].key == "trap:dodging"
    first = "The trap “Dodged it” goes together with lower Overall ratings: median 4 from 5 with it, 6 from 6 without; "
    assert associations_words(found, QUICKLY).remarks[0].startswith(f"{first}−2.0 [")


def test_nothing_is_called_a_cause():
    found = build_associations(series(HIGH, practices=WELL) + series(LOW, first=10, practices=NOT), QUICKLY)
    words = associations_words(found, QUICKLY)
    said = " ".join([words.text, *words.remarks, *words.recipe.sentences]).casefold()
    assert not {"raises", "raise", "causes", "because", "leads", "improves"} & set(said.split())


def test_with_four_on_one_side_only_what_is_missing():
    found = build_associations(series(HIGH, practices=WELL) + series(LOW[:4], first=10, practices=NOT), QUICKLY)
    assert (found.clearest, found.unclear, found.compared) == ((), (), 0)
    (row,) = found.waiting
    assert (row.difference, row.interval, row.needed) == (None, None, (0, 1))
    words = associations_words(found, QUICKLY)
    assert words.text == ("Too early to compare. Nearest: “Listened” done well, 1 more needed (when partly or not)")
    assert words.remarks == (words.text,)


def test_a_review_that_does_not_mark_a_practice_is_on_neither_side():
    unmarked = series([1.0] * 9, first=40)
    found = build_associations(series(HIGH, practices=WELL) + series(LOW, first=10, practices=NOT) + unmarked, QUICKLY)
    assert (found.clearest[0].one.n, found.clearest[0].other.n) == (6, 5)
    assert found.use == Use(20)


def many(clear):
    """Make 40 reviews with 11 practices, of which the first few go with the score and the others with nothing."""
    keys = [entry.key for entry in CATALOG.of(EntryKind.PRACTICE)]
    marks = (PracticeMark.WELL, PracticeMark.NOT)
    return tuple(
        rated(
            n,
            6 - 2 * (n % 2) + n % 5 / 4,
            practices={key: marks[n % 2 if i < clear else n // 2 % 2] for i, key in enumerate(keys)},
        )
        for n in range(40)
    )


def test_at_most_five_are_listed_and_the_number_compared_is_told():
    found = build_associations(many(7), QUICKLY)
    assert len(found.clearest) == MOST_LISTED
    assert (found.compared, found.level) == (11, widened(11))
    assert len(found.unclear) == 6
    distances = [clearness(row) for row in found.clearest]
    assert distances == sorted(distances, reverse=True)
    remarks = associations_words(found, QUICKLY).remarks
    assert remarks[5] == "5 of 11 compared are listed, the clearest of 7"
    assert remarks[7] == "11 compared, so each interval is widened to 99.5%"


@pytest.mark.parametrize(("low", "high", "distance"), [(0.25, 3, 0.25), (-3, -0.5, 0.5)])
def test_the_near_end_of_its_interval_tells_how_clear_a_difference_is(low, high, distance):
    row = Contrast("", "", Group("", ()), Group("", ()), 1, Interval(low, high))
    assert clearness(row) == distance


def test_none_stands_out():
    found = build_associations(many(0), QUICKLY)
    words = associations_words(found, QUICKLY)
    assert words.remarks == (
        "None of 11 compared stands out clearly",
        "11 compared, so each interval is widened to 99.5%",
    )


def test_nothing_is_marked():
    found = build_associations((*series(HIGH), case(30)), QUICKLY)
    assert found.use == Use(6, (LeftOut(Reason.NOT_RATED, 1),))
    assert associations_words(found, QUICKLY).text == "No practice or trap is marked in a rated review yet"
