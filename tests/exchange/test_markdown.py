import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.moment import Moment
from negojournal.domain.review import Assessment, PracticeMark, Review
from negojournal.domain.scoring import build_scores
from negojournal.exchange.markdown import escaped, record_markdown, write_markdown
from negojournal.exchange.record import record_plain
from tests.builders import FULL_ANSWERS, build_full_record, build_milestone, build_record
from tests.strategies import CATALOG, negotiations


def test_a_record_reads_well():
    scores = build_scores(CATALOG.questionnaire("subjective-value"), FULL_ANSWERS)
    text = record_markdown(build_full_record(), scores, CATALOG)
    assert text.startswith(
        "# Renewal of the training contract\n\n"
        "2026-02-03 14:30 · held · Marta Ruiz, Brightside GmbH · Vendor agreements\n\n"
        "## Scores\n\n"
        "- Instrumental: 5.7 (3 of 4)\n"
        "- Process: 5.3\n"
        "- Relationship: 5.3\n"
        "- Self: 5.5 (2 of 4)\n"
        "- Overall: 5.4 (13 of 16)\n"
        "- Rapport: 5.3\n\n"
        "## The review\n\n"
        "**How it ended:** Agreement\n\n"
    )
    assert "**Traps**\n\n- Gave in too much — Met their number half-way\n- Assumed a fixed pie\n" in text
    assert "\n\n\n" not in text


def test_practices_stand_together_by_how_well_they_were_done():
    marks = {"listening": PracticeMark.WELL, "limits": PracticeMark.NOT, "respect": PracticeMark.WELL}
    text = record_markdown(build_record(review=Review(practices=marks)), None, CATALOG)
    assert text.endswith("**Practices**\n\n- Done well: Listened, Showed respect\n- Not done: Tested the limits\n")


def test_a_rating_completes_its_wording():
    review = Review(assessment=Assessment("subjective-value", 1, {"process_3": 6, "self_2": 4}))
    text = record_markdown(build_record(review=review), None, CATALOG)
    assert text.endswith(
        "- Getting to a result was a struggle or easy: 6\n- I leave feeling less able or more able at negotiating: 4\n"
    )


def test_a_bare_record_is_its_heading():
    record = build_record(title="Talk", held_at=Moment("2026-01-05"))
    assert record_markdown(record, None, CATALOG, level=2) == "## Talk\n\n2026-01-05 · held\n"


def test_lines_of_a_text_stay_lines():
    review = Review(summary="one\n\n  two\nthree")
    text = record_markdown(build_record(review=review), None, CATALOG)
    assert text.endswith("**In short:** one  \n  \ntwo  \nthree\n")


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("plain words, 3.5 % (of 7)!", "plain words, 3.5 % (of 7)!"),
        ("*a* _b_ `c` [d](e) ~f~ a|b \\", "\\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\~f\\~ a\\|b \\\\"),
        ("<b>&amp;", "\\<b\\>\\&amp;"),
        ("# a", "\\# a"),
        ("- a\n+ b\n==\n---", "\\- a\n\\+ b\n\\==\n\\---"),
        ("  1. a\n12) b\n2026 c", "1\\. a\n12\\) b\n2026 c"),
        ("a\tb\r\nc\u2028d", "a   b\nc\nd"),
        ("    code", "code"),
        ("\x1b[2J\x07\x9b\ud800", "�\\[2J���"),
        ("Ana\u202eexe\u2066, \u05d0\u200f", "Ana�exe�, \u05d0\u200f"),
    ],
)
def test_what_was_typed_is_only_text(text, harmless):
    assert escaped(text) == harmless


@given(st.text(st.characters()))
def test_nothing_typed_can_steer_a_terminal(text):
    shown = escaped(text)
    assert all(one == "\n" or one.isprintable() or ord(one) > 0x9F for one in shown)
    shown.encode()


@given(negotiations)
def test_no_record_adds_a_heading(record):
    lines = record_markdown(record, None, CATALOG).splitlines()
    known = {"The review", "Ratings", "Dodged", "The plan", "Offers", "The agreement", "Follow-ups", "About"}
    assert {line.removeprefix("## ") for line in lines[1:] if line.startswith("#")} <= known


def test_a_journal_has_its_milestones_and_records():
    stream = io.StringIO()
    marks = [build_milestone(note="Two\ndays"), build_milestone(1)]
    write_markdown(stream, [(build_record(number), None) for number in range(2)], marks, CATALOG)
    assert stream.getvalue() == (
        "# Negotiations\n\n## Milestones\n\n- 2026-03-02 Course — Two  \n  days\n- 2026-03-09 Course\n\n"
        "## Talk 0\n\n2026-01-05 09:00 · held\n\n## Talk 1\n\n2026-01-06 09:00 · held\n"
    )


def test_a_journal_without_milestones_has_no_such_heading():
    stream = io.StringIO()
    write_markdown(stream, [], [], CATALOG)
    assert stream.getvalue() == "# Negotiations\n"


def texts_in(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for one in data.values() for text in texts_in(one)]
    if isinstance(data, list):
        return [text for one in data for text in texts_in(one)]
    return [data] if isinstance(data, str) and " " in data else []


def test_whatever_was_written_stands_in_it():
    record = build_full_record()
    text = record_markdown(record, None, CATALOG)
    written = texts_in(record_plain(record, None))
    assert len(written) > 40
    assert [one for one in written if escaped(one) not in text] == []
    assert "the agreement holds, instrumental 5, process 6, relationship 4, self not applicable, Still fine" in text


def test_answers_stay_readable_when_their_questionnaire_is_gone_or_asks_something_else():
    def lines_of(questionnaire: str, revision: int) -> list[str]:
        assessment = Assessment(questionnaire, revision, {"calm": 6, "self": None})
        record = build_record(review=Review(assessment=assessment))
        return record_markdown(record, None, CATALOG).splitlines()

    assert lines_of("mine", 1)[-4:] == ["**mine**", "", "- calm: 6", "- self: not applicable"]
    assert lines_of("quick", 9)[-3:] == ["", "- How I feel about my own part: not applicable", "- calm: 6"]
