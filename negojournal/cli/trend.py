"""Show trends as a table, as JSON or as a chart in a file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from negojournal.cli.filter import filtered
from negojournal.cli.picture import write_picture
from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.table import print_table
from negojournal.cli.terminal import print_json, say
from negojournal.domain.scoring import score_text

if TYPE_CHECKING:
    from negojournal.analysis.dimension import Dimension
    from negojournal.analysis.report import TrendReport

CHART = "trends"


@click.command()
@filtered
@click.option("--questionnaire", metavar="KEY", help="Use its scores; those of the one with more unless said.")
@click.option("--json", "as_json", is_flag=True, help="Print for other programs.")
@click.option("--out", metavar="FILE", type=FILE, help="Draw a chart: .png, .svg or .pdf.")
@pass_session
def trends(session: Session, /, questionnaire: str | None, as_json: bool, out: Path | None, **typed: str) -> None:
    """Say whether your ratings change, and since when."""
    from negojournal.service.query import Query  # noqa: PLC0415 - only for commands that need it

    with session.journal() as journal:
        report = journal.trends.report(journal.lists.filter_from(Query(**typed)), questionnaire)
        plain = journal.trends.plain(report)
        if out:
            journal.exchange.spare_journal(out)
    if out:
        _draw(report, out)
    if as_json:
        print_json(plain)
    elif not out:
        _print_report(report)


def _draw(report: TrendReport, path: Path) -> None:
    from negojournal.charts.registry import CHARTS  # noqa: PLC0415 - only where it is drawn

    write_picture(CHARTS[CHART], report, path)


def _print_report(report: TrendReport) -> None:
    from negojournal.analysis.wording import verdict_sentence  # noqa: PLC0415 - only where it is printed

    headers = ("outcome", "reviews", "latest", "recent", "usual range", "what can be said")
    rows = [
        (
            name,
            str(dimension.n),
            score_text(dimension.latest),
            score_text(dimension.recent_level),
            _range(dimension),
            verdict_sentence(name.capitalize(), dimension),
        )
        for name, dimension in report.dimensions.items()
    ]
    print_table(headers, rows)
    say(f"{report.tally.rated:,} rated of {report.tally.negotiations:,}: {report.scope}.")


def _range(dimension: Dimension) -> str:
    from negojournal.analysis.limits import clipped  # noqa: PLC0415 - as above

    low, high = dimension.lower_limit, dimension.upper_limit
    if low is None or high is None:
        return score_text(None)
    return f"{score_text(clipped(low))} to {score_text(clipped(high))}"
