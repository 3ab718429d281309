"""The layouts that VoteDesk reads, told apart by the columns of their header, never by a file's name."""

from __future__ import annotations

from dataclasses import dataclass

from store.errors import SourceError
from store.importers import dppa, ohchr_csv, undl_ga, undl_ga_outcomes, undl_names, undl_sc, voeten
from store.importers.datasets import (
    DPPA,
    OHCHR,
    UNDL_GA,
    UNDL_GA_OUTCOMES,
    UNDL_NAMES,
    UNDL_RECORD,
    UNDL_SC,
    VOETEN,
    Dataset,
)

AGAIN = "download the CSV file again from the UN Digital Library (docs/data.md says where) and import it unopened"


@dataclass(frozen=True, slots=True)
class Layout:
    """One form of file. `signature`: columns that no other layout has together; `required`: all that it must have.

    `joined_to`: the layout of the file without which this one says nothing; of a pair, the one with `leads` is read by row.
    """

    key: str
    dataset: Dataset
    signature: frozenset[str]
    required: frozenset[str]
    joined_to: str | None = None
    leads: bool = False


SC = Layout("undl_sc", UNDL_SC, frozenset({"ms_code", "description"}), undl_sc.COLUMNS)
GA = Layout("undl_ga", UNDL_GA, frozenset({"ms_code", "session"}), undl_ga.COLUMNS)
GA_OUTCOMES = Layout("undl_ga_outcomes", UNDL_GA_OUTCOMES, frozenset({"modality", "session"}), undl_ga_outcomes.COLUMNS)
OHCHR_RESOLUTIONS = Layout(
    "ohchr_resolutions", OHCHR, frozenset({"record_id", "n_rollcall"}), ohchr_csv.RESOLUTIONS, "ohchr_votes", leads=True
)
OHCHR_VOTES = Layout("ohchr_votes", OHCHR, frozenset({"record_id", "iso3", "vote"}), ohchr_csv.VOTES, "ohchr_resolutions")
VETOES = Layout("dppa", DPPA, frozenset({"draft_res#"}), dppa.COLUMNS)
ACADEMIC = Layout("voeten", VOETEN, frozenset({"rcid", "ccode"}), voeten.COLUMNS)
# Its columns go by several names, so `undl_names` knows them by what they mean.
NAMES = Layout("undl_names", UNDL_NAMES, frozenset(), frozenset())
# MARCXML has no columns: what its first record is of tells.
RECORDS = Layout("undl_record", UNDL_RECORD, frozenset({"\0"}), frozenset())
OHCHR_RECORDS = Layout("ohchr_marc", OHCHR, frozenset({"\0"}), frozenset())

LAYOUTS = (SC, GA, GA_OUTCOMES, OHCHR_RESOLUTIONS, OHCHR_VOTES, VETOES, ACADEMIC)

WHAT_IS_MISSING = {
    "ohchr_votes": "the table of votes (votes_long.csv, with the columns record_id, iso3, vote)",
    "ohchr_resolutions": "the table of resolutions (resolutions.csv, with the columns record_id, symbol, vote_type)",
}
"""The other file of a pair, for readers."""


def layout_of(columns: tuple[str, ...]) -> Layout:
    """The layout with this header, whatever the order of the columns."""
    twice = sorted({name for name in columns if columns.count(name) > 1})
    if twice:
        raise SourceError("the header names a column twice", line=1, column=twice[0], value=",".join(columns), remedy=AGAIN)
    for layout in LAYOUTS:
        if layout.signature <= set(columns):
            missing = sorted(layout.required - set(columns))
            if missing:
                raise SourceError(
                    f"this looks like {layout.dataset.title}, but has no column {' and no column '.join(missing)}",
                    line=1,
                    value=",".join(columns),
                    remedy=AGAIN,
                )
            return layout
    if undl_names.seems(columns):
        undl_names.check_columns(columns)
        return NAMES
    raise SourceError(
        "the header is of no file that VoteDesk knows",
        line=1,
        value=",".join(columns),
        remedy="docs/data.md lists the files that it imports",
    )
