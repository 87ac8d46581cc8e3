import io
import json
import tracemalloc
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.catalog import Entry, EntryKind, merge_entries
from negojournal.domain.moment import Moment
from negojournal.errors import FormatError, InvalidError
from negojournal.exchange import journal as journal_module
from negojournal.exchange.journal import Document, document_problems, read_journal, write_journal
from tests.builders import build_full_record, build_milestone, build_record
from tests.builders import build_scores as scores_of
from tests.strategies import CATALOG, entries, milestones, negotiations

AT = Moment("2026-07-01T12:00:00+00:00")
HEAD = '{"format": "negojournal", "version": 1'
OWN = (Entry(EntryKind.AREA, "rooms", "Rooms", "Who meets where"), Entry(EntryKind.TRAP, "haste", "Haste", hidden=True))


def written(records=(), milestones=(), entries=(), at=AT) -> str:
    stream = io.StringIO()
    write_journal(stream, records, milestones, entries, at)
    return stream.getvalue()


def minimal(**changes) -> dict[str, object]:
    return {"id": build_record(1).id, "title": "Talk", "held_at": "2026-01-01"} | changes


def read(**changes) -> Document:
    document = read_journal(json.dumps({"format": "negojournal", "version": 1, "exported_at": AT.text} | changes))
    return replace(document, negotiations=tuple(document.negotiations))


@given(st.lists(negotiations, max_size=3), st.lists(milestones, max_size=2), st.lists(entries, max_size=4))
def test_any_journal_comes_back_equal_and_is_written_alike_again(records, marks, own):
    text = written([(record, None) for record in records], marks, own)
    document = read_journal(text.encode())
    assert tuple(document.negotiations) == tuple(records)
    assert document.milestones == tuple(marks)
    assert [[one for one in document.entries if one.kind is kind] for kind in EntryKind] == [
        [one for one in own if one.kind is kind] for kind in EntryKind
    ]
    again = [(record, None) for record in document.negotiations]
    assert written(again, document.milestones, document.entries, document.exported_at) == text


def test_the_file_has_the_fixed_names():
    data = json.loads(written([(build_full_record(), scores_of(4.5))], [build_milestone(note="Two days")], OWN))
    assert list(data) == ["format", "version", "exported_at", "negotiations", "milestones", "catalog"]
    assert (data["format"], data["version"], data["exported_at"]) == ("negojournal", 1, AT.text)
    assert data["negotiations"][0]["scores"]["overall"] == 4.5
    assert data["milestones"] == [
        {"id": build_milestone().id, "on": "2026-03-02", "title": "Course", "note": "Two days"}
    ]
    assert data["catalog"] == {
        "areas": [{"key": "rooms", "label": "Rooms", "hint": "Who meets where", "hidden": False}],
        "traps": [{"key": "haste", "label": "Haste", "hint": None, "hidden": True}],
        "practices": [],
        "purposes": [],
        "questions": [],
    }


def test_an_empty_journal_is_a_file():
    assert read_journal(written()) == Document("negojournal", 1, AT, catalog=dict.fromkeys(EntryKind, ()))


def test_records_stand_one_a_line():
    lines = written([(build_record(number), None) for number in range(3)]).splitlines()
    assert [json.loads(line.rstrip(",]"))["title"] for line in lines[2:5]] == ["Talk 0", "Talk 1", "Talk 2"]


def test_only_one_record_is_held_while_writing():
    class Nowhere(io.StringIO):
        def write(self, text):
            return len(text)

    records = ((build_record(number, tags=("x" * 10_000,)), None) for number in range(1_000))
    tracemalloc.start()
    write_journal(Nowhere(), records, (), (), AT)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 1_000_000


def test_only_one_record_is_held_while_reading():
    text = written([(build_record(number, tags=("x" * 10_000,)), None) for number in range(300)]).encode()
    tracemalloc.start()
    document = read_journal(text)
    assert sum(1 for _ in document.negotiations) == len(document.negotiations) == 300
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 300_000


def test_records_can_be_walked_through_again():
    records = tuple(build_record(number) for number in range(3))
    document = read_journal(written([(record, None) for record in records]))
    assert tuple(document.negotiations) == tuple(document.negotiations) == records
    assert records[2] in document.negotiations
    assert build_record(3) not in document.negotiations


def test_records_that_misfit_are_told_once_all_are_read():
    records = [minimal(title=5), minimal(), {}, minimal(held_at="soon")]
    document = read_journal(json.dumps({"format": "negojournal", "version": 1, "negotiations": records}))
    walk = iter(document.negotiations)
    with pytest.raises(InvalidError) as caught:
        document_problems(document, CATALOG)
    assert {problem.field.partition(".")[0] for problem in caught.value.problems} == {
        f"negotiations[{number}]" for number in range(4)
    }
    with pytest.raises(InvalidError):
        tuple(walk)


def test_what_is_broken_throughout_is_not_read_to_its_end():
    sound = minimal(created_at="2026-02-01", updated_at="2026-02-02")
    document = read_journal(json.dumps({"format": "negojournal", "version": 1, "negotiations": [{}] * 200 + [sound]}))
    walked = []
    with pytest.raises(InvalidError):
        walked.extend(document.negotiations)
    assert walked == []


