from negojournal.analysis.insight.frequency import TrapCount, build_traps, traps_words
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.review import PracticeMark
from tests.cases import QUICKLY, case, rated


def test_traps_are_counted_by_review():
    cases = (
        case(0, traps=("fixed-pie",)),
        case(1, traps=("dodging", "fixed-pie")),
        case(2),
        *(rated(n, 4) for n in range(3, 11)),
        case(11, practices={"listening": PracticeMark.WELL}),
        case(12, traps=("dodging", "fixed-pie")),
    )
    found = build_traps(cases, QUICKLY)
    assert found.counts == (
        TrapCount("fixed-pie", "Assumed a fixed pie", 3, 1, cases[-1].day),
        TrapCount("dodging", "Dodged it", 2, 1, cases[-1].day),
    )
    assert (found.recent_of, found.use) == (10, Use(12, (LeftOut(Reason.NO_REVIEW, 1),)))
    words = traps_words(found, QUICKLY)
    assert words.remarks == ("Assumed a fixed pie: 3 of 12 reviews, 1 of the latest 10, last on 17 January 2026",)
    assert words.text.splitlines()[1].startswith("Dodged it: 2 of 12 reviews")
    assert words.rows[0] == ("Assumed a fixed pie", "3", "25%", "1", "2026-01-17")
    assert "Left out: 1 without rating, practice or trap" in words.caption


def test_no_trap_is_marked():
    words = traps_words(build_traps((rated(0, 5),), QUICKLY), QUICKLY)
    assert (words.remarks, words.rows) == (("No trap is marked yet",), ())
    assert words.text == "No trap is marked yet"
