"""What the program's entry builds: the journal with a questionnaire of one's own, and what is loaded ahead."""

from __future__ import annotations

import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from negojournal import app, paths

ROOT = Path(__file__).resolve().parents[1]

DRAWING = """
import sys
from negojournal import app
app._load_charts()
ahead = set(sys.modules)
from negojournal.charts.picture import Canvas, draw_picture
from negojournal.charts.registry import CHARTS
from negojournal.charts.style import style_from
from negojournal.paths import resource_folder
from negojournal.service.look import shipped_theme
from negojournal.service.sample import open_sample
theme = shipped_theme(resource_folder())
report = open_sample().trends.report()
draw_picture(CHARTS["trends"].draw, report, style_from(theme, theme.light), Canvas(800, 500, 1.0))
print(sorted(name for name in set(sys.modules) - ahead if name.startswith(("matplotlib.", "scipy.", "numpy."))))
"""


def own_questionnaire(text: str) -> None:
    folder = paths.data_folder() / "questionnaires"
    folder.mkdir(parents=True)
    (folder / "own.toml").write_text(text, encoding="utf-8")


def shipped() -> str:
    return (paths.resource_folder() / "questionnaires" / "quick.toml").read_text(encoding="utf-8")


def test_a_questionnaire_of_ones_own_is_in_form_and_journal(tmp_path: Path) -> None:
    own_questionnaire(shipped().replace('key = "quick"', 'key = "own"', 1))
    setup = app._setup(tmp_path / "journal.db", demo=False)
    assert setup.catalog_problem == ""
    assert setup.catalog.questionnaire("own") is not None
    with closing(setup.open_journal(setup.journal, None)) as journal:
        assert journal.catalog == setup.catalog


def test_a_broken_one_is_named_and_left_out_of_both(tmp_path: Path) -> None:
    own_questionnaire(shipped().replace('key = "process"', 'key = "self"', 1))
    setup = app._setup(tmp_path / "journal.db", demo=False)
    assert "own.toml" in setup.catalog_problem
    assert [one.key for one in setup.catalog.questionnaires] == ["quick", "subjective-value"]
    with closing(setup.open_journal(setup.journal, None)) as journal:
        assert journal.catalog == setup.catalog


def test_a_sample_is_in_memory() -> None:
    with closing(app._setup(paths.journal_file(), demo=True).open_sample()) as journal:
        assert journal.path is None
        assert journal.lists.years()
    assert not paths.journal_file().exists()


@pytest.mark.slow
def test_what_draws_the_first_chart_is_loaded_ahead() -> None:
    done = subprocess.run([sys.executable, "-c", DRAWING], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"
