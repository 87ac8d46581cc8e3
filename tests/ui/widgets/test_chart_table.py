"""A chart as a table: what is seen of its widest column."""

import pytest

from negojournal.charts.table import Line, Table
from negojournal.ui.widgets.chart_table import LEAST_CHARACTERS, ChartTable

HEADERS = ("Title", "Instrumental", "Process", "Relationship", "Self", "Overall")


def table_of(title):
    return Table(HEADERS, (Line((title, "4.5", "4.7", "5.0", "5.1", "4.9")),), widest=0)


@pytest.mark.parametrize("width", [420, 900])
def test_the_widest_column_is_never_squeezed_to_nothing(shown, width):
    table = shown(ChartTable(), width=width)
    table.show_table(table_of("What we stop doing next year, and what with the money that is left"), "Table")
    least = table.fontMetrics().averageCharWidth() * LEAST_CHARACTERS
    assert table.columnWidth(0) >= least
    assert (table.columnWidth(0) > least) is (width == 900)
    table.resize(420, 200)
    assert table.columnWidth(0) == least


def test_a_short_column_takes_no_more_than_it_needs(shown):
    table = shown(ChartTable(), width=300)
    table.show_table(table_of("Budget"), "Table")
    assert table.columnWidth(0) < table.fontMetrics().averageCharWidth() * LEAST_CHARACTERS
