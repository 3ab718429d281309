"""What the store holds, by dataset and body: how far it reaches, and which files it came from."""

from __future__ import annotations

from collections import defaultdict

from store.database import Reading
from store.facts import Body, Coverage, ImportedFile, NamesCoverage
from store.importers.datasets import DATASETS, UNDL_NAMES
from store.roll_calls import as_day, as_moment


def read_coverage(reading: Reading) -> tuple[Coverage, ...]:
    """One entry for every dataset and body, the best source first. `first` and `until` are of all that the dataset states;
    roll calls and votes are counted where the facts rest on it."""
    reach = reading.rows("SELECT dataset, body, min(date), max(date) FROM statement GROUP BY dataset, body")
    covering = [row for row in reach if not DATASETS[row[0]].many]
    roll_calls = _counts(reading, "SELECT dataset, body, count(*) FROM roll_call GROUP BY dataset, body")
    votes = _counts(reading, "SELECT dataset, body, sum(votes) FROM statement WHERE counts GROUP BY dataset, body")
    files = _files(reading)
    return tuple(
        Coverage(
            dataset=dataset,
            title=DATASETS[dataset].title,
            citation=DATASETS[dataset].citation,
            url=DATASETS[dataset].url,
            body=Body(body),
            first=as_day(first),
            until=as_day(until),
            roll_calls=roll_calls.get((dataset, body), 0),
            votes=votes.get((dataset, body), 0),
            files=files[dataset],
        )
        for dataset, body, first, until in sorted(covering, key=lambda row: (DATASETS[row[0]].precedence, row[0], row[1]))
    )


def read_names_coverage(reading: Reading) -> NamesCoverage | None:
    """The file of member states' names that is in force, if one was imported."""
    names, states = reading.rows("SELECT count(*), count(DISTINCT member) FROM member_name")[0]
    if not names:
        return None
    sql = "SELECT name, checksum, imported_at, rows, until FROM imported_file WHERE id = (SELECT min(file_id) FROM member_name)"
    name, checksum, imported_at, rows, until = reading.rows(sql)[0]
    return NamesCoverage(
        dataset=UNDL_NAMES.key,
        title=UNDL_NAMES.title,
        citation=UNDL_NAMES.citation,
        url=UNDL_NAMES.url,
        names=names,
        states=states,
        until=as_day(until),
        file=ImportedFile(name, checksum, as_moment(imported_at), rows),
    )


def _counts(reading: Reading, sql: str) -> dict[tuple[str, str], int]:
    return {(dataset, body): int(count) for dataset, body, count in reading.rows(sql)}


def _files(reading: Reading) -> dict[str, tuple[ImportedFile, ...]]:
    """The files that a statement of the dataset still comes from, oldest first."""
    found: defaultdict[str, tuple[ImportedFile, ...]] = defaultdict(tuple)
    rows = reading.rows(
        "SELECT dataset, name, checksum, imported_at, rows FROM imported_file"
        " WHERE id IN (SELECT file_id FROM statement) ORDER BY imported_at, id"
    )
    for dataset, name, checksum, imported_at, count in rows:
        found[dataset] += (ImportedFile(name, checksum, as_moment(imported_at), count),)
    return found
