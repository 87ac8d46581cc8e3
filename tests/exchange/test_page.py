"""A paper as HTML: escaped, whole in itself, with nothing that steers."""

import re
from datetime import date
from html.parser import HTMLParser

import pytest

from negojournal.catalog.theme import load_theme
from negojournal.exchange.fitting import _height, height_of
from negojournal.exchange.page import _block, page_html, printout_of
from negojournal.exchange.paper import (
    Aside,
    Column,
    Figure,
    Heading,
    Lead,
    Note,
    Paper,
    Picture,
    Table,
)
from negojournal.exchange.passage import Passage
from negojournal.paths import resource_folder

PALETTE = load_theme(resource_folder() / "theme").light
HOSTILE = "<script src='https://a.example/x.js'>1</script> & \u202egnp.\u2066 \x00\x1b[31m\ud800 \"q\""
PICTURE = Picture(b"<svg/>", "image/svg+xml", 10, 20, HOSTILE + "\nsecond line")


def whole_paper(text: str = "text") -> Paper:
    return Paper(
        "Brief",
        date(2026, 11, 23),
        text,
        (text, "", text),
        (
            Heading("New"),
            Heading("Next", new_page=True),
            Note("a note"),
            Lead("Lead", f"{text}\nand more"),
            Passage("Label", (text,)),
            Passage("", (text, text), listed=True),
            Table((Column("Head", 60), Column("", 40, right=True)), ((text, PICTURE), ("a\nb", ""))),
            Table((Column("", 100),), ((text,),)),
            Figure(PICTURE, text),
            Aside((Passage("L", (text,)),), (Heading("Right"),)),
        ),
    )


class Reader(HTMLParser):
    """Collect what a page is made of."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.names: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.names += [name for name, _ in attrs]
        self.links += [value for name, value in attrs if name in ("src", "href")]


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    return reader


def test_hostile_text_is_only_text():
    html = page_html(whole_paper(HOSTILE), PALETTE)
    reader = read(html)
    assert set(reader.tags) <= {
        *("html", "head", "meta", "title", "style", "body", "p", "h1", "h2", "table", "thead", "tr", "td", "br"),
        *("ul", "li", "img"),
    }
    assert not any(name.startswith("on") for name in reader.names)
    assert not re.search("[\0\x1b\u202a-\u202e\u2066-\u2069\ud800-\udfff]", html)
    html.encode()
    assert "&lt;script" in html


def test_nothing_is_loaded_from_elsewhere():
    html = page_html(whole_paper(), PALETTE)
    reader = read(html)
    assert reader.links
    assert all(link.startswith("data:image/") for link in reader.links)
    assert not re.search(r"https?:|//|url\(|@import", re.sub('(base64,|alt=")[^"]*', "", html))
    assert "default-src 'none'" in html


def test_the_lines_of_a_text_are_kept():
    assert "text<br>and more" in page_html(whole_paper(), PALETTE)


def test_a_smaller_scale_makes_every_size_smaller():
    usual, small = (page_html(Paper("K", date(2026, 1, 1), "T", scale=scale), PALETTE) for scale in (1.0, 0.5))
    assert "font-size: 9.5pt" in usual
    assert "font-size: 4.75pt" in small


def test_a_printout_says_what_it_is_on_one_line():
    printout = printout_of(Paper("Brief", date(2026, 1, 1), "a\n\u202e b", one_page=True), PALETTE)
    assert (printout.title, printout.one_page) == ("Brief · a b", True)


def test_what_is_no_part_of_a_paper_is_refused():
    with pytest.raises(NotImplementedError):
        _block("text")
    with pytest.raises(NotImplementedError):
        _height("text", 1.0)


def test_more_text_is_estimated_higher():
    short, long = height_of(whole_paper()), height_of(whole_paper("many words " * 40))
    assert short < long
    wide, narrow = (height_of(Paper("K", date(2026, 1, 1), "T", (), (Note(letter * 300),))) for letter in "漢x")
    assert wide > narrow
    assert height_of(Paper("K", date(2026, 1, 1), "T", (), (Table((), ()),))) > 0
