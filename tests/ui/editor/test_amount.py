from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.ui.editor.amount import amount_characters, amount_from, number_from, number_text


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("1250", "1250"),
        ("1250.5", "1250.5"),
        ("1250,50", "1250.50"),
        ("1,250.50", "1250.50"),
        ("1.250,50", "1250.50"),
        ("1 250,50 €", "1250.50"),
        ("1,250", "1250"),
        ("1.250.000", "1250000"),
        (".5", "0.5"),
        ("12.", "12"),
        ("$ 12", "12"),
    ],
)
def test_amounts(text, amount):
    assert amount_from(text) == Decimal(amount)


@pytest.mark.parametrize("text", ["", " ", "abc", ".", ",", "€"])
def test_no_digit_is_no_amount(text):
    assert amount_from(text) is None


def test_what_cannot_be_part_of_an_amount_is_left_out():
    assert amount_characters("€ 1\u00a0250,50 net") == "1 250,50"


@given(st.text())
def test_any_text_is_read(text):
    amount = amount_from(text)
    assert amount is None or amount >= 0


@pytest.mark.parametrize(
    ("text", "mark", "number"),
    [
        ("-1.5", ".", "-1.5"),
        ("−1,5", ".", "-1.5"),
        ("0.125", ".", "0.125"),
        ("0,125", ",", "0.125"),
        ("1.250", ",", "1250"),
        ("1,250", ".", "1250"),
        ("1.2505", ",", "1.2505"),
        ("1.250.000", ".", "1250000"),
        ("1.250.000,5", ".", "1250000.5"),
        ("1,250,000", ",", "1250000"),
        ("12.", ".", "12"),
        ("-", ".", None),
        ("", ".", None),
    ],
)
def test_numbers(text, mark, number):
    assert number_from(text, mark) == (None if number is None else Decimal(number))


@given(st.decimals(-(10**9), 10**9, places=4), st.sampled_from(".,"))
def test_a_number_is_read_as_it_is_written(number, mark):
    assert number_from(number_text(number, mark), mark) == number
