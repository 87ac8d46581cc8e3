from __future__ import annotations

from datetime import date

from negojournal.analysis.scope import scope_words
from negojournal.domain.catalog import Catalog, Entry, EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Status
from negojournal.domain.preparation import Method
from negojournal.domain.review import Result

CATALOG = Catalog(
    (Entry(EntryKind.AREA, "team", "Team and hiring"), Entry(EntryKind.TRAP, "anchoring", "First number")), ()
)


def test_a_filter_that_lets_everything_through():
    assert scope_words(Filter(), CATALOG) == "all reviews"


def test_every_part_of_a_filter_is_told():
    chosen = Filter(
        search="budget",
        counterpart="Ana Ruiz",
        area="team",
        method=Method.COOPERATIVE,
        outcome=Result.NO_AGREEMENT,
        status=Status.HELD,
        tag="annual",
        trap="anchoring",
        since=date(2026, 3, 1),
        until=date(2026, 6, 30),
    )
    assert scope_words(chosen, CATALOG) == (
        "matching “budget”, with Ana Ruiz, area Team and hiring, method cooperative, outcome no agreement, held, "
        "tag annual, trap First number, since 1 March 2026, until 30 June 2026"
    )


def test_an_area_that_is_not_known_is_told_by_its_key():
    assert scope_words(Filter(area="lab"), CATALOG) == "area lab"
