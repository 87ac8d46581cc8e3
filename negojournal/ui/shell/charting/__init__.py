"""What every page of charts has: a report to ask for, a sight of it, a table in its place, a file to save it in."""
