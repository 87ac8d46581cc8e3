"""The ways from a record in the form to its brief and to the next plan."""

from dataclasses import replace

import pytest

from negojournal.domain.identity import NegotiationId, new_uuid
from negojournal.domain.negotiation import Status
from tests.builders import build_record

pytestmark = pytest.mark.usefixtures("themed")


def kept(desk, **changes):
    record = replace(build_record(title="Rent"), id=NegotiationId(new_uuid()), **changes)
    desk.journal.records.log(record)
    return record.id


def test_a_new_review_has_none(desk):
    assert not {"brief", "negotiate-again"} & desk.editor.commands().keys()


def test_a_plan_has_a_brief_and_what_was_held_a_next_plan(desk):
    plan, held = kept(desk, status=Status.PLANNED), kept(desk)
    for record in (plan, held):
        desk.editor.show_record(record)
        desk.run("brief" if record == plan else "negotiate-again")
    assert "brief" not in desk.editor.commands()
    assert desk.space.navigator.calls == [("brief", plan), ("follow", held)]


def test_the_record_on_screen_is_meant_also_when_another_came_before(desk):
    first, second = kept(desk), kept(desk)
    desk.editor.show_record(first)
    again = desk.editor.commands()["negotiate-again"]
    desk.editor.show_record(second)
    again()
    assert desk.space.navigator.calls == [("follow", second)]
