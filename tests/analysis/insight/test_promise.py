from datetime import timedelta

from negojournal.analysis.insight.promise import build_promises, promises_words, share_kept
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.agreement import Commitment
from negojournal.domain.preparation import Side
from negojournal.domain.promise import Kept
from tests.cases import FIRST, QUICKLY, case

DAY = FIRST + timedelta(days=50)


def promise(due, done=None, *, owner=Side.ME, broken=False):
    days = [None if at is None else FIRST + timedelta(days=at) for at in (due, done)]
    return Commitment(owner, "send it", *days, broken)


ANA = case(
    0,
    counterparts=("Ana",),
    commitments=(
        promise(10, 9),
        promise(10, 10),
        promise(10, 12),
        promise(20),
        promise(20, broken=True),
        promise(60),
        promise(30, 5, owner=Side.THEM),
    ),
)
BO = case(1, counterparts=("Bo", "ana "), commitments=(promise(None, 4, owner=Side.THEM),))


def test_promises_of_both_sides():
    """Mine: 5 due by day 50, of which 2 in time, 1 late, 1 open and late, 1 broken; one is still ahead."""
    found = build_promises([ANA, BO, case(2)], QUICKLY, DAY)
    assert found.sides == {Side.ME: Kept(5, 2, 1, 1, 1, 1), Side.THEM: Kept(1, 1, 0, 0, 0, 1)}
    assert [one.counterpart for one in found.counterparts] == ["ana ", "Bo"]
    assert found.counterparts[0].sides == found.sides
    assert found.counterparts[1].sides[Side.THEM] == Kept(left_out=1)
    assert found.use == Use(2, (LeftOut(Reason.NO_COMMITMENT, 1),))
    words = promises_words(found, QUICKLY)
    assert words.remarks == (
        "Mine: 2 of 5 due kept in time (40%), 1 kept late, 1 open and late, 1 broken",
        "Theirs: 1 of 1 due kept in time, 0 kept late, 0 open and late, 0 broken",
    )
    assert words.rows[0] == ("All counterparts", "mine", "5", "2", "1", "1", "1", "1", "40%")
    assert words.rows[3] == ("ana ", "theirs", "1", "1", "0", "0", "0", "1", "–")


def test_no_share_of_fewer_than_five():
    assert share_kept(Kept(due=4, kept=4)) is None
    assert share_kept(Kept(due=5, kept=4)) == 0.8


def test_no_promises():
    found = build_promises((), QUICKLY, DAY)
    assert (found.sides, found.counterparts) == ({Side.ME: Kept(), Side.THEM: Kept()}, ())
    assert promises_words(found, QUICKLY).remarks == ("Mine: none yet", "Theirs: none yet")
