"""The words of the page of a table."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from negojournal.ui.table.presenter import Sight


def summary(sight: Sight) -> str:
    """Return what stands above the problems, or that there are none."""
    transcript, rows = sight.transcript, sight.sheet.rows
    if transcript is None:
        return _tr("Before the rows can be read:")
    if transcript.fault_count:
        said = _tr("Not all of the first {rows} rows can be read. Mend the file, or read it otherwise:")
        return said.format(rows=f"{transcript.rows:,}")
    some, every = _tr("The first {some} of {rows} rows can be read."), _tr("All rows can be read.")
    parts = [some if transcript.rows < rows else every]
    if transcript.passed:
        parts.append(_tr("Left out, as a total or for saying neither what nor when nor with whom: {passed}."))
    parts.append(_tr("A row that is here already is left alone."))
    return " ".join(parts).format(some=f"{transcript.rows:,}", rows=f"{rows:,}", passed=transcript.passed)


def kind_words(sight: Sight) -> str:
    """Return how large a table is, and that it is one of ours."""
    rows, columns = sight.sheet.rows, len(sight.sheet.columns)
    parts = [
        _tr("1 row") if rows == 1 else _tr("{rows} rows").format(rows=f"{rows:,}"),
        _tr("1 column") if columns == 1 else _tr("{columns} columns").format(columns=columns),
    ]
    if sight.mapping.custom.is_ours:
        parts.append(_tr("written by this program; its columns are known"))
    return " · ".join(parts)


def import_words(rows: int) -> str:
    """Return what the button says."""
    return _tr("Import 1 row") if rows == 1 else _tr("Import {rows} rows").format(rows=f"{rows:,}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Table", text)
