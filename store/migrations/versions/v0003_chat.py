"""What chat front ends share between replicas: events taken, threads, answers given, channel rules, Slack installations."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Every table of `store.chat_tables`."""
    _events_threads_and_answers()
    _rules()
    _slack_bots()
    _slack_installations()
    _slack_states()


def _events_threads_and_answers() -> None:
    op.create_table(
        "chat_event",
        sa.Column("workspace", sa.String, primary_key=True),
        sa.Column("event", sa.String, primary_key=True),
        sa.Column("asker", sa.String, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
    )
    op.create_index("chat_event_of_user", "chat_event", ["workspace", "asker", "at"])
    op.create_index("chat_event_at", "chat_event", ["at"])
    op.create_table(
        "chat_thread",
        sa.Column("workspace", sa.String, primary_key=True),
        sa.Column("thread", sa.String, primary_key=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("chat_thread_at", "chat_thread", ["at"])
    op.create_table(
        "chat_answer",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("workspace", sa.String, nullable=False),
        sa.Column("asker", sa.String, nullable=False),
        sa.Column("thread", sa.String),
        sa.Column("kind", sa.String, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("today", sa.Date, nullable=False),
        sa.Column("at", sa.Float, nullable=False),
    )
    op.create_index("chat_answer_of_user", "chat_answer", ["workspace", "asker", "at"])
    op.create_index("chat_answer_at", "chat_answer", ["at"])


def _rules() -> None:
    op.create_table(
        "chat_rule",
        sa.Column("workspace", sa.String, primary_key=True),
        sa.Column("channel", sa.String, primary_key=True),
        sa.Column("rule", sa.String, nullable=False),
    )


def _slack_bots() -> None:
    op.create_table(
        "slack_bots",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("client_id", sa.String(32), nullable=False),
        sa.Column("app_id", sa.String(32), nullable=False),
        *_workspace(),
        *_bot(),
        sa.Column("is_enterprise_install", sa.Boolean, nullable=False),
        sa.Column("installed_at", sa.DateTime, nullable=False),
    )
    op.create_index("slack_bots_idx", "slack_bots", ["client_id", "enterprise_id", "team_id", "installed_at"])


def _slack_installations() -> None:
    op.create_table(
        "slack_installations",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("client_id", sa.String(32), nullable=False),
        sa.Column("app_id", sa.String(32), nullable=False),
        *_workspace(),
        sa.Column("enterprise_url", sa.String(200)),
        *_bot(),
        sa.Column("user_id", sa.String(32), nullable=False),
        sa.Column("user_token", sa.Text),
        sa.Column("user_scopes", sa.String(1000)),
        sa.Column("user_refresh_token", sa.Text),
        sa.Column("user_token_expires_at", sa.DateTime),
        sa.Column("incoming_webhook_url", sa.Text),
        sa.Column("incoming_webhook_channel", sa.String(200)),
        sa.Column("incoming_webhook_channel_id", sa.String(200)),
        sa.Column("incoming_webhook_configuration_url", sa.String(200)),
        sa.Column("is_enterprise_install", sa.Boolean, nullable=False),
        sa.Column("token_type", sa.String(32)),
        sa.Column("installed_at", sa.DateTime, nullable=False),
    )
    op.create_index(
        "slack_installations_idx", "slack_installations", ["client_id", "enterprise_id", "team_id", "user_id", "installed_at"]
    )


def _workspace() -> tuple[sa.Column[str], ...]:
    return (
        sa.Column("enterprise_id", sa.String(32)),
        sa.Column("enterprise_name", sa.String(200)),
        sa.Column("team_id", sa.String(32)),
        sa.Column("team_name", sa.String(200)),
    )


def _bot() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("bot_token", sa.Text),
        sa.Column("bot_id", sa.String(32)),
        sa.Column("bot_user_id", sa.String(32)),
        sa.Column("bot_scopes", sa.String(1000)),
        sa.Column("bot_refresh_token", sa.Text),
        sa.Column("bot_token_expires_at", sa.DateTime),
    )


def _slack_states() -> None:
    op.create_table(
        "slack_oauth_states",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=True),
        sa.Column("state", sa.String(200), nullable=False),
        sa.Column("expire_at", sa.DateTime, nullable=False),
    )
