"""Insights: comparisons, associations and what was predicted."""
