"""How much each score resembles the one before, and what that takes from the evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from negojournal.analysis.line import ROUNDING, products, squares

if TYPE_CHECKING:
    from collections.abc import Sequence

HIGHEST = 0.9


def autocorrelation(residuals: Sequence[float]) -> float:
    """Return the lag-1 autocorrelation r of residuals, within 0 … 0.9.

    r = Σ eᵢ eᵢ₋₁ ÷ Σ eᵢ², then r + (1 + 4r) ÷ n for its bias in small samples; residuals that are all 0 give 0.
    F. H. C. Marriott & J. A. Pope, Bias in the estimation of autocorrelations, Biometrika 41, 1954, 390–402.
    """
    total = squares(residuals)
    if total < ROUNDING:
        return 0.0
    r = products(residuals, residuals[1:]) / total
    return min(max(r + (1 + 4 * r) / len(residuals), 0.0), HIGHEST)


def inflation(r: float) -> float:
    """Return the factor f = (1 + r) ÷ (1 − r) by which autocorrelation r widens a variance."""
    return (1 + r) / (1 - r)
