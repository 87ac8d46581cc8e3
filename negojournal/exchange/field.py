"""The fields of a record that a column of a table can fill, and how people head such columns."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from negojournal.exchange.cell import ANSWERS, TERM
from negojournal.exchange.table import TYPES


@dataclass(frozen=True, slots=True)
class Field:
    """Hold a field by its path in record.md, what it is called, and the headings that suggest it."""

    path: str
    label: str
    names: tuple[str, ...] = ()


def _field(path: str, label: str, names: str) -> Field:
    return Field(path, label, tuple(name.strip() for name in names.split(",")))


_INSTRUMENTAL, _PROCESS, _RELATIONSHIP, _SELF = ANSWERS
_OPENING, _GOAL, _BOTTOM_LINE, _THEIR_OPENING, _AGREED = TERM

USUAL: tuple[Field, ...] = (
    _field(
        "title",
        "Title",
        "title, negotiation, topic, subject, what, issue, about, matter, case, project, deal, name, betreff, thema, "
        "titel, anlass, gegenstand, verhandlung, titre, objet, sujet, asunto, titulo, tema, titolo, onderwerp",
    ),
    _field(
        "held_at",
        "Date",
        "date, when, held, held on, held at, day, meeting date, date held, date of negotiation, datum, wann, termin, "
        "fecha, data, quand, time, date time, date and time",
    ),
    _field(
        "counterparts",
        "Counterparts",
        "counterpart, counterparts, counterparty, counterparties, with, with whom, who, other side, other party, "
        "opponent, partner, person, people, participants, contact, client, customer, vendor, supplier, company, "
        "gegenuber, gegenseite, mit, mit wem, verhandlungspartner, gesprachspartner, "
        "ansprechpartner, partei, kunde, avec, con, met",
    ),
    _field(
        "area", "Area", "area, category, type, kind, department, field, bereich, kategorie, art, categorie, categoria"
    ),
    _field(
        "review.outcome",
        "How it ended",
        "outcome, result, ended, how it ended, status, deal, deal no deal, agreement, agreement reached, agreed, "
        "closed, success, ergebnis, ausgang, resultat, resultado, einigung",
    ),
    _field(
        "review.summary",
        "Note",
        "note, notes, comment, comments, summary, description, details, remarks, reflection, reflections, notiz, "
        "notizen, bemerkung, bemerkungen, kommentar, notas, remarques",
    ),
    _field(
        _INSTRUMENTAL,
        "Rating: instrumental",
        "instrumental, instrumental rating, outcome rating, result rating, rating outcome, outcome, result",
    ),
    _field(_PROCESS, "Rating: process", "process, process rating, fairness, rating process, prozess"),
    _field(_RELATIONSHIP, "Rating: relationship", "relationship, relationship rating, rating relationship, beziehung"),
    _field(_SELF, "Rating: self", "self, self rating, self image, rating self, pride, confidence, selbst"),
    _field(
        "review.next_time",
        "Next time",
        "next time, next, lesson, lessons, lessons learned, lesson learned, learning, learnings, takeaway, takeaways, "
        "improve, to improve, do differently, nachstes mal, was nachstes mal, lehren",
    ),
    _field("review.keep", "Keep", "keep, what went well, went well, worked, what worked, strengths, was lief gut"),
    _field("review.intended", "Intended", "intended, intention, what i wanted, objective, objectives"),
    _field("review.happened", "Happened", "happened, what happened, course"),
    _field("review.why", "Why", "why, reason, reasons, because"),
    _field("review.feeling_note", "Feelings", "feeling, feelings, felt, emotion, emotions, mood"),
    _field("review.trust", "Trust in them afterwards", "trust, trust after, vertrauen"),
    _field("review.traps", "Traps", "trap, traps"),
    _field("tags", "Tags", "tag, tags, label, labels, keyword, keywords, schlagworte"),
    _field("status", "Status", "status, state, stage"),
    _field("channel", "Channel", "channel, medium, how, format, mode, place, kanal"),
    _field("method", "Method", "method, style, approach, strategy, stil"),
    _field("power", "Power", "power, leverage"),
    _field("duration_minutes", "Duration", "duration, duration minutes, length, minutes, time spent, dauer"),
    _field("purposes", "Purposes", "purpose, purposes"),
    _field("preparation.best_alternative", "Best alternative", "batna, best alternative, alternative, plan b"),
    _field("preparation.chance", "Chance of reaching the goal", "chance, probability, likelihood, odds"),
    _field("currency", "Currency", "currency, wahrung, devise, moneda"),
    _field(_OPENING, "Amount: my opening", "opening, my opening, opening offer, first offer, ask, asked"),
    _field(_GOAL, "Amount: goal", "goal, target, target price, aim, ziel"),
    _field(
        _BOTTOM_LINE,
        "Amount: bottom line",
        "bottom line, walk away, walkaway, walk away price, limit, reservation price",
    ),
    _field(_THEIR_OPENING, "Amount: their opening", "their opening, their offer, their first offer, counteroffer"),
    _field(_AGREED, "Amount: agreed", "agreed, agreed price, final, final price, final offer, closing price, settled"),
)
"""What tables usually hold, in the order offered."""

_PHASES = {
    "preparation": "Plan",
    "review": "Review",
    "agreement": "Agreement",
    "dodge": "Let pass",
    "expected": "expected",
    "improve": "improve",
    "assessment": "ratings",
}


def _others() -> Iterator[Field]:
    """Yield a field for everything else that a record holds, called by its path in words."""
    known = {field.path for field in USUAL}
    for path in TYPES:
        if path not in known:
            *phases, name = path.split(".")
            words = " ".join(_PHASES[phase] for phase in phases)
            plain = name.replace("_", " ")
            yield Field(path, f"{words}: {plain}" if words else plain.capitalize())


OTHERS: tuple[Field, ...] = tuple(sorted(_others(), key=lambda field: field.label))
FIELDS: Mapping[str, Field] = {field.path: field for field in (*USUAL, *OTHERS)}
NOTE, OUT = "note", "-"
"""What else becomes of a column: it is kept in the note, or left out."""
