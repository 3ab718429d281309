"""`votedesk ask`: one question, or a file of them -> the reply, for people or as JSON."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from adapters.cli.options import AsJson, Database, settings_with

if TYPE_CHECKING:
    from bot.card import Card


def ask(
    question: Annotated[list[str] | None, typer.Argument(metavar="QUESTION", hidden=True)] = None,
    as_json: AsJson = False,
    batch: Annotated[
        str | None,
        typer.Option(
            metavar="FILE",
            help="Read one question a line, as JSON, and print one reply a line, in order. - reads standard input.",
            show_default=False,
        ),
    ] = None,
    as_csv: Annotated[bool, typer.Option("--csv", help="Print a table for a spreadsheet: one fact a row.")] = False,
    wide: Annotated[
        bool, typer.Option("--wide", help="Print a table for a spreadsheet: one member a row, one vote a column.")
    ] = False,
    quote: Annotated[
        bool, typer.Option("--quote", help="Print one sentence to paste, with a footnote: source, symbol, address, date read.")
    ] = False,
    explain: Annotated[
        bool,
        typer.Option("--explain", help="Also print how each word was read, which votes were weighed and which was taken."),
    ] = False,
    language: Annotated[
        str | None,
        typer.Option(
            metavar="CODE",
            help="Answer in this language: en, fr, es, de, pt or it. Without it, in that of the question.",
            show_default=False,
        ),
    ] = None,
    database: Database = None,
) -> int:
    """Answer a question on recorded votes.

    Use your own words; quotes around the question keep the shell from reading it.

    \b
    Examples:
      votedesk ask "how did Hungary vote?"
      votedesk ask "Cuba embargo - Ukraine?"
      votedesk ask "who voted against A/RES/ES-11/7?"
      votedesk ask --json "was S/RES/2774 adopted?"
      votedesk ask "Wie hat Ungarn über das Kuba-Embargo abgestimmt?"
      votedesk ask --language fr "how did Hungary vote on ES-11/7?"
      votedesk ask --quote "how did Hungary vote on ES-11/7?"
      votedesk ask --wide "who voted how on A/RES/ES-11/7?" > roll.csv
      votedesk ask --explain "hungray on the gaza truce"
      votedesk ask --batch questions.jsonl > replies.jsonl

    A line of a batch: {"id": "q1", "question": "and Slovakia?", "context": ["how did Hungary vote?"], "today": "2025-12-20"}.
    Only "question" is required.
    """
    from adapters.settings import ConfigurationError

    if (question is None) == (batch is None):
        raise ConfigurationError('Ask one question, such as votedesk ask "how did Hungary vote?", or give --batch FILE.')
    _check_language(language)
    if sum((as_json, as_csv, wide, quote)) > 1 or (batch is not None and (as_csv or wide or quote)):
        raise ConfigurationError("Choose one form: --json, --csv, --wide or --quote; a batch prints JSON.")
    from adapters.cli.batch import answer_lines, lines_of, well_formed
    from adapters.startup import open_desk

    settings = settings_with(database)
    if batch is not None:
        with lines_of(batch) as lines, open_desk(settings) as desk:
            return answer_lines(desk, lines, batch, language)
    asked = well_formed(" ".join(question or ()))
    with open_desk(settings) as desk:
        turn = desk.ask(asked, language=language)
        trace = desk.explain(asked) if explain else ()
    if as_json:
        typer.echo(turn.reply.model_dump_json().encode())
    elif as_csv or wide:
        from bot.tables import long_table, wide_table

        typer.echo((wide_table if wide else long_table)(turn.reply).encode(), nl=False)
    elif quote:
        import datetime as dt

        from bot.quoting import quote as quoted

        typer.echo(quoted(turn.reply, dt.datetime.now(tz=dt.UTC).date(), turn.card.language))
    else:
        show(turn.card)
    for line in trace:
        typer.echo(line, err=as_json or as_csv or wide or quote)
    return 0


def _check_language(language: str | None) -> None:
    from adapters.settings import ConfigurationError
    from bot.translation import LANGUAGES

    if language is not None and language not in LANGUAGES:
        raise ConfigurationError(f"There are no replies in “{language}”; choose one of {', '.join(LANGUAGES)}.")


def show(card: Card) -> None:
    """Print a card: laid out and coloured on a terminal (NO_COLOR turns colour off), plain text in a pipe."""
    from adapters.cli.render import plain_lines, rich_parts

    if not sys.stdout.isatty():
        typer.echo("\n".join(plain_lines(card)))
        return
    from rich.console import Console

    console = Console(highlight=False)
    for part in rich_parts(card):
        console.print(part)
