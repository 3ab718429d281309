"""`votedesk import`: official files into the store, with a progress bar for people and a summary of what came in."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.options import AsJson, Database, settings_with

if TYPE_CHECKING:
    from store.importers.load import FileSummary, ImportSummary, Progress

MOST_LISTED = 8
"""Changes, disagreements and left-out records shown for a file; --json gives all."""


def import_files(
    files: Annotated[list[Path], typer.Argument(metavar="FILE", hidden=True)],
    as_json: AsJson = False,
    database: Database = None,
) -> int:
    """Import official voting data files.

    As downloaded from the UN Digital Library in a browser; docs/data.md says where.
    Files are recognised by their header, in any order: .csv, .gz, .xz or .zip. All are imported or none; importing a file again
    changes nothing.

    \b
    Examples:
      votedesk import 2025_11_08_ga_voting.csv 2025_11_08_sc_voting.csv
      votedesk import ~/Downloads/*voting*.csv.gz
    """
    settings = settings_with(database)
    from store.importers.load import import_files as import_all

    with progress_bar() as progress:
        summary = import_all(settings.store_url, files, progress)
    if as_json:
        typer.echo(json.dumps(as_document(summary), ensure_ascii=False, default=str).encode())
    else:
        typer.echo("\n".join(summary_lines(summary)))
    return 0


@contextlib.contextmanager
def progress_bar() -> Iterator[Progress | None]:
    """A bar on standard error where that is a terminal; otherwise nothing."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), TaskProgressColumn(), TimeElapsedColumn())
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    with bar:
        task = bar.add_task("opening", total=None)
        yield lambda doing, done, whole: bar.update(task, description=doing, completed=done, total=whole)


def as_document(summary: ImportSummary) -> dict[str, object]:
    """The whole summary as JSON."""
    totals = {"rows": summary.rows, "seconds": round(summary.seconds, 3), "rows_per_second": round(summary.rows_per_second)}
    return {"version": 1, **totals, "files": [asdict(file) for file in summary.files]}


def summary_lines(summary: ImportSummary) -> Iterator[str]:
    """For people: a table, then file by file what changed, what does not add up and what was left out."""
    yield from _table(summary.files)
    yield ""
    yield f"{summary.rows:,} rows in {summary.seconds:.1f} s ({summary.rows_per_second:,.0f} rows per second)."
    for file in summary.files:
        yield from _details(file)


def _table(files: Sequence[FileSummary]) -> Iterator[str]:
    head = ("File", "Roll calls", "New", "Changed", "Unchanged", "Disagreements", "Left out")
    rows = [
        (
            file.name,
            f"{file.roll_calls:,}",
            f"{file.new:,}",
            f"{file.changed:,}",
            f"{file.unchanged:,}",
            f"{len(file.cautions):,}",
            f"{len(file.left_out):,}",
        )
        for file in files
    ]
    widths = [max(len(row[at]) for row in (head, *rows)) for at in range(len(head))]
    for row in (head, *rows):
        name, *numbers = row
        yield f"{name:<{widths[0]}}" + "".join(f"  {cell:>{width}}" for cell, width in zip(numbers, widths[1:], strict=True))


def _details(file: FileSummary) -> Iterator[str]:
    if file.already_imported is not None:
        yield f"{file.name} was imported before, on {file.already_imported:%d %B %Y}: nothing was done."
        return
    if file.names:
        yield from _details_of_names(file)
        return
    if file.kept:
        yield f"{file.name}: {file.kept:,} roll calls of other editions of this file stay as they were."
    taken_over = sum(change.field == "dataset" for change in file.changes)
    if taken_over:
        yield ""
        yield f"{file.name}: {taken_over:,} roll calls now rest on this file, and no longer on a source of lower precedence."
    changes = [f"{c.symbol}, {c.field}: {c.before} -> {c.after}" for c in file.changes if c.field != "dataset"]
    yield from _listed(f"{file.name}: what changed", changes)
    cautions = [f"{caution.symbol}, {_in_words(caution.kind)}: {caution.detail}" for caution in file.cautions]
    yield from _listed(f"{file.name}: what does not add up, or differs between sources (answers say so)", cautions)
    yield from _listed(f"{file.name}: left out", [f"record {record.record_id}: {record.reason}" for record in file.left_out])


def _details_of_names(file: FileSummary) -> Iterator[str]:
    yield ""
    if file.kept:
        yield f"{file.name}: not taken over, since the names in the store are those of a file that reaches further."
        return
    yield f"{file.name}: {file.names:,} names of member states, {file.new:,} of them new."
    yield from _listed(f"{file.name}: what states are called now", [f"{c.symbol}: {c.before} -> {c.after}" for c in file.changes])
    yield from _listed(f"{file.name}: left out", [f"{left.record_id}, {left.reason}" for left in file.left_out])


def _listed(title: str, items: Sequence[str]) -> Iterator[str]:
    if not items:
        return
    yield ""
    yield f"{title}:"
    for item in items[:MOST_LISTED]:
        yield f"- {item}"
    if len(items) > MOST_LISTED:
        yield f"  ... and {len(items) - MOST_LISTED:,} more; --json lists all."


def _in_words(kind: str) -> str:
    return kind.replace("_", " ")
