"""What negotiations have in common when they are laid beside each other (statistics.md, "Comparisons").

Each module computes one chart's values from cases in order of time, and says them in words; `report` puts all
together. Nothing here is a cause, a grade or a norm.
"""
