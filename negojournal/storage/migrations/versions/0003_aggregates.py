"""Index beginnings of every length, and count what trends of everything would have to count.

Revises: 0002
"""

from __future__ import annotations

from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TEXTS = {
    "text": ("text",),
    "offer": ("term", "note"),
    "dodge": ("why",),
    "follow_up": ("note",),
    "preparation": ("best_alternative", "my_position", "their_position", "stop_rule"),
    "term": ("name", "unit"),
    "reason": ("reason", "answer"),
    "risk": ("cause", "mitigation"),
    "rule": ("text",),
    "exchange": ("item",),
    "review": (
        *("summary", "opening_note", "body_language_note"),
        *("improve_instrumental", "improve_process", "improve_relationship", "improve_self"),
        *("intended", "happened", "why", "keep", "next_time", "feeling_note"),
    ),
    "trap": ("note",),
    "tactic": ("name", "answer"),
    "headline": ("stakeholder", "headline"),
    "agreement": ("thanked_by",),
    "informed": ("stakeholder",),
    "commitment": ("what",),
}
"""Where running text stands, besides the title."""

DIMENSIONS = ("instrumental", "process", "relationship", "self", "overall")
TRIGGER = """CREATE TRIGGER {name} AFTER {event} ON negotiation WHEN {row}.deleted_at IS NULL BEGIN
INSERT INTO tally VALUES ({month}, {more}, {more} * ({row}.overall IS NOT NULL))
ON CONFLICT DO UPDATE SET negotiations = negotiations + excluded.negotiations, rated = rated + excluded.rated;
INSERT INTO frequency SELECT {row}.questionnaire, {month}, dimension, score, {more} FROM ({scores})
WHERE score IS NOT NULL AND {row}.questionnaire IS NOT NULL ON CONFLICT DO UPDATE SET n = n + excluded.n;
{then}END"""
CLEARING = """DELETE FROM tally WHERE month = {month} AND negotiations = 0;
DELETE FROM frequency WHERE questionnaire = {row}.questionnaire AND month = {month} AND n = 0;
"""
COPIED = "position, deleted_at, questionnaire, instrumental, process, relationship, self, overall"


def upgrade() -> None:
    """Make the index of words anew, and the tables of what is counted, with what keeps them."""
    _search()
    _tables()
    _fill()
    _trigger("counted_when_inserted", "INSERT", "new", 1)
    _trigger("counted_when_updated", f"UPDATE OF {COPIED}", "new", 1)
    _trigger("uncounted_when_updated", f"UPDATE OF {COPIED}", "old", -1)
    _trigger("uncounted_when_deleted", "DELETE", "old", -1)


def downgrade() -> None:
    """Refuse: there is nothing that an earlier version would do better without."""
    raise NotImplementedError


def _search() -> None:
    op.execute("DROP TABLE search")
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, "
        "prefix='1 2 3 4 5 6 7 8 9 10 11 12', tokenize='unicode61 remove_diacritics 2')"
    )
    # Negotiation by negotiation, so that the texts of all of them are never in memory at once.
    texts = " UNION ALL ".join(("SELECT negotiation.title AS piece", *_texts()))
    op.execute(
        f"INSERT INTO search (rowid, text) SELECT position, (SELECT group_concat(piece, char(10)) FROM ({texts})) "  # noqa: S608 - the names above
        "FROM negotiation ORDER BY position"
    )


def _texts() -> Iterator[str]:
    for table, columns in TEXTS.items():
        for column in columns:
            yield f'SELECT "{column}" FROM "{table}" WHERE "{table}".negotiation = negotiation.position'  # noqa: S608 - as above


def _tables() -> None:
    op.create_table(
        "tally",
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("negotiations", sa.Integer(), nullable=False),
        sa.Column("rated", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "frequency",
        sa.Column("questionnaire", sa.String(), nullable=False),
        sa.Column("month", sa.Date(), nullable=False),
        sa.Column("dimension", sa.String(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("n", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("questionnaire", "month", "dimension", "score"),
        sqlite_with_rowid=False,
    )


def _fill() -> None:
    month = _month("negotiation")
    live = "FROM negotiation WHERE deleted_at IS NULL"
    op.execute(f"INSERT INTO tally SELECT {month}, count(*), count(overall) {live} GROUP BY 1")
    for name in DIMENSIONS:
        scored = f"{live} AND questionnaire IS NOT NULL AND {name} IS NOT NULL"
        op.execute(
            f"INSERT INTO frequency SELECT questionnaire, {month}, '{name}', {name}, count(*) {scored} GROUP BY 1, 2, 4"
        )


def _trigger(name: str, event: str, row: str, more: int) -> None:
    month = _month(row)
    scores = " UNION ALL ".join(f"SELECT '{key}' AS dimension, {row}.{key} AS score" for key in DIMENSIONS)
    then = CLEARING.format(row=row, month=month) if more < 0 else ""
    op.execute(TRIGGER.format(name=name, event=event, row=row, more=more, month=month, scores=scores, then=then))


def _month(row: str) -> str:
    return f"date(({row}.position >> 24) / 86400 + 1721425.5, 'start of month')"
