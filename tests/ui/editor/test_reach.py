"""Everything in the sections of a filled record can be reached, named and hit, also in a narrow window."""

import pytest

from negojournal.ui.editor import desk as desk_module
from negojournal.ui.editor.after.section import after_section
from negojournal.ui.editor.beginning import draft_of
from negojournal.ui.editor.beyond.section import beyond_section
from negojournal.ui.editor.during.section import during_section
from tests.ui.editor.bench import Bench
from tests.ui.editor.record import filled_record
from tests.ui.walker import faults

LEAST_WIDTH = 470
"""What the form has of a window of 800."""


@pytest.mark.parametrize("width", [840, LEAST_WIDTH])
@pytest.mark.parametrize("section", [during_section, after_section, beyond_section])
def test_every_part(qtbot, themed, section, width):
    bench = Bench(qtbot, section())
    bench.shown = draft_of(filled_record())
    bench.form.show_draft(bench.shown)
    bench.form.resize(width, 620)
    keys = [line.key for line in bench.form.lines()]
    for key in keys:
        bench.go_to(key)
    if "thanks" in keys:
        bench.form.part("thanks")._letters.choice.setFocus()
        bench.type("1")
    page = bench.form.widget()
    qtbot.waitUntil(lambda: not faults(page))
    assert page.width() <= bench.form.viewport().width()


def test_the_way_of_tab_is_laid_once_for_a_whole_form(desk, monkeypatch):
    laid = []
    monkeypatch.setattr(desk_module, "chain", laid.append)
    desk.open()
    assert len(laid) == 1
    part = desk.form.part("commitments")
    laid.clear()
    part.rearranged.emit()
    assert len(laid) == 1
