from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.stand_in import StandIns
from tests.strategies import names, texts

PEOPLE = ("Marta Ruiz", "Brightside Learning", "Works council", "Li", "Line managers", "straße", "ann LEE")


def masked(text: str) -> str:
    return StandIns(PEOPLE).mask(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Marta Ruiz agreed", "Counterpart A agreed"),
        ("MARTA  ruiz and\nRuiz", "Counterpart A and\nCounterpart A"),
        ("marta's plan, Martas plan", "Counterpart A's plan, Counterpart A plan"),
        ("Martan and Martaville stay", "Martan and Martaville stay"),
        ("Brightside on learning", "Counterpart B on learning"),
        ("it works; the works council asks", "it works; the Counterpart C asks"),
        ("Li, not li", "Counterpart D, not li"),
        ("The line managers and managers", "The Counterpart E and managers"),
        ("Straße", "Counterpart F"),
        ("the line", "the line"),
        ("Ann, lee", "Counterpart G, Counterpart G"),
        ("Jose\u0301", "José"),
        ("Marta Ru\u0131z", "Counterpart A"),
    ],
)
def test_names_and_parts_of_them_are_replaced(text: str, expected: str):
    assert masked(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,200.50 EUR, that is 1200.5", "amount 1, that is amount 1"),
        ("from 120 to 110", "from amount 1 to amount 2"),
        ("60 % or 60%", "amount 1 or amount 1"),
        ("€5, EUR 7 and 5 EUR", "amount 1, amount 2 and amount 1"),
        ("€5, 5k, 5% and $5m", "amount 1, amount 2, amount 3 and amount 4"),
        ("1.5 million", "amount 1"),
        ("5 per cent", "amount 1"),
        ("30 days", "amount 1 days"),
        ("2000 or 2,026 or €2026", "amount 1 or amount 2 or amount 2"),
        ("-300", "-amount 1"),
    ],
)
def test_amounts_are_replaced(text: str, expected: str):
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "5 of 7, a score of 4.8 or 4,8",
        "2026-02-03 at 14:30, in 2026-02 and 2026",
        "3.2.2026, 03.02., 12/03 and 12/03/2026",
        "13 February 2026, 21st of March, 10-12 May, Feb 14th, March 14, 2026",
        "Q12, B2B, A4",
        "Nobody",
    ],
)
def test_dates_and_ratings_stay(text: str):
    assert masked(text) == text


def test_an_apostrophe_is_found_however_it_is_written():
    assert StandIns(["O’Brien", "D'Arcy"]).mask("O'Brien and D’Arcy") == "Counterpart A and Counterpart B"


def test_a_document_has_one_stand_in_for_each_and_tells_what_it_replaced():
    copy = StandIns(["Marta Ruiz", "marta  ruiz", " ", "Tom Okafor", "Marta Klein"])
    assert copy.pairs() == ()
    assert copy.mask("Tom asks 1,200") == "Counterpart B asks amount 1"
    assert copy.mask("Marta says 1200 EUR, Klein 90, Tom 1,200") == (
        "Counterpart A says amount 1, Counterpart C amount 2, Counterpart B amount 1"
    )
    assert copy.pairs() == (
        ("Tom", "Counterpart B"),
        ("1,200", "amount 1"),
        ("Marta", "Counterpart A"),
        ("1200 EUR", "amount 1"),
        ("Klein", "Counterpart C"),
        ("90", "amount 2"),
    )


def test_letters_go_on_after_z():
    copy = StandIns(f"Person{chr(97 + number // 26)}{chr(97 + number % 26)}x" for number in range(28))
    assert copy.mask("Personaax, Personazx, Personbax, Personbbx") == (
        "Counterpart A, Counterpart Z, Counterpart AA, Counterpart AB"
    )


def test_a_name_without_a_word_to_tell_it_by_is_replaced_as_a_whole():
    assert StandIns(["Hotel (GmbH)", '"']).mask("the hotel, the Hotel (GmbH)") == "the hotel, the Counterpart A"


def test_a_name_after_a_number_is_seen():
    assert masked("5 Marta Ruiz, 30 Works council") == "5 Counterpart A, amount 1 Counterpart C"
    assert masked("30 LEE and 30 EUR") == "amount 1 Counterpart G and amount 1"


def test_both_halves_of_a_double_name_are_replaced_and_initials_stay():
    people = StandIns(["Anna-Lena Kern-Voss", "John A. Smith", "I - O"])
    assert people.mask("Anna, Lena and Voss") == "Counterpart A, Counterpart A and Counterpart A"
    assert people.mask("Anna-Lena") == "Counterpart A"
    assert people.mask("A word with John") == "A word with Counterpart B"


def test_thousands_of_names_take_no_longer_than_the_few_that_are_there():
    copy = StandIns([*(f"Name{number} Other{number}" for number in range(3000)), "Marta Ruiz"])
    began = time.process_time()
    assert copy.mask("Marta paid 90. " * 1000).startswith("Counterpart DKK paid amount 1. ")
    assert time.process_time() - began < 1


def test_without_names_amounts_are_replaced_all_the_same():
    assert StandIns(()).mask("Marta pays 12") == "Marta pays amount 1"


@given(names, st.lists(texts, max_size=3))
def test_no_name_is_left_in_any_text(people: tuple[str, ...], written: list[str]):
    copy = StandIns(people)
    for text in written:
        copy.mask(text)
    for name in people:
        before, stand_in, letters, after = copy.mask(f"· {name} ·").split()
        assert (before, stand_in, after) == ("·", "Counterpart", "·")
        assert letters.isupper()
    assert all(stand_in.startswith(("Counterpart ", "amount ")) for _, stand_in in copy.pairs())


def test_a_digit_beside_a_unit_of_the_negotiation_is_an_amount():
    copy = StandIns((), ["days", " ", "%/year", "Tage/Jahr"])
    assert copy.mask("8 days, 7 of 10, 3 %/year, 5 tage/jahr, 4 daysmen") == (
        "amount 1, 7 of amount 2, amount 3, amount 4, 4 daysmen"
    )
