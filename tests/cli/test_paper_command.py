"""Briefs and reports from the command line, without a display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from negojournal.paths import resource_folder
from negojournal.service.journal import open_journal
from tests.builders import build_full_record
from tests.cli.conftest import Command, assert_problem

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def record(path: Path):
    journal = open_journal(path, resource_folder())
    record = build_full_record(follows=None)
    journal.records.save(record)
    journal.close()
    return record


def test_a_brief_is_written_as_a_web_page(command: Command, record, tmp_path: Path):
    file = tmp_path / "brief.html"
    said = command("brief", record.id[:13], file)
    assert (said.status, said.out, said.err) == (0, f"Brief written to {file}\n", "")
    assert record.title in file.read_text(encoding="utf-8")


def test_a_report_of_one_negotiation(command: Command, record, tmp_path: Path):
    file = tmp_path / "report.html"
    assert command("report", "--only", record.id, file).status == 0
    html = file.read_text(encoding="utf-8")
    assert "Marta Ruiz" in html
    assert "1,300.50 EUR/day" in html


def test_a_coach_copy_says_what_is_replaced(command: Command, record, tmp_path: Path):
    file = tmp_path / "report.html"
    said = command("report", "--only", record.id, "--coach", file)
    assert "Marta Ruiz is now Counterpart A\n" in said.out
    html = file.read_text(encoding="utf-8")
    assert "Marta" not in html
    assert "1,300.50" not in html
    assert "Counterpart A" in html


def test_a_report_of_a_period(command: Command, record, tmp_path: Path):
    file = tmp_path / "report.html"
    assert command("report", "--since", "2026-01-01", "--coach", file).status == 0
    html = file.read_text(encoding="utf-8")
    assert "1 negotiation, 1 rated" in html
    assert "data:image/png" in html
    assert "Marta" not in html


def test_what_is_wrong_is_told(command: Command, record, tmp_path: Path):
    assert_problem(command("brief", "ffff", tmp_path / "a.pdf"), "begins with")
    assert_problem(command("report", tmp_path / "a.doc"), ".pdf or .html")
    assert_problem(command("report", "--area", "nowhere", tmp_path / "a.pdf"), "area")
    assert_problem(command("brief", record.id, tmp_path / "no" / "a.html"), "isn’t there")
    both = command("report", "--only", record.id, "--area", "budgets", tmp_path / "a.pdf")
    assert both.status == 2
    assert list(tmp_path.glob("a.*")) == []


@pytest.mark.slow
def test_a_pdf_needs_no_display(path: Path, record, tmp_path: Path):
    file = tmp_path / "brief.pdf"
    without = {key: value for key, value in os.environ.items() if key not in ("DISPLAY", "WAYLAND_DISPLAY")}
    without.pop("QT_QPA_PLATFORM", None)
    words = [sys.executable, "-m", "negojournal", "--journal", str(path), "brief", record.id, str(file)]
    done = subprocess.run(words, env=without, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    content = file.read_bytes()
    assert content.startswith(b"%PDF")
    assert b"/Count 1" in content
