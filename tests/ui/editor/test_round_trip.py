"""The form is shown a value and asked for it: what the user left alone comes back exactly as it was."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from negojournal.domain.draft import Draft
from negojournal.domain.review import Assessment
from negojournal.ui.editor.after.section import after_section
from negojournal.ui.editor.before.section import before_section
from negojournal.ui.editor.beginning import draft_of
from negojournal.ui.editor.beyond.section import beyond_section
from negojournal.ui.editor.context import Context
from negojournal.ui.editor.during.section import during_section
from negojournal.ui.editor.form import Form
from negojournal.ui.editor.head import head_section
from tests.builders import build_full_record, build_record
from tests.strategies import CATALOG, negotiations
from tests.ui.editor.record import filled_record

pytestmark = pytest.mark.usefixtures("themed")


@pytest.fixture
def form(qtbot):
    sections = (head_section(), before_section(), during_section(), after_section(), beyond_section())
    shown = Form(sections, Context(CATALOG))
    qtbot.addWidget(shown)
    shown.show_draft(draft_of(build_record()))
    for section in sections:
        for spec in section.parts:
            shown.part(spec.key)
    return shown


def test_untouched(form):
    for record in (build_record(), build_full_record(), filled_record(), build_record()):
        form.show_draft(draft_of(record))
        assert form.draft(draft_of(record)) == draft_of(record)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(negotiations)
def test_untouched_whatever_the_record(form, record):
    form.show_draft(draft_of(record))
    assert form.draft(draft_of(record)) == draft_of(record)


def test_a_date_that_cannot_be_read_comes_back_as_it_was_typed(form):
    draft = Draft(build_record(), "31 Feb", is_new=True, saved_at=build_record().created_at)
    form.show_draft(draft)
    assert form.draft(draft) == draft
    assert [problem.field for problem in form.problems()] == ["held_at"]


def test_ratings_by_a_questionnaire_that_is_not_here_stay(form):
    record = filled_record()
    review = replace(record.review, assessment=Assessment("elsewhere", 3, {"x": 4}))
    draft = draft_of(replace(record, review=review))
    form.show_draft(draft)
    assert form.draft(draft) == draft
    assert {line.key: line.summary for line in form.lines()}["ratings"] == "1"
