from __future__ import annotations

import struct

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.charts.file import render_file
from negojournal.charts.registry import CHARTS
from negojournal.errors import FormatError, UnreachableError
from negojournal.paths import resource_folder
from tests.charts.samples import sample_report

THEME = load_theme(resource_folder() / "theme")
REPORT = sample_report(40, other=4)


@pytest.mark.parametrize("key", CHARTS)
def test_a_picture_is_seven_inches_wide_at_200_dots(tmp_path, key):
    path = tmp_path / "chart.png"
    render_file(CHARTS[key], REPORT, THEME, path)
    content = path.read_bytes()
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width == 1400
    assert height > CHARTS[key].height(REPORT) / 72 * 200


def test_a_drawing_keeps_its_words_and_stands_on_white(tmp_path):
    path = tmp_path / "chart.SVG"
    render_file(CHARTS["trends"], REPORT, THEME, path)
    text = path.read_text(encoding="utf-8")
    for words in ("Process: leaning up", "Negotiation course", "how negotiations felt"):
        assert words.replace("ing course", "") in text
    assert "<text" in text
    assert "fill: #ffffff" in text


def test_a_document_is_written(tmp_path):
    path = tmp_path / "chart.pdf"
    render_file(CHARTS["self"], REPORT, THEME, path)
    assert path.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_the_same_chart_is_the_same_file(tmp_path, suffix):
    one, other = tmp_path / f"one.{suffix}", tmp_path / f"other.{suffix}"
    for path in (one, other):
        render_file(CHARTS["process"], REPORT, THEME, path)
    assert one.read_bytes() == other.read_bytes()


def test_a_falling_line_carries_its_reminder(tmp_path):
    path = tmp_path / "chart.svg"
    render_file(CHARTS["relationship"], sample_report(100), THEME, path)
    assert "standards lowers" in path.read_text(encoding="utf-8")


def test_another_kind_of_file_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(FormatError, match=r"A chart is written as \.png, \.svg, \.pdf; “chart.gif” is none of these"):
        render_file(CHARTS["trends"], REPORT, THEME, tmp_path / "chart.gif")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_named(tmp_path):
    path = tmp_path / "nowhere" / "chart.png"
    with pytest.raises(UnreachableError, match=r"can’t be written to .*nowhere.*: No such file or directory"):
        render_file(CHARTS["trends"], REPORT, THEME, path)


def test_a_file_in_the_place_of_a_folder_is_named(tmp_path):
    (tmp_path / "letter").write_text("Dear Ana", encoding="utf-8")
    path = tmp_path / "letter" / "chart.png"
    with pytest.raises(UnreachableError, match=r"can’t be written to .*letter/chart\.png: Not a directory\.$"):
        render_file(CHARTS["trends"], REPORT, THEME, path)


def test_a_file_that_cannot_be_replaced_is_left_alone(tmp_path):
    path = tmp_path / "chart.png"
    path.mkdir()
    with pytest.raises(UnreachableError):
        render_file(CHARTS["trends"], REPORT, THEME, path)
    assert [each.name for each in tmp_path.iterdir()] == ["chart.png"]
