"""Papers as values: what a mask reaches, and how texts are cut."""

from datetime import date

import pytest

from negojournal.exchange.paper import (
    CUT,
    MUCH,
    Aside,
    Column,
    Figure,
    Heading,
    Lead,
    Note,
    Paper,
    Picture,
    Table,
    counted,
    cut,
    masked,
)
from negojournal.exchange.passage import Passage

PICTURE = Picture(b"x", "image/png", 10, 10, "words of Ana")
COLUMNS = (Column("Name", 50), Column("Bar", 20), Column("Area", 30, own=True))


def test_a_mask_reaches_all_that_the_user_wrote_and_nothing_else():
    paper = Paper(
        "Brief",
        date(2026, 11, 23),
        "with Ana",
        ("Ana",),
        (
            Heading("Ana"),
            Lead("Ana", "to Ana"),
            Note("Ana"),
            Aside((Passage("Ana", ("for Ana",)),), (Passage("Ana", ("a", "Ana"), listed=True),)),
            Table(COLUMNS, (("Ana", PICTURE, "Ana"),)),
            Figure(PICTURE, "chart of Ana"),
        ),
        names=("Ana",),
    )
    copy = masked(paper, lambda text: text.replace("Ana", "B"))
    assert (copy.title, copy.facts, copy.names) == ("with B", ("B",), ())
    heading, lead, note, aside, table, figure = copy.blocks
    assert (heading, note) == (Heading("Ana"), Note("Ana"))
    assert lead == Lead("Ana", "to B")
    assert aside == Aside((Passage("Ana", ("for B",)),), (Passage("Ana", ("a", "B"), listed=True),))
    assert table == Table(COLUMNS, (("B", PICTURE, "Ana"),))
    assert (figure.caption, figure.picture.words) == ("chart of B", "words of B")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("short", "short"),
        ("a sentence of words", f"a sentence{CUT}"),
        ("abcdefghijklmnop", f"abcdefghijkl{CUT}"),
        ("x" * (12 + MUCH), f"{'x' * 12}{CUT} (and 1,000 more characters)"),
    ],
)
def test_a_text_is_cut_at_a_word_and_says_when_much_is_left_out(text, shown):
    assert cut(text, 12) == shown


def test_numbers_have_their_noun():
    assert (counted(1, "item", "items"), counted(1200, "item", "items")) == ("1 item", "1,200 items")
