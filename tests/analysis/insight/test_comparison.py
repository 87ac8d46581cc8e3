from dataclasses import replace

import pytest

from negojournal.analysis.insight.bootstrap import bootstrap_interval
from negojournal.analysis.insight.comparison import ONE_OF_FIVE, build_comparison, comparison_words, contrast_words
from negojournal.analysis.insight.grouping import Grouping, GroupingKind
from negojournal.analysis.insight.sieve import LeftOut, Reason, Use
from negojournal.domain.identity import MilestoneId
from negojournal.domain.negotiation import Channel, Milestone
from tests.cases import QUICKLY, case, rated, series

HIGH, LOW = (5.0, 5.5, 6, 6, 6.5, 7), (3.0, 3.5, 4, 4, 4.5)
PLANNED, UNPLANNED = series(HIGH, prepared=True), series(LOW, first=10)


def compared(cases, grouping=None, **changes):
    return build_comparison(cases, grouping or Grouping(), replace(QUICKLY, **changes))


def test_two_groups_are_compared_outcome_by_outcome():
    """Medians 6 of (5, 5.5, 6, 6, 6.5, 7) and 4 of (3, 3.5, 4, 4, 4.5): a difference of 2."""
    found = compared(PLANNED + UNPLANNED)
    assert [row.key for row in found.rows] == ["instrumental", "process", "relationship", "self", "overall"]
    row = found.rows[1]
    assert (row.one.median, row.one.n, row.other.median, row.other.n, row.difference) == (6, 6, 4, 5, 2)
    assert row.interval == bootstrap_interval((HIGH, LOW), 0.95)
    assert (found.level, found.compared, found.use) == (0.95, 1, Use(11))
    assert contrast_words(row) == (
        f"Process: median with a plan 6 from 6, without a plan 4 from 5; "
        f"+2.0 [{row.interval.low:.1f}, {row.interval.high:.1f}], clearly higher"
    )


def test_the_other_way_round_is_lower():
    found = compared(series(LOW, prepared=True) + series(HIGH, first=10))
    assert contrast_words(found.rows[0]).endswith(", clearly lower")
    assert found.rows[0].difference == -2


def test_with_four_on_one_side_nothing_is_said_but_how_many_more():
    found = compared(PLANNED + UNPLANNED[:4])
    row = found.rows[4]
    assert (row.difference, row.interval, row.one.median, row.other.median) == (None, None, None, None)
    assert row.needed == (0, 1)
    assert contrast_words(row) == "Overall: 1 more needed (without a plan)"
    words = comparison_words(found, QUICKLY)
    assert words.rows[4] == ("Overall", "–", "6", "–", "4", "1 more needed (without a plan)")
    both = contrast_words(compared(PLANNED[:2] + UNPLANNED[:4]).rows[4])
    assert both == "Overall: 3 more needed (with a plan) and 1 more needed (without a plan)"


def test_where_every_rating_is_alike_there_is_no_interval():
    row = compared(series([6] * 5, prepared=True) + series([4] * 5, first=9)).rows[0]
    assert (row.difference, row.interval, row.side) == (2, None, 0)
    assert contrast_words(row).endswith("+2.0, without an interval as hardly any rating differs, no clear difference")


def test_what_is_not_compared_is_counted():
    cases = (*PLANNED, *UNPLANNED, case(30), rated(31, 5, "subjective-value"))
    found = compared(cases)
    assert found.use == Use(11, (LeftOut(Reason.NOT_RATED, 1), LeftOut(Reason.OTHER_QUESTIONNAIRE, 1)))
    words = comparison_words(found, QUICKLY)
    assert words.caption == (
        "With and without a plan, medians by Quick (4 ratings): 11 negotiations, all reviews. "
        "Left out: 1 not rated, 1 rated by another questionnaire. "
        "Shows what came together, not what caused what, and how it felt, not how well you negotiate."
    )
    assert words.header == ("Outcome", "with a plan", "Reviews", "without a plan", "Reviews", "Difference")
    assert words.text.splitlines()[1:] == [*(contrast_words(row) for row in found.rows), ONE_OF_FIVE]
    assert words.remarks[0] == contrast_words(found.rows[4])


