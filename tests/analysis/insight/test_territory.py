from negojournal.analysis.insight.territory import Field, build_territory, territory_words
from negojournal.analysis.insight.words import Setting
from negojournal.domain.catalog import Catalog, Entry, EntryKind
from negojournal.domain.territory import Encounter

AREAS = (
    Entry(EntryKind.AREA, "budgets", "Budgets"),
    Entry(EntryKind.AREA, "team", "Team"),
    Entry(EntryKind.AREA, "old", "Old matters", hidden=True),
)
SETTING = Setting(Catalog(AREAS, ()))


def test_the_map_shows_empty_fields():
    found = build_territory(
        (
            Encounter("budgets", "Ana", 3, 2),
            Encounter("team", "Bo", 2, 0),
            Encounter("budgets", "ana ", 1, 1),
        ),
        SETTING,
    )
    assert (found.counterparts, found.areas) == (("Ana", "Bo"), ("Budgets", "Team"))
    assert found.fields == (Field(0, 0, 4, 3), Field(0, 1, 0, 0), Field(1, 0, 0, 0), Field(1, 1, 2, 0))
    assert (found.never, found.empty, found.off_map) == (1, 2, 0)
    words = territory_words(found, SETTING)
    assert words.text == "Of 4 fields: 2 empty, 1 met but never rated\nBo, Team: 2, none rated"
    assert words.remarks == ("Of 4 fields: 2 empty, 1 met but never rated",)
    assert words.header == ("Counterpart", "Budgets", "Team")
    assert words.rows == (("Ana", "3 of 4", "–"), ("Bo", "–", "0 of 2"))
    assert words.caption == (
        "Negotiations and ratings by counterpart and area (all reviews). "
        "Shows where reviews come from, not how they went."
    )


def test_areas_that_are_hidden_or_not_known_are_shown_where_they_were_met():
    met = (Encounter("old", None, 1, 1), Encounter("else", None, 1, 0), Encounter(None, "Ana", 5, 5))
    found = build_territory(met, SETTING)
    assert found.areas == ("Budgets", "Team", "else", "Old matters", "No area")
    assert found.counterparts == ("Ana", "Nobody named")


def test_the_twelve_met_most_have_a_row():
    met = tuple(Encounter("team", f"Person {n}", n, n) for n in range(1, 15))
    found = build_territory(met, SETTING)
    assert len(found.counterparts) == 12
    assert found.counterparts[0] == "Person 14"
    assert found.off_map == 3
    assert "Not on the map: 3 with others" in territory_words(found, SETTING).caption


def test_nothing_to_map():
    words = territory_words(build_territory((), SETTING), SETTING)
    assert (words.text, words.rows) == ("Nothing to map yet", ())
