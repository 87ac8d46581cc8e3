import json
from dataclasses import replace

import pytest
from hypothesis import given

from negojournal.domain.moment import Moment
from negojournal.domain.preparation import Preparation, Term
from negojournal.domain.review import Review
from negojournal.domain.scoring import SCORED, build_scores
from negojournal.domain.validation import problems_of
from negojournal.errors import InvalidError
from negojournal.exchange.record import record_from, record_plain, scores_plain
from negojournal.exchange.text import dump, parse
from tests.builders import FULL_ANSWERS, build_full_record, build_record
from tests.builders import build_scores as scores_of
from tests.strategies import CATALOG, negotiations

BLANK = build_record(99, title="", held_at=Moment("2026-07-01"))
STAMPED = {"id": BLANK.id, "created_at": str(BLANK.created_at), "updated_at": str(BLANK.updated_at)}

EVERY_FIELD = """
{
  "id": "019b8d2b-8c07-7004-9384-54127b096493",
  "title": "Renewal of the training contract",
  "held_at": "2026-02-03T14:30:00+01:00",
  "created_at": "2026-02-03T16:00:00.125+01:00",
  "updated_at": "2026-02-04T08:00:00Z",
  "status": "held",
  "counterparts": ["Marta Ruiz", "Brightside GmbH"],
  "area": "vendor-agreements",
  "channel": "video",
  "method": "cooperative",
  "power": -1,
  "duration_minutes": 45,
  "follows": "019b8d2b-8c03-7001-9aa6-6d2c7ddf743f",
  "purposes": ["resources", "credibility"],
  "tags": ["renewal", "Q1"],
  "preparation": {
    "terms": [
      {"name": "day rate", "unit": "EUR/day", "better": "less", "opening": 1000, "goal": 1100.5, "bottom_line": 1300,
       "their_opening": 1450, "agreed": 1210},
      {"name": "days", "unit": null, "better": "more", "opening": null, "goal": null, "bottom_line": null,
       "their_opening": null, "agreed": null}
    ],
    "best_alternative": "Two freelancers we know",
    "yes_reasons": ["They know our people"],
    "no_reasons": [{"reason": "Budget is frozen", "answer": "Pay in the new year"}],
    "risks": [{"cause": "Purchasing steps in", "mitigation": "Bring them along", "happened": false}],
    "my_position": "Same scope for less",
    "my_interests": ["Keep the trainers"],
    "their_position": "Index the price",
    "their_interests": ["A reference"],
    "rules": [{"text": "No surprises by mail", "agreed": true}],
    "exchanges": [{"item": "Reference story", "giver": "me", "cost_to_giver": 200, "value_to_receiver": 1500,
                   "probability": 0.8, "kind": "soft", "included": true}],
    "frame": "partner",
    "method": "partnership",
    "questions": ["What would make this easy for you?"],
    "stakeholders": ["Head of training"],
    "expected": {"instrumental": 5, "process": 5.5, "relationship": 6, "self": 4.25},
    "chance": 0.6,
    "trust": 5,
    "their_method": "combative",
    "stop_rule": "When they ask for a third cut",
    "sealed_at": "2026-02-03T13:55:00+01:00"
  },
  "review": {
    "outcome": "agreement",
    "summary": "Renewed for a year",
    "opening_note": "Small talk about the move",
    "body_language_note": "Leaned back at the first number",
    "assessment": {"questionnaire": "subjective-value", "revision": 1,
                   "answers": {"instrumental_1": 6, "instrumental_3": 2, "self_1": null, "process_1": 7}},
    "improve": {"instrumental": "Two options", "process": "An agenda", "relationship": "A call", "self": "Breathe"},
    "intended": "Hold the scope",
    "happened": "They conceded the rate",
    "why": "We listened first",
    "keep": "Open questions",
    "next_time": "If they open high, then I will wait",
    "last_intention_done": "partly",
    "practices": {"listening": "well", "limits": "na"},
    "traps": [{"key": "fixed-pie", "note": "Their number became the start"}],
    "tactics": [{"name": "Deadline", "by": "them", "answer": "Named it kindly"}],
    "trust": 6,
    "their_method": "cooperative",
    "feeling_note": "Tense, then relieved",
    "press_conference": [{"stakeholder": "Works council", "headline": "Fair renewal", "defensible": true}]
  },
  "agreement": {
    "documented_on": "2026-02-04",
    "confirmed_on": "2026-02-06",
    "informed": [{"stakeholder": "Purchasing", "on": "2026-02-05"}],
    "commitments": [{"owner": "them", "what": "New offer", "due_on": "2026-02-10", "done_on": null, "broken": true}],
    "thanked_on": "2026-02-04",
    "thanked_by": "a card"
  },
  "offers": [{"by": "them", "term": "day rate", "value": 1450.25, "note": "opened high"}],
  "dodge": {"worth": 2500, "why": "Did not want to seem petty"},
  "currency": "EUR",
  "follow_ups": [
    {"due_on": "2026-05-04", "done_on": "2026-05-06", "holds": true, "note": "Still fine",
     "assessment": {"questionnaire": "quick", "revision": 1, "answers": {"instrumental": 5, "self": null}}}
  ]
}
"""


