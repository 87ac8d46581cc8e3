"""The parts of the section During as a user drives them, by the keyboard."""

from decimal import Decimal

import pytest

from negojournal.domain.agreement import Offer
from negojournal.domain.preparation import Method, Preparation, Side
from negojournal.domain.review import Tactic
from negojournal.ui.editor.during.section import during_section
from tests.ui.editor.bench import Bench


@pytest.fixture
def bench(qtbot, themed):
    return Bench(qtbot, during_section())


def test_what_was_noticed(bench):
    bench.go_to("notice")
    bench.type("Late, and sorry for it")
    bench.press("Tab")
    bench.type("Arms crossed")
    bench.press("Tab")
    bench.type("Warmer")
    review = bench.record.review
    assert (review.opening_note, review.body_language_note) == ("Late, and sorry for it", "Arms crossed")
    assert review.feeling_note == "Warmer"
    assert bench.summary("notice") == "3 of 3"


def test_the_course_of_the_talk_by_digits(bench):
    bench.go_to("course")
    bench.type("2145")
    bench.press("Tab")
    bench.type("6")
    record = bench.record
    assert (record.method, record.review.their_method) == (Method.COOPERATIVE, Method.COMBATIVE)
    assert (record.power, record.duration_minutes, record.review.trust) == (1, 5, 6)
    assert bench.summary("course") == "Cooperative · they: Combative · I was stronger · 5 min · trust 6"


def test_no_length_is_no_length(bench):
    bench.show(duration_minutes=45)
    bench.go_to("course")
    length = bench.control("course", "duration_minutes")
    length.setFocus()
    bench.type("x")
    assert bench.record.duration_minutes == 45
    bench.press("Back", "Back")
    assert bench.record.duration_minutes is None
    assert bench.summary("course") == ""


def test_the_trust_there_was_before_is_recalled(bench):
    bench.go_to("course")
    assert not bench.form.part("course")._before.isVisible()
    bench.show(preparation=Preparation(trust=3))
    bench.go_to("course")
    assert bench.form.part("course")._before.text() == "Before the meeting: 3 of 7"


def test_tactics_are_listed_with_who_used_them(bench):
    bench.go_to("tactics")
    bench.type("Deadline")
    bench.press("Tab")
    bench.type("1")
    bench.press("Tab")
    bench.type("Asked what it rests on")
    bench.press("Enter")
    bench.type("Silence")
    assert bench.record.review.tactics == (
        Tactic("Deadline", Side.ME, "Asked what it rests on"),
        Tactic("Silence", Side.THEM),
    )
    assert bench.summary("tactics") == "Deadline, Silence"


class TestOffers:
    def test_a_ladder_is_typed_and_drawn(self, bench):
        bench.go_to("offers")
        for line in ("21450", "11000", "21350", "21300"):
            bench.type(line[0])
            bench.press("Tab")
            bench.type(line[1:])
            bench.press("Enter", "Enter", "Enter")
        assert [offer.by for offer in bench.record.offers] == [Side.THEM, Side.ME, Side.THEM, Side.THEM]
        (box,) = bench.form.part("offers")._ladders
        assert box._picture.accessibleName() == "Them 1450; Me 1000; Them 1350 (−100); Them 1300 (−50, a gift)"
        assert box._gifts.text().startswith("Given without return: Them 1×.")
        assert not box._name.isVisible()
        assert not box.grab().isNull()
        assert bench.summary("offers") == "4 noted"

    def test_each_term_has_its_ladder_and_one_value_is_none(self, bench):
        rate = [
            Offer(side, "Rate", Decimal(value)) for side, value in ((Side.ME, "10.5"), (Side.THEM, 9), (Side.ME, 9))
        ]
        days = [Offer(Side.ME, "Days", Decimal(3)), Offer(Side.ME, "days", Decimal(3)), Offer(Side.THEM, "Place")]
        bench.show(offers=(*rate, *days))
        bench.go_to("offers")
        boxes = bench.form.part("offers")._ladders
        assert [box._name.text() for box in boxes] == ["Rate", "Days"]
        assert boxes[0]._picture.accessibleName() == "Me 10.5; Them 9; Me 9 (−1.5)"
        assert boxes[0]._gifts.text().startswith("No step")
        assert boxes[1]._picture.accessibleName() == "Me 3; Me 3"
        for box in boxes:
            assert not box.grab().isNull()
        bench.show(offers=tuple(rate))
        assert len(bench.form.part("offers")._ladders) == 1

    def test_labels_that_would_cover_each_other_are_left_out(self, bench):
        bench.show(offers=tuple(Offer(Side.ME, value=Decimal(10**14 + number)) for number in range(60)))
        bench.go_to("offers")
        assert not bench.form.part("offers")._ladders[0].grab().isNull()
