"""Every place of the window can be used without a mouse and without eyes, and read in both schemes."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from negojournal.domain.theme import Scheme, contrast
from negojournal.service.journal import open_journal
from negojournal.service.sample import write_sample
from negojournal.ui.pages import PAGES
from negojournal.ui.widgets.theme import look
from tests.ui import walker
from tests.ui.program import RESOURCES, build_setup, show_program
from tests.ui.walker import faults

PLACES = ["editor", *(page.key for page in PAGES)]
SETTINGS = 9
"""How many sections the settings have."""


def open_sample():
    journal = open_journal(None, RESOURCES, None)
    write_sample(journal, 20)
    return journal


@pytest.fixture
def start(themed, qtbot, tmp_path):
    """Return a function that shows a window of 1024 × 700 on a sample journal, at a place."""
    begun = []
    setup = build_setup(tmp_path, is_sample=True, open_sample=open_sample)

    def begin(place="", **changes):
        program = show_program(themed, qtbot, replace(setup, **changes), is_open=bool(place))
        begun.append(program)
        if place == "editor":
            program.parts.navigation.edit()
        elif place:
            program.parts.navigation.go(place)
        program.parts.worker.drain()
        qtbot.wait(50)
        return program

    yield begin
    for program in begun:
        program.end()


@pytest.mark.parametrize("place", PLACES)
def test_places(start, place):
    program = start(place)
    assert faults(program.parts.places.currentWidget()) == {}


def test_the_window_around_a_place(start):
    program = start("today")
    assert faults(program.parts.window.centralWidget()) == {}


def test_the_first_start(start):
    program = start(is_sample=False)
    assert faults(program.parts.places.currentWidget()) == {}


@pytest.mark.parametrize("section", range(SETTINGS))
def test_every_section_of_the_settings(start, qtbot, section):
    program = start("settings")
    page = program.parts.places.currentWidget()
    index = page.findChild(QListWidget)
    assert index.count() == SETTINGS
    index.setCurrentRow(section)
    qtbot.wait(20)
    assert faults(page) == {}


@pytest.mark.parametrize("place", PLACES)
def test_tab_comes_to_every_stop_of_a_place(start, qtbot, place):
    program = start(place)
    expected = [stop.widget for stop in walker.stops(program.parts.places.currentWidget())]
    expected[0].setFocus()
    met = [program.parts.window.focusWidget()]
    for _ in expected[1:]:
        qtbot.keyClick(met[-1], Qt.Key.Key_Tab)
        met.append(program.parts.window.focusWidget())
    assert [walker.name_of(widget) for widget in met] == [walker.name_of(widget) for widget in expected]


@pytest.mark.parametrize("scheme", [Scheme.LIGHT, Scheme.DARK])
def test_text_can_be_read_on_every_ground(start, scheme):
    program = start("today")
    program.parts.workspace.preferences.choose("scheme", scheme)
    palette = look().palette
    assert look().is_dark is (scheme is Scheme.DARK)
    grounds = (palette.window, palette.surface, palette.raised, palette.selection)
    inks = (palette.text, palette.muted, palette.danger, palette.warning, palette.accent)
    faint = {(ink, ground) for ink in inks for ground in grounds if contrast(ink, ground) < 4.5}
    assert not faint
    assert contrast(palette.accent_text, palette.accent) >= 4.5
    assert min(contrast(palette.outline, ground) for ground in grounds[:2]) >= 3
    assert min(contrast(palette.focus, ground) for ground in grounds[:3]) >= 3
