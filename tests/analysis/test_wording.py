from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from negojournal.analysis import wording
from negojournal.analysis.aggregate import Grain
from negojournal.analysis.dimension import build_dimension
from negojournal.analysis.line import Line
from negojournal.analysis.series import Scored
from negojournal.analysis.trend import Interval, Trend, Verdict

FIRST = date(2025, 9, 1)


def dimension(scores, first=FIRST, step=3, answers=()):
    scored = [Scored(f"r{i}", first + timedelta(days=step * i), score) for i, score in enumerate(scores)]
    return build_dimension(scored, questionnaire="quick", answers=answers)


def told(verdict, slope, low, high):
    """Make a dimension of 12 scores with a trend given per 10 reviews."""
    trend = Trend(verdict, Line(4, slope / 10), 0.0, Interval(low / 10, high / 10), Interval(low / 10, high / 10))
    return replace(dimension([4, 5, 6] * 4), trend=trend)


IMPROVING = told(Verdict.IMPROVING, 0.62, 0.21, 0.92)
DECLINING = told(Verdict.DECLINING, -0.62, -0.92, -0.21)
LEANING_UP = told(Verdict.LEANING_UP, 0.4, -0.06, 0.9)
LEANING_DOWN = told(Verdict.LEANING_DOWN, -0.4, -0.9, 0.06)
UNCLEAR = told(Verdict.NO_CLEAR_CHANGE, 0.1, -0.3, 0.5)


@pytest.mark.parametrize(
    ("known", "title"),
    [
        (IMPROVING, "Process: improving, +0.6 per 10 reviews [0.2, 0.9]"),
        (DECLINING, "Process: declining, −0.6 per 10 reviews [−0.9, −0.2]"),
        (LEANING_UP, "Process: leaning up, +0.4 per 10 reviews [−0.1, 0.9]"),
        (LEANING_DOWN, "Process: leaning down, −0.4 per 10 reviews [−0.9, 0.1]"),
        (UNCLEAR, "Process: no clear change, +0.1 per 10 reviews [−0.3, 0.5]"),
        (dimension([5] * 12), "Process: no clear change, 0.0 per 10 reviews [0.0, 0.0]"),
        (dimension([4, 5, 6]), "Process: too early to tell"),
        (dimension([4]), "Process: too early to tell"),
        (dimension([]), "Process: no ratings yet"),
    ],
)
def test_titles(known, title):
    assert wording.title("Process", known) == title


@pytest.mark.parametrize(
    ("known", "sentence"),
    [
        (IMPROVING, "Your Process ratings have risen by about 0.6 per 10 negotiations, 0.2 to 0.9"),
        (DECLINING, "Your Process ratings have fallen by about 0.6 per 10 negotiations, 0.2 to 0.9"),
        (LEANING_UP, "Leaning up; chance alone does this fairly often"),
        (LEANING_DOWN, "Leaning down; chance alone does this fairly often"),
        (UNCLEAR, "No clear direction: anything from −0.3 to +0.5 per 10 fits"),
        (dimension([5, 4, 6] * 3), "9 so far, median 5. Too early to tell a direction: 1 more review"),
        (dimension([5, 4, 4.5, 4.75]), "4 so far, median 4.6. Too early to tell a direction: 6 more reviews"),
        (dimension([5, 4]), "2 so far. Too early to tell a direction: 8 more reviews"),
        (dimension([5]), "1 so far. Too early to tell a direction: 9 more reviews"),
        (dimension([]), "None so far. Too early to tell a direction: 10 more reviews"),
    ],
)
def test_verdicts(known, sentence):
    assert wording.verdict_sentence("Process", known) == sentence


def test_a_narrow_interval_is_told_with_more_decimals():
    known = told(Verdict.IMPROVING, 0.06, 0.02, 0.1)
    assert wording.title("Self", known) == "Self: improving, +0.06 per 10 reviews [0.02, 0.10]"


def test_every_verdict_and_every_rule_has_words():
    assert set(wording.VERDICT_WORDS) == set(Verdict)
    assert set(wording.VERDICT_SENTENCES) == set(Verdict) - {Verdict.TOO_EARLY}
    assert set(wording.SIGNAL_WORDS) == set(wording.Rule)
    assert set(wording.DRAWN) == set(wording.LEFT_OUT) == set(Grain)


STEP_DOWN = [6, 5] * 8 + [2, 3] * 4


@pytest.mark.parametrize(
    ("known", "falls"),
    [
        (DECLINING, True),
        (LEANING_DOWN, True),
        (IMPROVING, False),
        (UNCLEAR, False),
        (replace(dimension(STEP_DOWN), trend=UNCLEAR.trend), True),
        (replace(dimension(STEP_DOWN[::-1]), trend=UNCLEAR.trend), False),
        (dimension([]), False),
    ],
)
def test_beside_a_falling_line_stands_a_reminder(known, falls):
    reminder = "Raising one's standards lowers one's ratings: a falling line may mean that you ask more of yourself"
    assert wording.standards_reminder(known) == (reminder if falls else None)


