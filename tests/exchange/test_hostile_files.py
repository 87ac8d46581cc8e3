"""Every file that leaves the journal is sound for a strict reader, and what was typed is only text in it."""

from __future__ import annotations

import csv
import io
import json
import re
from html.parser import HTMLParser

import pytest
import time_machine
from icalendar import Calendar
from PySide6.QtGui import QTextDocument

from negojournal.domain.filter import Filter
from negojournal.domain.steering import STEERING
from negojournal.errors import FormatError, InvalidError
from negojournal.exchange.calendar import invitation_from
from negojournal.exchange.table import unled
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.ui.paper.printing import print_pdf
from tests.hostile import LINES, PLANNED, REFUSED, TEXTS, build_hostiles, open_hostile_journal

WIDE = "\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH PLUS SIGN}\N{FULLWIDTH HYPHEN-MINUS}\N{FULLWIDTH COMMERCIAL AT}"
HELD, PLANS = build_hostiles(), build_hostiles(first=PLANNED)

TAGS = {
    *("html", "head", "meta", "title", "style", "body", "p", "h1", "h2", "table", "thead", "tr", "td", "ul", "li"),
    *("br", "img"),
}
"""What a paper is set with."""


@pytest.fixture(scope="module")
def journal():
    with time_machine.travel("2026-02-01T09:00:00+00:00", tick=True):
        journal = open_hostile_journal()
        yield journal
        journal.close()


@pytest.fixture(scope="module")
def exported(journal, tmp_path_factory):
    """Return the content of every kind of export."""
    folder = tmp_path_factory.mktemp("out")
    for suffix in ("json", "csv", "md"):
        journal.exchange.export(folder / f"all.{suffix}")
    journal.exchange.write_calendar(folder / "all.ics")
    return {file.suffix: file.read_bytes().decode("utf-8") for file in folder.iterdir()}


def test_json_is_read_back_by_us_and_by_others(journal, exported, tmp_path):
    plain = json.loads(exported[".json"])
    assert [one["title"] for one in plain["negotiations"]] == [one.title for one in (*HELD, *PLANS)]
    file, again = tmp_path / "all.json", tmp_path / "again.json"
    file.write_text(exported[".json"], encoding="utf-8", newline="")
    other = open_journal(None, resource_folder())
    other.exchange.import_(file)
    other.exchange.export(again)
    other.close()
    read = json.loads(again.read_text(encoding="utf-8"))
    assert {**read, "exported_at": ""} == {**plain, "exported_at": ""}


def test_no_cell_of_a_table_is_run(exported):
    rows = list(csv.reader(io.StringIO(exported[".csv"].removeprefix("\ufeff"), newline=""), strict=True))
    head, *lines = rows
    assert {len(row) for row in rows} == {len(head)}
    cells = [cell for row in lines for cell in row]
    assert not [cell for cell in cells if re.match(rf"\s*[=+\-@{WIDE}\t\r\n]", cell) and not _is_number(cell)]
    at = head.index("preparation.stop_rule")
    assert [unled(row[at]) for row in lines] == [one.preparation.stop_rule for one in (*HELD, *PLANS)]


def test_markdown_is_words_only(qapp, exported):
    document = QTextDocument()
    document.setMarkdown(exported[".md"], QTextDocument.MarkdownFeature.MarkdownDialectGitHub)
    assert not [one for one in document.allFormats() if one.isImageFormat()]
    # What looks like an address some readers turn into a link; it leads to nothing but what is read there.
    led = {one.toCharFormat().anchorHref() for one in document.allFormats() if one.toCharFormat().isAnchor()}
    assert all(any(href in text for text in TEXTS.values()) for href in led)
    shown = " ".join(document.toPlainText().split())
    for name, line in LINES.items():
        assert " ".join(STEERING.sub("�", line).split()) in shown, name
    assert not STEERING.findall(exported[".md"])


def test_a_calendar_holds_its_entries_and_no_more(exported):
    lines = exported[".ics"].split("\r\n")
    assert not [line for line in lines if len(line.encode()) > 75 or "\n" in line or "\r" in line]
    calendar = Calendar.from_ical(exported[".ics"])
    assert {one.name for one in calendar.walk()} == {"VCALENDAR", "VEVENT", "VTODO"}
    expected = {"UID", "DTSTAMP", "SUMMARY", "DTSTART", "DURATION", "DUE"}
    assert {key for one in calendar.walk() if one.name != "VCALENDAR" for key in one} == expected
    titles = {str(one["SUMMARY"]) for one in calendar.walk("VEVENT")}
    assert {" ".join(LINES[name].split()) for name in ("calendar", "formula", "img")} <= titles


