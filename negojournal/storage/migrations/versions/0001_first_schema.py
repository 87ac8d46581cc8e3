"""Make the first schema.

Written out by itself, so that it stays what it was when the rows change.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

PLACE = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
NUMBER, YES_NO, DAY = sa.Integer(), sa.Boolean(), sa.Date()
REAL: sa.Double[float] = sa.Double()
TEXT, KEY, WORD, MOMENT, AMOUNT = sa.Text(), sa.String(), sa.String(20), sa.String(40), sa.String(60)
LIVE = sa.text("deleted_at IS NULL")


def upgrade() -> None:
    """Make the tables, the indexes that lists and charts walk, and the index of words."""
    _own_tables()
    _negotiation()
    _preparation()
    _review()
    _beyond()
    _indexes()
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(text, content='', contentless_delete=1, prefix='2 3', "
        "tokenize='unicode61 remove_diacritics 2')"
    )
    op.execute("PRAGMA application_id = 1313163087")


def downgrade() -> None:
    """Refuse: before the first schema there was none."""
    raise NotImplementedError


def maybe(kind: Any) -> tuple[Any, bool]:
    """Return a kind of column that may be empty."""
    return kind, True


def _columns(kinds: dict[str, Any]) -> list[sa.Column[Any]]:
    pairs = ((name, kind if isinstance(kind, tuple) else (kind, False)) for name, kind in kinds.items())
    return [sa.Column(name, kind, autoincrement=False, nullable=optional) for name, (kind, optional) in pairs]


def _own(table: str, *unique: str, **kinds: Any) -> None:
    """Make a table that stands alone, by its key."""
    op.create_table(table, *_columns(kinds), sa.PrimaryKeyConstraint(*unique))


def _part(table: str, *unique: str, with_rowid: bool = True, **kinds: Any) -> None:
    """Make a table whose rows go with their negotiation."""
    columns = _columns({"negotiation": PLACE, **kinds})
    owner = sa.ForeignKeyConstraint(["negotiation"], ["negotiation.position"], ondelete="CASCADE")
    primary = sa.PrimaryKeyConstraint("negotiation", *unique)
    op.create_table(table, *columns, primary, owner, sqlite_with_rowid=with_rowid)


def _lines(table: str, within: str = "", **kinds: Any) -> None:
    """Make a table of rows that are counted, in one tree in the order of their key."""
    unique = (within, "ordinal") if within else ("ordinal",)
    before = {within: kinds.pop(within)} if within else {}
    _part(table, *unique, with_rowid=False, **before, ordinal=NUMBER, **kinds)


def _own_tables() -> None:
    _own("milestone", "id", id=KEY, on=DAY, title=TEXT, note=maybe(TEXT))
    _own("draft", "key", key=KEY, text=TEXT)
    _own("entry", "kind", "ordinal", kind=WORD, ordinal=NUMBER, key=KEY, label=TEXT, hint=maybe(TEXT), hidden=YES_NO)


def _negotiation() -> None:
    kinds = dict(
        position=PLACE,
        id=KEY,
        title=TEXT,
        held_at=MOMENT,
        created_at=MOMENT,
        updated_at=MOMENT,
        status=WORD,
        area=maybe(KEY),
        channel=maybe(WORD),
        method=maybe(WORD),
        power=maybe(NUMBER),
        duration_minutes=maybe(NUMBER),
        follows=maybe(KEY),
        currency=maybe(KEY),
        deleted_at=maybe(sa.DateTime()),
        title_key=KEY,
        counterparts_key=maybe(KEY),
        names=sa.JSON(),
        outcome=maybe(WORD),
        questionnaire=maybe(KEY),
        instrumental=maybe(REAL),
        process=maybe(REAL),
        relationship=maybe(REAL),
        self=maybe(REAL),
        overall=maybe(REAL),
        rapport=maybe(REAL),
    )
    op.create_table("negotiation", *_columns(kinds), sa.PrimaryKeyConstraint("position"), sa.UniqueConstraint("id"))


def _preparation() -> None:
    _part(
        "preparation",
        best_alternative=maybe(TEXT),
        my_position=maybe(TEXT),
        their_position=maybe(TEXT),
        frame=maybe(WORD),
        method=maybe(WORD),
        expected_instrumental=maybe(REAL),
        expected_process=maybe(REAL),
        expected_relationship=maybe(REAL),
        expected_self=maybe(REAL),
        chance=maybe(REAL),
        trust=maybe(NUMBER),
        their_method=maybe(WORD),
        stop_rule=maybe(TEXT),
        sealed_at=maybe(MOMENT),
    )
    _lines(
        "term",
        name=TEXT,
        unit=maybe(TEXT),
        better=WORD,
        opening=maybe(AMOUNT),
        goal=maybe(AMOUNT),
        bottom_line=maybe(AMOUNT),
        their_opening=maybe(AMOUNT),
        agreed=maybe(AMOUNT),
    )
    _lines("reason", reason=TEXT, answer=maybe(TEXT))
    _lines("risk", cause=TEXT, mitigation=maybe(TEXT), happened=maybe(YES_NO))
    _lines("rule", text=TEXT, agreed=maybe(YES_NO))
    _lines(
        "exchange",
        item=TEXT,
        giver=WORD,
        cost_to_giver=maybe(AMOUNT),
        value_to_receiver=maybe(AMOUNT),
        probability=REAL,
        kind=WORD,
        included=YES_NO,
    )


def _review() -> None:
    _part(
        "review",
        outcome=maybe(WORD),
        summary=maybe(TEXT),
        opening_note=maybe(TEXT),
        body_language_note=maybe(TEXT),
        assessment_questionnaire=maybe(KEY),
        assessment_revision=maybe(NUMBER),
        improve_instrumental=maybe(TEXT),
        improve_process=maybe(TEXT),
        improve_relationship=maybe(TEXT),
        improve_self=maybe(TEXT),
        intended=maybe(TEXT),
        happened=maybe(TEXT),
        why=maybe(TEXT),
        keep=maybe(TEXT),
        next_time=maybe(TEXT),
        last_intention_done=maybe(WORD),
        trust=maybe(NUMBER),
        their_method=maybe(WORD),
        feeling_note=maybe(TEXT),
    )
    _lines("trap", key=KEY, note=maybe(TEXT))
    _lines("tactic", name=TEXT, by=WORD, answer=maybe(TEXT))
    _lines("headline", stakeholder=TEXT, headline=maybe(TEXT), defensible=maybe(YES_NO))
    _lines("answer", "occasion", occasion=NUMBER, item=KEY, rating=maybe(NUMBER))
    _lines("practice", key=KEY, mark=WORD)


def _beyond() -> None:
    _lines("text", "field", field=KEY, text=TEXT, key=maybe(KEY))
    _lines("offer", by=WORD, term=maybe(TEXT), value=maybe(AMOUNT), note=maybe(TEXT))
    _part("dodge", worth=maybe(AMOUNT), why=maybe(TEXT))
    _lines(
        "follow_up",
        due_on=maybe(DAY),
        done_on=maybe(DAY),
        holds=maybe(YES_NO),
        assessment_questionnaire=maybe(KEY),
        assessment_revision=maybe(NUMBER),
        note=maybe(TEXT),
    )
    _part("agreement", documented_on=maybe(DAY), confirmed_on=maybe(DAY), thanked_on=maybe(DAY), thanked_by=maybe(TEXT))
    _lines("informed", stakeholder=TEXT, on=maybe(DAY))
    _lines("commitment", owner=WORD, what=TEXT, due_on=maybe(DAY), done_on=maybe(DAY), broken=YES_NO)


def _indexes() -> None:
    scores = ("instrumental", "process", "relationship", "self", "overall")
    for name in ("title_key", "counterparts_key", "area", *scores):
        op.create_index(f"ix_negotiation_{name}_oldest", "negotiation", [name, "position"], sqlite_where=LIVE)
        newest: list[Any] = [name, sa.text("position DESC")]
        op.create_index(f"ix_negotiation_{name}_newest", "negotiation", newest, sqlite_where=LIVE)
    for name in ("status", "method", "outcome"):
        op.create_index(f"ix_negotiation_{name}", "negotiation", [name, "position"], sqlite_where=LIVE)
    chart = ["questionnaire", "position", *scores, "rapport"]
    op.create_index("ix_negotiation_chart", "negotiation", chart, sqlite_where=LIVE)
    binned = sa.text("deleted_at IS NOT NULL")
    op.create_index("ix_negotiation_bin", "negotiation", ["deleted_at"], sqlite_where=binned)
    named = sa.text('"key" IS NOT NULL')
    op.create_index("ix_text_key", "text", ["field", "key", "negotiation"], sqlite_where=named)
    meant = sa.text("next_time IS NOT NULL")
    op.create_index("ix_review_intention", "review", ["negotiation"], sqlite_where=meant)
    op.create_index("ix_trap_key", "trap", ["key", "negotiation"])
