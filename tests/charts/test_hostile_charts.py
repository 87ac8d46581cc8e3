"""What someone typed is drawn letter by letter: no formula, no markup, nothing that a file would load."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest

from negojournal.analysis.insight.grouping import Grouping, GroupingKind
from negojournal.catalog.theme import load_theme
from negojournal.charts.file import FORMATS, render_file
from negojournal.charts.frame import Box
from negojournal.charts.insight.registry import INSIGHTS
from negojournal.charts.pen import Pen, drawable, lenient
from negojournal.charts.picture import Canvas, build_canvas
from negojournal.charts.registry import CHARTS
from negojournal.charts.style import print_style
from negojournal.domain.filter import Filter
from negojournal.paths import resource_folder
from tests.hostile import LINES, open_hostile_journal

THEME = load_theme(resource_folder() / "theme")
KEYS = ("math", "img", "noncharacter", "bidi", "zalgo", "word")


@pytest.fixture(scope="module")
def journal():
    journal = open_hostile_journal()
    yield journal
    journal.close()


def reports(journal):
    """Yield every chart with its report, over all and over what one hostile name lets through."""
    for chosen in (Filter(), Filter(counterpart=LINES["math"])):
        trend = journal.trends.report(chosen)
        yield from ((chart, trend) for chart in CHARTS.values())
        grouping = Grouping(GroupingKind.COUNTERPART, chosen.counterpart or LINES["math"])
        insights = journal.insights.report(chosen, None, grouping)
        yield from ((chart, insights) for chart in INSIGHTS.values())


def test_no_word_is_read_as_a_formula(journal):
    style, seen = print_style(THEME), set()
    for chart, report in reports(journal):
        agg = build_canvas(Canvas(640, 480))
        with lenient():
            chart.draw(Pen(agg, style), Box(6, 6, 628, 468), report)
        texts = [*agg.figure.texts, *(text for axes in agg.figure.axes for text in axes.texts)]
        assert not [text.get_text() for text in texts if text.get_parse_math()]
        seen |= {text.get_text() for text in texts}
    assert any("\\frac" in text for text in seen)


@pytest.mark.parametrize("suffix", FORMATS)
def test_every_word_can_stand_in_a_file(journal, tmp_path, suffix):
    path = tmp_path / f"chart{suffix}"
    render_file(CHARTS["trends"], journal.trends.report(), THEME, path)
    render_file(INSIGHTS["dodged"], journal.insights.report(), THEME, path)
    assert path.stat().st_size > 1000


def test_a_title_is_words_of_a_drawing(journal, tmp_path):
    path = tmp_path / "chart.svg"
    for key in KEYS:
        render_file(CHARTS["trends"], journal.trends.report(Filter(counterpart=LINES[key])), THEME, path)
        assert_harmless(path.read_text(encoding="utf-8"))


def test_what_no_file_takes_is_left_out():
    assert drawable("a\0\x1b\ufffe\uffff\u202e\u2066\ud800\ufeffb\u0301") == "ab\u0301"


def assert_harmless(svg):
    """Read a drawing strictly; it names nothing outside of itself, and holds no script."""
    for element in ET.fromstring(svg).iter():
        assert element.tag.rpartition("}")[2] not in {"script", "image", "foreignObject", "a"}
        for name, value in element.attrib.items():
            assert not name.endswith("href") or value.startswith("#")
            assert not re.search(r"url\((?!#)", value)
