"""`votedesk check`: a text, or a file of them -> the check report, for people or as JSON."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, TextIO

import typer

from adapters.cli.options import AsJson, Database, settings_with
from adapters.cli.scratch import parts_of, scratch, scratch_bytes

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
    from adapters.cli.batch import lines_of
    from adapters.cli.batch_texts import check_lines
    from adapters.cli.check_writing import write_check, write_json
    from adapters.cli.marked import write_marked
    from adapters.startup import open_desk

    day = _day(today)
    settings = settings_with(database)
    if batch is not None:
        with lines_of(batch) as lines, open_desk(settings) as desk:
            status, contradicted = check_lines(desk, lines, batch, day)
            return status or (CONTRADICTED if strict and contradicted else 0)
    with _text_of(file or "-") as text, open_desk(settings) as desk, scratch() as written:
        summary = write_check(desk, text, day, write_json if as_json else write_marked, written)
        _show(written, as_json=as_json)
    return CONTRADICTED if strict and summary.contradicted else 0


def _day(given: str | None) -> dt.date | None:
    from adapters.settings import ConfigurationError

    try:
        return dt.date.fromisoformat(given) if given is not None else None
    except ValueError as error:
        raise ConfigurationError(f"{given} is not a date: write it as 2025-02-24.") from error


@contextlib.contextmanager
def _text_of(name: str) -> Iterator[Callable[[], Iterator[str]]]:
    """The text as the file has it, from its start whenever it is asked for, line ends included: offsets count in it."""
    from adapters.decoding import decoded_parts
    from adapters.settings import ConfigurationError

    with contextlib.ExitStack() as opened:
        try:
            file = sys.stdin.buffer if name == "-" else opened.enter_context(Path(name).open("rb"))
            if not file.seekable():  # what comes through a pipe is kept, since its end can tell how its start is to be read
                kept = opened.enter_context(scratch_bytes())
                shutil.copyfileobj(file, kept)
                kept.seek(0)
                file = kept
            start = file.tell()
            file.read(1)
        except OSError as error:
            reason = f"{name} cannot be read ({error.strerror}): give a text file, or - for standard input."
            raise ConfigurationError(reason) from error

        def text() -> Iterator[str]:
            file.seek(start)
            return decoded_parts(file)

        yield text


def _show(written: TextIO, *, as_json: bool) -> None:
    if as_json:
        for part in parts_of(written):
            typer.echo(part.encode(), nl=False)
        typer.echo(b"\n", nl=False)
    elif not sys.stdout.isatty():
        for part in parts_of(written):
            typer.echo(part, nl=False)
    else:
        _show_in_colour(written)


def _show_in_colour(written: TextIO) -> None:
    from rich.console import Console

    from adapters.cli.marked import styled

    console = Console(highlight=False)
    written.seek(0)
    for line in written:
        console.print(styled(line.removesuffix("\n")))
