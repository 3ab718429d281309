"""Makes small files in the UN Digital Library's layouts, as bytes."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence


def _names(words: str) -> list[str]:
    return words.split()


GA_COLUMNS = _names(
    "undl_id ms_code ms_name ms_vote date session resolution draft committee_report meeting title agenda_title subjects vote_note "
    "total_yes total_no total_abstentions total_non_voting total_ms undl_link"
)
SC_COLUMNS = _names(
    "undl_id ms_code ms_name permanent_member ms_vote date resolution draft meeting description agenda subjects vote_note "
    "total_yes total_no total_abstentions total_non_voting total_ms modality undl_link"
)
OUTCOME_COLUMNS = _names(
    "undl_id resolution session date title modality draft committee_report meeting agenda_title subjects vote_note "
    "total_yes total_no total_abstentions total_non_voting total_ms undl_link"
)

NAMES = {"USA": "UNITED STATES", "FRA": "FRANCE", "HUN": "HUNGARY", "TUR": "TÜRKİYE", "GER": "GERMANY, FEDERAL REPUBLIC OF", "RUS": "RUSSIAN FEDERATION", "SUN": "USSR", "CHN": "CHINA", "GBR": "UNITED KINGDOM"}  # fmt: skip

Row = dict[str, str]


def ga_rows(votes: Mapping[str, str], record: str = "1", **cells: str) -> list[Row]:
    """One row a member, with totals that add up; `cells` replace what is there by default."""
    shared = {
        "undl_id": record, "date": "2024-03-21", "session": "78", "resolution": f"A/RES/78/{record}", "meeting": "A/78/PV.63",
        "title": "Question of Palestine : resolution / adopted by the General Assembly", "agenda_title": "Question of Palestine.",
        "subjects": "PALESTINE QUESTION|REFUGEES", "undl_link": f"https://digitallibrary.un.org/record/{record}",
        **totals(votes), **cells,
    }  # fmt: skip
    return [{**shared, "ms_code": code, "ms_name": NAMES.get(code, ""), "ms_vote": vote} for code, vote in votes.items()]


def sc_rows(votes: Mapping[str, str], record: str = "1", **cells: str) -> list[Row]:
    """As `ga_rows`, for the Security Council."""
    shared = {
        "undl_id": record, "date": "2024-03-25", "resolution": f"S/RES/{record}(2024)", "meeting": "S/PV.9586",
        "description": f"Security Council resolution {record} (2024) [on a humanitarian pause in Gaza]", "modality": "Vote",
        "undl_link": f"https://digitallibrary.un.org/record/{record}", **totals(votes), **cells,
    }  # fmt: skip
    permanent = ("USA", "FRA", "RUS", "SUN", "CHN", "GBR")
    return [
        {**shared, "ms_code": code, "ms_name": NAMES.get(code, ""), "ms_vote": vote, "permanent_member": str(code in permanent)}
        for code, vote in votes.items()
    ]


def outcome_row(record: str = "1", **cells: str) -> Row:
    """One row of the outcomes file, adopted without a vote unless `cells` say otherwise."""
    return {
        "undl_id": record, "date": "2024-03-21", "session": "78", "resolution": f"A/RES/78/{record}", "modality": "Without vote",
        "title": "Seizing the opportunities of artificial intelligence : resolution / adopted by the General Assembly",
        "undl_link": f"https://digitallibrary.un.org/record/{record}", **cells,
    }  # fmt: skip


def totals(votes: Mapping[str, str]) -> Row:
    """The totals as the library writes them: "93.0"."""
    letters = [vote.strip().upper() for vote in votes.values()]
    names = {"Y": "total_yes", "N": "total_no", "A": "total_abstentions", "X": "total_non_voting"}
    counts = {name: f"{letters.count(letter)}.0" for letter, name in names.items()}
    return {**counts, "total_ms": f"{len(letters)}.0"}


def as_csv(
    columns: Sequence[str], rows: Iterable[Mapping[str, str]], line_end: str = "\n", quoting: int = csv.QUOTE_MINIMAL
) -> bytes:
    """The file's bytes; a cell that a row lacks is empty."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="", extrasaction="ignore", lineterminator=line_end, quoting=quoting)  # type: ignore[arg-type]
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode("utf-8")