def test_the_finding_is_clear_before_it_is_overall():
    alike = tuple(
        replace(one, scores=dict.fromkeys(one.scores, 4 + n % 3)) for n, one in enumerate(PLANNED + UNPLANNED)
    )
    assert comparison_words(compared(alike), QUICKLY).remarks[0].startswith("Overall: ")
    process = tuple(
        replace(one, scores={**one.scores, "process": before.scores["process"]})
        for one, before in zip(alike, PLANNED + UNPLANNED, strict=True)
    )
    assert comparison_words(compared(process), QUICKLY).remarks[0].startswith("Process: ")


CHANNELS = (Channel.PHONE, Channel.VIDEO, Channel.EMAIL)
CALLS = tuple(rated(n, 3 + n % 4, channel=CHANNELS[n % 3] if n < 14 else Channel.CHAT) for n in range(16))


def test_several_groups_stand_each_against_the_rest_with_wider_intervals():
    """Phone and video have 5, e-mail 4 and chat 2 of 16, so two are compared, each at 1 − 0.05 ÷ 2."""
    found = compared((*CALLS, rated(20, 4)), Grouping(GroupingKind.CHANNEL))
    assert [(row.label, row.one.n, row.other.n) for row in found.rows] == [
        ("Video", 5, 11),
        ("Phone", 5, 11),
        ("Email", 4, 12),
        ("Chat", 2, 14),
    ]
    assert (found.compared, found.level) == (2, 0.975)
    assert found.use == Use(16, (LeftOut(Reason.NO_GROUP, 1),))
    words = comparison_words(found, QUICKLY)
    assert words.text.splitlines()[0] == "Channel"
    assert words.text.splitlines()[1].startswith("Video: median 4 from 5, all others 5 from 11; −1.0 [")
    assert words.text.splitlines()[3] == "Email: 1 more needed"
    assert words.remarks[-1] == "2 compared, so each interval is widened to 97.5%"
    assert words.header == ("Channel", "Median", "Reviews", "Of all others", "Reviews", "Difference")


def test_of_many_groups_the_five_clearest_are_said_and_the_table_has_all():
    """Seven counterparts rated 1 to 7: those at the ends of the scale differ most from the rest."""
    spread = (0.0, 0.1, 0.2, 0.3, 0.4)
    cases = [
        one
        for level in range(1, 8)
        for one in series(
            [min(level + part, 7) for part in spread], first=10 * level, counterparts=(f"Person {level}",)
        )
    ]
    found = compared(cases, Grouping(GroupingKind.COUNTERPART))
    words = comparison_words(found, QUICKLY)
    said = [line for line in words.remarks if line.startswith("Person")]
    assert (len(said), len(words.rows), found.compared) == (5, 7, 7)
    assert {line.split(":")[0] for line in said[:2]} == {"Person 1", "Person 7"}
    assert "2 more in the table" in words.remarks


def test_before_and_after_a_milestone():
    course = Milestone(MilestoneId("m"), case(5).day, "Course")
    cases = series([3, 4, 3.5, 4, 3, 6, 5.5, 6, 6, 5])
    found = build_comparison(cases, Grouping(GroupingKind.MILESTONE), QUICKLY, (course,))
    assert found.label == "Milestone: “Course”"
    assert contrast_words(found.rows[0]).startswith(
        "Instrumental: median since “Course” 6 from 5, before it 3.5 from 5; +2.5 ["
    )


def test_nothing_to_compare():
    found = compared((), Grouping(GroupingKind.MILESTONE))
    words = comparison_words(found, QUICKLY)
    assert words.text == "Before and after a milestone\nBefore and after a milestone: nothing to compare yet"
    assert (found.rows, words.rows) == ((), ())


@pytest.mark.parametrize("missing", ["instrumental", "overall"])
def test_an_outcome_that_was_not_rated_is_missing_in_its_row_only(missing):
    gaps = tuple(replace(one, scores={**one.scores, missing: None}) for one in PLANNED)
    rows = {row.key: row for row in compared(gaps + UNPLANNED).rows}
    assert rows[missing].one.n == 0
    assert rows["process"].one.n == 6


def test_catalogue_names_the_group():
    assert compared(PLANNED, Grouping(GroupingKind.TRAP, "dodging")).label == "Trap: Dodged it"
