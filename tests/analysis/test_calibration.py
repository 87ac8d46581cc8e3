"""What the rules claim of simulated journals: statistics.md, "Held by tests"."""

from statistics import fmean, median

import numpy as np
import pytest

from negojournal.analysis.level import shift_after
from negojournal.analysis.trend import Verdict, build_trend

# Tracing each line of a million trends would take minutes and cover nothing new.
pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

SEED = 20_060_401
JOURNALS = {0.0: 2_000, 0.3: 2_000, 0.5: 12_000}
"""At 0.5 the truth (21 % ever) lies close to its bound, so it is measured to 0.4 %."""
REVIEWS = 60
FIRST_LOOK = 10

FIRM = {Verdict.IMPROVING, Verdict.DECLINING}
LEANING = {Verdict.LEANING_UP, Verdict.LEANING_DOWN}

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
        return np.clip(np.round(feeling), 1, 7).tolist()
    noise = 0.8 * rng.standard_normal((count, REVIEWS, 4))
    return np.clip(np.round(feeling[:, :, None] + noise), 1, 7).mean(axis=2).tolist()


def share(flags):
    return fmean(list(flags))


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("coefficient", "firm", "ever", "leaning"),
    [(0.0, 0.02, 0.09, 0.08), (0.3, 0.04, 0.22, 0.14), (0.5, 0.04, 0.22, 0.14)],
)
def test_unchanged_journals_are_seldom_said_to_change(kind, coefficient, firm, ever, leaning):
    simulated = journals(kind, coefficient)
    looks = range(FIRST_LOOK, REVIEWS + 1)
    verdicts = [[build_trend(journal[:n]).verdict for n in looks] for journal in simulated]
    for n in (10, 20, 40):
        at_look = [verdict[n - FIRST_LOOK] for verdict in verdicts]
        assert share(verdict in FIRM for verdict in at_look) <= firm
        assert share(verdict in FIRM | LEANING for verdict in at_look) <= leaning
    assert share(not FIRM.isdisjoint(verdict) for verdict in verdicts) <= ever


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("coefficient", [0.0, 0.3, 0.5])
def test_unchanged_journals_seldom_show_a_shift(kind, coefficient):
    simulated = journals(kind, coefficient)
    for n in (12, 20, 30, 40, 60):
        assert share(shift_after(journal[:n]) is not None for journal in simulated) <= 0.03


@pytest.mark.parametrize("kind", KINDS)
def test_half_a_point_in_ten_reviews_is_found(kind):
    simulated = journals(kind, 0.0, change=0.05 * np.arange(REVIEWS))
    assert share(build_trend(journal).verdict is Verdict.IMPROVING for journal in simulated) >= 0.95


@pytest.mark.parametrize("kind", KINDS)
def test_a_step_of_one_is_found_and_placed(kind):
    half = REVIEWS // 2
    shifts = [shift_after(journal) for journal in journals(kind, 0.0, change=np.repeat([0, 1], half))]
    assert share(shift is not None for shift in shifts) >= 0.45
    assert median(abs(shift - half) for shift in shifts if shift) <= 2
