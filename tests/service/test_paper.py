"""Use cases of paper, over a real journal in memory."""

from __future__ import annotations

import stat
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from negojournal.domain.agreement import Agreement, Commitment
from negojournal.domain.filter import Filter
from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Status
from negojournal.domain.note import Note, Subject
from negojournal.domain.preparation import Preparation, Side, Term
from negojournal.domain.review import Review, TrapMark
from negojournal.errors import FormatError, FullError, NotFoundError, UnreachableError
from negojournal.exchange.paper import Printout
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from tests.builders import build_id, build_rated, build_record

DAY = date(2026, 11, 23)


def held(number: int, day: str, **changes):
    return build_rated(number, held_at=Moment(day), title=f"Talk {number}", **changes)


def printed(printout: Printout) -> bytes:
    return b"%PDF " + printout.title.encode()


@pytest.fixture
def plan(journal: Journal):
    """Return a plan with Ana, whom two earlier negotiations were held with."""
    promises = (
        Commitment(Side.ME, "Send it", date(2026, 11, 1)),
        Commitment(Side.THEM, "Sign it"),
        Commitment(Side.ME, "Done already", date(2026, 11, 1), date(2026, 11, 1)),
        Commitment(Side.ME, "Given up", broken=True),
    )
    journal.records.save(
        held(1, "2026-09-01", counterparts=("Ana",), preparation=Preparation(their_interests=("Quiet", "Speed")))
    )
    journal.records.save(
        held(
            2,
            "2026-10-01",
            counterparts=("ana", "Ben"),
            agreement=Agreement(commitments=promises),
            preparation=Preparation(their_interests=("Speed",)),
        )
    )
    journal.records.save(held(3, "2026-10-02", counterparts=("Zoe",), area="budgets"))
    journal.records.save(held(4, "2026-12-24", counterparts=("Ana",)))
    record = build_record(
        5,
        title="The plan",
        status=Status.PLANNED,
        held_at=Moment("2026-12-01"),
        counterparts=("Ana", "Ben"),
        area="budgets",
    )
    journal.records.save(record)
    return record


def html_of(journal: Journal, paper) -> str:
    return journal.papers.printout(paper).html


def test_a_brief_knows_what_was_before(journal, plan):
    html = html_of(journal, journal.papers.brief(plan.id, DAY))
    assert html.index("2026-10-01 Talk 2") < html.index("2026-09-01 Talk 1")
    assert html.count("Talk 2") == 1
    assert "2026-10-02 Talk 3" in html
    assert "Talk 4" not in html
    assert "Quiet" in html
    assert html.count("Speed") == 1
    assert "Send it, late since 2026-11-01" in html
    assert "Sign it" in html
    assert "Done already" not in html
    assert "Given up" not in html


def test_a_brief_forgets_no_promise_over_many_later_negotiations(journal, plan, monkeypatch):
    monkeypatch.setattr("negojournal.service.paper.CASES", 1)
    journal.records.save(held(6, "2026-11-01", counterparts=("Ana", "Ben")))
    html = html_of(journal, journal.papers.brief(plan.id, DAY))
    assert "2026-10-01 Talk 2" not in html
    assert html.count("Send it, late since 2026-11-01") == 1
    assert html.index("What I still owe them") < html.index("What they still owe me") < html.index("Sign it")


def test_a_brief_brings_intention_focus_and_notes(journal, plan):
    journal.records.save(held(6, "2026-11-01", counterparts=("Ana",), review=Review(next_time="If so, then not.")))
    journal.notes.choose_focus("fixed-pie", DAY)
    journal.notes.keep(Note(Subject.COUNTERPART, "Ana", "Likes numbers"), "noting")
    html = html_of(journal, journal.papers.brief(plan.id, DAY))
    assert "If so, then not." in html
    assert "The trap I watch this month" in html
    assert "Ana: Likes numbers" in html


