"""How well the questions of one outcome hang together for this person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from negojournal.analysis.line import ROUNDING, distances, flat, squares
from negojournal.analysis.quantile import f_quantile
from negojournal.analysis.series import LATEST

if TYPE_CHECKING:
    from collections.abc import Sequence

RELIABILITY_FROM = 30
"""The least number of complete assessments."""


@dataclass(frozen=True, slots=True)
class Reliability:
    """Hold Cronbach's alpha of a number of questions in n complete assessments, with its 95 % interval."""

    n: int
    questions: int
    alpha: float
    low: float
    high: float


def scatter(values: Sequence[float]) -> float:
    """Return the sum of squared distances from the mean."""
    return squares(distances(values, flat(values)))


def cronbach_alpha(rows: Sequence[Sequence[float]]) -> float | None:
    """Return alpha of rows of answers, one column a question; None where it is not defined.

    L. J. Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16, 1951, 297–334.
    """
    k = len(rows[0])
    total = scatter([sum(row) for row in rows])
    if k < 2 or total < ROUNDING:
        return None
    return k / (k - 1) * (1 - sum(scatter(column) for column in zip(*rows, strict=True)) / total)


def alpha_interval(alpha: float, n: int, questions: int) -> tuple[float, float]:
    """Return the 95 % interval 1 − (1 − alpha)·F, F at 0.975 and 0.025 with n − 1 and (n − 1)(k − 1) degrees.

    L. S. Feldt, D. J. Woodruff & F. A. Salih, Statistical inference for coefficient alpha, Applied Psychological
    Measurement 11(1), 1987, 93–103. It takes assessments as independent, so autocorrelated ones make it too narrow.
    """
    low, high = (1 - (1 - alpha) * f_quantile(q, n - 1, (n - 1) * (questions - 1)) for q in (0.975, 0.025))
    return low, high


def build_reliability(answers: Sequence[Sequence[int | None]]) -> Reliability | None:
    """Compute the reliability of one outcome from its answers as scored, one row an assessment in order of time.

    Rows with an answer missing are left out. Below 30 others, or where all add up to the same, there is none.
    """
    complete = [tuple(a for a in row if a is not None) for row in answers if None not in row][-LATEST:]
    if len(complete) < RELIABILITY_FROM:
        return None
    alpha = cronbach_alpha(complete)
    if alpha is None:
        return None
    n, questions = len(complete), len(complete[0])
    return Reliability(n, questions, alpha, *alpha_interval(alpha, n, questions))
