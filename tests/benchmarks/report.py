"""The table on the terminal, and the same for other programs."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from tests.benchmarks.measure import MEGABYTES, MILLISECONDS, Result

UNITS = {MILLISECONDS: "s", MEGABYTES: "B"}
"""What values are in where no one reads them."""

HEADS = ("what", "measured", "floor", "ratio", "lowest–highest", "bound", "")


def line_of(result: Result) -> str:
    """Return a line of the table; where there is no floor, all is told in the unit of what is measured."""
    missed = "" if result.is_kept else "missed"
    unit, measured = result.unit, result.unit.told(result.measured)
    if result.measured_floor is None:
        spread = f"{result.lowest * unit.scale:.0f}–{result.highest * unit.scale:.0f}"
        return _aligned(result.what, measured, "—", "—", spread, f"≤ {result.bound * unit.scale:g} {unit.name}", missed)
    return _aligned(
        result.what,
        measured,
        unit.told(result.measured_floor),
        f"{result.ratio:.2f} ×",
        f"{result.lowest:.2f}–{result.highest:.2f}",
        f"≤ {result.bound:g} ×",
        missed,
    )


def head() -> str:
    """Return the head of the table."""
    return _aligned(*HEADS)


def write_json(results: Sequence[Result], path: Path) -> None:
    """Write the results, with what they were measured on."""
    machine = {"python": platform.python_version(), "system": platform.platform(), "processors": os.cpu_count()}
    rows = [asdict(result) | {"unit": UNITS[result.unit], "is_kept": result.is_kept} for result in results]
    path.write_text(json.dumps({"machine": machine, "rows": rows}, ensure_ascii=False, indent=2) + "\n", "utf-8")


def _aligned(what: str, *figures: str) -> str:
    widths = (13, 13, 9, 16, 9, 8)
    return f"{what:<52}" + "".join(f"{figure:>{width}}" for figure, width in zip(figures, widths, strict=True))
