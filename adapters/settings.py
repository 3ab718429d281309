"""The environment variables -> one validated, frozen settings value. The only place that reads the environment.

Plain pydantic does it: pydantic-settings would double what every start of the command pays for imports.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, Self

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, model_validator

PREFIX = "VOTEDESK_"
STORE_FILE = "votedesk.sqlite3"
FEEDBACK_FILE = "feedback.jsonl"
PLATFORMS_OWN = (
    *("slack_bot_token", "slack_app_token", "slack_signing_secret", "slack_client_id", "slack_client_secret"),
    "discord_token",
)
"""Fields whose variables have no prefix: they are called what the platform calls them."""


class ConfigurationError(Exception):
    """Something is set up wrongly. Its text is one sentence that says what to do."""


class Settings(BaseModel):
    """How this installation is set up. Each field is the variable VOTEDESK_ plus its name; an empty one counts as unset.

    What a platform calls by a name of its own keeps that name (`PLATFORMS_OWN`).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    database_url: str | None = Field(
        default=None,
        description="Where the vote store is: sqlite:///FILE or postgresql://USER@HOST/NAME. "
        "Without it, the embedded store in the data folder.",
    )
    read_database_url: str | None = Field(
        default=None,
        description="Where questions are answered from, if not from the store itself: a read replica of it, which follows by "
        "PostgreSQL's streaming. Imports and everything else that is written go to VOTEDESK_DATABASE_URL.",
    )
    data_dir: Path = Field(
        default_factory=lambda: platformdirs.user_data_path("votedesk", appauthor=False),
        description="The data folder, which holds the embedded store. Without it, the usual place for a user's data.",
    )
    stale_days: int = Field(
        default=60,
        ge=1,
        description="After how many days without a newer vote the data count as stale.",
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="warning",
        description="What is logged to standard error. debug adds the traceback of an unexpected failure.",
    )
    log_format: Literal["text", "json"] = Field(
        default="text",
        description="How it is logged: as lines of text, or one JSON document a line, for programs that gather logs.",
    )

    chat_questions_per_minute: int = Field(
        default=20,
        ge=1,
        description="How many questions one user of a chat may ask within a minute.",
    )
    chat_keep_days: int = Field(
        default=30,
        ge=1,
        description="For how many days chats keep their threads and the questions asked.",
    )
    feedback_file: Path | None = Field(
        default=None,
        description="The file to which the notes of readers on answers are added, a line of JSON each. "
        "Without it, feedback.jsonl in the data folder.",
    )
    token_keys: SecretStr | None = Field(
        default=None,
        description="Keys that encrypt the tokens of installations in the store, the newest first, divided by commas; "
        "`votedesk slack key` makes one.",
    )
    slack_bot_token: SecretStr | None = Field(
        default=None,
        description="Slack: the bot's token (xoxb-...) of the one workspace that is served.",
    )
    slack_app_token: SecretStr | None = Field(
        default=None,
        description="Slack: the app's token (xapp-...), with which no public address is needed (Socket Mode).",
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None,
        description="Slack: the secret by which requests over HTTP are known to be Slack's; required without an app token.",
    )
    slack_client_id: str | None = Field(
        default=None,
        description="Slack: the app's client ID, to let many workspaces install it (OAuth).",
    )
    slack_client_secret: SecretStr | None = Field(
        default=None,
        description="Slack: the app's client secret, to let many workspaces install it (OAuth).",
    )
    slack_channels: str = Field(
        default="",
        description="Slack: where the bot may answer, such as `*=private C012AB3C4=open C9=off`; * stands for all others. "
        "Without it, it answers everywhere in the open.",
    )
    slack_owners: str = Field(
        default="",
        description="Slack: IDs of the users who may set the rules of channels with `/vote settings`, divided by blanks. "
        "Whoever installed the app by OAuth may, too.",
    )
    slack_feedback_channel: str | None = Field(
        default=None,
        description="Slack: the ID of the channel to which the notes of readers go, besides the feedback file.",
    )
    slack_unfurl: bool = Field(
        default=False,
        description="Slack: whether links to UN documents and voting records in messages are shown with the result (1 or 0).",
    )
    slack_api_url: str = Field(
        default="https://slack.com/api/",
        description="Slack: the address of its Web API; for Slack's GovSlack, https://slack-gov.com/api/.",
    )
    discord_token: SecretStr | None = Field(
        default=None,
        description="Discord: the bot's token.",
    )
    discord_application_id: str | None = Field(
        default=None,
        pattern=r"^[0-9]{5,20}$",
        description="Discord: the application's ID for the invite link, where it is not the one in the token "
        "(bots made before 2017).",
    )
    discord_message_content: bool = Field(
        default=False,
        description="Discord: whether the bot reads messages that do not mention it, to answer follow-ups without a mention "
        "(1 or 0). Needs the message content intent.",
    )
    discord_layout: Literal["components", "embeds"] = Field(
        default="components",
        description="Discord: how answers are built: components, or embeds where clients are too old for them.",
    )
    discord_shards: str | None = Field(
        default=None,
        pattern=r"^[0-9]+(-[0-9]+)?/[1-9][0-9]*$",
        description="Discord: the shards of this process, such as 0-3/8 for the first four of eight. "
        "Without it, all that Discord advises.",
    )
    discord_channels: str = Field(
        default="",
        description="Discord: where the bot may answer, such as `*=private 1234567890=open`; * stands for all others. "
        "What a server's managers set with `/vote settings` comes first.",
    )
    discord_feedback_channel: str | None = Field(
        default=None,
        pattern=r"^[0-9]{5,20}$",
        description="Discord: the ID of the channel to which the notes of readers go, besides the feedback file.",
    )
    discord_api_url: str = Field(
        default="https://discord.com/api/v10",
        description="Discord: the address of its API, for a proxy in between.",
    )
    public_url: str | None = Field(
        default=None,
        description="The address under which the server is reached from outside, such as https://votes.example.org; "
        "for HTTP and OAuth.",
    )
    host: str = Field(
        default="127.0.0.1",
        description="The address on which a server listens; 0.0.0.0 for all, as behind a proxy in a container.",
    )
    port: int = Field(
        default=3000,
        ge=0,
        le=65535,
        description="The port on which a server listens; 0 takes a free one and prints it.",
    )

    @property
    def feedback_log(self) -> Path:
        """The file of readers' notes, whichever way it was given."""
        return (self.feedback_file or self.data_dir / FEEDBACK_FILE).expanduser().absolute()

    @property
    def is_embedded(self) -> bool:
        """Whether the store is the embedded one, which is made when it is first needed."""
        return self.database_url is None

    @property
    def embedded_file(self) -> Path:
        """The file of the embedded store."""
        return self.data_dir.expanduser().absolute() / STORE_FILE

    @property
    def store_url(self) -> str:
        """The store's address, whichever way it was given."""
        return self.database_url or f"sqlite:///{self.embedded_file.as_posix()}"

    @property
    def reading_url(self) -> str:
        """Where questions are answered from."""
        return self.read_database_url or self.store_url

    @model_validator(mode="after")
    def _replica_of_something(self) -> Self:
        if self.read_database_url and not self.database_url:
            raise ValueError("it is a replica of the store that VOTEDESK_DATABASE_URL names: set that too")
        return self


