import tomllib
from itertools import product

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.domain.outcome import Outcome
from negojournal.domain.theme import TEXT_CONTRAST, Palette, Shape, contrast
from negojournal.errors import FormatError
from negojournal.paths import resource_folder

FOLDER = resource_folder() / "theme"
INKS = ("text", "muted", "accent", "danger", "warning")
GROUNDS = ("window", "surface", "raised", "selection")
SHAPE_CONTRAST = 3.0
"""Least contrast of a shape that carries meaning with its ground (WCAG 2.2, 1.4.11)."""
THEME = load_theme(FOLDER)


@pytest.fixture(params=["light", "dark"])
def palette(request) -> Palette:
    return getattr(THEME, request.param)


@pytest.mark.parametrize(("ink", "ground"), [*product(INKS, GROUNDS)])
def test_text_reads_on_every_ground(palette, ink, ground):
    assert contrast(getattr(palette, ink), getattr(palette, ground)) >= TEXT_CONTRAST


def test_text_reads_on_the_accent(palette):
    assert contrast(palette.accent_text, palette.accent) >= TEXT_CONTRAST


@pytest.mark.parametrize("outcome", Outcome)
def test_a_digit_reads_on_the_colour_of_its_outcome(outcome):
    look = THEME.outcomes[outcome]
    assert contrast(look.ink, look.colour) >= TEXT_CONTRAST


@pytest.mark.parametrize(("edge", "ground"), [*product(("outline", "focus"), ("window", "surface", "raised"))])
def test_edges_stand_out(palette, edge, ground):
    assert contrast(getattr(palette, edge), getattr(palette, ground)) >= SHAPE_CONTRAST


@pytest.mark.parametrize(("outcome", "ground"), [*product(Outcome, ("window", "surface"))])
def test_outcomes_stand_out_where_they_are_drawn(palette, outcome, ground):
    assert contrast(THEME.outcomes[outcome].colour, getattr(palette, ground)) >= SHAPE_CONTRAST


def test_outcomes_have_the_published_colours_and_a_shape_each():
    assert {outcome: look.colour for outcome, look in THEME.outcomes.items()} == {
        Outcome.INSTRUMENTAL: "#0072B2",
        Outcome.PROCESS: "#009E73",
        Outcome.RELATIONSHIP: "#D55E00",
        Outcome.SELF: "#CC79A7",
    }
    assert [look.shape for look in THEME.outcomes.values()] == list(Shape)


def test_distances_are_steps_of_four_and_targets_large_enough():
    spacing = THEME.spacing
    assert (spacing.step, spacing.inside, spacing.between, spacing.around) == (4, 8, 16, 24)
    assert THEME.target.control >= THEME.target.least >= 24
    assert THEME.target.rating >= 28


@pytest.mark.parametrize(
    ("line", "instead", "where", "expected"),
    [
        ('window = "#FFFFFF"', 'window = "white"', "light.window", "a colour"),
        ('window = "#FFFFFF"', "", "light.window", "a colour"),
        ('window = "#FFFFFF"', 'window = "#FFFFFF"\nwnidow = "#FFFFFF"', "light.wnidow", "left out"),
        ('shape = "circle"', 'shape = "star"', "outcomes.instrumental.shape", "one of circle"),
        ("step = 4", "step = 4.5", "spacing.step", "a whole number"),
        ("step = 4", "step = -4", "spacing.step", "a number of at least 0"),
        ("small = 0.85", "small = true", "type_scale.small", "a number"),
        ("[spacing]", "[spaces]", "spacing", "a table"),
        ("[outcomes.self]", "[outcomes.me]", "outcomes.self", "a table"),
    ],
)
def test_an_error_names_file_and_key(tmp_path, line, instead, where, expected):
    text = (FOLDER / "theme.toml").read_text(encoding="utf-8")
    (tmp_path / "theme.toml").write_text(text.replace(line, instead, 1), encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        load_theme(tmp_path)
    assert str(tmp_path / "theme.toml") in str(caught.value)
    assert f"“{where}” should be {expected}" in str(caught.value)


@pytest.mark.parametrize("content", [None, b"[light", b"\xff"])
def test_an_unreadable_file_is_named(tmp_path, content):
    if content is not None:
        (tmp_path / "theme.toml").write_bytes(content)
    with pytest.raises(FormatError, match=r"theme\.toml can’t be read"):
        load_theme(tmp_path)


def test_the_file_holds_nothing_that_is_not_used():
    tables = tomllib.loads((FOLDER / "theme.toml").read_text(encoding="utf-8"))
    assert set(tables) == set(THEME.__dataclass_fields__)
