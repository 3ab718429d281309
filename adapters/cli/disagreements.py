"""`votedesk disagreements`: every conflict between sources, and every total that does not add up, for the desk to look into."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.options import AsJson, Database, settings_with

if TYPE_CHECKING:
    from collections.abc import Sequence

    from store.disagreements import Disagreement

COLUMNS = ("date", "body", "symbol", "field", "stated")
MOST_LISTED = 200
"""Lines for people; --csv and --json give all."""


def disagreements(
    as_json: AsJson = False,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet instead of text.")] = False,
    database: Database = None,
) -> int:
    """List every conflict between sources.

    Dates, totals, outcomes and single votes that two sources state differently, and totals that do not add up with the votes;
    names of member states, where a file of them was imported. Answers use the source that stands first in docs/data.md, and
    carry a vote's difference as a note.

    \b
    Examples:
      votedesk disagreements
      votedesk disagreements --csv > disagreements.csv
    """
    from store.disagreements import disagreements as found_in
    from store.importers.load import ensure_starter

    url = settings_with(database).store_url
    ensure_starter(url)
    found = found_in(url)
    if as_json:
        document = {"version": 1, "disagreements": [asdict(one) for one in found]}
        typer.echo(json.dumps(document, ensure_ascii=False, default=str).encode())
    elif as_csv:
        typer.echo(_as_csv(found).encode(), nl=False)
    else:
        typer.echo(_as_text(found))
    return 0


def _told(one: Disagreement) -> str:
    return "; ".join(f"{dataset} {value}" for dataset, value in one.stated)


def _as_csv(found: Sequence[Disagreement]) -> str:
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(COLUMNS)
    table.writerows((one.date.isoformat(), one.body or "", one.symbol, one.field, _told(one)) for one in found)
    return text.getvalue()


def _as_text(found: Sequence[Disagreement]) -> str:
    if not found:
        return "No source in this store contradicts another."
    votes = len({(one.symbol, one.date) for one in found if one.body is not None})
    states = len({one.symbol for one in found if one.body is None})
    on = f"{votes:,} votes and {states} member states" if states else f"{votes:,} votes"
    lines = [f"{len(found):,} disagreements on {on}, the newest first."]
    lines += [f"{one.date}  {one.body or '--'}  {one.symbol}  {one.field}: {_told(one)}" for one in found[:MOST_LISTED]]
    if len(found) > MOST_LISTED:
        lines.append(f"... and {len(found) - MOST_LISTED:,} more; --csv or --json gives all.")
    return "\n".join(lines)
