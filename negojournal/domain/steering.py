"""Characters that do something to what is around them instead of being read."""

from __future__ import annotations

import re

STEERING = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What steers a terminal, turns the direction of what follows, or can't be written; not tab and line end."""
