"""The OHCHR collection as two tables, resolutions.csv and votes_long.csv, joined by `record_id` -> fragments.

Symbols do not tell records apart (A/HRC/32/L.54 stands for two votes), so nothing here goes by symbol.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from store.errors import SourceError
from store.importers import ohchr
from store.importers.cells import count, in_line
from store.importers.fragment import Fragment, LeftOut

RESOLUTIONS = frozenset(
    {"record_id", "symbol", "title", "statement", "date", "body", "vote_type", "meeting", "agenda_item_title"}
    | {"agenda_subject", "draft", "yes", "no", "abstain", "nonvoting", "n_rollcall", "record_url"}
)
VOTES = frozenset({"record_id", "iso3", "vote"})
"""What the two files must have. `country` is the code's newest name and says nothing more."""

Rows = Iterable[tuple[int, dict[str, str]]]
"""Line and cells by column name."""

Ballots = dict[str, list[tuple[str, str]]]
"""Code and vote as written, under the record."""

SAME_HARVEST = "both files must be of one harvest; get them again from one place"


def ballots(rows: Rows) -> Ballots:
    """The votes table, by record."""
    found: Ballots = {}
    for line, cells in rows:
        record = cells["record_id"].strip()
        if not record:
            raise SourceError("the row names no record", line=line, column="record_id", value="")
        found.setdefault(record, []).append((cells["iso3"], cells["vote"]))
    return found


def fragments(rows: Rows, votes: Mapping[str, list[tuple[str, str]]]) -> Iterator[Fragment | LeftOut]:
    """One fragment a row of the resolutions table, in its order; both tables must speak of the same records."""
    seen: dict[str, int] = {}
    for line, cells in rows:
        record = cells["record_id"].strip()
        with in_line(line):
            if not record or record in seen:
                raise SourceError("the row names no record, or one that came before", column="record_id", value=record)
            seen[record] = line
            _check_complete(cells, len(votes.get(record, ())))
            yield ohchr.fragment(cells, votes.get(record, ()))
    strangers = sorted(votes.keys() - seen.keys())
    if strangers:
        problem = "the votes name a record that the resolutions do not have"
        raise SourceError(problem, column="record_id", value=strangers[0], remedy=SAME_HARVEST)


def _check_complete(cells: Mapping[str, str], listed: int) -> None:
    """A vote of which not one row came is a sign of a file cut off; a row or two less is a fault of the collection."""
    expected = count(cells["n_rollcall"], "n_rollcall")
    if expected and not listed:
        problem = f"{cells['symbol']} should have {expected} votes in the other file, which has none"
        raise SourceError(problem, column="n_rollcall", value=cells["n_rollcall"], remedy=SAME_HARVEST)
