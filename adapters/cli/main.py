"""The command `votedesk`: its subcommands, and the rim where every failure becomes one sentence and an exit status."""

from __future__ import annotations

import contextlib
import io
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

from adapters.cli.ask import ask
from adapters.cli.check import check
from adapters.cli.coverage import coverage
from adapters.cli.disagreements import disagreements
from adapters.cli.discord import discord
from adapters.cli.doctor import doctor
from adapters.cli.failures import unexpected
from adapters.cli.importing import import_files
from adapters.cli.migrate import migrate
from adapters.cli.note import note
from adapters.cli.serve import serve
from adapters.cli.slack import slack
from store.errors import StoreError

OK, FAILURE, USAGE, INTERRUPTED = 0, 1, 2, 130

app = typer.Typer(
    name="votedesk",
    help="Answer questions on recorded votes at the United Nations, from the official record, with sources.",
    epilog='Example: votedesk ask "how did Hungary vote?"',
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # plain help: it starts faster, and reads the same in a pipe
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command()(ask)
app.command()(check)
app.command("import")(import_files)
app.command()(coverage)
app.command()(doctor)
app.command()(disagreements)
app.command()(migrate)
app.add_typer(note)
app.add_typer(serve, name="serve")
app.add_typer(slack, name="slack")
app.add_typer(discord, name="discord")


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """Run one command and give its exit status: 0 for any reply, 1 for a failure, 2 for a usage or configuration error."""
    from adapters.settings import ConfigurationError

    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal that lacks a sign shows "?" in its place; it is no reason to fail.
            stream.reconfigure(errors="replace")
    try:
        status = app(args=list(arguments) or ["--help"], prog_name="votedesk", standalone_mode=False)
        sys.stdout.flush()
    except typer.TyperException as error:
        return _complain(f"{error.format_message().removesuffix('.')}; votedesk --help shows what there is.", error.exit_code)
    except ConfigurationError as error:
        return _complain(str(error), USAGE)
    except StoreError as error:
        from store.database import BadAddress

        return _complain(str(error), USAGE if isinstance(error, BadAddress) else FAILURE)
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        return _leave_quietly()
    except OSError as error:
        return _complain(f"{error.strerror or error}{f': {error.filename}' if error.filename else ''}.", FAILURE)
    except Exception as error:  # noqa: BLE001 - the rim: the reader gets a sentence, the log the traceback
        return _complain(unexpected(error), FAILURE)
    return status if isinstance(status, int) else OK


@app.callback(invoke_without_command=True)
def _votedesk(
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.", is_eager=True)] = False,
) -> None:
    if version:
        from importlib.metadata import PackageNotFoundError
        from importlib.metadata import version as installed

        try:
            typer.echo(f"votedesk {installed('votedesk')}")
        except PackageNotFoundError:
            typer.echo("votedesk, from a checkout that is not installed")
        raise typer.Exit(OK)


def _complain(sentence: str, status: int) -> int:
    with contextlib.suppress(OSError):
        typer.echo(f"votedesk: {sentence}", err=True)
    return status


def _leave_quietly() -> int:
    """The reader of a pipe has gone: stop writing, also at the interpreter's own exit."""
    with contextlib.suppress(OSError):
        sys.stdout.close()
    return FAILURE
