"""The environment variables -> one validated, frozen settings value. The only place that reads the environment.

Plain pydantic does it: pydantic-settings would double what every start of the command pays for imports.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, Literal, Self

import platformdirs
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

PREFIX = "VOTEDESK_"
STORE_FILE = "votedesk.sqlite3"


class ConfigurationError(Exception):
    """Something is set up wrongly. Its text is one sentence that says what to do."""


class Settings(BaseModel):
    """How this installation is set up. Each field is the variable VOTEDESK_ plus its name; an empty one counts as unset."""

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
    return PREFIX + field.upper()


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
}
