"""All or nothing: whatever stops an import, the store is as it was, and readers never see half of one."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from store.database import Address, StoreBusy, StoreFull, StoreUnreadable, StoreUnwritable, read_address
from store.errors import SourceError
from store.importers.load import ensure_starter, import_files, take_over
from store.transaction import Transaction, transaction
from store.vote_store import VoteStore
from tests.store.conftest import file_of, statement, take

REPOSITORY = Path(__file__).parents[3]

MEMBERS = [f"{a}{b}{c}" for a in "ABCDE" for b in "ABCDE" for c in "ABCDEFG"]
OLD = [statement(f"A/RES/79/{n}", ",".join(f"{code} Y" for code in MEMBERS)) for n in range(40)]
NEW = [replace(f, title="Changed", positions="N" * len(f.positions)) for f in OLD] + [
    statement(f"A/RES/80/{n}", ",".join(f"{code} A" for code in MEMBERS)) for n in range(40)
]


FILE = (
    "undl_id,ms_code,ms_name,ms_vote,date,session,resolution,draft,committee_report,meeting,title,agenda_title,subjects,"
    "total_yes,total_no,total_abstentions,total_non_voting,total_ms,undl_link\n"
    "1,HUN,HUNGARY,Y,2024-10-30,79,A/RES/79/7,,,A/79/PV.29,Title,,,1,0,0,0,1,https://digitallibrary.un.org/record/1\n"
)


def content(url: str) -> tuple[object, ...]:
    """Everything in the store."""
    with VoteStore.open(url) as store:
        roll_calls = store.catalogue.newest_first
        return roll_calls, store.votes([r.id for r in roll_calls]), store.vocabulary(), store.spelling(), store.coverage(), store.generation


CHILD = """
import os, signal, sys
import store.transaction as t
from tests.store.importers.test_safety import NEW
from tests.store.conftest import take

url, moment = sys.argv[1], int(sys.argv[2])
done = 0
def dying(method):
    def call(self, *given):
        global done
        done += 1
        if done == moment:
            os.kill(os.getpid(), signal.SIGKILL)
        return method(self, *given)
    return call
for name in ("rows", "run", "many", "insert", "add_votes"):
    setattr(t.Transaction, name, dying(getattr(t.Transaction, name)))
