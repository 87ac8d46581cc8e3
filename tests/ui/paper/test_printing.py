"""Pages as PDF: one where one is promised, whole rows, nothing loaded."""

from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QPageSize, QTextDocument

from negojournal.catalog.theme import load_theme
from negojournal.domain.preparation import Exchange, Preparation, Reason, Side, Term
from negojournal.exchange.brief import Background, Matter, build_brief
from negojournal.exchange.drawing import bar_picture
from negojournal.exchange.page import printout_of
from negojournal.exchange.paper import Column, Heading, Lead, Note, Paper, Printout, Table
from negojournal.exchange.passage import Passage
from negojournal.paths import resource_folder
from negojournal.ui.paper import printing
from negojournal.ui.paper.printing import Leaflet, page_layout, print_pdf
from tests.builders import build_record
from tests.strategies import CATALOG

pytestmark = pytest.mark.usefixtures("qapp")

PALETTE = load_theme(resource_folder() / "theme").light
DAY = date(2026, 11, 23)


def pages(content: bytes) -> int:
    return int(re.search(rb"/Count (\d+)", content)[1])


def brief_of(preparation: Preparation | None) -> Printout:
    record = build_record(title="Budget", preparation=preparation)
    return printout_of(build_brief(Matter(record, Background(), CATALOG, PALETTE, DAY)), PALETTE)


def crowded(text: str, count: int = 300) -> Preparation:
    many = tuple(f"{number} {text}" for number in range(count))
    return Preparation(
        terms=tuple(Term(one, goal=Decimal(5), bottom_line=Decimal(2)) for one in many),
        exchanges=tuple(Exchange(one, Side.ME, Decimal(1), Decimal(9), included=True) for one in many),
        my_interests=many,
        their_interests=many,
        no_reasons=tuple(Reason(one, text) for one in many),
        best_alternative=text,
        questions=many,
    )


@pytest.mark.parametrize(
    "preparation",
    [
        None,
        Preparation(),
        crowded("a reason that is told at some length " * 8),
        crowded("漢字かな" * 80),
        crowded("W" * 1_000_000, 30),
        crowded("<b>&\u202e" * 99),
        crowded("a\n" * 500),
    ],
    ids=["none", "empty", "long", "wide", "megabyte", "hostile", "lines"],
)
def test_a_brief_is_always_one_page(preparation):
    content = print_pdf(brief_of(preparation))
    assert content.startswith(b"%PDF")
    assert pages(content) == 1


def test_what_is_to_be_one_page_is_drawn_smaller():
    paper = Paper("Brief", DAY, "Long", blocks=(Note("some words " * 3000),))
    assert pages(print_pdf(printout_of(paper, PALETTE))) > 1
    one = Printout(printout_of(paper, PALETTE).html, "Long", one_page=True)
    assert pages(print_pdf(one)) == 1


def test_a_row_is_on_one_page(monkeypatch):
    pushed = []
    push = printing._push

    def counted(cells, pixels):
        pushed.append(pixels)
        push(cells, pixels)

    monkeypatch.setattr(printing, "_push", counted)
    rows = tuple((f"row {number} in words " * 6, "") for number in range(200))
    paper = Paper("Report", DAY, "Long", blocks=(Table((Column("Head", 20), Column("", 80)), rows),))
    assert pages(print_pdf(printout_of(paper, PALETTE))) > 3
    assert pushed
    assert all(0 < pixels < 120 for pixels in pushed)


def test_nothing_is_loaded():
    leaflet = Leaflet('<img src="https://a.example/x.png"><img src="file:///etc/passwd">')
    kind = QTextDocument.ResourceType.ImageResource.value
    assert leaflet.resource(kind, QUrl("https://a.example/x.png")) is None
    assert leaflet.resource(kind, QUrl("file:///etc/passwd")) is None


def test_letters_of_every_script_are_set():
    paper = Paper("Report", DAY, "Überblick 漢字 العربية עברית हिन्दी 🙂")
    assert pages(print_pdf(printout_of(paper, PALETTE))) == 1


def test_the_paper_is_that_of_the_country():
    assert page_layout().pageSize().id() in (QPageSize.PageSizeId.A4, QPageSize.PageSizeId.Letter)


def test_pages_are_set_away_from_the_window():
    rows = tuple((f"row {number} in words " * 6,) for number in range(300))
    printout = printout_of(Paper("Report", DAY, "Long", blocks=(Table((Column("Head", 100),), rows),)), PALETTE)
    with ThreadPoolExecutor(1) as worker:
        contents = [worker.submit(print_pdf, printout).result() for _ in range(2)]
    assert pages(contents[0]) == pages(contents[1]) > 3


def test_pictures_are_on_the_page():
    bar = bar_picture(0.2, 0.7, "#0072B2", PALETTE, 100)
    drawn, bare = (
        print_pdf(printout_of(Paper("Report", DAY, "T", blocks=(Table((Column("", 100),), ((cell,),)),)), PALETTE))
        for cell in (bar, "")
    )
    assert b"/Subtype /Image" in drawn
    assert b"/Subtype /Image" not in bare


@pytest.mark.parametrize("lines", range(44, 52))
@pytest.mark.parametrize("head", [(Heading("Heading"), Note("text")), (Passage("Heading", ("text",)),)])
def test_a_heading_stands_with_what_it_heads(head, lines, monkeypatch):
    kept = []
    draw = printing._draw_page

    def read(painter, document, number, scale):
        if number == 0:
            page, place = document.pageSize().height(), document.documentLayout().blockBoundingRect
            heading = document.find("Heading").block()
            begins = [place(one).top() + one.layout().lineAt(0).y() + 1 for one in (heading, heading.next())]
            kept.append(begins[0] // page == begins[1] // page)
        draw(painter, document, number, scale)

    monkeypatch.setattr(printing, "_draw_page", read)
    blocks = (Lead("label", "line\n" * lines), *head, Note("more"))
    print_pdf(printout_of(Paper("Report", DAY, "T", blocks=blocks), PALETTE))
    assert kept == [True]


@pytest.mark.parametrize("lines", range(44, 48))
def test_headings_are_kept_on_pages_that_go_on_for_long(lines):
    """Change a text whose end is not laid out yet, as only a long one's isn't."""
    blocks = (Lead("label", "line\n" * lines), *(Passage(f"Label {number}", ("text",)) for number in range(200)))
    assert pages(print_pdf(printout_of(Paper("Report", DAY, "T", blocks=blocks), PALETTE))) > 3
