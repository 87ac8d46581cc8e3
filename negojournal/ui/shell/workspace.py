"""The one value that every page is given."""

from __future__ import annotations

from dataclasses import dataclass

from negojournal.domain.catalog import Catalog
from negojournal.ui.shell.actions import Actions
from negojournal.ui.shell.bus import ChangeBus
from negojournal.ui.shell.filter_state import FilterState
from negojournal.ui.shell.port import Keychain, Messages, Navigator, Tasks
from negojournal.ui.shell.preferences import Preferences


@dataclass(frozen=True, slots=True)
class Workspace:
    """Hold what pages share.

    `catalog` is the shipped one, for use until the journal brings the user's own; `catalog_problem` is the sentence
    about a questionnaire of the user's that can't be read; `keychain` remembers passphrases where the system can.
    """

    tasks: Tasks
    bus: ChangeBus
    filter: FilterState
    actions: Actions
    preferences: Preferences
    navigator: Navigator
    messages: Messages
    catalog: Catalog
    catalog_problem: str = ""
    keychain: Keychain | None = None