take(url, *NEW)
print(done)
"""


def run(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", script, *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=False, timeout=120)


def test_a_kill_at_any_moment_of_an_import_leaves_the_old_record_and_the_next_import_works(store_url: str) -> None:
    take(store_url, *OLD)
    before = content(store_url)
    steps = 0
    for moment in (1, 4, 7, 9, 10, 11, 12, 13, 14, 16, 18):
        killed = run(CHILD, store_url, str(moment))
        if killed.returncode == 0:
            break
        steps += 1
        assert killed.returncode == -signal.SIGKILL, killed.stderr
        assert content(store_url) == before
        take(store_url, *OLD)
        before = content(store_url)
    assert steps >= 8
    assert take(store_url, *NEW).changed == 40
    with VoteStore.open(store_url) as store:
        assert len(store.catalogue) == 80


def interrupted(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> Iterator[None]:
    """Lets an import come one step further each time before the error strikes."""
    steps = {name: getattr(Transaction, name) for name in ("rows", "run", "many", "insert", "add_votes")}
    for moment in range(1, 100):
        count = iter(range(1, 1000))

        def breaking(method: object, count: Iterator[int] = count, moment: int = moment) -> object:
            def call(*given: object) -> object:
                if next(count) == moment:
                    raise error
                return method(*given)  # type: ignore[operator]

            return call

        for name, method in steps.items():
            monkeypatch.setattr(Transaction, name, breaking(method))
        yield
        monkeypatch.undo()


@pytest.mark.parametrize("error", [KeyboardInterrupt(), MemoryError()])
def test_ctrl_c_or_a_failure_at_any_step_leaves_the_old_record(store_url: str, monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    take(store_url, *OLD[:3])
    before = content(store_url)
    stopped = 0
    for _ in interrupted(monkeypatch, error):
        try:
            take(store_url, *NEW[:3], *NEW[40:42])
        except type(error):
            monkeypatch.undo()
            stopped += 1
            assert content(store_url) == before
        else:
            monkeypatch.undo()
            break
    assert stopped > 12
    with VoteStore.open(store_url) as store:
        assert len(store.catalogue) == 5


def test_a_reader_sees_the_old_record_until_the_very_end_of_an_import(store_url: str) -> None:
    take(store_url, *OLD)
    before = content(store_url)
    seen: list[bool] = []

    def look(doing: str, done: int, whole: int) -> None:
        # Told before each file is written and once all are, with the transaction still open.
        seen.append(content(store_url) == before)

    take_over(store_url, [file_of(NEW), file_of([replace(f, dataset="starter") for f in OLD])], look)
    assert seen == [True, True, True]
    assert content(store_url) != before


def test_a_full_disk_is_told_and_leaves_the_old_record(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import store.transaction as module

    take(sqlite_url, *OLD[:5])
    before = content(sqlite_url)
    connect = module.connect_for_writing

    def on_a_small_disk(address: Address) -> sqlite3.Connection:
        connection = connect(address)
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 3}")
        return connection

    monkeypatch.setattr(module, "connect_for_writing", on_a_small_disk)
    with pytest.raises(StoreFull, match=r"^The disk is full, so nothing was changed .* make room and try again\.$"):
        take(sqlite_url, *NEW)
    assert content(sqlite_url) == before


def test_a_writer_that_waits_too_long_is_told_that_another_is_writing(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("store.transaction.PATIENCE", 0.1)
    with transaction(read_address(sqlite_url)), pytest.raises(StoreBusy, match="try again in a minute"):
        take(sqlite_url, *OLD[:1])


MAKE = """
import sys
from store.importers.load import ensure_starter
ensure_starter(sys.argv[1])
"""


def test_processes_that_make_a_store_at_once_make_one_store(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new' / 'store.sqlite3'}"
    together = [subprocess.Popen([sys.executable, "-c", MAKE, url], cwd=REPOSITORY, stderr=subprocess.PIPE) for _ in range(4)]
    errors = [process.communicate(timeout=120)[1] for process in together]
    assert [process.returncode for process in together] == [0, 0, 0, 0], errors
    with VoteStore.open(url) as store:
        assert (len(store.catalogue), store.generation) == (92, 1)


def test_processes_that_make_a_postgresql_store_at_once_make_one_store(postgres_url: str) -> None:
    together = [subprocess.Popen([sys.executable, "-c", MAKE, postgres_url], cwd=REPOSITORY, stderr=subprocess.PIPE) for _ in range(3)]
    errors = [process.communicate(timeout=120)[1] for process in together]
    assert [process.returncode for process in together] == [0, 0, 0], errors
    with VoteStore.open(postgres_url) as store:
        assert (len(store.catalogue), store.generation) == (92, 1)


def test_a_bad_file_among_good_ones_is_refused_before_anything_is_written(tmp_path: Path, sqlite_url: str) -> None:
    good, bad = tmp_path / "good.csv", tmp_path / "bad.csv"
    good.write_text(FILE)
    bad.write_text(FILE.replace(",Y,", ",Q,"))
    ensure_starter(sqlite_url)
    before = content(sqlite_url)
    with pytest.raises(SourceError, match=r'bad\.csv.*"Q"'):
        import_files(sqlite_url, [good, bad])
    assert content(sqlite_url) == before
    summary = import_files(sqlite_url, [good])
    assert (summary.files[0].changed, summary.files[0].rows) == (1, 1)


def test_a_file_that_was_imported_before_is_named_so_and_not_read_again(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(FILE)
    first = import_files(sqlite_url, [path]).files[0]
    before = content(sqlite_url)
    monkeypatch.setattr("store.importers.load.read", lambda *_: pytest.fail("it was read again"))
    again = import_files(sqlite_url, [path, path])
    (file,) = again.files
    assert first.already_imported is None
    assert file.already_imported is not None
    assert (file.roll_calls, file.unchanged, file.rows, again.rows) == (1, 1, 1, 0)
    assert content(sqlite_url) == before


def test_a_newer_version_of_the_importers_reads_a_known_file_again(tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "votes.csv"
    path.write_text(FILE)
    import_files(sqlite_url, [path])
    monkeypatch.setattr("store.importers.imported_files.READING", 99)
    monkeypatch.setattr("store.importers.load.READING", 99)
    assert import_files(sqlite_url, [path]).files[0].already_imported is None


AS_A_STRANGER = """
import os, sys
from store.errors import StoreError
from store.vote_store import VoteStore
from store.schema import migrate
from tests.store.conftest import take
from tests.store.importers.test_safety import OLD
url = sys.argv[1]
if os.geteuid() == 0:  # root has every right, so give them up, once everything is imported
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    with VoteStore.open(url) as store:
        print("read", len(store.catalogue))
except StoreError as error:
    print(type(error).__name__, error)
try:
    take(url, *OLD[:1])
except StoreError as error:
    print(type(error).__name__, error)
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that other users can reach, unlike pytest's own."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)
        Path(folder).chmod(0o755)


def as_stranger(url: str) -> list[str]:
    """What a user without rights to the file is told."""
    done = run(AS_A_STRANGER, url)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_a_store_in_a_folder_that_cannot_be_written_is_read_and_writing_is_refused(open_folder: Path) -> None:
    url = f"sqlite:///{open_folder / 'store.sqlite3'}"
    ensure_starter(url)
    (open_folder / "store.sqlite3").chmod(0o444)
    open_folder.chmod(0o555)
    read, refused = as_stranger(url)
    assert read == "read 92"
    assert refused.startswith(StoreUnwritable.__name__)
    assert refused.endswith("check who may write to the file and its folder.")


def test_a_store_that_may_not_be_read_says_so(open_folder: Path) -> None:
    url = f"sqlite:///{open_folder / 'store.sqlite3'}"
    ensure_starter(url)
    (open_folder / "store.sqlite3").chmod(0o000)
    told = as_stranger(url)
    assert told[0].startswith(StoreUnreadable.__name__)
    assert told[0].endswith("who may read the file.")


def test_a_damaged_store_says_so(sqlite_url: str) -> None:
    take(sqlite_url, *OLD)
    path = read_address(sqlite_url).file
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA wal_checkpoint(truncate)")
        connection.execute("PRAGMA journal_mode = delete")
    with path.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * (path.stat().st_size - 4096))
    with pytest.raises(StoreUnreadable, match="is damaged"), VoteStore.open(sqlite_url) as store:
        len(store.catalogue)
