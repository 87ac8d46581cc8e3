"""Lay negotiations beside each other: as text, as JSON or as a chart in a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from negojournal.cli.filter import filtered
from negojournal.cli.picture import write_picture
from negojournal.cli.session import FILE, Session, pass_session
from negojournal.cli.table import one_line, room
from negojournal.cli.terminal import print_json, say
from negojournal.errors import InvalidError

if TYPE_CHECKING:
    from negojournal.analysis.insight.grouping import Grouping
    from negojournal.analysis.insight.report import InsightReport
    from negojournal.charts.chart import Chart


@click.command()
@filtered
@click.option("--questionnaire", metavar="KEY", help="Use its scores; those of the one with more unless said.")
@click.option("--by", metavar="KIND[:KEY]", help="What to compare, such as channel, or area:budgets.")
@click.option("--chart", metavar="KEY", help="Only this one, such as promises.")
@click.option("--json", "as_json", is_flag=True, help="Print for other programs.")
@click.option("--out", metavar="FILE", type=FILE, help="Draw the chart named: .png, .svg or .pdf.")
@pass_session
def insights(
    session: Session,
    /,
    questionnaire: str | None,
    by: str | None,
    chart: str | None,
    as_json: bool,
    out: Path | None,
    **typed: str,
) -> None:
    """Say what your negotiations show when they are laid beside each other."""
    from negojournal.service.query import Query  # noqa: PLC0415 - only for commands that need it

    grouping, charts = _grouping(by), _charts(chart)
    if out and chart is None:
        raise click.UsageError(f"--out draws one chart; name it with --chart: {', '.join(charts)}.")
    with session.journal() as journal:
        report = journal.insights.report(journal.lists.filter_from(Query(**typed)), questionnaire, grouping)
        _check(report, grouping)
        plain = journal.insights.plain(report)
        if out:
            journal.exchange.spare_journal(out)
    if out and chart:
        write_picture(charts[chart], report, out)
    if as_json:
        left_out = _charts(None).keys() - charts.keys()
        print_json({name: value for name, value in plain.items() if name not in left_out})
    elif not out:
        _print_report(report, charts.values())


def _grouping(by: str | None) -> Grouping:
    from negojournal.analysis.insight.grouping import Grouping, GroupingKind  # noqa: PLC0415 - loads what computes

    if by is None:
        return Grouping()
    kind, _, key = by.partition(":")
    if kind not in set(GroupingKind):
        raise click.UsageError(f"--by takes one of {', '.join(GroupingKind)}, not “{kind}”.")
    return Grouping(GroupingKind(kind), key or None)


def _check(report: InsightReport, grouping: Grouping) -> None:
    """Refuse a key that no negotiation has; of counterparts only those met most are listed, so any name may be one."""
    from negojournal.analysis.insight.grouping import GroupingKind  # noqa: PLC0415 - loads what computes
    from negojournal.domain.validation import unknown_choice  # noqa: PLC0415 - only where something is compared

    if grouping.key is None or grouping.kind is GroupingKind.COUNTERPART:
        return
    known = [key for one in report.choices if one.grouping.kind is grouping.kind and (key := one.grouping.key)]
    if known and grouping.key not in known:
        raise InvalidError((unknown_choice("by", grouping.key, known),))


def _charts(chart: str | None) -> Mapping[str, Chart[InsightReport]]:
    """Return the chart named, or every chart, by key."""
    from negojournal.charts.insight.registry import INSIGHTS  # noqa: PLC0415 - only for this command

    if chart is None:
        return INSIGHTS
    if chart not in INSIGHTS:
        raise click.UsageError(f"--chart takes one of {', '.join(INSIGHTS)}, not “{chart}”.")
    return {chart: INSIGHTS[chart]}


def _print_report(report: InsightReport, charts: Iterable[Chart[InsightReport]]) -> None:
    for number, chart in enumerate(charts):
        say(f"\n{chart.title}" if number else chart.title)
        for line in (*chart.text(report).splitlines(), chart.caption(report)):
            say(f"  {one_line(line, room(line))}")
