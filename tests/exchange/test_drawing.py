"""Ranges and bars as SVG."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.domain.advice import FIXED_PIE
from negojournal.domain.preparation import Better, Exchange, Preparation, Side, Term
from negojournal.exchange.bargain import pie_blocks, term_blocks
from negojournal.exchange.drawing import RANGE_WIDTH, bar_picture, range_picture, score_picture
from negojournal.exchange.paper import Note, Picture, Table
from negojournal.paths import resource_folder

PALETTE = load_theme(resource_folder() / "theme").light
NUMBER = {"opening": 120, "goal": 100, "bottom_line": 80, "their_opening": 60, "agreed": 90}


def term(better=Better.MORE, **values) -> Term:
    return Term("Price", "EUR", better, **{name: Decimal(value) for name, value in values.items()})


def centre(picture: Picture, fill: str) -> float:
    return float(re.search(rf'<circle cx="([\d.]+)"[^>]*fill="{fill}"', picture.content.decode())[1])


def test_what_is_better_for_me_is_on_the_right():
    more = range_picture(term(**NUMBER), PALETTE)
    less = range_picture(term(Better.LESS, **NUMBER), PALETTE)
    assert centre(more, PALETTE.text) == pytest.approx(RANGE_WIDTH / 2)
    assert centre(more, PALETTE.window) > RANGE_WIDTH * 0.9
    assert centre(less, PALETTE.window) < RANGE_WIDTH * 0.1


@pytest.mark.parametrize("values", [{}, {"goal": 5}, {"goal": 5, "opening": 5}])
def test_a_range_needs_two_different_values(values):
    assert range_picture(term(**values), PALETTE) is None


@pytest.mark.parametrize("left_out", NUMBER)
def test_any_value_may_be_missing(left_out):
    values = {name: value for name, value in NUMBER.items() if name != left_out}
    ET.fromstring(range_picture(term(**values), PALETTE).content)


def test_a_score_is_a_share_of_the_scale():
    assert 'width="50.00"' in score_picture(4.0, "#123456", PALETTE, 100).content.decode()
    assert 'x="0.00" y="0.00" width="1.00"' in bar_picture(0, 0, "#123456", PALETTE, 100).content.decode()


def test_terms_are_told_with_what_was_captured():
    plan = Preparation(terms=(term(**NUMBER), term(bottom_line=10, goal=20, agreed=5), Term("Notice")))
    table, _ = term_blocks(plan, PALETTE, 5, agreed=True)
    assert [row[6] for row in table.rows] == ["50%", "worse than my bottom line", ""]
    assert table.rows[0][1] == "80 EUR"
    assert table.rows[2][-1] == ""
    assert sum(column.width for column in table.columns) == 100


def test_so_many_terms_are_told_and_the_rest_counted():
    plan = Preparation(terms=tuple(Term(f"Term {number}") for number in range(300)))
    table, note = term_blocks(plan, PALETTE, 4, agreed=False)
    assert len(table.rows) == 4
    assert note == Note("And 296 more terms.")
    assert sum(column.width for column in table.columns) == 100
    assert not tuple(term_blocks(Preparation(), PALETTE, 4, agreed=False))


def exchange(item, giver, cost, value, **more) -> Exchange:
    amounts = (None if one is None else Decimal(one) for one in (cost, value))
    return Exchange(item, giver, *amounts, **more)


def test_the_pie_is_that_of_what_is_included():
    """I give what costs 100 and brings them 0.5 × 400; they give what costs 50 and brings me 80.

    My net is 80 − 100 = −20, theirs 200 − 50 = 150, the pie 130.
    """
    plan = Preparation(
        exchanges=(
            exchange("Story", Side.ME, 100, 400, probability=0.5, included=True),
            exchange("Other", Side.ME, 1, 2),
            exchange("Hall", Side.THEM, 50, 80, included=True),
            exchange("Thanks", Side.ME, None, 3, included=True),
        )
    )
    items, pie, left_out = pie_blocks(plan, "EUR", PALETTE, 9)
    assert [row[0] for row in items.rows] == ["I give: Story", "They give: Hall", "I give: Thanks", "I give: Other"]
    assert items.rows[0][1:] == ("100 EUR", "400 EUR, 50%", "100 EUR", "included")
    assert items.rows[2][1:] == ("", "3 EUR", "", "included")
    assert [row[1] for row in pie.rows] == ["−20 EUR", "150 EUR", "130 EUR"]
    assert left_out == Note("1 included item has no cost or no value and counts nowhere.")


def test_a_fixed_pie_is_said_kindly():
    plan = Preparation(exchanges=tuple(exchange(f"Item {n}", Side.ME, 5, 5) for n in range(3)))
    items, note = pie_blocks(plan, None, PALETTE, 2)
    assert isinstance(items, Table)
    assert note == Note(f"And 1 more item. {FIXED_PIE}")
    assert not tuple(pie_blocks(Preparation(), None, PALETTE, 2))


def test_a_pie_of_nothing_has_bars():
    plan = Preparation(exchanges=(exchange("Even", Side.ME, 5, 5, included=True),))
    _, _, pie = pie_blocks(plan, None, PALETTE, 2)
    assert pie.rows[2][1] == "0"
