"""Migrations of the journal's file, run by Alembic."""
