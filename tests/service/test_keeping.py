"""Two programs on one journal: neither writes over what the other has written, and both versions can be seen."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from negojournal.domain.draft import Draft
from negojournal.domain.filter import Filter
from negojournal.domain.negotiation import Negotiation
from negojournal.errors import ConflictError
from negojournal.exchange.difference import Difference
from negojournal.paths import resource_folder
from negojournal.service.journal import Journal, open_journal
from tests.builders import build_record

RENT = build_record(0, title="Rent")


@pytest.fixture
def pair(tmp_path: Path) -> Iterator[tuple[Journal, Journal]]:
    """Return two journals open on one file, with one record."""
    file = tmp_path / "journal.db"
    with (
        closing(open_journal(file, resource_folder())) as here,
        closing(open_journal(file, resource_folder())) as there,
    ):
        here.records.log(RENT)
        yield here, there


def change(journal: Journal, **changes: object) -> Negotiation:
    shown = journal.records.get(RENT.id)
    journal.records.save(replace(shown, **changes), base=shown.updated_at)
    return journal.records.get(RENT.id)


def draft_of(record: Negotiation) -> Draft:
    return Draft(record, "", is_new=False, saved_at=record.updated_at)


def test_without_a_change_elsewhere_there_is_no_conflict(pair: tuple[Journal, Journal]):
    here, _ = pair
    assert here.records.conflict(replace(RENT, title="Mine"), base=RENT.updated_at) is None
    assert here.records.conflict(build_record(1)) is None


def test_a_version_that_lost_is_not_written_and_both_are_shown(pair: tuple[Journal, Journal]):
    here, there = pair
    theirs = change(there, title="Theirs")
    mine = replace(RENT, title="Mine", tags=("one",))
    with pytest.raises(ConflictError, match=r"^“Theirs” was changed elsewhere .* both versions are kept\.$"):
        here.records.save(mine, base=RENT.updated_at)
    assert there.records.get(RENT.id) == theirs
    conflict = here.records.conflict(mine, base=RENT.updated_at)
    assert conflict is not None
    assert (conflict.mine, conflict.theirs, conflict.is_deleted) == (mine, theirs, False)
    assert conflict.differences == (
        Difference("Title", ("Mine",), ("Theirs",)),
        Difference("Tags", ("one",), ()),
    )


def test_once_theirs_was_seen_mine_can_take_its_place_and_be_taken_back(pair: tuple[Journal, Journal]):
    here, there = pair
    theirs = change(there, title="Theirs")
    here.records.save(replace(RENT, title="Mine"), base=theirs.updated_at)
    assert there.records.get(RENT.id).title == "Mine"
    here.history.undo()
    assert there.records.get(RENT.id) == theirs


def test_a_record_deleted_elsewhere_stays_deleted_until_the_user_has_seen_it(pair: tuple[Journal, Journal]):
    here, there = pair
    there.records.delete([RENT.id])
    mine = replace(RENT, title="Mine")
    with pytest.raises(ConflictError, match=r"^“Rent” was deleted elsewhere"):
        here.records.save(mine, base=RENT.updated_at)
    assert there.records.get(RENT.id) == RENT
    conflict = here.records.conflict(mine, base=RENT.updated_at)
    assert conflict is not None
    assert conflict.is_deleted
    here.records.save(mine, base=RENT.updated_at, revives=True)
    assert [line.title for line in there.lists.page(Filter()).lines] == ["Mine"]
    here.history.undo()
    assert there.lists.page(Filter()).lines == ()


def test_taking_back_does_not_bring_back_what_was_deleted_elsewhere(pair: tuple[Journal, Journal]):
    here, there = pair
    change(here, title="Mine")
    there.records.delete([RENT.id])
    with pytest.raises(ConflictError, match="it was left in the bin"):
        here.history.undo()
    assert there.lists.page(Filter()).lines == ()


def test_a_new_record_that_is_there_already_is_a_conflict(pair: tuple[Journal, Journal]):
    here, _ = pair
    with pytest.raises(ConflictError):
        here.records.save(replace(RENT, title="Mine"))
    conflict = here.records.conflict(replace(RENT, title="Mine"))
    assert conflict is not None
    assert conflict.theirs == RENT


def test_what_is_followed_is_told_by_its_title(pair: tuple[Journal, Journal]):
    here, there = pair
    other = build_record(1, title="Budget")
    here.records.log(other)
    change(there, follows=other.id)
    conflict = here.records.conflict(RENT, base=RENT.updated_at)
    assert conflict is not None
    assert conflict.differences == (Difference("Follows", (), ("Budget",)),)


def test_what_someone_is_typing_stays_a_draft_when_the_record_is_logged_elsewhere(pair: tuple[Journal, Journal]):
    here, there = pair
    mine = draft_of(replace(RENT, title="Typing"))
    here.drafts.keep(mine)
    there.records.log(replace(RENT, title="Logged"))
    assert here.drafts.all() == (mine,)
    there.records.log(there.records.get(RENT.id))
    assert here.drafts.all() == (mine,)


def test_ones_own_draft_goes_with_saving(pair: tuple[Journal, Journal]):
    here, _ = pair
    here.drafts.keep(draft_of(replace(RENT, title="Typing")))
    here.records.save(RENT, base=RENT.updated_at)
    assert here.drafts.all() == ()
    here.drafts.keep(draft_of(replace(RENT, title="Typing")))
    here.records.save(replace(RENT, title="Typing"), base=RENT.updated_at)
    assert here.drafts.all() == ()
