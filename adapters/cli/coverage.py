"""`votedesk coverage`: what the store holds, from which files, how old it is, and how to cite it."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import typer

from adapters.cli.options import AsJson, Database, settings_with

if TYPE_CHECKING:
    from store.facts import Coverage, ImportedFile, NamesCoverage


def coverage(as_json: AsJson = False, database: Database = None) -> int:
    """Show what the vote store covers.

    Bodies, dates, roll calls, votes, the files they came from, how old they are, and how to cite each source.

    \b
    Examples:
      votedesk coverage
      votedesk coverage --json
    """
    from adapters.startup import open_store

    settings = settings_with(database)
    with open_store(settings) as store:
        covered, names = store.coverage(), store.names_coverage()
    today = dt.datetime.now(tz=dt.UTC).date()
    if as_json:
        document = {"version": 1, "coverage": [as_document(part, today) for part in covered], "names": names and asdict(names)}
        typer.echo(json.dumps(document, ensure_ascii=False, default=str).encode())
    else:
        typer.echo("\n".join((*coverage_lines(covered, today, settings.stale_days), *names_lines(names))))
    return 0


def as_document(part: Coverage, today: dt.date) -> dict[str, Any]:
    """One dataset's part as JSON. `age_days`: days since the last vote that it covers."""
    return asdict(part) | {"age_days": (today - part.until).days}


def coverage_lines(covered: Sequence[Coverage], today: dt.date, stale_days: int) -> Iterator[str]:
    """The same for people."""
    from store.importers.datasets import is_kept_up

    if not covered:
        yield "The vote store is empty: import the official files with votedesk import FILE."
    for part in covered:
        age = (today - part.until).days
        yield f"{part.title} ({part.body})"
        yield f"  votes from {part.first} to {part.until}, {part.roll_calls:,} roll calls, {part.votes:,} votes"
        is_stale = age > stale_days and is_kept_up(part.dataset, part.body)
        yield f"  newest vote {age} days ago" + (f": look for a newer file at {part.url}" if is_stale else "")
        for file in part.files:
            yield _file_line(file)
        yield f"  cite: {part.citation}"
        yield f"  {part.url}"
        yield ""
    if covered and all(part.dataset == STARTER for part in covered):
        yield ONLY_STARTER


def names_lines(names: NamesCoverage | None) -> Iterator[str]:
    """The file that states' names come from, for people; nothing where they are those that come with the program."""
    if names is None:
        return
    yield names.title
    yield f"  {names.names:,} names of {names.states:,} states, the newest in use since {names.until}"
    yield _file_line(names.file)
    yield f"  cite: {names.citation}"
    yield f"  {names.url}"
    yield ""


def _file_line(file: ImportedFile) -> str:
    return f"  file {file.name}, imported {file.imported_at:%Y-%m-%d %H:%M}, {file.rows:,} rows, SHA-256 {file.checksum}"


STARTER = "starter"
ONLY_STARTER = (
    "This is the starter record only, a small selection. For the whole record, download the voting data from the UN Digital "
    "Library\nin a browser (records 4060887 and 4055387) and import the files: votedesk import FILE..."
)
