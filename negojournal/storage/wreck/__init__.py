"""Read a broken file page by page, as its bytes: where SQLite gives up, most of it can still be read."""
