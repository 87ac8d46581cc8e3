"""What a file says of itself: that it is a journal, and of which schema."""

from __future__ import annotations

APPLICATION_ID = 0x4E45474F
"""What the header of every journal says, so that no other file is taken for one ("NEGO")."""

REVISIONS = ("0001", "0002", "0003")
"""Every revision of the schema, oldest first; a journal at any other is newer than this program."""

HEAD = REVISIONS[-1]
