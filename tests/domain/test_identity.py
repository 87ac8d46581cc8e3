import time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.domain.identity import is_uuid7, new_uuid, uuid_from


def test_a_layout_as_in_the_standard():
    # RFC 9562, appendix A.6: the time 0x017F22E279B0 with rand_a 0xCC3 and rand_b 0x18C4DC0C0C07398F
    noise = (0xCC3 << 64) | 0x18C4DC0C0C07398F
    assert uuid_from(0x017F22E279B0, noise) == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"


@given(st.integers(0, 2**48 - 1), st.integers(0, 2**80 - 1))
def test_every_time_and_noise_makes_one(milliseconds, noise):
    uuid = UUID(uuid_from(milliseconds, noise))
    assert (uuid.version, uuid.variant) == (7, "specified in RFC 4122")
    assert uuid.int >> 80 == milliseconds
    assert is_uuid7(str(uuid))


@given(st.integers(0, 2**48 - 2), st.integers(0, 2**80 - 1), st.integers(0, 2**80 - 1))
def test_they_sort_by_time(milliseconds, noise, other):
    assert uuid_from(milliseconds, noise) < uuid_from(milliseconds + 1, other)


def test_a_new_one_is_of_now_and_unlike_another():
    before = time.time_ns() // 1_000_000
    one, other = new_uuid(), new_uuid()
    assert one != other
    assert before <= UUID(one).int >> 80 <= time.time_ns() // 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "017f22e2",
        "017F22E2-79B0-7CC3-98C4-DC0C0C07398F",
        "{017f22e2-79b0-7cc3-98c4-dc0c0c07398f}",
        "017f22e279b07cc398c4dc0c0c07398f",
        "c232ab00-9414-11ec-b3c8-9f6bdeced846",  # version 1
        "017f22e2-79b0-7cc3-18c4-dc0c0c07398f",  # another variant
    ],
)
def test_what_is_none_is_told(text):
    assert not is_uuid7(text)
