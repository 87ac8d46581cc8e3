"""What can be held of words on paper."""

from __future__ import annotations

from itertools import combinations

from matplotlib.figure import Figure


def assert_words_keep_clear(figure: Figure, touching: float) -> None:
    """Hold that words stay on the paper and off each other; letters above each other may touch by some points."""
    renderer = figure.canvas.get_renderer()
    boxes = [(text.get_text(), text.get_window_extent(renderer)) for text in figure.texts if text.get_text()]
    for text, box in boxes:
        assert box.x0 >= 0, text
        assert box.x1 <= figure.bbox.width, text
        assert box.y0 >= 0, text
        assert box.y1 <= figure.bbox.height, text
    for (one, first), (other, second) in combinations(boxes, 2):
        beside = first.x1 <= second.x0 + 1 or second.x1 <= first.x0 + 1
        above = first.y1 <= second.y0 + touching or second.y1 <= first.y0 + touching
        assert beside or above, f"{one} | {other}"
