"""Quantiles of the distributions that intervals rest on."""

from __future__ import annotations


def t_quantile(q: float, degrees: float) -> float:
    """Return the q-quantile of Student's t; degrees of freedom may be fractional."""
    from scipy.special import stdtrit  # noqa: PLC0415 - loads in 0.3 s, which the start of the program cannot spare

    return float(stdtrit(degrees, q))


def f_quantile(q: float, numerator: float, denominator: float) -> float:
    """Return the q-quantile of the F distribution."""
    from scipy.special import fdtri  # noqa: PLC0415 - as above

    return float(fdtri(numerator, denominator, q))
