"""`votedesk note`: what the desk has learnt about a vote elsewhere, with its source; answers show it as the desk's."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.options import AsJson, Database, settings_with

if TYPE_CHECKING:
    from adapters.settings import Settings
    from store.desk_notes import DeskNote

note = typer.Typer(
    name="note",
    help="Keep the desk's own notes on votes, each with its source.",
    epilog='Example: votedesk note add A/RES/ES-10/21 "Iraq said it had meant to vote yes." --source https://press.un.org/...',
    no_args_is_help=True,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@note.command()
def add(
    symbol: Annotated[str, typer.Argument(metavar="SYMBOL", hidden=True)],
    text: Annotated[str, typer.Argument(metavar="TEXT", hidden=True)],
    source: Annotated[str, typer.Option("--source", metavar="URL", help="Where the note can be checked.", show_default=False)],
    database: Database = None,
) -> int:
    """Add a note on a vote, named by its symbol.

    The record stays as it is: a correction that a member announced later stands beside the recorded vote.

    \b
    Example:
      votedesk note add A/RES/ES-10/21 "Iraq said it had meant to vote yes." --source https://press.un.org/en/2023/ga12548.doc.htm
    """
    from store.desk_notes import add_note

    kept = add_note(_store(database), symbol, text, source, dt.datetime.now(tz=dt.UTC).date())
    typer.echo(f"Note {kept.number} on {kept.symbol} of {kept.vote_date} is kept; answers on this vote show it.")
    return 0


@note.command("list")
def list_notes(as_json: AsJson = False, database: Database = None) -> int:
    """List the notes, the oldest first."""
    from store.desk_notes import notes

    kept = notes(_store(database))
    if as_json:
        typer.echo(json.dumps({"version": 1, "notes": [asdict(one) for one in kept]}, ensure_ascii=False, default=str).encode())
    else:
        typer.echo("\n".join(_line(one) for one in kept) or "There are no notes.")
    return 0


@note.command()
def remove(
    number: Annotated[int, typer.Argument(metavar="NUMBER", hidden=True)],
    database: Database = None,
) -> int:
    """Remove a note by its number, which votedesk note list shows."""
    from store.desk_notes import remove_note

    typer.echo(f"Removed: {_line(remove_note(_store(database), number))}")
    return 0


def _line(one: DeskNote) -> str:
    return f"{one.number}. {one.symbol} of {one.vote_date}: {one.text} Source: {one.source} (noted {one.noted})"


def _store(database: str | None) -> str:
    """The store's address; the store is there, with the starter record in it at least."""
    from store.importers.load import ensure_starter

    settings: Settings = settings_with(database)
    ensure_starter(settings.store_url)
    return settings.store_url
