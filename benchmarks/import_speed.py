"""How long importing the General Assembly file takes, beside programs that only copy its text into a table.

    python benchmarks/import_speed.py FILE.csv [--rounds 5] [--postgresql postgresql://postgres@localhost/test]

FILE is the unpacked file of General Assembly voting data (docs/data.md says where it is). In every round each program starts in a
process of its own with a new database: VoteDesk (typed, checked, indexed, searchable), DuckDB's `read_csv` with every column as
text, into a file and into memory, and the sqlite3 shell's `.import`. With a PostgreSQL database, in which a schema of its own is
made and dropped, also VoteDesk into it, beside `COPY` of the same rows into a table of texts without an index. Seconds are those
of the import without starting the program, except for the sqlite3 shell, which starts at once; medians over the rounds, after
one round that does not count. Memory is the process's peak, the largest.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]

VOTEDESK = """
import sys, time
from pathlib import Path
start = time.perf_counter()
from store.importers.load import import_files
import_files(sys.argv[2], [Path(sys.argv[1])])
print(time.perf_counter() - start)
"""

DUCKDB = """
import sys, time
import duckdb
start = time.perf_counter()
connection = duckdb.connect(sys.argv[2])
connection.execute("SET enable_progress_bar = false")
connection.execute("CREATE TABLE votes AS SELECT * FROM read_csv(?, all_varchar = true)", [sys.argv[1]])
connection.close()
print(time.perf_counter() - start)
"""

COPY = """
import csv, sys, time
import psycopg
start = time.perf_counter()
with open(sys.argv[1], "rb") as file, psycopg.connect(sys.argv[2]) as connection, connection.cursor() as cursor:
    columns = ", ".join(name + " text" for name in next(csv.reader([file.readline().decode()])))
    cursor.execute(f"CREATE TABLE votes ({columns})")
    with cursor.copy("COPY votes FROM STDIN (FORMAT csv)") as copy:
        while piece := file.read(1 << 20):
            copy.write(piece)
print(time.perf_counter() - start)
"""

SCHEMA = "votedesk_import_speed"


@dataclass(slots=True)
class Program:
    """One program under measurement; `database` is the file that it fills. `missing` says why it is skipped.

    `server`: the PostgreSQL database in which it fills a schema.
    """

    name: str
    command: Sequence[str]
    database: str
    missing: str | None = None
    server: str | None = None
    seconds: list[float] = field(default_factory=list)
    peak: int = 0
    size: int = 0


def main() -> None:
    """Measure and print one table."""
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--rounds", type=int, default=5)
    arguments.add_argument("--postgresql", metavar="URL", help="a database that may be written")
    given = arguments.parse_args()
    lines, megabytes = count_lines(given.file), given.file.stat().st_size / 1e6
    print(f"{given.file.name}: {lines:,} lines, {megabytes:,.0f} MB; {given.rounds} rounds, {os.cpu_count()} cores")
    with tempfile.TemporaryDirectory(prefix="votedesk-import-") as folder:
        programs = programs_for(given.file.resolve(), Path(folder), given.postgresql)
        for program in programs:
            if program.missing:
                print(f"{program.name}: skipped, {program.missing}")
        measured = [program for program in programs if not program.missing]
        for _ in range(1 + given.rounds):
            for program in measured:
                measure(program, Path(folder))
    report(measured)


def programs_for(file: Path, folder: Path, server: str | None) -> list[Program]:
    """VoteDesk first, then its peers; and once more for PostgreSQL."""
    database = str(folder / "votes.db")
    shell = shutil.which("sqlite3")
    no_duckdb = None if importlib.util.find_spec("duckdb") else "the Python package duckdb is not installed"
    return [
        Program("VoteDesk", [sys.executable, "-c", VOTEDESK, str(file), f"sqlite:///{database}"], database),
        Program("DuckDB, into a file", [sys.executable, "-c", DUCKDB, str(file), database], database, no_duckdb),
        Program("DuckDB, into memory", [sys.executable, "-c", DUCKDB, str(file), ":memory:"], "", no_duckdb),
        Program(
            "sqlite3 .import",
            [shell or "", database, "-cmd", ".mode csv", f'.import "{file}" votes'],
            database,
            None if shell else "the sqlite3 shell is not installed",
        ),
        *(on_postgresql(file, server) if server else ()),
    ]


def on_postgresql(file: Path, server: str) -> list[Program]:
    """The same import, and the copy beside it."""
    schema = f"{server}{'&' if '?' in server else '?'}options=-csearch_path%3D{SCHEMA}"
    return [
        Program("VoteDesk, PostgreSQL", [sys.executable, "-c", VOTEDESK, str(file), schema], "", server=server),
        Program("COPY, PostgreSQL", [sys.executable, "-c", COPY, str(file), schema], "", server=server),
    ]


def empty_schema(server: str) -> None:
    """A schema with nothing in it, in place of what the program before left."""
    import psycopg

    with psycopg.connect(server) as connection:
        connection.execute("SET client_min_messages = warning")
        connection.execute(f"DROP SCHEMA IF EXISTS {SCHEMA} CASCADE")
        connection.execute(f"CREATE SCHEMA {SCHEMA}")


def measure(program: Program, folder: Path) -> None:
    """Runs it once on an empty folder; its own seconds, or the whole process's where it prints none."""
    for old in folder.glob("votes.db*"):
        old.unlink()
    if program.server:
        empty_schema(program.server)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    start = time.perf_counter()
    with subprocess.Popen(program.command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None, "the output is a pipe"
        printed = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    whole = time.perf_counter() - start
    if process.returncode:
        sys.exit(f"{program.name} ended with status {process.returncode}")
    program.seconds.append(float(printed) if printed.strip() else whole)
    program.peak = max(program.peak, usage.ru_maxrss * 1024)
    if program.database:
        program.size = sum(path.stat().st_size for path in folder.glob("votes.db*"))


def count_lines(file: Path) -> int:
    """Lines of the file; reading it before the first round also brings it into the system's cache for all."""
    with file.open("rb") as stream:
        return sum(piece.count(b"\n") for piece in iter(lambda: stream.read(1 << 20), b""))


def report(programs: Sequence[Program]) -> None:
    """One line a program; the ratio is VoteDesk's median to the program's, on the same kind of database."""
    for program in programs:
        # The first round has compiled what Python keeps compiled, as on a machine where the program has run before.
        del program.seconds[0]
    print(f"{'':22}{'median s':>9}{'min':>7}{'max':>7}{'VoteDesk / it':>15}{'peak MB':>9}{'disk MB':>9}")
    for program in programs:
        ours = statistics.median(next(p for p in programs if p.server == program.server).seconds)
        median = statistics.median(program.seconds)
        print(
            f"{program.name:22}{median:9.2f}{min(program.seconds):7.2f}{max(program.seconds):7.2f}{ours / median:15.2f}"
            f"{program.peak / 1e6:9.0f}{program.size / 1e6 if program.size else 0:9.1f}"
        )


if __name__ == "__main__":
    main()
