"""The first schema: files, statements and their votes, merged roll calls, and the search over them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Every table of `store.tables`, one row of state, and the search table in the engine's own form."""
    _files_and_roll_calls()
    _statements_and_votes()
    _words_and_state()
    if op.get_bind().dialect.name == "sqlite":
        _search_by_fts5()
    else:
        _search_by_tsvector()


def _files_and_roll_calls() -> None:
    op.create_table(
        "imported_file",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dataset", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("checksum", sa.String, nullable=False),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("roll_calls", sa.Integer, nullable=False),
        sa.Column("first", sa.Date, nullable=False),
        sa.Column("until", sa.Date, nullable=False),
        sa.Column("reading", sa.Integer, nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "roll_call",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("symbol", sa.String, nullable=False),
        sa.Column("draft", sa.String),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("outcome", sa.String, nullable=False),
        sa.Column("mode", sa.String, nullable=False),
        sa.Column("yes", sa.Integer),
        sa.Column("no", sa.Integer),
        sa.Column("abstain", sa.Integer),
        sa.Column("non_voting", sa.Integer),
        sa.Column("url", sa.String),
        sa.Column("dataset", sa.String, nullable=False),
        sa.Column("session", sa.String),
        sa.Column("meeting", sa.String),
        sa.Column("agenda", sa.Text),
        sa.Column("subjects", sa.Text, nullable=False),
        sa.Column("nicknames", sa.Text, nullable=False),
        sa.Column("parent", sa.String),
        sa.Column("vetoed_by", sa.String, nullable=False),
        sa.Column("links", sa.Text, nullable=False),
        sa.Column("remarks", sa.Text, nullable=False),
    )


def _statements_and_votes() -> None:
    op.create_table(
        "statement",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("dataset", sa.String, nullable=False),
        sa.Column("record_id", sa.String, nullable=False),
        sa.Column("file_id", sa.Integer, sa.ForeignKey("imported_file.id"), nullable=False),
        sa.Column("roll_call_id", sa.Integer, sa.ForeignKey("roll_call.id"), nullable=False),
        sa.Column("key", sa.String, nullable=False),
        sa.Column("body", sa.String, nullable=False),
        sa.Column("date", sa.Date, nullable=False),
        sa.Column("digest", sa.LargeBinary, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
        sa.Column("votes", sa.Integer, nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
    )
    op.create_index("statement_of_record", "statement", ["dataset", "record_id"], unique=True)
    op.create_index("statement_of_roll_call", "statement", ["roll_call_id", "counts"])
    op.create_index("statement_of_dataset", "statement", ["dataset", "body", "date", "counts", "votes"])
    op.create_table(
        "member_code",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("code", sa.String, nullable=False, unique=True),
    )
    op.create_table(
        "vote",
        sa.Column(
            "statement_id", sa.Integer, sa.ForeignKey("statement.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
        ),
        sa.Column("member_id", sa.SmallInteger, sa.ForeignKey("member_code.id"), primary_key=True, autoincrement=False),
        sa.Column("position", sa.SmallInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("vote_of_member", "vote", ["member_id", "statement_id", "position"])


def _words_and_state() -> None:
    op.create_table(
        "word",
        sa.Column("word", sa.String, primary_key=True),
        sa.Column("stem", sa.String, nullable=False),
        sa.Column("roll_calls", sa.Integer, nullable=False),
    )
    state = op.create_table(
        "store_state",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("generation", sa.Integer, nullable=False),
    )
    op.bulk_insert(state, [{"id": 1, "generation": 0}])


def _search_by_fts5() -> None:
    # Words come folded and stemmed, divided by blanks; this tokenizer keeps every letter beyond ASCII as it is.
    op.execute("CREATE VIRTUAL TABLE search_text USING fts5(title, elsewhere, tokenize = 'ascii', detail = column)")
    op.execute("CREATE VIRTUAL TABLE search_term USING fts5vocab('search_text', 'row')")


def _search_by_tsvector() -> None:
    op.create_table(
        "search_text",
        sa.Column("rowid", sa.Integer, sa.ForeignKey("roll_call.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("title", sa.dialects.postgresql.TSVECTOR, nullable=False),
        sa.Column("elsewhere", sa.dialects.postgresql.TSVECTOR, nullable=False),
    )
    op.create_index("search_text_title", "search_text", ["title"], postgresql_using="gin")
    op.create_index("search_text_elsewhere", "search_text", ["elsewhere"], postgresql_using="gin")
