"""Run migrations in the transaction that was opened for them; Alembic loads this by its path."""

from __future__ import annotations

from alembic import context

from negojournal.storage import mapping
from negojournal.storage.row.journal import revision_table

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=revision_table.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    # What belongs to the search index is made by SQLite itself.
    include_name=lambda name, kind, _: kind != "table" or name in mapping.NEGOTIATION.metadata.tables,
)
with context.begin_transaction():
    context.run_migrations()
