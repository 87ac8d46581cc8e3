"""The map of area and counterpart, and where nothing is ever reviewed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from negojournal.analysis.insight.grouping import MOST_COUNTERPARTS
from negojournal.analysis.insight.words import Recipe, Setting, Words
from negojournal.analysis.phrase import count
from negojournal.domain.catalog import EntryKind
from negojournal.domain.negotiation import name_key
from negojournal.domain.territory import Encounter

NO_AREA, NO_COUNTERPART = "No area", "Nobody named"

NOT_SHOWN = "Shows where reviews come from, not how they went"

RECIPE = Recipe(
    "Each field counts the negotiations of one area with one counterpart, and how many of them are rated; the "
    "counterparts are those met most, at most 12.",
    "A negotiation with two counterparts stands in both rows, so the fields can add up to more than there are.",
    "rated of all, for each area and counterpart",
)


@dataclass(frozen=True, slots=True)
class Field:
    """Hold one field of the map by its row and column, counted from 0; without negotiations it is empty."""

    row: int
    column: int
    negotiations: int
    rated: int


@dataclass(frozen=True, slots=True)
class Territory:
    """Hold the map: counterparts as rows, areas as columns, a field for each pair, row by row.

    `never` counts the fields where there were negotiations and none was ever rated, `empty` those without any;
    `off_map` counts encounters with counterparts that have no row.
    """

    counterparts: tuple[str, ...]
    areas: tuple[str, ...]
    fields: tuple[Field, ...]
    never: int
    empty: int
    off_map: int


def build_territory(encounters: Sequence[Encounter], setting: Setting) -> Territory:
    """Lay encounters out by counterpart and area: all areas that are offered or were met."""
    counts, names = _counterparts(encounters)
    shown = [key for key, _ in counts.most_common(MOST_COUNTERPARTS)]
    areas = _areas(encounters, setting)
    found = _sums(encounters)
    fields = tuple(
        Field(row, column, *found.get((key, area), (0, 0)))
        for row, key in enumerate(shown)
        for column, area in enumerate(areas)
    )
    return Territory(
        tuple(names[key] for key in shown),
        tuple(areas.values()),
        fields,
        sum(one.negotiations > 0 and not one.rated for one in fields),
        sum(not one.negotiations for one in fields),
        counts.total() - sum(one.negotiations for one in fields),
    )


def _counterparts(encounters: Sequence[Encounter]) -> tuple[Counter[str], Mapping[str, str]]:
    counts: Counter[str] = Counter()
    names: dict[str, str] = {}
    for one in encounters:
        key = name_key(one.counterpart or "")
        counts[key] += one.negotiations
        names.setdefault(key, one.counterpart or NO_COUNTERPART)
    return counts, names


def _areas(encounters: Sequence[Encounter], setting: Setting) -> Mapping[str | None, str]:
    """Return the areas with their labels: those offered, then hidden or unknown ones that were met, then none."""
    met = {one.area for one in encounters}
    offered = [entry.key for entry in setting.catalog.of(EntryKind.AREA)]
    others = sorted(area for area in met.difference(offered) if area is not None)
    labels: dict[str | None, str] = {key: setting.catalog.label(EntryKind.AREA, key) for key in [*offered, *others]}
    return labels | ({None: NO_AREA} if None in met else {})


def _sums(encounters: Sequence[Encounter]) -> Mapping[tuple[str, str | None], tuple[int, int]]:
    found: dict[tuple[str, str | None], tuple[int, int]] = {}
    for one in encounters:
        place = name_key(one.counterpart or ""), one.area
        negotiations, rated = found.get(place, (0, 0))
        found[place] = negotiations + one.negotiations, rated + one.rated
    return found


def territory_words(territory: Territory, setting: Setting) -> Words:
    """Say where nothing is ever reviewed."""
    lines = _lines(territory)
    drawn = f"Negotiations and ratings by counterpart and area ({setting.scope})"
    width = len(territory.areas)
    return Words(
        caption=". ".join([drawn, *_off_map(territory), NOT_SHOWN]) + ".",
        text="\n".join(lines),
        remarks=lines[:1],
        header=("Counterpart", *territory.areas),
        rows=tuple(
            (name, *map(_cell, territory.fields[row * width : (row + 1) * width]))
            for row, name in enumerate(territory.counterparts)
        ),
        recipe=RECIPE,
    )


def _lines(territory: Territory) -> tuple[str, ...]:
    if not territory.fields:
        return ("Nothing to map yet",)
    silent = [
        f"{territory.counterparts[one.row]}, {territory.areas[one.column]}: {one.negotiations}, none rated"
        for one in territory.fields
        if one.negotiations and not one.rated
    ]
    fields = count(len(territory.fields), "field", "fields")
    return (f"Of {fields}: {territory.empty} empty, {territory.never} met but never rated", *silent)


def _off_map(territory: Territory) -> tuple[str, ...]:
    return (f"Not on the map: {territory.off_map:,} with others",) if territory.off_map else ()


def _cell(field: Field) -> str:
    return f"{field.rated} of {field.negotiations}" if field.negotiations else "–"
