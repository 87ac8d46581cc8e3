"""What the rules claim of simulated journals: statistics.md, "Held by tests"."""

from statistics import fmean, median

import numpy as np
import pytest
from scipy.special import stdtrit

from negojournal.analysis.level import shift_after
from negojournal.analysis.trend import Verdict, build_trend

# Tracing each line of thousands of trends would take long and cover nothing new.
pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

SEED = 20_060_401
JOURNALS = {0.0: 2_000, 0.3: 2_000, 0.5: 12_000}
"""At 0.5 the truth (21 % ever) lies close to its bound, so it is measured to 0.4 %."""
REVIEWS = 60
LOOKS = range(10, REVIEWS + 1)
ALIKE = 100
"""So many journals of each kind, at each of their looks, hold that `verdicts` says what the program says."""
SHIFTS = 4_000
"""The truth (at most 2.1 %) is then measured to 0.3 %."""

FIRM, LEANING = 2, 1
SIZE = {
    Verdict.IMPROVING: FIRM,
    Verdict.DECLINING: -FIRM,
    Verdict.LEANING_UP: LEANING,
    Verdict.LEANING_DOWN: -LEANING,
    Verdict.NO_CLEAR_CHANGE: 0,
}

KINDS = ("quick", "full")


def journals(kind, coefficient, change=0.0):
    """Simulate journals of 60 scores: a feeling of 4.8 + z plus a change, rated once or by four questions."""
    rng = np.random.default_rng([SEED, KINDS.index(kind), round(10 * coefficient)])
    count = JOURNALS[coefficient]
    z = rng.standard_normal((count, REVIEWS))
    for i in range(1, REVIEWS):
        z[:, i] = coefficient * z[:, i - 1] + np.sqrt(1 - coefficient**2) * z[:, i]
    feeling = 4.8 + z + change
    if kind == "quick":
        return np.clip(np.round(feeling), 1, 7)
    noise = 0.8 * rng.standard_normal((count, REVIEWS, 4))
    return np.clip(np.round(feeling[:, :, None] + noise), 1, 7).mean(axis=2)


def verdicts(scores):
    """Compute the verdicts of many series of one length at once, as the numbers of `SIZE`: a trend takes 20 µs."""
    n = scores.shape[1]
    x = np.arange(n) - (n - 1) / 2
    slope = scores @ x / (x @ x)
    left = scores - scores.mean(axis=1, keepdims=True) - slope[:, None] * x
    squares = np.sum(left**2, axis=1)
    r = np.sum(left[:, 1:] * left[:, :-1], axis=1) / np.maximum(squares, 1e-9)
    r = np.clip(r + (1 + 4 * r) / n, 0, 0.9)
    f = (1 + r) / (1 - r)
    degrees = np.maximum(n / f, 4) - 2
    error = np.sqrt(f * squares / (n - 2) / (x @ x))
    beyond = [np.abs(slope) > np.maximum(stdtrit(degrees, q) * error, 1e-9) for q in (0.975, 0.9975)]
    return np.sign(slope) * np.sum(beyond, axis=0)


def share(flags):
    return fmean(list(flags))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("coefficient", JOURNALS)
def test_many_at_once_are_told_what_each_is_told(kind, coefficient):
    simulated = journals(kind, coefficient)[:ALIKE]
    for n in LOOKS:
        assert verdicts(simulated[:, :n]).tolist() == [SIZE[build_trend(one[:n]).verdict] for one in simulated.tolist()]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("coefficient", "firm", "ever", "leaning"),
    [(0.0, 0.02, 0.09, 0.08), (0.3, 0.04, 0.22, 0.14), (0.5, 0.04, 0.22, 0.14)],
)
def test_unchanged_journals_are_seldom_said_to_change(kind, coefficient, firm, ever, leaning):
    simulated = journals(kind, coefficient)
    sizes = {n: abs(verdicts(simulated[:, :n])) for n in LOOKS}
    for n in (10, 20, 40):
        assert np.mean(sizes[n] == FIRM) <= firm
        assert np.mean(sizes[n] >= LEANING) <= leaning
    assert np.mean(np.any([size == FIRM for size in sizes.values()], axis=0)) <= ever


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("coefficient", JOURNALS)
def test_unchanged_journals_seldom_show_a_shift(kind, coefficient):
    simulated = journals(kind, coefficient)[:SHIFTS].tolist()
    for n in (12, 20, 30, 40, 60):
        assert share(shift_after(journal[:n]) is not None for journal in simulated) <= 0.03


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_point_in_ten_reviews_is_found(kind):
    simulated = journals(kind, 0.0, change=0.05 * np.arange(REVIEWS)).tolist()
    assert share(build_trend(journal).verdict is Verdict.IMPROVING for journal in simulated) >= 0.95


@pytest.mark.parametrize("kind", KINDS)
def test_a_step_of_one_is_found_and_placed(kind):
    half = REVIEWS // 2
    shifts = [shift_after(journal) for journal in journals(kind, 0.0, change=np.repeat([0, 1], half)).tolist()]
    assert share(shift is not None for shift in shifts) >= 0.45
    assert median(abs(shift - half) for shift in shifts if shift) <= 2
