"""What tests of widgets and pages share."""

import pytest

from negojournal.catalog.load import load_catalog
from negojournal.catalog.theme import load_theme
from negojournal.domain.theme import Scheme
from negojournal.paths import resource_folder


@pytest.fixture
def themed(qapp):
    """Apply the look, light, as app.py does before the first widget."""
    from negojournal.ui.widgets.theme import apply_theme

    apply_theme(qapp, load_theme(resource_folder() / "theme"), Scheme.LIGHT)
    return qapp


@pytest.fixture
def journal():
    """Return an empty journal in memory."""
    from tests.ui.fakes import open_memory_journal

    journal = open_memory_journal()
    yield journal
    journal.close()


@pytest.fixture
def workspace(tmp_path):
    """Return a workspace of fakes with the catalogue that ships."""
    from tests.ui.fakes import fake_workspace

    return fake_workspace(tmp_path, load_catalog(resource_folder()))