def test_a_record_without_stamps_has_those_of_the_file():
    record, stamped = read(
        negotiations=[minimal(), minimal(created_at="2026-02-01", updated_at="2026-02-02", scores=None)]
    ).negotiations
    assert (record.created_at, record.updated_at) == (AT, AT)
    assert (stamped.created_at.text, stamped.updated_at.text) == ("2026-02-01", "2026-02-02")


def test_without_any_stamp_the_record_is_refused():
    with pytest.raises(InvalidError, match=r"^“negotiations\[0\]\.created_at” is missing\."):
        read(exported_at=None, negotiations=[minimal()])


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[]", "The text should be a journal’s export, with “format” “negojournal” and its “version”."),
        ('{"title": "Talk"}', "The text should be a journal’s export"),
        ('{"format": "other", "version": 1}', "The text should be a journal’s export"),
        ('{"format": "negojournal"}', "“version” should be a whole number from 1 on, not null."),
        ('{"format": "negojournal", "version": "1"}', "“version” should be a whole number from 1 on, not “1”."),
        ('{"format": "negojournal", "version": 0}', "“version” should be a whole number from 1 on, not 0."),
        ('{"format": "negojournal", "version": true}', "“version” should be a whole number from 1 on, not true."),
        ('{"format": "negojournal", "version": 2}', "The text is of version 2, which a newer negojournal wrote"),
        (HEAD, "The text ends too early, in what begins at line 1, column 39; it seems to be cut off."),
    ],
)
def test_what_is_no_journal_is_refused(text, sentence):
    with pytest.raises(FormatError) as caught:
        read_journal(text)
    assert str(caught.value).startswith(sentence)


@pytest.mark.parametrize("share", [0.1, 0.3, 0.5, 0.7, 0.9])
def test_a_file_that_is_cut_is_refused_with_the_place(share):
    text = written([(build_full_record(number), None) for number in range(5)], [build_milestone()], OWN)
    with pytest.raises(FormatError, match=r"line \d+, column \d+"):
        read_journal(text[: int(len(text) * share)])


def test_every_misfit_in_a_file_is_told_with_its_place():
    with pytest.raises(InvalidError) as caught:
        read(
            negotiations=[minimal(), minimal(title=5), "x", {"id": "1", "title": "Talk"}],
            milestones=[{"id": "1", "on": "2026-02-30", "title": "Course"}],
            catalog={"area": [], "traps": [{"key": "a", "label": "A", "kind": "traps"}]},
            negotiation=[],
        )
    assert {problem.field for problem in caught.value.problems} == {
        "negotiations[1].title",
        "negotiations[2]",
        "negotiations[3].held_at",
        "milestones[0].on",
        "catalog.area",
        "catalog.traps[0].kind",
        "negotiation",
    }


def test_negotiations_are_a_list():
    with pytest.raises(InvalidError, match=r"“negotiations” should be a list, not an object\."):
        read(negotiations={})


def test_the_rules_hold_for_everything_in_a_file():
    text = written(
        [
            (build_record(1, title=" "), None),
            (build_record(2, area="rooms"), None),
            (build_record(3, area="nowhere"), None),
            (build_record(3), None),
        ],
        [build_milestone(title=""), build_milestone()],
        [*OWN, Entry(EntryKind.AREA, "a b", "Label"), Entry(EntryKind.AREA, "rooms", "Again")],
    )
    document = read_journal(text)
    catalog = type(CATALOG)(merge_entries(CATALOG.entries, document.entries), CATALOG.questionnaires)
    problems = document_problems(document, catalog)
    assert [problem.field for problem in problems] == [
        "negotiations[0].title",
        "negotiations[2].area",
        "milestones[0].title",
        "catalog.areas[1].key",
        "catalog.areas",
        "negotiations",
        "milestones",
    ]
    assert all(problem.sentence.startswith(f"“{problem.field}” should ") for problem in problems)


def test_a_sound_file_has_no_problems():
    assert document_problems(read_journal(written([(build_full_record(), None)], [build_milestone()])), CATALOG) == ()


def test_of_many_problems_the_first_hundred_are_told():
    with pytest.raises(InvalidError) as caught:
        read(negotiations=[{}] * 500)
    assert len(caught.value.problems) == 101
    assert caught.value.problems[-1].sentence == "There are more problems in it."


def test_of_one_kind_no_more_is_taken_than_can_be_held(monkeypatch):
    monkeypatch.setattr(journal_module, "MOST_VALUES_OF_ONE_KIND", 2)
    assert len(read(negotiations=[minimal(), minimal()]).negotiations) == 2
    with pytest.raises(FormatError, match=r"more than 2 negotiations; no more can be taken in at once"):
        read(negotiations=[minimal(), minimal(), minimal()])


def test_of_many_unknown_keys_the_first_are_told():
    with pytest.raises(InvalidError) as caught:
        read(**{f"k{number}": 1 for number in range(10_000)})
    assert 90 < len(caught.value.problems) <= 101


def test_the_head_of_a_file_may_stand_at_its_end():
    text = json.dumps({"negotiations": [minimal()], "exported_at": AT.text, "version": 1, "format": "negojournal"})
    (record,) = read_journal(text).negotiations
    assert record.created_at == AT
