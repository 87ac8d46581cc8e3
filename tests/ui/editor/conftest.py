"""The editor over a real journal in memory."""

import pytest


@pytest.fixture
def desk(qtbot, tmp_path, themed):
    """Return an editor with its journal."""
    from tests.ui.editor.driver import Driver

    driver = Driver(qtbot, tmp_path)
    yield driver
    driver.journal.close()


@pytest.fixture
def early(qtbot, tmp_path, themed):
    """Return an editor whose journal is not open yet."""
    from tests.ui.editor.driver import Driver

    driver = Driver(qtbot, tmp_path, is_open=False)
    yield driver
    driver.journal.close()
