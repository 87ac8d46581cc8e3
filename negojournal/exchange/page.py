"""A paper as one HTML file: everything escaped, nothing loaded, the same for browsers and for Qt's text document."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Mapping
from functools import singledispatch
from html import escape
from string import Template

from negojournal.domain.moment import day_text
from negojournal.domain.steering import STEERING
from negojournal.domain.theme import Palette
from negojournal.exchange.paper import (
    Aside,
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Lead,
    Note,
    Paper,
    Picture,
    Printout,
    Table,
)
from negojournal.exchange.passage import Passage

WIDTH = 660
"""Of the text on a page of A4, in pixels of 1/96 inch."""

LABEL = 1
"""The state of Qt's block that is a label, by which the printer knows it."""

HALF = 48
"""Share of the width, in percent, of parts that stand side by side."""

_SIZE = re.compile(r"\b(\d+(?:\.\d+)?)(pt|px)")

SHEET = Template(
    "@page { size: A4; margin: 18mm }"
    " body { font-family: 'Inter', 'Segoe UI', 'Noto Sans', 'Liberation Sans', sans-serif; font-size: 9.5pt;"
    " color: $text; background-color: $window; max-width: ${width}px; overflow-wrap: anywhere }"
    " h1 { font-size: 19pt; font-weight: 600; margin: 0 0 2px 0 }"
    " h2 { font-size: 11pt; font-weight: 600; margin: 16px 0 6px 0; page-break-after: avoid }"
    " h2.new { page-break-before: always }"
    " p, li { margin: 0 0 6px 0; line-height: 130% }"
    " p.kind, p.facts { color: $muted; font-size: 8.5pt; margin: 0 0 4px 0 }"
    " p.label { color: $muted; font-size: 8pt; margin: 2px 0 0 0; page-break-after: avoid;"
    " -qt-user-state: $label }"
    " p.note { color: $muted; font-size: 8pt; margin: 2px 0 6px 0 }"
    " p.figure { margin: 12px 0 0 0; line-height: 100%; page-break-after: avoid }"
    " ul { margin: 0 0 6px 0; padding-left: 14px }"
    " li { margin: 0 0 2px 0 }"
    " table { border-collapse: collapse }"
    " table.facts { margin-bottom: 8px }"
    " table.fixed { table-layout: fixed; margin-top: 8px; margin-bottom: 4px }"
    " td { vertical-align: top; padding: 3px 6px 3px 0; font-size: 9pt }"
    " td.head { color: $muted; font-size: 8pt; border-bottom: 1px solid $outline; vertical-align: bottom }"
    " td.line { border-bottom: 1px solid $hairline }"
    " td.picture { vertical-align: middle }"
    " td.right { text-align: right }"
    " td.lead { background-color: $raised; padding: 8px 10px 4px 10px; font-size: 9.5pt }"
    " td.side { padding: 0; font-size: 9.5pt }"
    " td.gap { padding: 0; border-right: 1px solid $hairline }"
    " @media screen and (min-width: 700px) { body { margin: 32px auto } }"
)


def printout_of(paper: Paper, palette: Palette) -> Printout:
    """Return a paper ready for the printer."""
    title = " ".join(_clean(paper.title).split())
    return Printout(page_html(paper, palette), f"{paper.kind} · {title}", paper.one_page)


def page_html(paper: Paper, palette: Palette) -> str:
    """Return a paper as a whole HTML document in one scheme's colours."""
    colours = {name: getattr(palette, name) for name in ("text", "muted", "window", "raised", "hairline", "outline")}
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; img-src data:;'
        " style-src 'unsafe-inline'\">"
        f"<title>{_said(paper.title)}</title>"
        f"<style>{_sheet(paper.scale, colours)}</style></head><body>"
        f"{_header(paper)}{''.join(map(_block, paper.blocks))}</body></html>"
    )


def _sheet(scale: float, colours: Mapping[str, str]) -> str:
    sized = _SIZE.sub(lambda found: f"{float(found[1]) * scale:.4g}{found[2]}", SHEET.template)
    return Template(sized).substitute(colours, width=WIDTH, label=LABEL)


def _header(paper: Paper) -> str:
    facts = " · ".join(map(_said, filter(None, paper.facts)))
    return (
        f'<p class="kind">{escape(paper.kind)} · {day_text(paper.day)}</p><h1>{_said(paper.title)}</h1>'
        f'<table class="facts" width="100%" cellspacing="0"><tr><td class="head">{facts}</td></tr></table>'
    )


@singledispatch
def _block(block: Block) -> str:
    raise NotImplementedError(block)


@_block.register
def _heading(block: Heading) -> str:
    way = ' class="new"' if block.new_page else ""
    return f"<h2{way}>{escape(block.text)}</h2>"


@_block.register
def _note(block: Note) -> str:
    return f'<p class="note">{escape(block.text)}</p>'


@_block.register
def _lead(block: Lead) -> str:
    body = f'<p class="label">{escape(block.label)}</p><p>{_said(block.text)}</p>'
    return f'<table width="100%" cellspacing="0"><tr><td class="lead">{body}</td></tr></table>'


@_block.register
def _passage(passage: Passage) -> str:
    label = f'<p class="label">{escape(passage.label)}</p>' if passage.label else ""
    if passage.listed:
        return f"{label}<ul>{''.join(f'<li>{_said(text)}</li>' for text in passage.texts)}</ul>"
    return label + "".join(f"<p>{_said(text)}</p>" for text in passage.texts)


@_block.register
def _table(table: Table) -> str:
    titles = [column.title for column in table.columns]
    head = f"<thead>{_row(table.columns, titles, 'head')}</thead>" if any(titles) else ""
    rows = "".join(_row(table.columns, row, "line") for row in table.rows)
    return f'<table class="fixed" width="100%" cellspacing="0">{head}{rows}</table>'


def _row(columns: tuple[Column, ...], cells: tuple[Cell, ...] | list[str], kind: str) -> str:
    set_cells = (
        f'<td class="{_kind(column, cell, kind)}" width="{column.width}%">{_cell(cell)}</td>'
        for column, cell in zip(columns, cells, strict=True)
    )
    return f"<tr>{''.join(set_cells)}</tr>"


def _kind(column: Column, cell: Cell, kind: str) -> str:
    return f"{kind}{' right' if column.right else ''}{' picture' if isinstance(cell, Picture) else ''}"


def _cell(cell: Cell) -> str:
    return _image(cell) if isinstance(cell, Picture) else _said(cell)


@_block.register
def _figure(figure: Figure) -> str:
    return f'<p class="figure">{_image(figure.picture)}</p><p class="note">{_said(figure.caption)}</p>'


@_block.register
def _aside(aside: Aside) -> str:
    left, right = ("".join(map(_block, side)) for side in (aside.left, aside.right))
    return (
        '<table class="fixed" width="100%" cellspacing="0"><tr>'
        f'<td class="side" width="{HALF}%">{left}</td><td class="gap" width="2%"></td>'
        f'<td class="gap" width="2%" style="border-right: none"></td>'
        f'<td class="side" width="{HALF}%">{right}</td></tr></table>'
    )


def _image(picture: Picture) -> str:
    data = b64encode(picture.content).decode("ascii")
    words = escape(_clean(picture.words).replace("\n", " "))
    return (
        f'<img src="data:{picture.mime};base64,{data}" width="{picture.width}" height="{picture.height}" alt="{words}">'
    )


def _said(text: str) -> str:
    return escape(_clean(text)).replace("\n", "<br>")


def _clean(text: str) -> str:
    return STEERING.sub("", "\n".join(text.splitlines()))
