"""How hard a passphrase is to guess."""

import pytest

from negojournal.domain.strength import Strength, strength_of


@pytest.mark.parametrize(
    ("text", "strength"),
    [
        ("", Strength.WEAK),
        ("password", Strength.WEAK),
        ("Passw0rd!", Strength.WEAK),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.WEAK),
        ("abcdefghijklmnopqrstuvwxyz", Strength.WEAK),
        ("word word word word word", Strength.WEAK),
        ("internationalisation", Strength.WEAK),
        ("correct horse battery", Strength.WEAK),
        ("correct horse battery staple", Strength.FAIR),
        ("correct horse battery staple lantern", Strength.STRONG),
        ("x7$Kq2!mVz9&", Strength.FAIR),
        ("x7$Kq2!mVz9&pL4#", Strength.STRONG),
    ],
)
def test_strength(text, strength):
    assert strength_of(text) is strength
