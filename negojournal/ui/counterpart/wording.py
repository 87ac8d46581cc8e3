"""What is said about one counterpart, in a few plain lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from statistics import median
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from negojournal.analysis.phrase import count
from negojournal.analysis.reciprocity import Trust, giving_of, trust_of
from negojournal.analysis.series import questionnaire_used
from negojournal.charts.table import NOTHING, Line, Table
from negojournal.domain.agenda import Errand
from negojournal.domain.case import Case
from negojournal.domain.outcome import OVERALL, Outcome
from negojournal.domain.preparation import Side
from negojournal.domain.promise import Kept
from negojournal.domain.scoring import score_text
from negojournal.ui.widgets.locale_text import day_text
from negojournal.ui.widgets.outcome_mark import outcome_name

if TYPE_CHECKING:
    from negojournal.service.person import Panel

LEAST = 5
"""How many ratings there must be before their middle is told."""

LATEST = 6
"""How many of the latest notes of trust are told."""


def facts(panel: Panel) -> str:
    """Return how much there is."""
    said = [
        count(panel.tally.negotiations, "negotiation", "negotiations"),
        _tr("{n} rated").format(n=f"{panel.tally.rated:,}"),
    ]
    if panel.cases:
        said.append(_tr("last on {day}").format(day=day_text(panel.cases[-1].day)))
    return " · ".join(said)


def scores_line(cases: tuple[Case, ...]) -> str:
    """Return the median of each outcome's scores by one questionnaire, from five on; before, how many are missing."""
    asked = Counter(case.questionnaire for case in cases if case.questionnaire)
    used = questionnaire_used(asked)
    same = [case for case in cases if used is not None and case.questionnaire == used]
    if len(same) < LEAST:
        missing = count(LEAST - len(same), "more rated negotiation", "more rated negotiations")
        return _tr("{missing} until a median says anything").format(missing=missing)
    said = _tr("Median of {n}: {scores}").format(n=len(same), scores=", ".join(_medians(same)))
    others = asked.total() - len(same)
    return said + (_tr(" ({n} by another questionnaire left out)").format(n=others) if others else "")


def _medians(cases: Sequence[Case]) -> Iterator[str]:
    for outcome in Outcome:
        scores = [score for case in cases if (score := case.scores.get(outcome)) is not None]
        if len(scores) >= LEAST:
            yield f"{outcome_name(outcome)} {score_text(median(scores))}"


def promise_lines(panel: Panel) -> Iterator[str]:
    """Yield what became of the promises of each side."""
    for side, whose in ((Side.ME, _tr("I kept")), (Side.THEM, _tr("They kept"))):
        kept = panel.kept.get(side, Kept())
        if kept.due or kept.broken:
            yield _kept_words(whose, kept)


def open_promise(errand: Errand) -> str:
    """Return one promise that is open: who, what, and by when."""
    whose = _tr("I") if errand.owner is Side.ME else _tr("They")
    due = _tr("by {day}").format(day=day_text(errand.due_on)) if errand.due_on else _tr("without a date")
    return f"{whose}: {errand.what}, {due}"


def trust_lines(cases: tuple[Case, ...]) -> Iterator[str]:
    """Yield the trust noted in the latest negotiations, newest first."""
    yield from (_trust_words(one) for one in trust_of(cases)[: -LATEST - 1 : -1])


def giving_lines(cases: tuple[Case, ...]) -> Iterator[str]:
    """Yield what each side gave, where either gave anything."""
    mine, theirs = giving_of(cases, Side.ME), giving_of(cases, Side.THEM)
    if mine.items or theirs.items:
        yield _tr("Items in agreements: {mine} from me, {theirs} from them").format(
            mine=mine.items, theirs=theirs.items
        )
    if mine.gifts or theirs.gifts:
        said = _tr("Steps without return: {mine} by me, {theirs} by them")
        yield said.format(mine=mine.gifts, theirs=theirs.gifts)


def case_table(cases: tuple[Case, ...]) -> Table:
    """Return the negotiations with their scores, newest first."""
    headers = (_tr("Date"), _tr("Negotiation"), *(outcome_name(outcome) for outcome in Outcome), _tr("Overall"))
    return Table(headers, tuple(_case_line(case) for case in reversed(cases)), widest=1)


def _case_line(case: Case) -> Line:
    scores = (score_text(case.scores.get(key)) for key in (*Outcome, OVERALL))
    return Line((day_text(case.day), case.title, *scores), case.id)


def _kept_words(whose: str, kept: Kept) -> str:
    parts = [_tr("{whose} {n} of {due} on time").format(whose=whose, n=kept.kept, due=kept.due)]
    others = ((kept.kept_late, _tr("late")), (kept.open_late, _tr("overdue")), (kept.broken, _tr("broken")))
    parts += [f"{times} {word}" for times, word in others if times]
    return ", ".join(parts)


def _trust_words(trust: Trust) -> str:
    before, after = (NOTHING if value is None else str(value) for value in (trust.before, trust.after))
    said = _tr("{day}: {before} before, {after} after · {title}")
    return said.format(day=day_text(trust.day), before=before, after=after, title=trust.title)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Counterpart", text)
