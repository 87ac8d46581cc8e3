"""How the names of files end that other programs write."""

from __future__ import annotations

TABLES = frozenset({".csv", ".tsv", ".tab", ".txt"})

CALENDAR = ".ics"
"""A calendar's file: an invitation comes in as one, and what lies ahead goes out as one."""
