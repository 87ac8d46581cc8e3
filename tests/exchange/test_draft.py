from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.agreement import Dodge
from negojournal.domain.draft import Draft
from negojournal.domain.moment import Moment
from negojournal.errors import FormatError, InvalidError
from negojournal.exchange.draft import draft_from, draft_text
from tests.builders import build_record
from tests.strategies import drafts

AT = Moment("2026-07-01T12:00:00+00:00")


@given(drafts)
def test_any_draft_comes_back_equal(draft):
    assert draft_from(draft_text(draft)) == draft


@given(st.text(st.characters()), st.text(st.characters()))
def test_whatever_is_typed_comes_back(title, held_at_text):
    draft = Draft(build_record(title=title), held_at_text, is_new=True, saved_at=AT)
    assert draft_from(draft_text(draft)) == draft


@pytest.mark.parametrize(
    ("worth", "kept"), [("NaN", None), ("1e400", None), ("12345678901234567890", "12345678901234567000")]
)
def test_an_amount_beyond_every_rule_does_no_harm(worth, kept):
    draft = Draft(build_record(dodge=Dodge(Decimal(worth))), "", is_new=False, saved_at=AT)
    expected = replace(draft, record=replace(draft.record, dodge=Dodge(kept and Decimal(kept))))
    assert draft_from(draft_text(draft)) == expected


@pytest.mark.parametrize(("text", "error"), [("", FormatError), ("{}", InvalidError), ("[]", InvalidError)])
def test_a_draft_that_is_none_is_refused(text, error):
    with pytest.raises(error):
        draft_from(text)