def read_settings(database_url: str | None = None) -> Settings:
    """The settings of this process; a `database_url` given on the command line beats the environment's, and its replica's."""
    given = {name: os.environ.get(variable(name)) for name in Settings.model_fields} | (
        {} if database_url is None else {"database_url": database_url, "read_database_url": None}
    )
    try:
        return Settings.model_validate({name: value for name, value in given.items() if value})
    except ValidationError as error:
        raise ConfigurationError(_sentence(error)) from error


def variable(field: str) -> str:
    """The environment variable that sets a field."""
    return field.upper() if field in PLATFORMS_OWN else PREFIX + field.upper()


def _sentence(error: ValidationError) -> str:
    """The first fault as a sentence: the variable, what it is, what it should be."""
    fault: Any = error.errors()[0]
    if not fault["loc"]:  # of several settings together
        return f"{variable('read_database_url')} cannot be used alone: {fault['ctx']['error']}."
    field = str(fault["loc"][0])
    return f"{variable(field)} is {fault['input']!r}: {_WANTED.get(field, fault['msg'])}."


_WANTED = {
    "stale_days": "it must be a whole number of days, 1 or more",
    "log_level": "it must be debug, info, warning or error",
    "log_format": "it must be text or json",
    "chat_questions_per_minute": "it must be a whole number, 1 or more",
    "chat_keep_days": "it must be a whole number of days, 1 or more",
    "slack_unfurl": "it must be 1 or 0",
    "discord_application_id": "it must be the number that Discord's developer portal shows as application ID",
    "discord_message_content": "it must be 1 or 0",
    "discord_layout": "it must be components or embeds",
    "discord_shards": "it must be a range and a total, such as 0-3/8",
    "discord_feedback_channel": "it must be the number that Discord copies as channel ID",
    "port": "it must be a port, 0 to 65535",
}