def test_since_when():
    known = dimension([3, 2] * 8 + [6, 5] * 4)
    assert wording.level_sentence(known) == "Since 19 October around 5.5 (8 reviews), before that around 2.5"
    later = dimension([3, 2] * 8 + [6, 5] * 4, first=date(2025, 12, 1))
    assert wording.level_sentence(later) == "Since 18 January 2026 around 5.5 (8 reviews), before that around 2.5"
    assert wording.level_sentence(dimension([4] * 20)) is None


@pytest.mark.parametrize(
    ("scores", "sentence"),
    [
        ([4] * 20, "Usual range 3 to 5"),
        ([2] * 20, "Usual range 1 to 3"),
        ([6] * 20, "Usual range 5 to 7"),
        ([4, 4, 4, 4.25] * 5, "Usual range 3.1 to 5.1"),
        ([6.5] * 20, "Usual range from 5.5; no upper limit on this scale"),
        ([1.5] * 20, "Usual range up to 2.5; no lower limit on this scale"),
        ([2, 6] * 10, "Usual range: no lower and no upper limit on this scale"),
        ([4] * 19, "Usual range 3 to 5 (provisional below 20 reviews)"),
        ([4] * 5, None),
        ([], None),
    ],
)
def test_the_usual_range(scores, sentence):
    assert wording.range_sentence(dimension(scores)) == sentence


def test_what_stands_out():
    scores = [4] * 12
    assert wording.outside_sentence(dimension(scores)) is None
    scores[2] = 1
    assert wording.outside_sentence(dimension(scores)) == "1 review stands out from your usual range, on 7 September"
    scores[8] = 7
    scores += [4] * 20
    assert (
        wording.outside_sentence(dimension(scores))
        == "2 reviews stand out from your usual range, the last on 25 September"
    )


def test_how_well_the_questions_hang_together():
    answers = [[i % 7 + 1, (i + 1) % 7 + 1, i % 7 + 1, 4] for i in range(35)]
    known = dimension([4] * 35, answers=answers)
    alpha = known.reliability
    assert wording.reliability_sentence("Process", known) == (
        f"How well your answers to the 4 Process questions go together: alpha {alpha.alpha:.2f}, "
        f"{alpha.low:.2f} to {alpha.high:.2f}, from 35 reviews"
    )
    assert wording.reliability_sentence("Process", dimension([4] * 35)) is None


def test_remarks_are_what_applies_with_the_verdict_first():
    assert wording.remarks("Process", dimension([4])) == ("1 so far. Too early to tell a direction: 9 more reviews",)
    known = dimension(STEP_DOWN)
    assert wording.remarks("Process", known) == (
        wording.verdict_sentence("Process", known),
        wording.standards_reminder(known),
        wording.level_sentence(known),
        wording.range_sentence(known),
    )


@pytest.mark.parametrize(
    ("known", "line"),
    [
        (
            dimension([5, 4, 6, 5, 5, 6, 4, 5, 6, 5, 5, 3], first=date(2025, 9, 1)),
            "Relationship, last 12: median 5, no clear change; lowest 3 on 4 October",
        ),
        (
            dimension([5, 3, 6, 3, 4], first=date(2025, 12, 25)),
            "Relationship, last 5: median 4, too early to tell; lowest 3 on 3 January 2026",
        ),
        (dimension([5] * 12), "Relationship, last 12: median 5, no clear change; every one 5"),
        (dimension([5, 4.75]), "Relationship: 5 on 1 September, 4.8 on 4 September"),
        (dimension([5]), "Relationship: 5 on 1 September"),
        (dimension([]), "Relationship: no ratings yet"),
    ],
)
def test_text_versions(known, line):
    assert wording.text_version("Relationship", known) == line


CAPTIONS = {
    (500, 0, Grain.REVIEW): "Each point is one review: 500 reviews, quick, all years",
    (1, 5, Grain.REVIEW): (
        "Each point is one review: 1 review, quick, all years. "
        "Drawn hollow and left out of every number: 5 by another questionnaire"
    ),
    (1_001, 0, Grain.WEEK): (
        "Each mark is the median and the middle half of a week: 1,001 reviews, quick, all years. "
        "Verdict and usual range from the latest 500"
    ),
    (100_000, 1_200, Grain.MONTH): (
        "Each mark is the median and the middle half of a month: 100,000 reviews, quick, all years. "
        "Verdict and usual range from the latest 500. Left out: 1,200 by another questionnaire"
    ),
}


@pytest.mark.parametrize(("drawn", "caption"), CAPTIONS.items())
def test_captions_end_with_what_a_chart_does_not_show(drawn, caption):
    n, n_other, grain = drawn
    line = wording.caption(n, n_other, kind="quick", filters="all years", grain=grain)
    assert line == f"{caption}. Shows how negotiations felt, not how well you negotiate"


@given(st.lists(st.integers(4, 28).map(lambda quarter: quarter / 4), max_size=40))
def test_whatever_the_scores_the_words_are_whole(scores):
    known = dimension(scores)
    lines = [wording.title("Self", known), *wording.remarks("Self", known), wording.text_version("Self", known)]
    for line in lines:
        assert not {"{", "}", "!", "-"} & set(line)
        assert "None" not in line.removeprefix("None so far")
        assert "nan" not in line
