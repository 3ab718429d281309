"""`votedesk slack`: what setting up the Slack app takes."""

from __future__ import annotations

import json
from typing import Annotated

import typer

slack = typer.Typer(help="Set up the Slack app.", no_args_is_help=True, rich_markup_mode=None)


@slack.command()
def manifest(
    http: Annotated[
        str | None,
        typer.Option(
            metavar="URL", help="The public address for HTTP; without it, VOTEDESK_PUBLIC_URL or Socket Mode.", show_default=False
        ),
    ] = None,
) -> int:
    """Print the app's manifest, to be pasted where Slack makes apps.

    It sets up commands, shortcuts, events and the smallest scopes at once. With VOTEDESK_SLACK_UNFURL=1 it asks for link
    previews too.

    \b
    Examples:
      votedesk slack manifest > manifest.json
      votedesk slack manifest --http https://votes.example.org > manifest.json
    """
    from adapters.settings import read_settings
    from adapters.slack.manifest import manifest as made

    settings = read_settings()
    public_url = http or settings.public_url
    many = settings.slack_bot_token is None and public_url is not None
    typer.echo(json.dumps(made(public_url=public_url, unfurl=settings.slack_unfurl, many_workspaces=many), indent=2))
    return 0


@slack.command()
def key() -> int:
    """Print a new key for VOTEDESK_TOKEN_KEYS, which encrypts the tokens of many workspaces.

    To change keys, put the new one before the old one, with a comma between them.

    \b
    Example:
      votedesk slack key
    """
    from adapters.slack.secrets import new_key

    typer.echo(new_key())
    return 0
