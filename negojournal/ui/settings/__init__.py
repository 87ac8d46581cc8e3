"""Appearance, questionnaire, own lists, and where the journal is."""
