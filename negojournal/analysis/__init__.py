"""What a series of scores can honestly say; pure functions from values to values.

Importing any module here loads neither numpy nor scipy: the first interval computed does.
"""
