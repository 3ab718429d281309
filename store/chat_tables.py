"""What chat front ends share between replicas, as SQLModel tables: events taken, threads, answers, rules, installations.

None of it belongs to the record. `workspace` is "slack:T012AB3C4" or "discord:123": a Slack workspace, a Discord server or
direct channel.
The three `slack_` tables are those of slack_sdk's SQLAlchemy stores, with room for encrypted tokens:
https://docs.slack.dev/tools/python-slack-sdk/oauth
"""

from __future__ import annotations

import datetime as dt

from sqlalchemy import Boolean, Column, Date, DateTime, Index, Integer, String, Text
from sqlmodel import Field, SQLModel


class ChatEventRow(SQLModel, table=True):
    """One event that some replica took on, so that no other takes it again; `at` in seconds since 1970."""

    __tablename__ = "chat_event"
    __table_args__ = (Index("chat_event_of_user", "workspace", "asker", "at"), Index("chat_event_at", "at"))

    workspace: str = Field(primary_key=True)
    event: str = Field(primary_key=True)
    asker: str
    at: float
    counts: bool = Field(sa_column=Column(Boolean, nullable=False))


class ChatThreadRow(SQLModel, table=True):
    """A thread in which the bot was asked; `conversation`: what its questions leave behind, as `bot.conversation` writes it."""

    __tablename__ = "chat_thread"
    __table_args__ = (Index("chat_thread_at", "at"),)

    workspace: str = Field(primary_key=True)
    thread: str = Field(primary_key=True)
    conversation: str = Field(sa_column=Column(Text, nullable=False))
    at: float


class ChatAnswerRow(SQLModel, table=True):
    """One question answered. Asked again on the day `today` after `conversation`, it gives the same answer."""

    __tablename__ = "chat_answer"
    __table_args__ = (Index("chat_answer_of_user", "workspace", "asker", "at"), Index("chat_answer_at", "at"))

    id: str = Field(primary_key=True)
    workspace: str
    asker: str
    thread: str | None
    kind: str
    question: str = Field(sa_column=Column(Text, nullable=False))
    conversation: str = Field(sa_column=Column(Text, nullable=False))
    today: dt.date = Field(sa_column=Column(Date, nullable=False))
    at: float
    language: str | None


class ChatRuleRow(SQLModel, table=True):
    """How the bot may answer in one channel, or, with the channel "*", in all others."""

    __tablename__ = "chat_rule"

    workspace: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    rule: str


class ChatSettingRow(SQLModel, table=True):
    """One thing that a workspace has set for itself, such as its language."""

    __tablename__ = "chat_setting"

    workspace: str = Field(primary_key=True)
    name: str = Field(primary_key=True)
    value: str = Field(sa_column=Column(Text, nullable=False))


class SlackBotRow(SQLModel, table=True):
    """The bot's token in one workspace."""

    __tablename__ = "slack_bots"
    __table_args__ = (Index("slack_bots_idx", "client_id", "enterprise_id", "team_id", "installed_at"),)

    id: int = Field(primary_key=True)
    client_id: str = Field(sa_column=Column(String(32), nullable=False))
    app_id: str = Field(sa_column=Column(String(32), nullable=False))
    enterprise_id: str | None = Field(sa_column=Column(String(32)))
    enterprise_name: str | None = Field(sa_column=Column(String(200)))
    team_id: str | None = Field(sa_column=Column(String(32)))
    team_name: str | None = Field(sa_column=Column(String(200)))
    bot_token: str | None = Field(sa_column=Column(Text))
    bot_id: str | None = Field(sa_column=Column(String(32)))
    bot_user_id: str | None = Field(sa_column=Column(String(32)))
    bot_scopes: str | None = Field(sa_column=Column(String(1000)))
    bot_refresh_token: str | None = Field(sa_column=Column(Text))
    bot_token_expires_at: dt.datetime | None = Field(sa_column=Column(DateTime))
    is_enterprise_install: bool = Field(sa_column=Column(Boolean, nullable=False))
    installed_at: dt.datetime = Field(sa_column=Column(DateTime, nullable=False))


class SlackInstallationRow(SQLModel, table=True):
    """One installation by one user."""

    __tablename__ = "slack_installations"
    __table_args__ = (Index("slack_installations_idx", "client_id", "enterprise_id", "team_id", "user_id", "installed_at"),)

    id: int = Field(primary_key=True)
    client_id: str = Field(sa_column=Column(String(32), nullable=False))
    app_id: str = Field(sa_column=Column(String(32), nullable=False))
    enterprise_id: str | None = Field(sa_column=Column(String(32)))
    enterprise_name: str | None = Field(sa_column=Column(String(200)))
    enterprise_url: str | None = Field(sa_column=Column(String(200)))
    team_id: str | None = Field(sa_column=Column(String(32)))
    team_name: str | None = Field(sa_column=Column(String(200)))
    bot_token: str | None = Field(sa_column=Column(Text))
    bot_id: str | None = Field(sa_column=Column(String(32)))
    bot_user_id: str | None = Field(sa_column=Column(String(32)))
    bot_scopes: str | None = Field(sa_column=Column(String(1000)))
    bot_refresh_token: str | None = Field(sa_column=Column(Text))
    bot_token_expires_at: dt.datetime | None = Field(sa_column=Column(DateTime))
    user_id: str = Field(sa_column=Column(String(32), nullable=False))
    user_token: str | None = Field(sa_column=Column(Text))
    user_scopes: str | None = Field(sa_column=Column(String(1000)))
    user_refresh_token: str | None = Field(sa_column=Column(Text))
    user_token_expires_at: dt.datetime | None = Field(sa_column=Column(DateTime))
    incoming_webhook_url: str | None = Field(sa_column=Column(Text))
    incoming_webhook_channel: str | None = Field(sa_column=Column(String(200)))
    incoming_webhook_channel_id: str | None = Field(sa_column=Column(String(200)))
    incoming_webhook_configuration_url: str | None = Field(sa_column=Column(String(200)))
    is_enterprise_install: bool = Field(sa_column=Column(Boolean, nullable=False))
    token_type: str | None = Field(sa_column=Column(String(32)))
    installed_at: dt.datetime = Field(sa_column=Column(DateTime, nullable=False))


class SlackOAuthStateRow(SQLModel, table=True):
    """A random value given out for one installation under way."""

    __tablename__ = "slack_oauth_states"

    id: int = Field(sa_column=Column(Integer, primary_key=True, autoincrement=True))
    state: str = Field(sa_column=Column(String(200), nullable=False))
    expire_at: dt.datetime = Field(sa_column=Column(DateTime, nullable=False))
