"""The small parts that pages are made of, and the one place that applies the look."""
