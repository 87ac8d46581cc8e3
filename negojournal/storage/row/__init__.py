"""Rows of the journal's file: private to storage, never handed out."""
