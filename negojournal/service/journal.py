"""The one façade: every use case is a method of one of the journal's subjects."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from negojournal import paths
from negojournal.catalog.load import load_catalog
from negojournal.domain.catalog import Catalog
from negojournal.domain.change import Change
from negojournal.domain.moment import now
from negojournal.domain.negotiation import Milestone, Negotiation
from negojournal.domain.note import Note
from negojournal.domain.passphrase import Passphrase
from negojournal.errors import CorruptError
from negojournal.service.agenda import Agendas
from negojournal.service.backup import Backups, back_up_first
from negojournal.service.backup_folder import listed
from negojournal.service.drafting import Drafts
from negojournal.service.elsewhere import Elsewhere
from negojournal.service.exchange import Exchange
from negojournal.service.file import made_folder
from negojournal.service.history import History
from negojournal.service.holding import Holding
from negojournal.service.insight import Insights
from negojournal.service.listing import Listing
from negojournal.service.note import Notes
from negojournal.service.passphrase import Secrecy
from negojournal.service.person import People
from negojournal.service.plan import Plans
from negojournal.service.record import Records
from negojournal.service.trend import Trends
from negojournal.service.vocabulary import Vocabulary

if TYPE_CHECKING:
    from negojournal.service.paper import Papers
    from negojournal.service.table import Tables
    from negojournal.storage.store import Store

BIN_DAYS = 30
"""How long what was deleted can be brought back."""


class Journal:
    """Hold an open journal; use it from one thread at a time."""

    def __init__(self, store: Store, catalog: Catalog) -> None:
        self._store = store
        self._holding = Holding(store, catalog)
        self.elsewhere = Elsewhere(self._holding)
        self.backups = Backups(self._holding)
        self.passphrase = Secrecy(self._holding, self.backups.finish)
        self.history = History(self._holding)
        self.records = Records(self._holding, self.history)
        self.lists = Listing(self._holding)
        self.drafts = Drafts(self._holding)
        self.trends = Trends(self._holding, self.history)
        self.settings = Vocabulary(self._holding, self.history)
        self.notes = Notes(self._holding, self.history)
        self.people = People(self._holding, self.history, self.notes)
        self.agenda = Agendas(self._holding, self.records, self.notes)
        self.plans = Plans(self._holding, self.records)
        self.insights = Insights(self._holding, self.trends)
        self.exchange = Exchange(self._holding, self.history, self.backups)

    @cached_property
    def papers(self) -> Papers:
        """The briefs and reports; what sets them is loaded when one is first wanted."""
        from negojournal.service.paper import Papers, Sources  # noqa: PLC0415 - a start needn't wait for it

        sources = Sources(self.lists, self.notes, self.trends, self.insights)
        return Papers(self._holding, sources, self.exchange)

    @cached_property
    def tables(self) -> Tables:
        """What reads tables of other programs, loaded when one is first wanted."""
        from negojournal.service.table import Tables  # noqa: PLC0415 - as above

        return Tables(self._holding, self.records, self.exchange)

    @property
    def path(self) -> Path | None:
        """Return the file; None where the journal is in memory."""
        return self._store.path

    @property
    def is_encrypted(self) -> bool:
        """Tell whether the file needs a passphrase."""
        return self._store.is_encrypted

    @property
    def catalog(self) -> Catalog:
        """Return the catalogue as it stands, the user's own entries in their place."""
        return self._holding.catalog

    def fill(
        self, records: Iterable[Negotiation], milestones: Iterable[Milestone], notes: Iterable[Note] = ()
    ) -> Change:
        """Put many records into a new journal at once, which there is no use in taking back."""
        with self._store.transaction():
            self._store.records.save_many((record, self._holding.scores(record)) for record in records)
            self._store.milestones.save_many(milestones)
            self._store.notes.save_many(notes)
        return Change(everything=True)

    def close(self) -> None:
        """Close the file, once today's backup is made."""
        self.backups.finish()
        self._store.close()


def open_journal(
    path: Path | None, resources: Path, own_folder: Path | None = None, passphrase: Passphrase | None = None
) -> Journal:
    """Open a journal, or make a new one, encrypted where there is a passphrase; None is one in memory.

    `own_folder` may hold the user's own questionnaires. Raises the errors of a file that can't be used as a
    journal, and FormatError for a questionnaire that can't be read.
    """
    from negojournal.storage.store import open_store  # noqa: PLC0415 - the database loads in 0.3 s

    catalog = load_catalog(resources, own_folder)
    if path and path.parent == paths.data_folder():
        made_folder(path.parent)
    if path:
        _refuse_emptied(path)
    store = open_store(path, passphrase, back_up_first)
    try:
        journal = Journal(store, catalog)
        journal.passphrase.settle()
        store.records.purge(now() - timedelta(days=BIN_DAYS))
    except BaseException:
        store.close()
        raise
    return journal


def _refuse_emptied(path: Path) -> None:
    """Raise CorruptError for no file, or one without content, where there once was a journal: it isn't a new one."""
    try:
        is_empty = not path.stat().st_size
        what = "is empty"
    except FileNotFoundError:
        is_empty = path.parent.is_dir() and not path.is_symlink()
        what = "isn’t there"
    except OSError:  # told by what opens it
        return
    if is_empty and listed(path):
        sentence = f"{path} {what}, though there are backups of it; nothing was made anew, so restore one of them."
        raise CorruptError(path, sentence)
