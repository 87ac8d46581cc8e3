"""Records as the form shows them."""

from dataclasses import replace

from negojournal.domain.negotiation import Negotiation
from negojournal.domain.review import PracticeMark, TrapMark
from tests.builders import build_full_record


def filled_record(**changes) -> Negotiation:
    """Return the record that uses every field, with keys that the shipped catalogue knows."""
    record = build_full_record()
    review = replace(
        record.review,
        practices={"listening": PracticeMark.WELL, "limits": PracticeMark.NOT},
        traps=(TrapMark("over-compromising", "Met them half-way at once"), TrapMark("not-listening")),
    )
    return replace(record, area="vendor-agreements", review=review, **changes)
