from negojournal.analysis.insight.sieve import LeftOut, Reason, Use, left_out_words, sift, unrated
from negojournal.analysis.insight.words import Recipe, Setting, caption, sentences
from tests.cases import CATALOG, case, rated


def test_what_is_left_out_is_counted_by_reason():
    cases = [case(n) for n in range(6)]
    reasons = {1: Reason.DODGED, 3: Reason.NOT_RATED, 4: Reason.DODGED}
    found, use = sift(cases, lambda one: reasons.get(cases.index(one), one.title))
    assert found == ("Talk 0", "Talk 2", "Talk 5")
    assert use == Use(3, (LeftOut(Reason.NOT_RATED, 1), LeftOut(Reason.DODGED, 2)))
    assert left_out_words(use) == "1 not rated, 2 dodged"


def test_why_a_case_has_no_score():
    assert unrated(case(), "quick", "process") is Reason.NOT_RATED
    assert unrated(case(scores={"process": None}, questionnaire="quick"), "quick", "process") is Reason.NOT_RATED
    assert unrated(rated(0, 4, "subjective-value"), "quick", "process") is Reason.OTHER_QUESTIONNAIRE
    assert unrated(rated(0, 4), "quick", "process") is None
    assert unrated(case(scores={"self": 4}, questionnaire="quick"), "quick", "process", "self") is None


def test_a_caption_reconciles():
    use = Use(12, (LeftOut(Reason.NOT_RATED, 3), LeftOut(Reason.NO_POWER, 1)))
    assert caption("Points", use, "area Budgets", "Shows no causes") == (
        "Points: 12 negotiations, area Budgets. Left out: 3 not rated, 1 without a note on power. Shows no causes."
    )
    assert caption("Points", Use(1), "all reviews", "Shows no causes") == (
        "Points: 1 negotiation, all reviews. Shows no causes."
    )
    assert caption("Points", Use(0), "all reviews", "Shows no causes") == (
        "Nothing to count yet (all reviews). Shows no causes."
    )


def test_a_caption_says_where_the_oldest_are_missing():
    use = Use(490, (LeftOut(Reason.NOT_RATED, 10),))
    assert "From the latest 500 negotiations." in caption("Points", use, "all reviews", "Shows no causes")


def test_the_questionnaire_in_words():
    assert Setting(CATALOG, key="quick").kind == "Quick (4 ratings)"
    assert Setting(CATALOG, key="gone").kind == "gone"
    assert Setting(CATALOG).kind == "no questionnaire"
    assert Setting(CATALOG).questionnaire is None


def test_lines_that_say_nothing_are_left_out():
    assert sentences("one", None, "", "two") == ("one", "two")


def test_a_recipe_has_two_sentences():
    assert Recipe("One.", "Two.", "a ÷ b").sentences == ("One.", "Two.")
