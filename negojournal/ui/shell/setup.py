"""What a window is made of, as the program's entry says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from negojournal.domain.catalog import Catalog
from negojournal.domain.theme import Theme
from negojournal.errors import CorruptError
from negojournal.ui.shell.page import EditorPage, PageEntry
from negojournal.ui.shell.port import Keychain, Run
from negojournal.ui.shell.whereabouts import START, Whereabouts
from negojournal.ui.shell.workspace import Workspace

if TYPE_CHECKING:
    from negojournal.domain.draft import Draft
    from negojournal.domain.passphrase import Passphrase
    from negojournal.service.journal import Journal


@dataclass(frozen=True, slots=True)
class Setup:
    """Hold files, openers, pages and look.

    `open_journal` raises StorageError or FormatError; `greets` says that a person without a journal is asked first;
    `warm_up` loads what takes long and isn't needed at once. `passphrase` was given with the start and is tried first;
    where it `asks`, the user has locked the journal and types it again, whatever the `keychain` remembers. The window
    comes back to `whereabouts`, with what is `unfinished` there and could not be stored. `news` is said once the
    journal is open. With `damage`, found while it was open, the window begins with what can be done about it.
    """

    journal: Path
    is_sample: bool
    open_journal: Callable[[Path, Passphrase | None], Journal]
    open_sample: Callable[[], Journal]
    theme: Theme
    catalog: Catalog
    catalog_problem: str
    pages: Sequence[PageEntry]
    editor: Callable[[Workspace], EditorPage]
    resources: Path
    log_folder: Path
    warm_up: Run
    greets: bool = True
    keychain: Keychain | None = None
    passphrase: Passphrase | None = None
    asks: bool = False
    whereabouts: Whereabouts = START
    unfinished: Draft | None = None
    news: str = ""
    damage: CorruptError | None = None

    def is_first_start(self) -> bool:
        """Tell whether there is no journal yet and the user has not been asked."""
        return self.greets and not self.is_sample and not self.journal.exists()
