"""`votedesk check`: a text, or a file of them -> the check report, for people or as JSON."""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.options import AsJson, Database, settings_with

if TYPE_CHECKING:
    from bot.report import CheckReport

CONTRADICTED = 3
"""Exit status with --strict, where a claim is contradicted."""


def check(
    file: Annotated[str | None, typer.Argument(metavar="FILE", hidden=True)] = None,
    as_json: AsJson = False,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Read one text a line, as JSON, and print one report a line, in order. - reads standard input.",
            show_default=False,
        ),
    ] = None,
    strict: Annotated[bool, typer.Option("--strict", help="Exit with status 3 if a claim is contradicted.")] = False,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help='The day of the text, such as 2025-02-24: "on Monday" counts from it. Without it, its own date, or today.',
            show_default=False,
        ),
    ] = None,
    database: Database = None,
) -> int:
    """Check every claim that a text makes about votes at the United Nations.

    FILE is plain text, Markdown or HTML; - reads standard input. Each claim is marked, with its verdict, what the record
    says, and the source.

    \b
    Examples:
      votedesk check article.txt
      votedesk check - < article.html
      votedesk check --json article.md
      votedesk check --strict --today 2025-02-24 article.txt
      votedesk check --batch texts.jsonl > reports.jsonl

    A line of a batch: {"id": "t1", "text": "Hungary voted against A/RES/ES-11/7.", "today": "2025-02-25"}.
    Only "text" is required.
    """
    from adapters.settings import ConfigurationError

    if (file is None) == (batch is None):
        raise ConfigurationError("Check one text, such as votedesk check article.txt, or give --batch FILE.")
    from adapters.cli.batch import lines_of, well_formed
    from adapters.cli.batch_texts import check_lines
    from adapters.startup import open_desk

    day = _day(today)
    settings = settings_with(database)
    if batch is not None:
        with lines_of(batch) as lines, open_desk(settings) as desk:
            status, contradicted = check_lines(desk, lines, batch, day)
            return status or (CONTRADICTED if strict and contradicted else 0)
    text = well_formed(_text_of(file or "-"))
    with open_desk(settings) as desk:
        report = desk.check(text, day)
    if as_json:
        typer.echo(report.model_dump_json().encode())
    else:
        _show(text, report)
    return CONTRADICTED if strict and report.summary.contradicted else 0


def _day(given: str | None) -> dt.date | None:
    from adapters.settings import ConfigurationError

    try:
        return dt.date.fromisoformat(given) if given is not None else None
    except ValueError as error:
        raise ConfigurationError(f"{given} is not a date: write it as 2025-02-24.") from error


def _text_of(name: str) -> str:
    """The text as the file has it, line ends included: offsets count in it."""
    from adapters.decoding import decode
    from adapters.settings import ConfigurationError

    try:
        content = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        reason = f"{name} cannot be read ({error.strerror}): give a text file, or - for standard input."
        raise ConfigurationError(reason) from error
    return decode(content)


def _show(text: str, report: CheckReport) -> None:
    from adapters.cli.marked import marked_lines, styled

    if not sys.stdout.isatty():
        typer.echo("\n".join(marked_lines(text, report)))
        return
    from rich.console import Console

    console = Console(highlight=False)
    for line in marked_lines(text, report):
        console.print(styled(line))
