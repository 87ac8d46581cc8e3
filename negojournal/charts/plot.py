"""Axes that never show their own ticks, grid or edge: making and dropping these takes half the time of making axes."""

from __future__ import annotations

from matplotlib.axes import Axes
from matplotlib.axis import XAxis, YAxis


class _Bare:
    """Make no tick to be told of a grid or a clip that nobody sees."""

    def grid(self, *_: object, **__: object) -> None:
        """Leave the grid to who draws one."""

    def set_clip_path(self, *_: object, **__: object) -> None:
        """Clip nothing where nothing is drawn."""

    def set_tick_params(self, *_: object, **__: object) -> None:
        """Keep no looks for ticks that aren't there."""


class _Across(_Bare, XAxis):
    """Be what lies along the bottom."""


class _Up(_Bare, YAxis):
    """Be what stands at the left."""


class Plot(Axes):
    """Hold what is drawn in units of the data, and nothing else; see matplotlib's “Custom projection” for the way."""

    def _init_axis(self) -> None:
        self.xaxis, self.yaxis = _Across(self, clear=False), _Up(self, clear=False)
        for axis, edges in ((self.xaxis, ("bottom", "top")), (self.yaxis, ("left", "right"))):
            for edge in edges:
                self.spines[edge].register_axis(axis)
