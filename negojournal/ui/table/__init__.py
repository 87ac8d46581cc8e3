"""The page on which a table of another program is mapped and taken in."""
