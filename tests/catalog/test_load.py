import shutil
import tomllib

import pytest

from negojournal.catalog.load import load_catalog
from negojournal.domain.catalog import EntryKind
from negojournal.errors import FormatError
from negojournal.paths import resource_folder

RESOURCES = resource_folder()
SHIPPED = load_catalog(RESOURCES)

OWN = """
key = "own"
revision = 3
title = "My own"

[[items]]
key = "calm"
outcome = "self"
wording = "I stayed calm"
low = "no"
middle = "partly"
high = "yes"
"""


@pytest.fixture
def own_folder(tmp_path):
    (tmp_path / "questionnaires").mkdir()
    return tmp_path


def test_the_starting_areas_stand_in_the_order_of_the_reference():
    assert [(entry.key, entry.label) for entry in SHIPPED.of(EntryKind.AREA)] == [
        ("budgets", "Budgets"),
        ("strategy-focus", "Strategy focus"),
        ("delivery-timelines", "Delivery timelines"),
        ("learning-experience-design", "Learning experience design"),
        ("stakeholder-involvement", "Stakeholder involvement"),
        ("vendor-agreements", "Vendor agreements"),
    ]


def test_the_lists_are_as_long_as_they_should_be():
    assert len(SHIPPED.of(EntryKind.TRAP)) == 8
    assert 1 <= len(SHIPPED.of(EntryKind.PRACTICE)) <= 11
    assert [entry.key for entry in SHIPPED.of(EntryKind.PURPOSE)] == [
        "role",
        "alignment",
        "resources",
        "credibility",
        "innovation",
        "resistance",
    ]
    assert SHIPPED.of(EntryKind.QUESTION)
    assert not [entry for entry in SHIPPED.entries if entry.hidden]


def test_the_words_fit_on_a_line():
    for questionnaire in SHIPPED.questionnaires:
        for item in questionnaire.items:
            assert len(item.wording) <= 72
            assert all(0 < len(word) <= 16 for word in (item.low, item.middle, item.high))
    assert all(len(entry.label) <= 48 for entry in SHIPPED.entries)


def test_the_files_say_what_the_catalogue_holds():
    (file,) = (RESOURCES / "questionnaires").glob("subjective-value.toml")
    data = tomllib.loads(file.read_text(encoding="utf-8"))
    questionnaire = SHIPPED.questionnaire("subjective-value")
    assert (questionnaire.revision, questionnaire.title) == (data["revision"], data["title"])
    assert [item.wording for item in questionnaire.items] == [item["wording"] for item in data["items"]]


def test_a_questionnaire_of_ones_own_stands_beside_those_that_ship(own_folder):
    (own_folder / "questionnaires" / "own.toml").write_text(OWN, encoding="utf-8")
    (own_folder / "questionnaires" / "._own.toml").write_bytes(b"\x00")
    (own_folder / "questionnaires" / "notes.txt").write_text("not one", encoding="utf-8")
    catalog = load_catalog(RESOURCES, own_folder)
    assert [one.key for one in catalog.questionnaires] == ["quick", "subjective-value", "own"]
    own = catalog.questionnaire("own")
    assert (own.revision, own.items[0].wording, own.items[0].reversed) == (3, "I stayed calm", False)
    assert catalog.entries == SHIPPED.entries


@pytest.mark.parametrize("folder", [None, "nowhere"])
def test_without_a_folder_of_ones_own_there_is_what_ships(tmp_path, folder):
    assert load_catalog(RESOURCES, folder and tmp_path / folder) == SHIPPED


ITEMS = OWN[OWN.index("[[items]]") :]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (OWN + ITEMS, "“items” should name “calm” only once."),
        (OWN.replace('title = "My own"', ""), "“title” is missing."),
        (OWN.replace("title", "titel"), "“titel” is not known here; known are key, revision, title, items."),
        (OWN.replace('"self"', '"mood"'), "“items[0].outcome” should be one of instrumental, process,"),
        (OWN.replace("revision = 3", 'revision = "3"'), "“revision” should be a whole number, not “3”."),
        (OWN.replace("revision = 3", "revision = 0"), "“revision” should be a whole number from 1 to 999,999, not 0."),
        (OWN.replace("revision = 3", "revision = 2026-01-01"), "“revision” should be a whole number, not 2026-01-01."),
        (OWN.replace('middle = "partly"', "middle = 4"), "“items[0].middle” should be text, not 4."),
        (OWN.replace('high = "yes"', 'high = "yes"\nreversed = "yes"'), "“items[0].reversed” should be true or false,"),
        (
            OWN.replace('"I stayed calm"', '" "'),
            "“items[0].wording” should be a line of 1 to 1000 printable characters",
        ),
        (OWN.replace('"calm"', '"calm down"'), "“items[0].key” should be a key of 1 to 100 letters"),
        (OWN.replace(ITEMS, "items = []"), "“items” should hold one item or more."),
        (OWN.replace(ITEMS, ""), "“items” is missing."),
        (OWN.replace(ITEMS, "items = {}"), "“items” should be a list, not an object."),
        (OWN.replace('"own"', '"quick"'), "“key” should be another than “quick”, which is that of "),
    ],
)
def test_a_fault_names_file_and_key(own_folder, text, sentence):
    file = own_folder / "questionnaires" / "own.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        load_catalog(RESOURCES, own_folder)
    assert str(caught.value).startswith(f"{file}: {sentence}")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"key = ", "Invalid value (at end of document)"),
        (b"\xff", "it should be UTF-8 text"),
        (b"a = " + b"[" * 10_000, "it is nested too deep"),
    ],
)
def test_a_file_that_can_not_be_read_is_named(own_folder, content, reason):
    file = own_folder / "questionnaires" / "own.toml"
    file.write_bytes(content)
    with pytest.raises(FormatError) as caught:
        load_catalog(RESOURCES, own_folder)
    assert str(caught.value) == f"{file} can’t be read: {reason}."


def test_a_folder_in_a_files_place_is_named_once(own_folder):
    file = own_folder / "questionnaires" / "own.toml"
    file.mkdir()
    with pytest.raises(FormatError) as caught:
        load_catalog(RESOURCES, own_folder)
    assert str(caught.value).startswith(f"{file} can’t be read: ")
    assert str(caught.value).count("own.toml") == 1


def test_the_mark_that_some_editors_begin_with_is_no_fault(own_folder):
    file = own_folder / "questionnaires" / "own.toml"
    file.write_text(OWN, encoding="utf-8-sig")
    assert load_catalog(RESOURCES, own_folder).questionnaire("own") is not None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[[area]]\n", "“area” should be one of areas, traps, practices, purposes, questions, not “area”."),
        ('[[areas]]\nkey = "a"\n', "“areas[0].label” is missing."),
        ('[[areas]]\nkey = "a"\nlabel = "A"\n' * 2, "“areas” should name “a” only once."),
        ('areas = ["a"]', "“areas[0]” should be an object, not “a”."),
    ],
)
def test_a_fault_in_a_list_names_file_and_key(tmp_path, text, sentence):
    folder = shutil.copytree(RESOURCES, tmp_path / "resources")
    (folder / "areas.toml").write_text(text, encoding="utf-8")
    with pytest.raises(FormatError) as caught:
        load_catalog(folder)
    assert str(caught.value).startswith(f"{folder / 'areas.toml'}: {sentence}")


def test_a_missing_list_is_named(tmp_path):
    with pytest.raises(FormatError, match=r"areas\.toml can’t be read"):
        load_catalog(tmp_path)
