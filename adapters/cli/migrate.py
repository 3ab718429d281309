"""`votedesk migrate`: the store, brought to the newest schema version."""

from __future__ import annotations

import typer

from adapters.cli.options import Database, settings_with


def migrate(database: Database = None) -> int:
    """Make the vote store, or update its schema.

    Doing it again changes nothing. The starter record is added to a new store.

    \b
    Examples:
      votedesk migrate
      votedesk migrate --database postgresql://votedesk@localhost/votes
    """
    from adapters.startup import make_store

    make_store(settings_with(database))
    typer.echo("The vote store is at the newest schema version.")
    return 0
