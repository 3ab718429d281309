"""`votedesk discord`: what setting up the Discord bot takes."""

from __future__ import annotations

import typer

discord = typer.Typer(help="Set up the Discord bot.", no_args_is_help=True, rich_markup_mode=None)


@discord.callback()
def _discord() -> None:
    """Set up the Discord bot."""


@discord.command()
def invite() -> int:
    """Print the links that add the bot to a server or to an account.

    It needs DISCORD_TOKEN, and asks Discord nothing.

    \b
    Example:
      votedesk discord invite
    """
    from adapters.discord.invite import server_link, user_link
    from adapters.discord.setup import application_id
    from adapters.settings import read_settings

    application = application_id(read_settings())
    typer.echo(f"For a server that you manage:\n  {server_link(application)}")
    typer.echo(f"For your own account, to use the commands anywhere:\n  {user_link(application)}")
    return 0
