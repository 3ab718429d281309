"""`votedesk serve`: VoteDesk as a server, in chats."""

from __future__ import annotations

import typer

from adapters.cli.options import Database, settings_with

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
    import asyncio

    from adapters.slack.serve import serve as run

    settings = settings_with(database)
    asyncio.run(run(settings, lambda sentence: typer.echo(sentence, err=True)))
    return 0
