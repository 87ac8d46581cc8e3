"""What the tests of widgets share: the look is applied, and a widget is shown with the focus."""

import pytest


@pytest.fixture(autouse=True)
def _look(themed):
    """Apply the look to every test here."""


@pytest.fixture
def shown(qtbot):
    """Show a widget in a window of its own and give it the focus."""

    def show(widget, width=700):
        qtbot.addWidget(widget)
        widget.resize(width, max(widget.heightForWidth(width), widget.sizeHint().height(), 30))
        with qtbot.waitExposed(widget):
            widget.show()
        widget.activateWindow()
        widget.setFocus()
        return widget

    return show
