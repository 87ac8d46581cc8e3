"""Journals that break in known places, and who had something there."""

from __future__ import annotations

import hashlib
import os
import random
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.note import Note, Subject
from negojournal.domain.passphrase import Passphrase
from negojournal.storage.header import PAGE
from negojournal.storage.position import second_of, this_second
from negojournal.storage.store import open_store
from negojournal.storage.wreck.image import Image, image_of
from negojournal.storage.wreck.page import page_of, values_of, whole_record
from tests.builders import EPOCH, build_full_record, build_id, build_milestone, build_rated, build_record, build_scores

SECRET = Passphrase("four words of chance")
LONG = "Said at length what was meant. " * 700
"""A text that goes on over several pages."""

THOROUGH = "NEGOJOURNAL_LONG" in os.environ
"""Whether everything is broken that can be, one after the other; it takes minutes."""

Records = Mapping[NegotiationId, Negotiation]


def record(number: int) -> Negotiation:
    """Return a record: every third is short, every seventh has a long text."""
    if number % 3 == 0:
        return build_rated(number, counterparts=(f"Person {number % 5}",))
    full = build_full_record(number, held_at=build_record(number).held_at, follows=None)
    if number % 7 == 0 and full.review:
        return replace(full, review=replace(full.review, summary=f"{number} {LONG}"))
    return full


def filled(path: Path, passphrase: Passphrase | None, count: int) -> Records:
    """Make a journal with something of every kind, and return what it holds outside of the bin."""
    with open_store(path, passphrase) as store:
        store.records.save_many((record(number), build_scores()) for number in range(count))
        store.records.bin([build_id(3)], EPOCH)
        store.milestones.save(build_milestone())
        store.entries.replace(EntryKind.AREA, (Entry(EntryKind.AREA, "vendor-agreements", "Vendors"),))
        store.notes.save(Note(Subject.COUNTERPART, "Marta Ruiz", "Keeps her word"))
        store.drafts.put("new", '{"typed": true}')
        return {one.id: one for one in store.records.walk(Filter())}


def fingerprints(folder: Path) -> dict[str, str]:
    """Return a hash of every file, those in the folders in it included."""
    files = (file for file in folder.rglob("*") if file.is_file())
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def flip(content: bytes, count: int, seed: int) -> tuple[bytes, frozenset[int]]:
    """Turn single bits over; return the content, and the pages in which they are."""
    chance, changed = random.Random(seed), bytearray(content)
    places = [chance.randrange(len(content)) for _ in range(count)]
    for place in places:
        changed[place] ^= 1 << chance.randrange(8)
    return bytes(changed), frozenset(place // PAGE + 1 for place in places)


def without_page(content: bytes, number: int, seed: int) -> bytes:
    """Put noise in the place of a page."""
    noise = random.Random(seed).randbytes(PAGE)
    return content[: (number - 1) * PAGE] + noise + content[number * PAGE :]


def touched(path: Path, passphrase: Passphrase | None) -> dict[int, frozenset[int]]:
    """Return for each page of a sound journal the positions whose rows stand in it, or go on in it."""
    image = image_of(path, passphrase)
    found: dict[int, set[int]] = {number: set() for number in image.pages}
    for number, position, further in _rows(image):
        for page in (number, *further):
            found[page].add(position)
    return {number: frozenset(positions) for number, positions in found.items()}


def _rows(image: Image) -> Iterator[tuple[int, int, Collection[int]]]:
    for number, content in image.pages.items():
        page = page_of(content, image.usable, 100 if number == 1 else 0)
        for cell in page.cells if page else ():
            if cell and cell.payload:
                payload, further = whole_record(cell.payload, image.pages, image.usable, len(image.pages))
                values = values_of(payload) or ()
                for value in (cell.payload.rowid, *values[:1]):
                    if isinstance(value, int) and value > 2**40:
                        yield number, value, further


def those_at(records: Records, positions: frozenset[int]) -> frozenset[NegotiationId]:
    """Return the records that stand at positions."""
    seconds = {this_second(position) for position in positions}
    return frozenset(one.id for one in records.values() if second_of(one.held_at) in seconds)
