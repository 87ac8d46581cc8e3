import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.errors import FormatError
from negojournal.exchange import stream as stream_module
from negojournal.exchange.stream import members
from negojournal.exchange.text import parse

plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**15), 10**15) | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


@pytest.fixture(params=[1, 7, 2**14])
def window(request, monkeypatch):
    """Let a window be so small that most values don't fit."""
    monkeypatch.setattr(stream_module, "WINDOW", request.param)


def whole(text):
    """Put together again what was read piece by piece."""
    found = {}
    for key, number, one in members(text, {"list"}):
        if number is None:
            found[key] = one
        else:
            assert number == len(found.setdefault(key, []))
            found[key].append(one)
    return found


@given(st.dictionaries(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), plain, max_size=4), plain)
def test_what_is_read_in_pieces_is_what_is_read_at_once(data, element):
    data = {**data, "list": [element, data, 1]}
    for written in (json.dumps(data), json.dumps(data, ensure_ascii=False, indent=3)):
        assert whole(written) == whole(written.encode()) == data


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize(
    "text",
    [
        '{"list": [], "a": 1}',
        '{"list": [1, "two", [3, {}], {"f": "\\u00e4]}\\"["}, null, -1.5e3], "a": {"b": [[]]}}',
        "\ufeff \r\n{\t}",
        '{"a": "😀😀😀😀", "list": ["ä", 12345678, true]}',
    ],
)
def test_any_window_gives_the_same(text):
    assert {**whole(text), "list": None} == {**parse(text.encode()), "list": None}
    assert whole(text).get("list", []) == parse(text).get("list", [])


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("", "ends too early, in what begins at line 1, column 1"),
        ("{", "ends too early, in what begins at line 1, column 2"),
        ('{"a"', "ends too early"),
        ('{"a": ', "ends too early"),
        ('{"a": "b', "ends too early, in what begins at line 1, column 7"),
        ('{"list": [1,\n [2, 3', "ends too early"),
        ('{"list": [1', "ends too early"),
        ("{a: 1}", "not JSON: expecting property name enclosed in double quotes at line 1, column 2"),
        ('{"a" 1}', "not JSON: expecting ':' delimiter at line 1, column 6"),
        ('{"a": 1 "b": 2}', "not JSON: expecting ',' delimiter at line 1, column 9"),
        ('{"ä": 1,\n"b": x}', "not JSON: expecting value at line 2, column 6"),
        ('{"list": [1 2]}', "not JSON: expecting ',' delimiter at line 1, column 13"),
        ('{"list": [{"a": [1, 2], "b"; 3}]}', "not JSON: expecting ':' delimiter at line 1, column 28"),
        ('{"a": 1} {}', "not JSON: extra data at line 1, column 10"),
        ('{"a": 1, "a": 2}', "“a” should stand only once in an object."),
        ('{"list": [{"a": 1, "a": 2}]}', "“a” should stand only once in an object."),
        ('{"a": NaN}', "NaN, which is not a number"),
        ('{"a": ' + "9" * 5000 + "}", "a number with too many digits"),
        ('{"a": ' + "[" * 100_000 + "]" * 100_000, "nested too deep"),
        ('{"list": [' + "[" * 3000 + "]" * 3000 + "]}", "nested too deep"),
        (b'{"a": "\xff"}', "should be UTF-8, but is not at line 1, byte 8"),
        (b'{"list": [\n"\xc3"]}', "should be UTF-8, but is not at line 2, byte 2"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(text, sentence):
    with pytest.raises(FormatError) as caught:
        whole(text)
    assert sentence in str(caught.value)


@pytest.mark.usefixtures("window")
@pytest.mark.parametrize("value", ['"' + "x" * 50_000 + '"', json.dumps([{}] * 20_000), "[" * 600 + "]" * 600])
def test_what_is_too_large_for_a_record_is_refused_before_it_is_read(monkeypatch, value):
    assert whole(f'{{"list": [{value}]}}')["list"] == [json.loads(value)]
    monkeypatch.setattr(stream_module, "LARGEST_VALUE", 20_000)
    monkeypatch.setattr(stream_module, "MOST_VALUES", 100)
    monkeypatch.setattr(stream_module, "WINDOW", 100)
    with pytest.raises(FormatError, match=r"What begins at line 1, column 11 is too large to be a record; expected"):
        whole(f'{{"list": [{value}]}}')
