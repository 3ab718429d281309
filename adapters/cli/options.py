"""The options that several commands share, and the settings that follow from them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from adapters.settings import Settings

Database = Annotated[
    str | None,
    typer.Option(
        "--database",
        metavar="URL",
        help="The vote store: sqlite:///FILE or postgresql://USER@HOST/NAME. "
        "Without it, VOTEDESK_DATABASE_URL or the embedded store.",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON document instead of text.")]


def settings_with(database: str | None) -> Settings:
    """The settings of this process, with logging set up as they say."""
    from adapters.logs import set_up
    from adapters.settings import read_settings

    settings = read_settings(database)
    set_up(settings.log_level, settings.log_format)
    return settings
