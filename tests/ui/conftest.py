"""What tests of widgets and pages share."""

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.domain.theme import Scheme
from negojournal.paths import resource_folder


@pytest.fixture
def themed(qapp):
    """Apply the look, light, as app.py does before the first widget."""
    from negojournal.ui.widgets.theme import apply_theme

    apply_theme(qapp, load_theme(resource_folder() / "theme"), Scheme.LIGHT)
    return qapp
