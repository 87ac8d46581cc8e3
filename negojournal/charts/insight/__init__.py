"""Negotiations laid beside each other: one module a chart; each draws its part of an insight report into a box."""
