"""Names of the member states from the library's file of them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """The table `member_name`."""
    op.create_table(
        "member_name",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("file_id", sa.Integer, sa.ForeignKey("imported_file.id"), nullable=False),
        sa.Column("member", sa.String, nullable=False),
        sa.Column("name", sa.String, nullable=False),
        sa.Column("said", sa.Text, nullable=False),
    )
