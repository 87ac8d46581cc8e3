"""Make room for notes, and index what waits and what follows.

Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table of notes, and the indexes that an agenda and a chain walk."""
    op.create_table(
        "note",
        sa.Column("subject", sa.String(20), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "key"),
    )
    open_ = sa.text("done_on IS NULL AND broken IS 0")
    op.create_index("ix_commitment_open", "commitment", ["due_on"], sqlite_where=open_)
    op.create_index("ix_follow_up_open", "follow_up", ["due_on"], sqlite_where=sa.text("done_on IS NULL"))
    following = sa.text("follows IS NOT NULL")
    op.create_index("ix_negotiation_follows", "negotiation", ["follows"], sqlite_where=following)


def downgrade() -> None:
    """Refuse: notes would be lost."""
    raise NotImplementedError
