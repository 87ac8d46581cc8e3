"""What is being typed and not yet kept."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.domain.moment import Moment
from negojournal.domain.negotiation import Negotiation


@dataclass(frozen=True, slots=True)
class Draft:
    """Hold a form as it stands: the record may break every rule, and `held_at_text` need not be a date yet."""

    record: Negotiation
    held_at_text: str
    is_new: bool
    saved_at: Moment