def test_the_usual_trap_is_that_with_them_or_else_of_all(journal, plan):
    def marked(number: int, day: str, trap: str, name: str) -> None:
        review = Review(traps=(TrapMark(trap),))
        journal.records.save(build_record(number, held_at=Moment(day), counterparts=(name,), review=review))

    def trap() -> str:
        html = html_of(journal, journal.papers.brief(plan.id, DAY))
        return html.partition("The usual trap")[2][:80]

    assert not trap()
    for number in (20, 21, 22):
        marked(number, "2026-10-05", "fixed-pie", "Someone")
    assert "Assumed a fixed pie (3 times)" in trap()
    for number in (23, 24):
        marked(number, "2026-10-06", "over-compromising", "Ana")
    assert "(2 times)" in trap()


def test_a_brief_of_nothing_known_is_a_page(journal):
    record = build_record(9, counterparts=(), area=None)
    journal.records.save(record)
    assert "Nothing is prepared yet" in html_of(journal, journal.papers.brief(record.id))
    with pytest.raises(NotFoundError):
        journal.papers.brief(build_id(77))


def test_a_report_has_its_scores(journal, plan):
    paper = journal.papers.report(build_id(1))
    assert "How it felt" in html_of(journal, paper)


def test_a_coach_sees_stand_ins(journal, plan):
    copy = journal.papers.for_coach(journal.papers.report(build_id(2)))
    html = html_of(journal, copy.paper)
    assert "Ben" not in html
    assert "Counterpart A" in html
    assert ("Ben", "Counterpart B") in copy.replaced


def test_a_coach_reads_no_amount_of_one_digit_either(journal, plan):
    leave = Preparation(terms=(Term("leave", "days", bottom_line=Decimal(6), goal=Decimal(8)),))
    journal.records.log(build_record(9, preparation=leave))
    copy = journal.papers.for_coach(journal.papers.report(build_id(9)))
    assert {"6 days", "8 days"} <= dict(copy.replaced).keys()
    assert " days" not in html_of(journal, copy.paper)


def test_a_coach_does_not_read_of_others_who_are_met(journal, plan):
    journal.records.log(build_record(9, counterparts=("Ana",), review=Review(summary="Like Zoe said")))
    copy = journal.papers.for_coach(journal.papers.report(build_id(9)))
    assert "Zoe" not in html_of(journal, copy.paper)
    assert "Zoe" in dict(copy.replaced)


def test_a_period_is_what_the_filter_lets_through(journal, plan):
    period = journal.papers.period(Filter(counterpart="Zoe"), DAY)
    assert [line.title for line in period.lines] == ["Talk 3"]
    assert period.trends.tally.negotiations == 1
    assert period.names[0] == "Zoe"
    assert set(period.names) == {"Zoe", "Ana", "Ben"}
    assert len(journal.papers.period().lines) == 5


@pytest.mark.parametrize(("name", "begins"), [("a.pdf", b"%PDF Brief"), ("a.HTML", b"<!DOCTYPE html>")])
def test_a_paper_is_written_for_its_owner_alone(journal, plan, tmp_path: Path, name, begins):
    path = tmp_path / name
    path.write_text("old")
    journal.papers.write(journal.papers.brief(plan.id), path, printed)
    assert path.read_bytes().startswith(begins)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_what_cannot_be_written_is_said_and_the_old_file_stays(journal, plan, tmp_path: Path):
    paper = journal.papers.brief(plan.id)
    with pytest.raises(FormatError, match="should end with"):
        journal.papers.write(paper, tmp_path / "a.docx", printed)
    with pytest.raises(UnreachableError, match="isn’t there"):
        journal.papers.write(paper, tmp_path / "no" / "a.pdf", printed)
    path = tmp_path / "a.pdf"
    path.write_text("old")

    def full(_: Printout) -> bytes:
        raise FullError(path, "No room.")

    with pytest.raises(FullError):
        journal.papers.write(paper, path, full)
    assert path.read_text() == "old"


def test_the_journal_is_never_overwritten(tmp_path: Path):
    path = tmp_path / "journal.pdf"
    journal = open_journal(path, resource_folder())
    try:
        journal.records.save(replace(build_record(1), title="Kept"))
        with pytest.raises(UnreachableError, match="journal itself"):
            journal.papers.write(journal.papers.report(build_id(1)), path, printed)
    finally:
        journal.close()
