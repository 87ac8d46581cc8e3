"""What is said about a counterpart."""

from negojournal.ui.counterpart.wording import scores_line
from tests.cases import rated


def test_of_two_questionnaires_with_as_many_scores_the_full_one_counts(qapp):
    cases = (*(rated(n, 3) for n in range(5)), *(rated(n, 6, "subjective-value") for n in range(5, 10)))
    said = (
        "Median of 5: Instrumental 6.0, Process 6.0, Relationship 6.0, Self 6.0 (5 by another questionnaire left out)"
    )
    assert scores_line(cases) == said
    assert scores_line((*cases, rated(10, 3))).startswith("Median of 6: Instrumental 3.0")
    assert scores_line(cases[:4]) == "1 more rated negotiation until a median says anything"
