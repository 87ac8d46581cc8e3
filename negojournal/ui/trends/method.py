"""How trends are computed: two sentences and the formulas."""

from __future__ import annotations

TREND = (
    "A straight line is laid through the scores in the order held; its slope is told with all slopes that would fit "
    "as well, and that range is wide on purpose, because you look after every review and because each score "
    "resembles the one before."
)

LEVEL = (
    "The usual range lies around the mean of the scores since the last shift, as far as the usual step from one "
    "review to the next allows; a shift is told only where two levels fit better than a line and chance would do it "
    "less than once in a hundred times."
)

FORMULAS = (
    "Slope: b ± t(0.9975; n ÷ f − 2) · √(f · s² ÷ Σ(x − x̄)²), with f = (1 + r) ÷ (1 − r) and r the autocorrelation",
    "Usual range: centre ± the larger of 2.66 × mean |eᵢ − eᵢ₋₁| and 1",
    "Recent level: Lᵢ = Lᵢ₋₁ + 0.2 · (yᵢ − Lᵢ₋₁)",
)
