"""Set an outline as the HTML that Qt's text document understands; every text of the record is escaped."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from negojournal.domain.theme import Palette, Spacing, TypeScale
from negojournal.exchange.passage import Passage, Section
from negojournal.ui.widgets.text import BREAK

_ENDLESS = re.compile(r"\S{1000}")


def outline_html(sections: Iterable[Section]) -> str:
    """Return the body of a page."""
    return "".join(
        f"<h2>{escape(section.heading)}</h2>{''.join(map(_passage, section.passages))}" for section in sections
    )


def sheet(palette: Palette, spacing: Spacing, scale: TypeScale) -> str:
    """Return the style sheet of the page: labels small and quiet above what was written."""
    return (
        f"h2 {{ font-size: {scale.heading}em; font-weight: {scale.bold}; color: {palette.text};"
        f" margin-top: {spacing.around}px; margin-bottom: {spacing.inside}px }}"
        f" p, li {{ color: {palette.text}; margin-top: 0; margin-bottom: {spacing.inside}px; line-height: 140% }}"
        f" p.label {{ color: {palette.muted}; font-size: {scale.small}em; margin-bottom: 0 }}"
        f" li {{ margin-bottom: {spacing.step}px }}"
        f" ul {{ margin-top: 0; margin-bottom: {spacing.inside}px; margin-left: 0; -qt-list-indent: 1 }}"
    )


def _passage(passage: Passage) -> str:
    label = f'<p class="label">{escape(passage.label)}</p>'
    if passage.listed:
        return label + "<ul>" + "".join(f"<li>{_text(text)}</li>" for text in passage.texts) + "</ul>"
    return label + "".join(f"<p>{_text(text)}</p>" for text in passage.texts)


def _text(text: str) -> str:
    """Return a text in which even what has no space can be broken; Qt looks for a place to for minutes otherwise."""
    return escape(_ENDLESS.sub(rf"\g<0>{BREAK}", text)).replace("\n", "<br>")
