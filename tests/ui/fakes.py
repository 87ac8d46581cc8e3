"""A shell without a window: tasks that are done at once, and recorders of what pages asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from negojournal.domain.catalog import Catalog
from negojournal.domain.filter import Filter
from negojournal.domain.identity import NegotiationId
from negojournal.domain.passphrase import Passphrase
from negojournal.domain.progress import Progress
from negojournal.errors import JournalError
from negojournal.ui.shell.port import Failed, Run, StoppedError


@dataclass
class SyncTasks:
    """Do work at once. With `held`, keep it until `answer_all`, to look at what happens in between."""

    held: bool = False
    errors: list[JournalError] = field(default_factory=list)
    progress: list[tuple[int, int]] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    waiting: list[tuple[str, Run]] = field(default_factory=list)

    def run(self, work: Callable[[], Any], then: Callable[[Any], None], failed: Failed | None = None) -> None:
        self._take("", lambda: self._do(work, then, failed))

    run_beside = run

    def run_latest(
        self, topic: str, work: Callable[[], Any], then: Callable[[Any], None], failed: Failed | None = None
    ) -> None:
        self.waiting = [one for one in self.waiting if one[0] != topic]
        self._take(topic, lambda: self._do(work, then, failed))

    def run_long(
        self, title: str, work: Callable[[Progress], Any], then: Callable[[Any], None], failed: Failed | None = None
    ) -> None:
        self.titles.append(title)
        self.run(lambda: work(lambda done, total: self.progress.append((done, total))), then, failed)

    def answer_all(self) -> None:
        """Do what was kept."""
        waiting, self.waiting = self.waiting, []
        for _topic, run in waiting:
            run()

    def _take(self, topic: str, run: Run) -> None:
        if self.held:
            self.waiting.append((topic, run))
        else:
            run()

    def _do(self, work: Callable[[], Any], then: Callable[[Any], None], failed: Failed | None) -> None:
        try:
            value = work()
        except StoppedError:
            return
        except JournalError as error:
            (failed or self.errors.append)(error)
        else:
            then(value)


@dataclass
class RecordingNavigator:
    """Remember where pages wanted to go, as (method, argument)."""

    calls: list[tuple[str, object]] = field(default_factory=list)

    def go(self, page: str) -> None:
        self.calls.append(("go", page))

    def open_record(self, record: NegotiationId) -> None:
        self.calls.append(("open_record", record))

    def show_filter(self, chosen: Filter) -> None:
        self.calls.append(("show_filter", chosen))

    def edit(self, record: NegotiationId | None = None, part: str = "") -> None:
        self.calls.append(("edit", (record, part) if part else record))

    def plan(self) -> None:
        self.calls.append(("plan", None))

    def start(self, record: object) -> None:
        self.calls.append(("start", record))

    def review(self, record: NegotiationId) -> None:
        self.calls.append(("review", record))

    def follow(self, record: NegotiationId) -> None:
        self.calls.append(("follow", record))

    def continue_draft(self, draft: object) -> None:
        self.calls.append(("continue_draft", draft))

    def open_person(self, name: str) -> None:
        self.calls.append(("open_person", name))

    def brief(self, record: NegotiationId) -> None:
        self.calls.append(("brief", record))

    def report(self, record: NegotiationId | None = None) -> None:
        self.calls.append(("report", record))

    def open_settings(self, section: str) -> None:
        self.calls.append(("open_settings", section))

    def open_table(self, path: object) -> None:
        self.calls.append(("open_table", path))


@dataclass
class RecordingMessages:
    """Remember what was said, as (kind, text)."""

    said: list[tuple[str, str]] = field(default_factory=list)
    retry: Run | None = None
    undo: Run | None = None

    def info(self, text: str) -> None:
        self.said.append(("info", text))

    def error(self, text: str, retry: Run | None = None) -> None:
        self.said.append(("error", text))
        self.retry = retry

    def undoable(self, text: str, undo: Run | None = None) -> None:
        self.said.append(("undoable", text))
        self.undo = undo


@dataclass
class FakeKeychain:
    """Remember passphrases in a mapping, and what was asked."""

    kept: dict[Path, Passphrase] = field(default_factory=dict)
    asked: list[Path] = field(default_factory=list)
    keeps: bool = True

    def is_available(self) -> bool:
        return True

    def recall(self, path: Path) -> Passphrase | None:
        self.asked.append(path)
        return self.kept.get(path)

    def remember(self, path: Path, passphrase: Passphrase) -> bool:
        if self.keeps:
            self.kept[path] = passphrase
        return self.keeps

    def forget(self, path: Path) -> None:
        self.kept.pop(path, None)


EMPTY_CATALOG = Catalog((), ())


def fake_workspace(tmp_path, catalog: Catalog = EMPTY_CATALOG, keychain: FakeKeychain | None = None):
    """Return a workspace whose tasks, navigator and messages are the fakes above; needs a QApplication (qtbot)."""
    from negojournal.ui.shell.actions import Actions
    from negojournal.ui.shell.bus import ChangeBus
    from negojournal.ui.shell.filter_state import FilterState
    from negojournal.ui.shell.preferences import Preferences
    from negojournal.ui.shell.workspace import Workspace

    return Workspace(
        SyncTasks(),
        ChangeBus(),
        FilterState(),
        Actions(),
        Preferences(tmp_path / "window.ini"),
        RecordingNavigator(),
        RecordingMessages(),
        catalog,
        keychain=keychain,
    )


def open_memory_journal():
    """Return a real journal in memory, with the shipped catalogue."""
    from negojournal.paths import resource_folder
    from negojournal.service.journal import open_journal

    return open_journal(None, resource_folder())
