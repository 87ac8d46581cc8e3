import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.catalog.theme import load_theme
from negojournal.domain.theme import TEXT_CONTRAST, contrast, ink_on, readable, with_accent
from negojournal.paths import resource_folder

THEME = load_theme(resource_folder() / "theme")
colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#767676", "#FFFFFF", 4.54),  # the lightest grey that passes on white, as WCAG's notes have it
        ("#777777", "#FFFFFF", 4.48),
    ],
)
def test_contrast_matches_published_ratios(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.005)
    assert contrast(other, one) == contrast(one, other)


@given(colours)
def test_black_or_white_reads_on_everything(ground):
    assert contrast(ink_on(ground), ground) >= TEXT_CONTRAST


@given(colours)
@pytest.mark.parametrize("palette", [THEME.light, THEME.dark], ids=["light", "dark"])
def test_any_accent_of_the_system_reads_as_text(palette, accent):
    given_accent = with_accent(palette, accent)
    assert all(contrast(given_accent.accent, ground) >= TEXT_CONTRAST for ground in palette.grounds())
    assert contrast(given_accent.accent_text, given_accent.accent) >= TEXT_CONTRAST
    assert given_accent.focus == given_accent.accent
    assert given_accent.text == palette.text


def test_a_readable_colour_stays_as_it_is():
    assert readable("#1F5FA8", THEME.light.grounds()) == "#1F5FA8"


def test_an_unreadable_colour_keeps_its_hue():
    darkened = readable("#FFD000", THEME.light.grounds())
    red, green, blue = (int(darkened[at : at + 2], 16) for at in (1, 3, 5))
    assert red > green > blue == 0
