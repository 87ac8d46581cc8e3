"""How a table writes numbers, and on which scale."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.exchange.custom import (
    COMMA,
    OURS,
    POINT,
    SCALES,
    Custom,
    Scale,
    custom_of,
    decimal_in,
    number_from,
    scale_from,
    scale_in,
    scale_in_heading,
)
from negojournal.exchange.dating import DateOrder

DMY, MDY, YMD = DateOrder


@pytest.mark.parametrize(
    ("locale", "order", "decimal"),
    [
        ("de_DE", DMY, COMMA),
        ("en_US", MDY, POINT),
        ("en-US.UTF-8", MDY, POINT),
        ("en", MDY, POINT),
        ("en_GB", DMY, POINT),
        ("en_ZA", DMY, COMMA),
        ("sv_SE", YMD, COMMA),
        ("fr_CA", YMD, COMMA),
        ("de_CH", DMY, POINT),
        ("zh_Hans_CN", YMD, POINT),
        ("C", DMY, POINT),
        ("", DMY, POINT),
    ],
)
def test_a_locale_writes_so(locale: str, order: DateOrder, decimal: str) -> None:
    assert custom_of(locale) == Custom(order, decimal)


@pytest.mark.parametrize(
    ("text", "decimal", "expected"),
    [
        ("5,5", COMMA, "5.5"),
        ("1.234,56", COMMA, "1234.56"),
        ("1,234", COMMA, "1.234"),
        ("1,234", POINT, "1234"),
        ("12\u202f500,5 EUR", COMMA, "12500.5"),
        ("1'234.5", POINT, "1234.5"),
        ("€ 12,500.50", POINT, "12500.5"),
        ("80%", POINT, "80"),
        ("\u22121", POINT, "-1"),
        ("+7", POINT, "7"),
    ],
)
def test_a_number_is_read_as_the_table_writes(text: str, decimal: str, expected: str) -> None:
    assert number_from(text, decimal) == Fraction(expected)


@pytest.mark.parametrize("text", ["", "5,5", "1,23", "1,2345", "five", "1.2.3", "9" * 60, "1e5", "--1", "٣"])
def test_a_number_that_would_be_guessed_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the cell is told where it is known
        number_from(text, POINT)


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["5,5"], COMMA),
        (["1.234,56"], COMMA),
        (["1,234.567"], POINT),
        (["12.5%"], POINT),
        (["1,234"], None),
        (["5", "6"], None),
        (["5,5", "5.5"], None),
        (["5" * 99 + ",5"], None),
        ([], None),
    ],
)
def test_decimals_settle_their_sign(texts: list[str], expected: str | None) -> None:
    assert decimal_in(texts) == expected


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (["4", "8"], Scale(1, 10)),
        (["0", "8"], Scale(0, 10)),
        (["4", "7", "well"], None),
        (["4/5"], Scale(1, 5)),
        (["80%"], Scale(0, 100)),
        (["80", "95"], Scale(0, 100)),
        (["-3", "2"], None),
        (["well"], None),
    ],
)
def test_ratings_settle_their_scale(texts: list[str], expected: Scale | None) -> None:
    assert scale_in(texts, POINT) == expected


def test_a_heading_names_a_scale() -> None:
    assert scale_in_heading("Fairness (1–5)") == Scale(1, 5)
    assert scale_in_heading("Process, 1 to 10") == Scale(1, 10)
    assert scale_in_heading("Process 2026") is None
    assert scale_from("5-1") is None
    assert scale_from("1-5 or so") is None


@given(st.sampled_from(SCALES), st.integers(0, 100), st.integers(0, 100))
def test_scales_keep_their_ends_and_their_order(scale: Scale, one: int, other: int) -> None:
    assert (scale.as_ours(Fraction(scale.lowest)), scale.as_ours(Fraction(scale.highest))) == (1, 7)
    if one < other:
        assert scale.as_ours(Fraction(one)) < scale.as_ours(Fraction(other))
    assert scale_from(str(scale)) == scale
    assert OURS.as_ours(Fraction(one)) == one
