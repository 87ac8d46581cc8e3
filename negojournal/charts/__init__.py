"""Charts: pure data built from a report, and the only place that draws with matplotlib.

The registry and everything that builds data load no matplotlib; `pen`, `picture` and `file` do.
"""
