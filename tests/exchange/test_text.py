from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.errors import FormatError
from negojournal.exchange import text as text_module
from negojournal.exchange.text import dump, parse

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@given(plain)
def test_what_was_written_is_read(data):
    written = dump(data)
    assert "\n" not in written
    assert parse(written) == data
    assert parse(written.encode()) == data


def test_decimal_fractions_are_exact():
    assert parse("[0.1, 1, 1e400]") == [Decimal("0.1"), 1, Decimal("1e400")]


@pytest.mark.parametrize("text", ["\ufeff{}", b"\xef\xbb\xbf{}", b"{}"])
def test_a_byte_order_mark_is_passed_over(text):
    assert parse(text) == {}


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "The text ends too early, in what begins at line 1, column 1; it seems to be cut off."),
        ('{"a": [1,\n 2', "The text ends too early, in what begins at line 2, column 3; it seems to be cut off."),
        ('{"a": "b', "The text ends too early, in what begins at line 1, column 7; it seems to be cut off."),
        ('{"a":\n 1,}', "The text is not JSON: expecting property name enclosed in double quotes at line 2, column 4."),
        ("title: x", "The text is not JSON: expecting value at line 1, column 1."),
        ('"a\nb"', "The text is not JSON: invalid control character at line 1, column 3."),
        (b"{\n  \xff}", "The text should be UTF-8, but is not at line 2, byte 3."),
        ('{"a": NaN}', "The text holds NaN, which is not a number in JSON."),
        ("[-Infinity]", "The text holds -Infinity, which is not a number in JSON."),
        ("9" * 5000, "The text holds a number with too many digits; at most 15 are expected."),
        ('{"a": 1, "b": 2, "a": 3}', "“a” should stand only once in an object."),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, sentence):
    with pytest.raises(FormatError) as caught:
        parse(text)
    assert str(caught.value) == sentence


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_endless_nesting_is_refused(opening):
    with pytest.raises(FormatError, match="nested too deep"):
        parse(opening * 100_000)


def test_too_large_a_text_is_refused(monkeypatch):
    monkeypatch.setattr(text_module, "LARGEST_VALUE", 10)
    assert parse("[1, 2, 3] ") == [1, 2, 3]
    with pytest.raises(FormatError, match="too large to be a record; expected are at most 10 bytes"):
        parse("[1, 2, 3]  ")
