"""What other programs do to the journal while it is open here."""

from __future__ import annotations

from negojournal.domain.change import Change
from negojournal.service.holding import Holding


class Elsewhere:
    """Notice that another program has written."""

    def __init__(self, holding: Holding) -> None:
        self._holding = holding
        self._seen = holding.store.data_version()

    def look(self) -> Change | None:
        """Return what changed since the last look, None where nothing did; costs next to nothing then.

        Raises UnreachableError when the file was moved, deleted or replaced.
        """
        before, self._seen = self._seen, self._holding.store.data_version()
        if self._seen == before:
            return None
        self._holding.refresh_catalog()
        return Change(everything=True, elsewhere=True)
