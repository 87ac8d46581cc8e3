"""How the names of files end that other programs write."""

from __future__ import annotations

TABLES = frozenset({".csv", ".tsv", ".tab", ".txt"})
