"""Votes no longer declare their parents.

PostgreSQL looks up both for each vote, which is nine tenths of the time of an import; SQLite was never asked to. The importer
writes parents and votes in one transaction, and tests look for orphans.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """The same rows and indexes; SQLite cannot take a constraint away, so its table is written anew."""
    if op.get_bind().dialect.name == "postgresql":
        for column in ("statement_id", "member_id"):
            op.drop_constraint(f"vote_{column}_fkey", "vote", type_="foreignkey")
        return
    op.rename_table("vote", "vote_before")
    op.drop_index("vote_of_member")
    op.create_table(
        "vote",
        sa.Column("statement_id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("member_id", sa.SmallInteger, primary_key=True, autoincrement=False),
        sa.Column("position", sa.SmallInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.execute("INSERT INTO vote SELECT statement_id, member_id, position FROM vote_before ORDER BY statement_id, member_id")
    op.drop_table("vote_before")
    op.create_index("vote_of_member", "vote", ["member_id", "statement_id", "position"])
