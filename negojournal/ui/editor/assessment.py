"""Ratings while they are being given: the form keeps those of every questionnaire, a record those of one."""

from __future__ import annotations

from dataclasses import replace

from negojournal.domain.catalog import Catalog
from negojournal.domain.negotiation import Negotiation
from negojournal.domain.questionnaire import Questionnaire
from negojournal.domain.review import Answers, Assessment


def assessment_from(shown: Assessment | None, questionnaire: Questionnaire, answers: Answers) -> Assessment | None:
    """Return the assessment for what the form holds, which is `shown` itself as long as it says the same."""
    if shown is None and not answers:
        return None
    if shown is not None and shown.questionnaire == questionnaire.key and shown.answers == answers:
        return shown
    return Assessment(questionnaire.key, questionnaire.revision, answers)


def settled(record: Negotiation, catalog: Catalog) -> Negotiation:
    """Return the record as it is saved: its title without the space around it, the ratings of one questionnaire."""
    record = replace(record, title=record.title.strip())
    if record.review is None or record.review.assessment is None:
        return record
    assessment = _of_one_questionnaire(record.review.assessment, catalog)
    return replace(record, review=replace(record.review, assessment=assessment))


def _of_one_questionnaire(assessment: Assessment, catalog: Catalog) -> Assessment:
    """Keep the answers to the chosen questionnaire, or where there are none, to the one answered most.

    Answers to another revision stay as they are until one of them is changed.
    """
    chosen = catalog.questionnaire(assessment.questionnaire)
    if chosen is None or chosen.revision != assessment.revision:
        return assessment

    def answered(questionnaire: Questionnaire) -> int:
        return len(questionnaire.keys() & assessment.answers.keys())

    if not answered(chosen):
        chosen = max((chosen, *catalog.questionnaires), key=answered)
    asked = chosen.keys()
    kept = {key: rating for key, rating in assessment.answers.items() if key in asked}
    return assessment_from(assessment, chosen, kept) or assessment
