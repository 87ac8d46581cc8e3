from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from negojournal.charts.frame import Box
from negojournal.charts.placing import Label, Placed, Room, Tag, fitted, flagged, spread, tagged, wrapped


def measure(text: str) -> float:
    return 10.0 * len(text)


def test_places_that_are_apart_stay():
    assert spread([10, 50, 90], 12, 0, 100) == (10, 50, 90)


def test_places_that_collide_are_pushed_apart_and_keep_their_order():
    assert spread([52, 50], 12, 0, 100) == (62, 50)


def test_places_stay_inside():
    assert spread([98, 99, 100], 12, 0, 100) == (76, 88, 100)
    assert spread([-5], 12, 0, 100) == (0,)


def test_places_without_room_are_packed_from_the_top():
    assert spread([5, 5, 5], 12, 0, 20) == (0, 12, 24)


@given(st.lists(st.floats(0, 300), max_size=6))
def test_spread_places_are_always_a_gap_apart(places):
    moved = sorted(spread(places, 12, 0, 300))
    assert all(after - before >= 12 - 1e-6 for before, after in pairwise(moved))


def test_a_text_that_fits_is_left_alone():
    assert fitted("course", 60, measure) == "course"


def test_a_text_is_cut_with_an_ellipsis():
    assert fitted("negotiation course", 80, measure) == "negotia…"
    assert fitted("a new course", 60, measure) == "a new…"


def test_a_text_of_which_nothing_would_be_left_is_left_out():
    assert fitted("course", 40, measure) == ""


def test_lines_break_between_words():
    assert wrapped("one two three", 70, measure) == ("one two", "three")
    assert wrapped("", 70, measure) == ()


def test_a_label_stands_to_the_right_of_its_line():
    assert flagged([Label("course", 20)], Room(1, 0, 200, 5), measure) == (Placed("course", 20, 0),)


def test_a_label_at_the_right_edge_stands_to_the_left():
    assert flagged([Label("course", 190)], Room(1, 0, 200, 5), measure) == (Placed("course", 190, 0, leftwards=True),)


def test_an_earlier_label_without_room_rises_above_the_later():
    placed = flagged([Label("course", 20), Label("coaching", 40)], Room(2, 0, 200, 5), measure)
    assert placed == (Placed("course", 20, 1), Placed("coaching", 40, 0))


def test_two_labels_close_together_stand_on_either_side_of_one_row():
    placed = flagged([Label("course", 90), Label("coaching", 95)], Room(1, 0, 200, 5), measure)
    assert placed == (Placed("course", 90, 0, leftwards=True), Placed("coaching", 95, 0))


def test_a_label_with_no_room_on_either_side_is_cut_or_left_out():
    placed = flagged([Label("course", 10), Label("coaching", 70)], Room(1, 0, 200, 5), measure)
    assert placed == (Placed("cour…", 10, 0), Placed("coaching", 70, 0))
    placed = flagged([Label("course", 10), Label("coaching", 30)], Room(1, 0, 200, 5), measure)
    assert placed == (Placed("coaching", 30, 0),)


def test_no_rows_no_labels():
    assert flagged([], Room(0, 0, 200, 5), measure) == ()
    assert flagged([Label("course", 190)], Room(0, 0, 200, 5), measure) == ()


def span(one: Placed) -> tuple[float, float]:
    wide = measure(one.text)
    return (one.at - wide, one.at) if one.leftwards else (one.at, one.at + wide)


places = st.lists(st.tuples(st.integers(0, 300), st.text("ab", min_size=1, max_size=20)), max_size=6)


@given(places, st.integers(1, 3))
def test_labels_cross_neither_each_other_nor_lines(wanted, rows):
    room = Room(rows, 0, 300, 5)
    placed = flagged([Label(text, at) for at, text in sorted(wanted)], room, measure)
    spans = [span(one) for one in placed]
    for i, one in enumerate(placed):
        assert spans[i][0] >= room.left
        assert spans[i][1] <= room.right
        for j, other in enumerate(placed):
            if i != j and one.row == other.row:
                assert spans[i][1] <= spans[j][0] or spans[j][1] <= spans[i][0]
            if i != j and other.row >= one.row:
                assert not spans[i][0] < other.at < spans[i][1]


AREA = Box(0, 0, 100, 100)


def test_a_number_stands_beside_its_ring():
    assert tagged([Tag("1", 50, 50)], AREA, 4, 10, measure) == (Tag("1", 59, 50),)


def test_a_number_at_the_edge_stands_on_the_other_side():
    assert tagged([Tag("1", 96, 50)], AREA, 4, 10, measure) == (Tag("1", 87, 50),)


def test_numbers_of_rings_side_by_side_part():
    assert tagged([Tag("1", 50, 50), Tag("2", 56, 50)], AREA, 4, 10, measure) == (Tag("1", 41, 50), Tag("2", 65, 50))


def test_a_number_between_rings_stands_above_or_below():
    (_, middle, _) = tagged([Tag("1", 40, 50), Tag("2", 50, 50), Tag("3", 60, 50)], AREA, 4, 10, measure)
    assert middle == Tag("2", 50, 41)


def test_a_number_without_room_is_left_out():
    assert tagged([Tag("1", 4, 4)], Box(0, 0, 8, 8), 4, 10, measure) == ()
