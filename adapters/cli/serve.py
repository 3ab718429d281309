"""`votedesk serve`: VoteDesk as a server, in chats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractAsyncContextManager
from typing import TYPE_CHECKING, Any

import typer

from adapters.cli.options import Database, settings_with

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop

serve = typer.Typer(help="Answer in chats, until stopped.", no_args_is_help=True, rich_markup_mode=None)


@serve.callback()
def _serve() -> None:
    """Answer in chats, until stopped."""


@serve.command()
def slack(database: Database = None) -> int:
    """Answer in Slack.

    With SLACK_BOT_TOKEN and SLACK_APP_TOKEN no public address is needed (Socket Mode); with SLACK_SIGNING_SECRET Slack sends
    its requests over HTTP. docs/slack.md sets it up in ten minutes.

    \b
    Examples:
      votedesk serve slack
      VOTEDESK_HOST=0.0.0.0 VOTEDESK_PORT=8080 votedesk serve slack
    """
    from adapters.slack.serve import serving

    settings = settings_with(database)
    return _run(lambda: [serving(settings, _say)])


@serve.command()
def discord(database: Database = None) -> int:
    """Answer in Discord.

    With DISCORD_TOKEN; no public address is needed. docs/discord.md sets it up in ten minutes.

    \b
    Examples:
      votedesk serve discord
      VOTEDESK_DISCORD_SHARDS=0-3/8 votedesk serve discord
    """
    from adapters.discord.serve import serving

    settings = settings_with(database)
    return _run(lambda: [serving(settings, _say, watched=True)])


@serve.command("all")
def all_of_them(database: Database = None) -> int:
    """Answer in every chat that is set up, in one process.

    Slack where its tokens or its OAuth application are set, Discord where DISCORD_TOKEN is.

    \b
    Example:
      votedesk serve all
    """
    from adapters.settings import ConfigurationError

    settings = settings_with(database)
    slack_is_set = settings.slack_bot_token is not None or settings.slack_client_id is not None
    if not slack_is_set and settings.discord_token is None:
        raise ConfigurationError("No chat is set up: docs/slack.md and docs/discord.md say how.")

    def fronts() -> Iterator[AbstractAsyncContextManager[Any]]:
        from adapters.chat.desk import Common

        common = Common.of(settings)
        if slack_is_set:
            from adapters.slack.serve import serving as serving_slack

            yield serving_slack(settings, _say, common=common)
        if settings.discord_token is not None:
            from adapters.discord.serve import serving as serving_discord

            yield serving_discord(settings, _say, watched=not slack_is_set, common=common)

    return _run(fronts)


def _run(fronts: Callable[[], Iterable[AbstractAsyncContextManager[Any]]]) -> int:
    import asyncio

    from adapters.chat.stopping import CannotServe, serve_until_stopped

    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(serve_until_stopped(list(fronts()), _say))
    except CannotServe as error:
        typer.echo(f"votedesk: {error}", err=True)
        return 1
    return 0


def _loop_factory() -> Callable[[], AbstractEventLoop] | None:
    """uvloop's, where it can be had: with it one process answers a fifth more. None: Python's own."""
    try:
        import uvloop
    except ImportError:  # on Windows
        return None
    return uvloop.new_event_loop


def _say(sentence: str) -> None:
    typer.echo(sentence, err=True)
