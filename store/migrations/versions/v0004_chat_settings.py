"""What a chat's workspace has set, a value for each name; and the language in which an answer was wanted."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """The table `chat_setting`, and one column more in `chat_answer`."""
    op.add_column("chat_answer", sa.Column("language", sa.String))
    op.create_table(
        "chat_setting",
        sa.Column("workspace", sa.String, primary_key=True),
        sa.Column("name", sa.String, primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
