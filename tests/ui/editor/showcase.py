"""Show the form by itself, to be looked at: `python tests/ui/editor/showcase.py [light|dark] [new|full|filled]`."""

import sys
from pathlib import Path
from tempfile import mkdtemp

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow

sys.path.insert(0, str(Path(__file__).parents[3]))

from negojournal.catalog.load import load_catalog
from negojournal.catalog.theme import load_theme
from negojournal.domain.theme import Scheme
from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from negojournal.ui.editor.editor import Editor
from negojournal.ui.widgets.theme import apply_theme
from tests.ui.editor.record import filled_record
from tests.ui.fakes import fake_workspace


def show(scheme: str, kind: str) -> None:
    app = QApplication([])
    apply_theme(app, load_theme(resource_folder() / "theme"), Scheme(scheme))
    workspace = fake_workspace(Path(mkdtemp()), load_catalog(resource_folder()))
    workspace.preferences.choose("questionnaire", "subjective-value" if kind == "full" else "quick")
    journal = open_journal(None, resource_folder())
    editor = Editor(workspace)
    editor.show_journal(journal)
    if kind == "filled":
        record = filled_record()
        journal.records.log(record)
        editor.show_record(record.id)
    workspace.actions.answer_here(editor.commands())
    window = QMainWindow()
    window.setCentralWidget(editor)
    for key in ("keep", "done", "ratings"):
        for shortcut in workspace.actions.action(key).shortcuts():
            QShortcut(QKeySequence(shortcut), window, lambda key=key: workspace.actions.run(key))
    window.showMaximized()
    editor.focus_start()
    app.exec()


if __name__ == "__main__":
    show(*(sys.argv[1:] or ("light", "new")))
