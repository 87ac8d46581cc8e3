"""The way to an open journal, and back to one: first start, locked, refused, damaged, moved away, restored."""