@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
def test_a_title_comes_back_from_a_calendar_as_one_line(journal, tmp_path, line):
    plan = next(one for one in PLANS if one.title == line)
    file = tmp_path / "one.ics"
    journal.exchange.write_calendar(file, plan.id)
    title = invitation_from(file.read_bytes()).title
    assert title == " ".join("".join(one if one.isprintable() else " " for one in line).split())


class Page(HTMLParser):
    """Read a page, and hold that it is set with nothing but what a paper is set with."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.text = [], []

    def handle_starttag(self, tag, attrs):
        assert tag in TAGS
        for name, value in attrs:
            assert name not in {"href", "srcset", "background"}
            assert not name.startswith("on")
            assert name != "src" or re.fullmatch(r"data:image/(png|svg\+xml);base64,[\w+/=]+", value)
        if tag not in {"meta", "br", "img"}:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_comment(self, data):
        raise AssertionError(data)

    unknown_decl = handle_pi = handle_comment

    def handle_data(self, data):
        if "style" in self.open:
            assert "url(" not in data
        self.text.append(data)


def read(html):
    page = Page()
    page.feed(html)
    page.close()
    assert page.open == []
    assert not STEERING.findall(html)
    return " ".join("".join(page.text).split())


def test_every_brief_and_report_is_words_only(journal):
    for plan, held, text in zip(PLANS, HELD, TEXTS.values(), strict=True):
        for paper in (journal.papers.report(plan.id), journal.papers.report(held.id)):
            words = read(journal.papers.printout(paper).html)
            assert " ".join(STEERING.sub("", "\n".join(text.splitlines())).split()) in words
        read(journal.papers.printout(journal.papers.brief(plan.id)).html)


def test_the_report_of_a_period_is_words_only(journal):
    from negojournal.charts.sheet import period_paper

    paper = period_paper(journal.papers.period(Filter(counterpart=LINES["img"])), journal.papers.theme)
    for one in (paper, journal.papers.for_coach(paper).paper):
        read(journal.papers.printout(one).html)


@pytest.mark.parametrize("name", ["img", "data", "calendar", "unseen", "terminal", "bidi"])
def test_a_printed_page_runs_and_links_nothing(journal, qapp, name):
    held = HELD[list(TEXTS).index(name)]
    content = print_pdf(journal.papers.printout(journal.papers.report(held.id)))
    assert content.startswith(b"%PDF-")
    assert content.rstrip().endswith(b"%%EOF")
    for word in (b"/URI", b"/JavaScript", b"/JS", b"/Launch", b"/OpenAction", b"/EmbeddedFile", b"/GoToR"):
        assert not re.search(word + rb"\b", content), word


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_an_import_names_what_is_no_character(journal, exported, tmp_path, text):
    plain = json.loads(exported[".json"])
    record = plain["negotiations"][0]
    record["preparation"]["stop_rule"] = record["tags"][0] = text
    file = tmp_path / "bad.json"
    file.write_text(json.dumps({**plain, "negotiations": [record]}), encoding="ascii")
    with pytest.raises(InvalidError) as caught:
        journal.exchange.import_(file, dry_run=True)
    assert {problem.field for problem in caught.value.problems} == {
        "negotiations[0].preparation.stop_rule",
        "negotiations[0].tags[0]",
    }


@pytest.mark.parametrize("text", ["\x1b[2J", "\u202e", "\x9b5m", "\0", "\ud800"])
def test_a_key_that_is_unknown_is_named_without_steering(journal, tmp_path, text):
    file = tmp_path / "bad.json"
    for plain in ({"format": "negojournal", "version": 1, text: 1}, {text: 1}, text, {"format": text}):
        file.write_text(json.dumps(plain), encoding="ascii")
        with pytest.raises((InvalidError, FormatError)) as caught:
            journal.exchange.import_(file, dry_run=True)
        assert not STEERING.findall(str(caught.value))


def _is_number(cell):
    return re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", cell) is not None
