"""How often an association is listed in journals where nothing goes together."""

import numpy as np
import pytest
from scipy.stats import norm

from negojournal.analysis.insight.association import build_associations
from negojournal.domain.catalog import EntryKind
from negojournal.domain.outcome import OVERALL
from negojournal.domain.review import PracticeMark
from tests.cases import CATALOG, QUICKLY, case

# Tracing each line of thousands of comparisons would take minutes and cover nothing new.
pytestmark = [pytest.mark.slow, pytest.mark.no_cover]

SEED = 20_060_402
JOURNALS, REVIEWS = 100, 40

PRACTICES = [entry.key for entry in CATALOG.of(EntryKind.PRACTICE)]
TRAPS = [entry.key for entry in CATALOG.of(EntryKind.TRAP)]
WELL, FELL = np.linspace(0.25, 0.65, len(PRACTICES)), np.linspace(0.05, 0.25, len(TRAPS))
"""How often each practice is done well, and each trap fallen into."""
MARKED = 0.75
"""How often a practice is marked at all."""


def streaks(rng, columns, coefficient):
    """Draw autoregressive values with standard normal margins."""
    values = rng.standard_normal((REVIEWS, columns))
    for i in range(1, REVIEWS):
        values[i] = coefficient * values[i - 1] + np.sqrt(1 - coefficient**2) * values[i]
    return values


def ratings(rng, kind, coefficient):
    """Rate four outcomes that share most of a feeling, once each or by four questions, and take the mean of all."""
    feeling = 4.8 + 0.8 * streaks(rng, 1, coefficient) + 0.6 * rng.standard_normal((REVIEWS, 4))
    asked = feeling if kind == "quick" else np.repeat(feeling, 4, axis=1) + 0.8 * rng.standard_normal((REVIEWS, 16))
    return np.clip(np.round(asked), 1, 7).mean(axis=1)


def journal(rng, kind, coefficient):
    """Simulate a journal whose practices and traps have nothing to do with its ratings."""
    well = streaks(rng, len(PRACTICES), coefficient) < norm.ppf(WELL)
    fell = streaks(rng, len(TRAPS), coefficient) < norm.ppf(FELL)
    marked = rng.random(well.shape) < MARKED
    marks = (PracticeMark.NOT, PracticeMark.WELL)
    return [
        case(
            n,
            questionnaire="quick",
            scores={OVERALL: float(score)},
            practices={key: marks[int(well[n, i])] for i, key in enumerate(PRACTICES) if marked[n, i]},
            traps=tuple(key for i, key in enumerate(TRAPS) if fell[n, i]),
        )
        for n, score in enumerate(ratings(rng, kind, coefficient))
    ]


@pytest.mark.parametrize("kind", ["quick", "full"])
@pytest.mark.parametrize(("coefficient", "bound"), [(0.0, 0.1), (0.5, 0.15)])
def test_where_nothing_goes_together_little_is_listed(kind, coefficient, bound):
    """Of 1,000 journals each of 20, 40 and 100 reviews 4–6% list one or more, and 7–11% at 0.5 in both."""
    rng = np.random.default_rng([SEED, len(kind), round(10 * coefficient)])
    journals = (journal(rng, kind, coefficient) for _ in range(JOURNALS))
    listed = [bool(build_associations(one, QUICKLY).clearest) for one in journals]
    assert sum(listed) / JOURNALS <= bound


def test_what_does_go_together_is_found():
    """A practice that goes with one and a half points more in 40 reviews is listed in most journals."""
    rng = np.random.default_rng(SEED)
    found = 0
    for _ in range(40):
        cases = [
            case(n, questionnaire="quick", scores={OVERALL: one.scores[OVERALL] + 1.5 * well}, practices=one.practices)
            for n, one in enumerate(journal(rng, "quick", 0.0))
            for well in [one.practices.get("listening") is PracticeMark.WELL]
        ]
        found += "practice:listening" in {row.key for row in build_associations(cases, QUICKLY).clearest}
    assert found >= 20
