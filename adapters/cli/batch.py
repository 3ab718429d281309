"""`--batch`: lines of JSON, one question or text each -> lines of JSON, one reply or report each, in order."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import typer
from pydantic import BaseModel, ValidationError

from adapters.cli.failures import unexpected
from adapters.settings import ConfigurationError
from bot.conversation import EMPTY
from bot.reply import Reply

if TYPE_CHECKING:
    from bot.desk import Desk

FAILED_LINES, UNREADABLE_LINES = 1, 2
"""Exit status when a line could not be answered, or was no question: every other line has its reply all the same."""


class Line(BaseModel):
    """What every batch line may have; other fields are ignored."""

    id: Any = None
    today: dt.date | None = None


class BatchQuestion(Line):
    """One line of a batch of questions. `context` holds the earlier questions of the thread, oldest first."""

    question: str
    context: tuple[str, ...] = ()


@contextlib.contextmanager
def lines_of(name: str) -> Iterator[Iterable[bytes]]:
    """The lines of a file, or of standard input for "-", as they come."""
    if name == "-":
        yield sys.stdin.buffer
        return
    with contextlib.ExitStack() as opened:
        try:
            lines = opened.enter_context(Path(name).open("rb"))
        except OSError as error:
            reason = f"{name} cannot be read ({error.strerror}): give a file with one JSON object a line."
            raise ConfigurationError(reason) from error
        yield lines


def answer_lines(desk: Desk, lines: Iterable[bytes], name: str, language: str | None = None) -> int:
    """Print the reply to each line, as `for_each_line` does.

    A line that is no question gets a `help` reply that says what is wrong with it, so that replies and lines stay in step.
    """

    def failed(asked: BatchQuestion | None, sentence: str) -> Reply:
        if asked is None:
            return Reply(status="help", intent="about", question="", text=sentence)
        return Reply(status="not_found", intent="about", question=well_formed(asked.question), text=sentence)

    return for_each_line(lines, name, BatchQuestion, lambda asked: _reply(desk, asked, language), failed)


_L = TypeVar("_L", bound=Line)

Document = BaseModel | Iterable[str]
"""What a line is answered with: a whole document, or its JSON in parts."""


def for_each_line(
    lines: Iterable[bytes],
    name: str,
    kind: type[_L],
    answer: Callable[[_L], Document],
    failed: Callable[[_L | None, str], BaseModel],
) -> int:
    """Print one document a line as soon as it is there, and give the exit status. Blank lines are skipped.

    `answer` gives the document, or its JSON in parts, whose first is not empty and which is read before the next line.
    `failed` makes the document for a line that could not be answered, or (None) that is no such object; the others have theirs.
    """
    status = 0
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            asked = kind.model_validate_json(line.removeprefix(b"\xef\xbb\xbf"))
        except ValidationError as error:
            status = UNREADABLE_LINES
            where = f"Line {number} of {'standard input' if name == '-' else name}"
            sentence = f"{where} is not {_CALLED[kind.__name__]}: {_fault(error)}."
            typer.echo(f"votedesk: {sentence}", err=True)
            _print_document(None, failed(None, sentence))
            continue
        try:
            document = answer(asked)
        except Exception as error:  # noqa: BLE001 - one line must not cost the others their replies
            status = status or FAILED_LINES
            sentence = unexpected(error)
            typer.echo(f"votedesk: line {number}: {sentence}", err=True)
            document = failed(asked, sentence)
        _print_document(asked.id, document)
    return status


_CALLED = {"BatchQuestion": "a question", "BatchText": "a text"}


def well_formed(text: str) -> str:
    """The text without lone surrogates, which no encoding can write: they come from undecodable arguments and JSON escapes."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _reply(desk: Desk, asked: BatchQuestion, language: str | None) -> Reply:
    conversation = EMPTY
    for earlier in asked.context:
        conversation = desk.ask(well_formed(earlier), conversation, asked.today).conversation
    return desk.ask(well_formed(asked.question), conversation, asked.today, language).reply


def _print_document(line_id: Any, document: Document) -> None:
    # The bytes are written as they are: JSON is UTF-8 whatever the terminal's encoding. typer.echo flushes every part.
    parts = iter([document.model_dump_json()] if isinstance(document, BaseModel) else document)
    typer.echo(f'{{"id":{json.dumps(line_id)},{next(parts)[1:]}'.encode(), nl=False)
    for part in parts:
        typer.echo(part.encode(), nl=False)
    typer.echo(b"\n", nl=False)


def _fault(error: ValidationError) -> str:
    """What is wrong with a line, from the first fault that was found."""
    fault = error.errors()[0]
    where = ".".join(str(part) for part in fault["loc"])
    message = str(fault["msg"]).removesuffix(".")
    return f'"{where}": {message}' if where else message