@given(negotiations)
def test_any_record_comes_back_equal(record):
    assert problems_of(record, CATALOG) == ()
    assert record_from(parse(dump(record_plain(record, None))), BLANK) == record


def test_a_record_with_every_key_comes_back_with_nothing_but_its_scores_added():
    record = record_from(parse(EVERY_FIELD), BLANK)
    assert problems_of(record, CATALOG) == ()
    scores = build_scores(CATALOG.questionnaire("subjective-value"), record.review.assessment.answers)
    shown = json.loads(dump(record_plain(record, scores)))
    assert shown.pop("scores") == {
        "instrumental": 6.0,  # 6 and, reversed, 8 − 2
        "process": 7.0,
        "relationship": None,
        "self": None,
        "overall": pytest.approx(19 / 3),
        "rapport": 7.0,
    }
    assert shown == json.loads(EVERY_FIELD)


def test_what_is_shown_can_be_logged_again():
    record = build_full_record()
    assert record_from(record_plain(record, scores_of()), BLANK) == record


def test_keys_stand_in_the_order_of_the_reference():
    plain = record_plain(build_full_record(), None)
    assert [key for key in plain if key != "scores"] == list(json.loads(EVERY_FIELD))
    for part in ("preparation", "review", "agreement", "dodge"):
        assert list(plain[part]) == list(json.loads(EVERY_FIELD)[part])


def test_a_title_is_all_that_is_needed():
    assert record_from({"title": "Talk"}, BLANK) == replace(BLANK, title="Talk")


@pytest.mark.parametrize("name", ["id", "held_at", "created_at", "updated_at"])
def test_what_the_program_sets_is_taken_when_given(name):
    given = {"id": build_record(3).id}.get(name, "2026-01-01")
    assert str(getattr(record_from({"title": "Talk", name: given}, BLANK), name)) == given


def test_null_and_a_missing_key_are_the_same():
    nulls = dict.fromkeys(record_plain(BLANK, None)) | {"title": "Talk"}
    assert record_from(nulls, BLANK) == record_from({"title": "Talk"}, BLANK)
    terms = [{"name": "rate"}, {"name": "rate", "opening": None, "better": None}]
    record = record_from({"title": "Talk", "preparation": {"terms": terms}}, BLANK)
    assert record.preparation == Preparation(terms=(Term("rate"), Term("rate")))


def test_an_empty_review_is_one():
    assert record_from({"title": "Talk", "review": {}}, BLANK).review == Review()


