"""Bootstrap intervals of medians and of their differences.

B. Efron, Better bootstrap confidence intervals, Journal of the American Statistical Association 82, 1987, 171–185.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from negojournal.analysis.trend import Interval

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt
    from scipy.stats._resampling import BootstrapResult

    Numbers = npt.NDArray[np.float64]

RESAMPLES = 9_999
"""Resamples of each interval; 19 of them take a twentieth of a second."""

SEED = 1_979
"""Makes an interval the same each time it is looked at."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Hold a statistic of resamples where scipy looks for those that it drew before."""

    bootstrap_distribution: Numbers


def bootstrap_interval(sides: tuple[Sequence[float], ...], level: float) -> Interval | None:
    """Return the interval of the median of one sample, or of one's median less the other's.

    BCa by scipy; where leaving out any one value moves no median, BCa is not defined and the percentile interval
    stands. None where no resample differs from another.
    """
    import numpy as np  # noqa: PLC0415 - loads with scipy, which the start of the program cannot spare
    from scipy.stats import bootstrap  # noqa: PLC0415 - as above

    rng = np.random.default_rng(SEED)
    samples = [np.sort(np.asarray(side, dtype=np.float64)) for side in sides]
    drawn = _difference([_medians(sample, rng) for sample in samples])
    if np.ptp(drawn) == 0:
        return None
    found = bootstrap(
        samples,
        lambda *resampled, axis: _difference([np.median(one, axis=axis) for one in resampled]),
        n_resamples=0,
        bootstrap_result=cast("BootstrapResult", _Drawn(drawn)),
        confidence_level=level,
        method="percentile" if all(map(_is_stiff, samples)) else "BCa",
    ).confidence_interval
    return Interval(float(found.low), float(found.high))


def _difference(medians: Sequence[Any]) -> Any:  # noqa: ANN401 - arrays of any shape
    return medians[0] if len(medians) == 1 else medians[0] - medians[1]


def _medians(ordered: Numbers, rng: np.random.Generator) -> Numbers:
    """Draw the medians of resamples without drawing the resamples, at a cost that doesn't grow with them.

    A resample takes values at n uniform places. Of these the k-th smallest is Beta(k, n − k + 1), and the next one
    lies Beta(1, n − k) of the way from it to 1 (H. A. David & H. N. Nagaraja, Order Statistics, 2003, chapter 2).
    """
    import numpy as np  # noqa: PLC0415 - as above

    n = len(ordered)
    k = (n + 1) // 2
    place = rng.beta(k, n - k + 1, RESAMPLES)
    lower = ordered[(place * n).astype(np.intp)]
    if n % 2:
        return lower
    following = place + (1 - place) * rng.beta(1, n - k, RESAMPLES)
    return (lower + ordered[(following * n).astype(np.intp)]) / 2


def _is_stiff(ordered: Numbers) -> bool:
    """Tell whether leaving out any one value leaves the median where it is."""
    n = len(ordered)
    return bool(ordered[(n - 2) // 2] == ordered[(n + 1) // 2])