def test_scores_are_ignored():
    assert record_from({"title": "Talk", "scores": "anything"}, BLANK) == replace(BLANK, title="Talk")


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"titel": "Talk", "title": "Talk"}, "“titel” is not known here; known are id, title, held_at,"),
        ({}, "“title” is missing."),
        ({"title": None}, "“title” should be text, not null."),
        ({"title": 5}, "“title” should be text, not 5."),
        (
            {"held_at": "2026-02-31"},
            "“held_at” should be a date such as 2026-02-28, or a date and time with its offset",
        ),
        ({"held_at": "2026-02-03T10:00"}, "“held_at” should be a date such as"),
        ({"status": "open"}, "“status” should be one of planned, held, dodged, not “open”."),
        ({"power": 1.0}, "“power” should be a whole number, not 1.0."),
        ({"power": "1"}, "“power” should be a whole number, not “1”."),
        ({"power": True}, "“power” should be a whole number, not true."),
        ({"counterparts": "Ann"}, "“counterparts” should be a list, not “Ann”."),
        ({"counterparts": ["Ann", 5]}, "“counterparts[1]” should be text, not 5."),
        ({"counterparts": [None]}, "“counterparts[0]” should be text, not null."),
        ({"review": []}, "“review” should be an object, not a list."),
        ({"review": {"summry": ""}}, "“review.summry” is not known here; known are outcome, summary,"),
        (
            {"review": {"practices": {"listening": "good"}}},
            "“review.practices.listening” should be one of well, partly,",
        ),
        ({"review": {"practices": ["listening"]}}, "“review.practices” should be an object, not a list."),
        ({"review": {"traps": [{"key": "a"}, {}]}}, "“review.traps[1].key” is missing."),
        ({"dodge": {"worth": "much"}}, "“dodge.worth” should be a number, not “much”."),
        (
            {"agreement": {"thanked_on": "2026-02-03T10:00+01:00"}},
            "“agreement.thanked_on” should be a date such as 2026",
        ),
        (
            {"agreement": {"commitments": [{"owner": "us", "what": ""}]}},
            "“agreement.commitments[0].owner” should be one",
        ),
        ({"follow_ups": [{"holds": 1}]}, "“follow_ups[0].holds” should be true or false, not 1."),
    ],
)
def test_what_misfits_is_named_with_its_place(given, sentence):
    with pytest.raises(InvalidError) as caught:
        record_from({"title": "Talk"} | given if given else given, BLANK)
    (problem,) = caught.value.problems
    assert problem.sentence.startswith(sentence)
    assert problem.sentence.startswith(f"“{problem.field}” ")


@pytest.mark.parametrize("answer", [4.5, "x", True, [4]])
def test_a_rating_is_a_whole_number(answer):
    review = {"assessment": {"questionnaire": "quick", "answers": {"self": answer}}}
    with pytest.raises(InvalidError, match=r"“review\.assessment\.answers\.self” should be a whole number, not "):
        record_from({"title": "Talk", "review": review}, BLANK)


@pytest.mark.parametrize("data", [[], "Talk", 5, None])
def test_a_record_is_an_object(data):
    with pytest.raises(InvalidError, match=r"^The content should be an object, not "):
        record_from(data, BLANK)


def test_every_misfit_is_told():
    with pytest.raises(InvalidError) as caught:
        record_from({"power": "x", "tags": [1, "a", 2], "review": {"trust": "y", "why": 1}}, BLANK)
    assert [problem.field for problem in caught.value.problems] == [
        "power",
        "tags[0]",
        "tags[2]",
        "review.trust",
        "review.why",
        "title",
    ]


def test_scores_have_six_names():
    assert scores_plain(None) == dict.fromkeys(SCORED)
    questionnaire = CATALOG.questionnaire("subjective-value")
    plain = scores_plain(build_scores(questionnaire, FULL_ANSWERS))
    assert list(plain) == ["instrumental", "process", "relationship", "self", "overall", "rapport"]
    assert plain["process"] == (7 + 6 + 3 + 5) / 4
